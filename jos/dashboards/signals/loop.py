"""The page of the loop: each neighbourhood, and where the records of each step are."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from django.core.paginator import Page, Paginator
from django.utils.translation import gettext as _

from jos.dashboards.signals.forms import PeriodFilter
from jos.dashboards.signals.records import Records
from signals.counting.loop import HOW_FAR, Loop, loops
from signals.enums import SignalState

PER_PAGE = 50


class Standing(StrEnum):
    OPEN = "open"  # something is still to be done
    CLOSED = "closed"  # all that was said came round
    QUIET = "quiet"  # too few spoke to show: nobody knows what lives there (R17)


@dataclass(frozen=True)
class LoopRow:
    """A neighbourhood, and where the records of each number are."""

    loop: Loop
    signals: str
    waiting: str
    dossiers: str
    overdue: str
    acted: str
    answered: str
    undecided: str
    without_action: str
    reopened: str

    @property
    def standing(self) -> Standing:
        if self.loop.open_ends:
            return Standing.OPEN
        return Standing.CLOSED if self.loop.began else Standing.QUIET


@dataclass(frozen=True)
class LoopPage:
    rows: tuple[LoopRow, ...]  # of all neighbourhoods, in the order of the groups

    @property
    def open(self) -> list[LoopRow]:
        return self._those(Standing.OPEN)

    def page(self, number: str | None) -> Page:
        return Paginator(self.rows, PER_PAGE).get_page(number)

    def groups(self, page: Page) -> Iterator[tuple[str, int, list[LoopRow]]]:
        """Their title, how many are in them, and which of those stand on this page."""
        titles = {
            Standing.OPEN: _("Still open"),
            Standing.CLOSED: _("Came round"),
            Standing.QUIET: _("Too few spoke to say"),
        }
        for standing, title in titles.items():
            yield title, len(self._those(standing)), [row for row in page if row.standing == standing]

    def _those(self, standing: Standing) -> list[LoopRow]:
        return [row for row in self.rows if row.standing == standing]


def loop_page(filters: PeriodFilter, user) -> LoopPage:
    records = Records(user, filters.period_shown)
    rows = [_row(loop, records) for loop in loops(filters.period_shown, filters.names)]
    return LoopPage(tuple(sorted(rows, key=lambda row: list(Standing).index(row.standing))))


def _row(loop: Loop, records: Records) -> LoopRow:
    here = {"neighbourhood": loop.area.slug}
    return LoopRow(
        loop=loop,
        signals=records.signals(here),
        waiting=records.signals(here | {"state": SignalState.RECEIVED.value}),
        dossiers=records.opened(here),
        overdue=records.opened(here | {"overdue": "on"}),
        **{name: records.opened(here | {"how_far": name}) for name in HOW_FAR},
    )
