from django.db import models
from django.utils.translation import gettext_lazy as _


class SupplyKind(models.TextChoices):
    """What is set against need."""

    HOURS = "hours", _("hours per 1,000 young people")
    FUNCTIONS = "functions", _("how many functions")


class Quadrant(models.TextChoices):
    """How need and what is on offer go together. The first is the finding."""

    FIRST = "FIRST", _("high need, little on offer")
    MATCHED = "MATCHED", _("high need, more on offer")
    QUIET = "QUIET", _("less need, little on offer")
    WELL = "WELL", _("less need, more on offer")

    @classmethod
    def of(cls, *, high_need: bool, little: bool) -> "Quadrant":
        if high_need:
            return cls.FIRST if little else cls.MATCHED
        return cls.QUIET if little else cls.WELL
