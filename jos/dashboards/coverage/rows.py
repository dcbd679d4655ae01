"""An area as the table, the map and the list show it."""

from dataclasses import dataclass, replace

from django.urls import reverse

from jos.dashboards.coverage.forms import OF_A_SHEET, OF_OFFERS, CoverageFilter, MomentFilter
from organisations.coverage import AreaCoverage
from organisations.coverage.changes import AreaChange


@dataclass(frozen=True)
class Row:
    """An area, where its sheet is, and where the offers behind its numbers are; what changed, if that was asked."""

    area: AreaCoverage
    sheet: str
    offers: str
    change: AreaChange | None = None
    offers_before: str = ""  # of the day it is compared with

    @classmethod
    def of(cls, area: AreaCoverage, moment: MomentFilter) -> "Row":
        sheet, asked = reverse(str(area.kind), args=[area.slug]), moment.part_of_address(*OF_A_SHEET)
        return cls(area, f"{sheet}?{asked}" if asked else sheet, _offers(area, moment.part_of_address(*OF_OFFERS)))

    @classmethod
    def of_change(cls, change: AreaChange, filters: CoverageFilter) -> "Row":
        before = filters.part_of_address(*OF_OFFERS, at=str(filters.since_day))
        return replace(cls.of(change.area, filters), change=change, offers_before=_offers(change.area, before))

    @property
    def key(self) -> str:
        """Names it within the page."""
        return f"{self.area.kind[0]}{self.area.pk}"


def _offers(area: AreaCoverage, asked: str) -> str:
    there = f"{reverse('offers')}?{area.kind}={area.slug}"
    return f"{there}&{asked}" if asked else there
