"""How partners rate the city, by aspect and year: only what several of them say together, and each its own.

Each partner counts once, however many periods it rated. What is told of it, and when: `telling.py`.
"""

import datetime
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Avg, Q
from django.db.models.functions import Coalesce

from covenants.enums import RatingAspect
from covenants.following_up.telling import last_told, score_in_words, score_of
from covenants.models import CityRating, ReportingPeriod
from organisations.models import Organisation

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

    def __str__(self) -> str:
        return "" if self.score is None else score_in_words(self.score)


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
    def weakest(self) -> tuple[RatingAspect, Together] | None:
        """In that year. None where several are rated as low."""
        told = [(row.aspect, dict(row.by_year)[self.last_year]) for row in self.rows if self.last_year]
        lowest = min((each.score for _aspect, each in told if each.score is not None), default=None)
        found = [one for one in told if one[1].score is not None and one[1].score == lowest]
        return found[0] if len(found) == 1 else None


@dataclass(frozen=True)
class OwnRating:
    """What a partner gave over one period, for its own people."""

    period: ReportingPeriod
    scores: tuple[tuple[RatingAspect, int | None], ...]


def ratings(at: datetime.date) -> Ratings:
    """Of the years that are told on the day `at`. One query."""
    given = CityRating.objects.filter(period__ends_on__year__lte=last_told(at)).order_by()
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


def _together(means: Sequence[float]) -> Together:
    return Together(len(means), score_of([float(mean) for mean in means]))


def _own(some: list[CityRating]) -> OwnRating:
    scores = {rating.aspect: rating.score for rating in some}
    return OwnRating(some[0].period, tuple((aspect, scores.get(aspect.value)) for aspect in RatingAspect))
