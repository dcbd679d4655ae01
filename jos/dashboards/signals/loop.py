"""The page of the loop: each neighbourhood, and where the records of each step are."""

from dataclasses import dataclass

from jos.dashboards.signals.forms import PeriodFilter
from jos.dashboards.signals.records import Records
from signals.counting.loop import Loop, loops
from signals.enums import DossierState, SignalState


@dataclass(frozen=True)
class LoopRow:
    loop: Loop
    signals: str
    waiting: str
    dossiers: str
    reopened: str
    overdue: str


@dataclass(frozen=True)
class LoopPage:
    rows: tuple[LoopRow, ...]

    @property
    def open(self) -> list[LoopRow]:
        """Those where something is still to be done."""
        return [row for row in self.rows if row.loop.open_ends]

    @property
    def closed(self) -> list[LoopRow]:
        """Those where all that was said came round."""
        return [
            row
            for row in self.rows
            if not row.loop.open_ends and (row.loop.signals.signals or row.loop.dossiers.opened)
        ]

    @property
    def quiet(self) -> list[LoopRow]:
        """Where too few spoke to show: nobody knows what lives there (R17)."""
        return [row for row in self.rows if not row.loop.began and not row.loop.open_ends]


def loop_page(filters: PeriodFilter, user) -> LoopPage:
    records = Records(user, filters.period_shown)
    return LoopPage(tuple(_row(loop, records) for loop in loops(filters.period_shown, filters.names)))


def _row(loop: Loop, records: Records) -> LoopRow:
    here = {"neighbourhood": loop.area.slug}
    return LoopRow(
        loop=loop,
        signals=records.signals(here),
        waiting=records.signals(here | {"state": SignalState.RECEIVED.value}),
        dossiers=records.dossiers(here),
        reopened=records.dossiers(here | {"state": DossierState.REOPENED.value}),
        overdue=records.dossiers(here | {"overdue": "on"}),
    )
