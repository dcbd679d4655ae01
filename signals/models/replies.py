from django.db import models
from django.utils.translation import gettext_lazy as _

from jos.shared.models import CreatedOnce, Recorded, Versioned
from signals.enums import ReplyKind


class StandardReply(Recorded, Versioned, CreatedOnce):
    """Words staff start from. They are always read over, and mostly changed."""

    title = models.CharField(_("title"), max_length=80, unique=True)
    kind = models.CharField(_("for"), max_length=20, choices=ReplyKind)
    text = models.TextField(_("text"), max_length=2000)

    class Meta:
        verbose_name = _("standard reply")
        verbose_name_plural = _("standard replies")
        ordering = ["kind", "title"]

    def __str__(self) -> str:
        return self.title
