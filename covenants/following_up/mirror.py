"""How far the staff of organisations mirrors young people (R16): only what several organisations say together.

Counts are small, and about where people come from: no count is shown, only a share, rounded to five in a hundred, and
none where it says something of fewer than five people (docs/decisions/0021-following-up-as-equals.md).
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count
from django.db.models.functions import Coalesce

from covenants.enums import MirrorAspect
from covenants.models import StaffMirror

FEWEST_ORGANISATIONS = 5
FEWEST_PEOPLE = 5
ROUNDED_TO = 5  # in a hundred
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


def years() -> list[int]:
    """Of which enough organisations held up a mirror, the latest first."""
    counted = StaffMirror.objects.order_by("-year").values("year").annotate(number=Count(_WHO, distinct=True))
    return [row["year"] for row in counted if row["number"] >= FEWEST_ORGANISATIONS]


def reflected(year: int) -> Reflected:
    """One query."""
    mirrors = list(StaffMirror.objects.filter(year=year).order_by().values_list(_WHO, "people", "counts"))
    shares = tuple(_share(aspect, mirrors) for aspect in MirrorAspect)
    return Reflected(year, len({who for who, *_counts in mirrors}), shares)


def _share(aspect: MirrorAspect, mirrors: Iterable[Mirror]) -> Share:
    """What an organisation did not count is unknown, and no zero (R17): it is left out, with its people."""
    counted = [(who, people, counts[aspect]) for who, people, counts in mirrors if aspect in counts]
    organisations = len({who for who, *_counts in counted})
    people, those = sum(each for _who, each, _those in counted), sum(those for *_of, those in counted)
    is_told = organisations >= FEWEST_ORGANISATIONS and min(those, people - those) >= FEWEST_PEOPLE
    return Share(aspect, organisations, _rounded(those, people) if is_told else None)


def _rounded(part: int, whole: int) -> int:
    return round(100 * part / whole / ROUNDED_TO) * ROUNDED_TO
