"""How partners rate the city, by aspect and year: only what several of them say together, and each its own.

Each partner counts once, however many periods it rated. Half points, and only periods that are over: otherwise who
looks every day reads in what changed what the last partner gave (docs/decisions/0021-following-up-as-equals.md).
"""

import datetime
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Avg, Q
from django.db.models.functions import Coalesce

from covenants.enums import RatingAspect
from covenants.models import CityRating, ReportingPeriod
from organisations.models import Organisation

FEWEST = 5  # partners
BEST = 5
_PARTY = "period__covenant__"
_WHO = Coalesce(
    f"{_PARTY}organisation__merged_into",
    f"{_PARTY}organisation",
    f"{_PARTY}partnership__lead__merged_into",
    f"{_PARTY}partnership__lead",
)


@dataclass(frozen=True)
class Together:
    """What partners say together. No score: too few of them said something."""

    partners: int
    score: Decimal | None

    @property
    def width(self) -> str:
        """Of its bar, in percent of the best."""
        return f"{(self.score or 0) * 100 / BEST:.0f}%"


@dataclass(frozen=True)
class AspectRow:
    aspect: RatingAspect
    by_year: tuple[tuple[int, Together], ...]


@dataclass(frozen=True)
class Ratings:
    """The years in their order, and a row for each aspect."""

    years: tuple[int, ...]
    rows: tuple[AspectRow, ...]

    @property
    def last_year(self) -> int | None:
        """Of which something can be said."""
        told = (year for row in self.rows for year, together in row.by_year if together.score is not None)
        return max(told, default=None)

    @property
    def weakest(self) -> tuple[RatingAspect, Decimal] | None:
        """In that year."""
        told = [(row.aspect, dict(row.by_year)[self.last_year].score) for row in self.rows if self.last_year]
        known = [(aspect, score) for aspect, score in told if score is not None]
        return min(known, key=lambda one: one[1], default=None)


@dataclass(frozen=True)
class OwnRating:
    """What a partner gave over one period, for its own people."""

    period: ReportingPeriod
    scores: tuple[tuple[RatingAspect, int | None], ...]


def ratings(at: datetime.date) -> Ratings:
    """Of the periods that are over. One query."""
    given = CityRating.objects.filter(period__ends_on__lt=at).order_by()
    rows = given.values_list("period__ends_on__year", "aspect", _WHO).annotate(mean=Avg("score"))
    found: dict[tuple[int, str], list[float]] = defaultdict(list)
    for year, aspect, _partner, mean in rows:
        found[year, aspect].append(mean)
    years = tuple(sorted({year for year, _aspect in found}))
    return Ratings(
        years,
        tuple(
            AspectRow(aspect, tuple((year, _together(found[year, aspect.value])) for year in years))
            for aspect in RatingAspect
        ),
    )


def own_ratings(user) -> list[OwnRating]:
    """Those of the organisations this person speaks for, the latest first. One query."""
    own = Organisation.objects.carried_on_by(user).values("pk")
    spoken_for = Q(period__covenant__organisation__in=own) | Q(period__covenant__partnership__lead__in=own)
    given = CityRating.objects.filter(spoken_for).select_related("period__covenant").order_by("-period__ends_on", "pk")
    by_period: dict[int, list[CityRating]] = defaultdict(list)
    for rating in given:
        by_period[rating.period_id].append(rating)
    return [_own(some) for some in by_period.values()]


def _together(means: Iterable[float]) -> Together:
    means = list(means)
    if len(means) < FEWEST:
        return Together(len(means), None)
    mean = Decimal(str(sum(map(float, means)) / len(means)))
    return Together(len(means), (mean * 2).quantize(Decimal(1)) / 2)


def _own(some: list[CityRating]) -> OwnRating:
    scores = {rating.aspect: rating.score for rating in some}
    return OwnRating(some[0].period, tuple((aspect, scores.get(aspect.value)) for aspect in RatingAspect))
