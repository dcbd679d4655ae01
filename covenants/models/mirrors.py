from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from jos.shared.models import CreatedOnce, Recorded, Versioned
from organisations.models import Organisation


class StaffMirror(Recorded, Versioned, CreatedOnce):
    """How far the staff of an organisation mirrors the young people it works for, in counts it gives freely (R16).

    Only the organisation itself sees its own; others see what at least five organisations say together.
    """

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="mirrors")
    year = models.PositiveSmallIntegerField(_("year"), validators=[MinValueValidator(2000), MaxValueValidator(2100)])
    people = models.PositiveSmallIntegerField(
        _("people who work or volunteer for us"), validators=[MinValueValidator(1), MaxValueValidator(5000)]
    )
    counts = models.JSONField(default=dict)  # {"UNDER_30": 4, …}: an aspect that is left out is unknown

    class Meta:
        verbose_name = _("mirror of the staff")
        verbose_name_plural = _("mirrors of the staff")
        ordering = ["-year"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "year"],
                name="covenants_mirror_once",
                violation_error_message=_("There is one of this year already."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.organisation} · {self.year}"
