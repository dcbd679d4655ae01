from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from covenants.enums import Side
from covenants.models.covenants import Covenant


class DocumentQuerySet(models.QuerySet):
    def standing(self):
        """Those that were not taken back before both signed."""
        return self.filter(taken_back_at=None)


class Document(models.Model):
    """The text as it was offered for signature, for good: what it says, as a PDF, and the hash of that PDF."""

    covenant = models.ForeignKey(Covenant, models.PROTECT, related_name="documents")
    content = models.JSONField()  # all the PDF is made from, so that it can be made again byte for byte
    pdf = models.BinaryField()
    sha256 = models.CharField("SHA-256", max_length=64, unique=True)
    made_at = models.DateTimeField(default=timezone.now)
    taken_back_at = models.DateTimeField(null=True, blank=True)

    objects = DocumentQuerySet.as_manager()

    class Meta:
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        ordering = ["made_at", "id"]

    def __str__(self) -> str:
        return f"{self.covenant} · {self.sha256[:12]}"

    def get_absolute_url(self) -> str:
        return reverse("covenant_document", args=[self.covenant.slug, self.pk])


class Signature(models.Model):
    """One side signed a document: who, in what function, when. Never changed."""

    document = models.ForeignKey(Document, models.PROTECT, related_name="signatures")
    side = models.CharField(max_length=10, choices=Side)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    name = models.CharField(_("your name, as it stands under the text"), max_length=100)
    job = models.CharField(_("your function"), max_length=100)
    sha256 = models.CharField(max_length=64)  # of the PDF that was read
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("signature")
        verbose_name_plural = _("signatures")
        ordering = ["at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["document", "side"], name="covenants_side_signs_once"),
            models.UniqueConstraint(
                fields=["document", "by"],
                name="covenants_nobody_signs_for_both",
                violation_error_message=_("You signed for the other side already: somebody else signs for this one."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} · {self.get_side_display()}"
