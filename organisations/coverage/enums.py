"""The words in which coverage is judged."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class AreaKind(models.TextChoices):
    NEIGHBOURHOOD = "neighbourhood", _("neighbourhood")
    CIRCLE = "circle", _("movement circle")


class Status(models.TextChoices):
    """How the four functions stand in an area (R2)."""

    WHOLE = "WHOLE", _("one whole")
    SCATTERED = "SCATTERED", _("scattered")
    PARTIAL = "PARTIAL", _("partial")
    NONE = "NONE", _("nothing")


class GapKind(models.TextChoices):
    """What the norm asks and the area lacks."""

    FUNCTION_MISSING = "FUNCTION_MISSING", _("function missing")  # R4
    NOT_TOGETHER = "NOT_TOGETHER", _("scattered")  # R2, R4
    NO_ENTRY = "NO_ENTRY", _("no way in")  # R3
    NO_WARM_PLACE = "NO_WARM_PLACE", _("no warm place")  # R6
    NO_OUTREACH = "NO_OUTREACH", _("no outreach")  # R6


class Direction(models.TextChoices):
    """Which way something went between two days."""

    BETTER = "better", pgettext_lazy("change", "better")
    WORSE = "worse", pgettext_lazy("change", "worse")
    OTHER = "other", pgettext_lazy("change", "different")
    NONE = "none", pgettext_lazy("change", "the same")


class WarningKind(models.TextChoices):
    """What may go wrong soon."""

    THIN = "THIN", _("hangs by one partner")
    UNCONFIRMED = "UNCONFIRMED", _("not confirmed")
    CROWDING_OUT = "CROWDING_OUT", _("crowded out by free time")  # R7


class Rule(models.TextChoices):
    """The rules that a gap or a warning names, in the words of the charter."""

    R2 = "R2", _("The four functions count as one whole only within one organisation, or within one partnership.")
    R3 = "R3", _("Free time is the way in: without it, the other functions do not reach young people.")
    R4 = "R4", _("A priority neighbourhood needs all four functions, as one whole. Any other needs at least free time.")
    R6 = "R6", _("A priority area has a warm place, and mobile or outreach work on top.")
    R7 = "R7", _("More hours of free time, but never at the cost of the other three.")
