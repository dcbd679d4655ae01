"""The figures about signals as a table to save: every number of the page, a row each."""

from collections.abc import Iterator
from decimal import Decimal

from django.utils.translation import gettext as _

from jos.dashboards.signals.page import Breakdown, SignalPage
from jos.shared.tables.writing import Cell
from neighbourhoods.enums import Missing
from signals.counting.times import Times

COLUMNS = ("what", "by", "value", "number")


def signal_rows(page: SignalPage) -> Iterator[list[Cell]]:
    """A count that is too small has the reason in its place: never 0, never nothing (R17)."""
    yield [_("signals"), "", "", _cell(page.figures.signals)]
    if page.months:
        (counts,) = page.months.series
        for label, number in zip(page.months.labels, counts.values, strict=True):
            yield [_("signals"), _("month"), label, _cell(number)]
    yield from _breakdowns(_("signals"), page.breakdowns)
    yield [_("dossiers opened"), "", "", page.dossiers.opened]
    yield from _breakdowns(_("dossiers opened"), page.of_dossiers)
    yield [_("dossiers overdue today"), "", "", page.dossiers.overdue]
    yield [_("dossiers reopened"), "", "", page.dossiers.reopened]
    if page.figures.times:
        yield from _times(_("first answer to a signal"), page.figures.times)
    yield from _times(_("first action of a dossier"), page.dossiers.to_action)
    yield from _times(_("answer of a dossier"), page.dossiers.to_answer)


def _breakdowns(what: str, breakdowns: tuple[Breakdown, ...]) -> Iterator[list[Cell]]:
    for breakdown in breakdowns:
        for row in breakdown.rows:
            yield [what, breakdown.title, row.name, _cell(row.number)]


def _times(what: str, times: Times) -> Iterator[list[Cell]]:
    yield [what, "", _("how many have one"), times.number]
    yield [what, "", _("within the term"), times.within]
    yield [what, "", _("working days, half within"), times.median]
    yield [what, "", _("working days, nine in ten within"), times.ninetieth]


def _cell(number: float | Decimal | None) -> Cell:
    return str(Missing.TOO_FEW.label) if number is None else int(number)
