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


@dataclass(frozen=True)
class LoopPage:
    loops: tuple[Loop, ...]  # of all neighbourhoods, in the order of the groups
    records: Records

    @property
    def open(self) -> int:
        """In how many of them it is still open."""
        return self._number(Standing.OPEN)

    def page(self, number: str | None) -> Page:
        return Paginator(self.loops, PER_PAGE).get_page(number)

    def groups(self, page: Page) -> Iterator[tuple[str, int, list[LoopRow]]]:
        """Their title, how many are in them, and which of those stand on this page."""
        titles = {
            Standing.OPEN: _("Still open"),
            Standing.CLOSED: _("Came round"),
            Standing.QUIET: _("Too few spoke to say"),
        }
        for standing, title in titles.items():
            rows = [_row(loop, self.records) for loop in page if _standing(loop) == standing]
            yield title, self._number(standing), rows

    def _number(self, standing: Standing) -> int:
        return sum(_standing(loop) == standing for loop in self.loops)


def loop_page(filters: PeriodFilter, user) -> LoopPage:
    found = sorted(loops(filters.period_shown, filters.names), key=lambda loop: list(Standing).index(_standing(loop)))
    return LoopPage(tuple(found), Records(user, filters.period_shown))


def _standing(loop: Loop) -> Standing:
    if loop.open_ends:
        return Standing.OPEN
    return Standing.CLOSED if loop.began else Standing.QUIET


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
