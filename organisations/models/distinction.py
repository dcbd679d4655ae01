from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from jos.shared.models import Recorded
from organisations.models.organisation import Organisation


class Distinction(Recorded):
    """Somebody looked at two organisations that look alike, and said that they are not the same."""

    one = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    other = models.ForeignKey(Organisation, models.CASCADE, related_name="+")

    class Meta:
        verbose_name = _("distinction")
        verbose_name_plural = _("distinctions")
        constraints = [
            models.UniqueConstraint(fields=["one", "other"], name="organisations_distinction_once"),
            models.CheckConstraint(condition=Q(one__lt=F("other")), name="organisations_distinction_in_order"),
        ]

    def __str__(self) -> str:
        return f"{self.one} · {self.other}"
