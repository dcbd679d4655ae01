"""Who covers which function in which neighbourhood, judged by the rules of the charter (R1 to R7)."""

import datetime
from dataclasses import dataclass
from decimal import Decimal

from django.db import models
from django.utils.translation import gettext_lazy as _

from organisations.enums import Function


class Status(models.TextChoices):
    """How the four functions stand in an area (R2)."""

    WHOLE = "WHOLE", _("one whole")
    SCATTERED = "SCATTERED", _("scattered")
    PARTIAL = "PARTIAL", _("partial")
    NONE = "NONE", _("nothing")


class AreaKind(models.TextChoices):
    NEIGHBOURHOOD = "neighbourhood", _("neighbourhood")
    CIRCLE = "circle", _("movement circle")


class GapKind(models.TextChoices):
    """What the norm asks and the area lacks."""

    FUNCTION_MISSING = "FUNCTION_MISSING", _("function missing")  # R4
    NOT_TOGETHER = "NOT_TOGETHER", _("scattered")  # R2, R4
    NO_ENTRY = "NO_ENTRY", _("no way in")  # R3
    NO_WARM_PLACE = "NO_WARM_PLACE", _("no warm place")  # R6
    NO_OUTREACH = "NO_OUTREACH", _("no outreach")  # R6


class WarningKind(models.TextChoices):
    """What may go wrong soon."""

    THIN = "THIN", _("hangs by one partner")
    UNCONFIRMED = "UNCONFIRMED", _("not confirmed")
    CROWDING_OUT = "CROWDING_OUT", _("crowded out by free time")  # R7


@dataclass(frozen=True)
class Ages:
    """An age band in years, both ends included."""

    lowest: int
    highest: int

    @classmethod
    def parse(cls, text: str) -> "Ages":
        """From "12-15". ValueError where it is no band."""
        lowest, _dash, highest = text.partition("-")
        ages = cls(int(lowest), int(highest))
        if not 0 <= ages.lowest <= ages.highest <= 99:
            raise ValueError(text)
        return ages

    def __str__(self) -> str:
        return f"{self.lowest}-{self.highest}"


@dataclass(frozen=True)
class FunctionCoverage:
    """One function in one area."""

    function: Function
    hours: Decimal | None  # a week, of the offers whose hours are known; None: covered, but no hours known
    some_hours_unknown: bool
    offers: frozenset[int]  # primary keys
    organisations: frozenset[int]
    unconfirmed_only: bool

    @property
    def covered(self) -> bool:
        return bool(self.offers)


@dataclass(frozen=True)
class Finding:
    """A gap or a warning, in one sentence, with the charter's rule and the function it is about."""

    kind: str
    text: str
    rule: str  # "R4"
    function: Function | None = None


@dataclass(frozen=True)
class AreaCoverage:
    """How one neighbourhood or circle stands on a day, for an age band."""

    kind: AreaKind
    pk: int
    code: str
    name: str
    slug: str
    district: str
    priority: bool
    status: Status
    whole_by: tuple[str, ...]
    functions: dict[Function, FunctionCoverage]
    warm_place: bool
    outreach: bool
    gaps: tuple[Finding, ...]
    warnings: tuple[Finding, ...]

    @property
    def norm_met(self) -> bool:
        return not self.gaps


def coverage(
    *,
    at: datetime.date,
    ages: Ages | None = None,
    area_code: str | None = None,
    circle_name: str | None = None,
) -> list[AreaCoverage]:
    """Neighbourhoods by name, then circles by name; only one of them where a code or a circle's name is given."""
    raise NotImplementedError
