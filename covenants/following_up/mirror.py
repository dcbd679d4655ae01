"""How far the staff of organisations mirrors young people (R16): only what several organisations say together.

Counts are small, and about where people come from: no count is shown, only a share, as `telling.py` tells it.
"""

import datetime
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count
from django.db.models.functions import Coalesce

from covenants.enums import MirrorAspect
from covenants.following_up.telling import FEWEST, Counted, last_told, percent_of
from covenants.models import StaffMirror

_WHO = Coalesce("organisation__merged_into", "organisation")  # who merged, knows the counts of both

Mirror = tuple[int, int, dict[str, int]]  # whose, of how many people, and of how many of them each aspect holds


@dataclass(frozen=True)
class Share:
    """Of an aspect, over the organisations that counted it. No share: too few organisations, or too few people."""

    aspect: MirrorAspect
    organisations: int
    percent: int | None

    @property
    def width(self) -> str:
        return f"{self.percent or 0}%"


@dataclass(frozen=True)
class Reflected:
    year: int
    organisations: int
    shares: tuple[Share, ...]


def years(at: datetime.date) -> list[int]:
    """Those that are told on the day `at`, and of which enough organisations held up a mirror. The latest first."""
    told = StaffMirror.objects.filter(year__lte=last_told(at))
    counted = told.order_by("-year").values("year").annotate(number=Count(_WHO, distinct=True))
    return [row["year"] for row in counted if row["number"] >= FEWEST]


def reflected(year: int) -> Reflected:
    """One query."""
    mirrors = list(StaffMirror.objects.filter(year=year).order_by().values_list(_WHO, "people", "counts"))
    shares = tuple(_share(aspect, mirrors) for aspect in MirrorAspect)
    return Reflected(year, len({who for who, *_counts in mirrors}), shares)


def _share(aspect: MirrorAspect, mirrors: Iterable[Mirror]) -> Share:
    """What an organisation did not count is unknown, and no zero (R17): it is left out, with its people."""
    counted: dict[int, Counted] = defaultdict(lambda: Counted(0, 0))
    for who, people, counts in mirrors:
        if aspect in counts:
            counted[who] = Counted(counted[who].those + counts[aspect], counted[who].people + people)
    return Share(aspect, len(counted), percent_of(counted.values()))
