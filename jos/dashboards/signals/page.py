"""All that the page of figures about signals shows: each number with its name, its share and its records."""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from jos.dashboards.signals.forms import SignalFilter
from jos.dashboards.signals.records import NONE, Records
from jos.shared.capitals import capfirst
from jos.shared.charts import LineChart, Series, percent
from organisations.enums import AgeBand
from signals.counting.count import Axis
from signals.counting.dossiers import DossierFigures, dossier_figures
from signals.counting.figures import Number, SignalFigures, signal_figures
from signals.counting.periods import months_of
from signals.enums import Cause, Outcome, SignalKind, SignalState

MOST = 40  # rows of a table on the page, and names of what is too few; the table to save has all
POINTS = 3  # months that are shown, at least: fewer make no line
TICKS = 4  # months named under the axis, as many as fit on a phone


@dataclass(frozen=True)
class Row:
    """`number`: None where it is too small to show. `width` of its bar, the longest being the whole."""

    name: str
    number: int | None
    where: str
    width: str = ""
    is_unknown: bool = False


@dataclass(frozen=True)
class Breakdown:
    """The same signals or dossiers, divided along one axis."""

    id: str
    title: str
    rows: tuple[Row, ...]

    @property
    def shown(self) -> list[Row]:
        """The largest, and what was not said."""
        return [*self._numbers[:MOST], *(row for row in self._numbers[MOST:] if row.is_unknown)]

    @property
    def more(self) -> int:
        return len(self._numbers) - len(self.shown)

    @property
    def few(self) -> list[str]:
        """The names of those that are too few to show, in a line of their own."""
        return [row.name for row in self.rows if row.number is None][:MOST]

    @property
    def more_few(self) -> int:
        return len(self.rows) - len(self._numbers) - len(self.few)

    @property
    def _numbers(self) -> list[Row]:
        return [row for row in self.rows if row.number is not None]


@dataclass(frozen=True)
class SignalPage:
    filters: SignalFilter
    figures: SignalFigures
    dossiers: DossierFigures
    months: LineChart | None
    breakdowns: tuple[Breakdown, ...]
    of_dossiers: tuple[Breakdown, ...]
    all_signals: str  # where the records are
    waiting: str
    all_dossiers: str
    overdue: str
    reopened: str


def signal_page(filters: SignalFilter, user) -> SignalPage:
    period, area, theme = filters.period_shown, filters.area_shown, filters.theme_shown
    figures = signal_figures(period, filters.names, area=area, theme=theme)
    dossiers = dossier_figures(period, area=area, theme=theme)
    records = Records(user, period)
    here = ({"neighbourhood": area.slug} if area else {}) | ({"theme": theme.slug} if theme else {})
    return SignalPage(
        filters=filters,
        figures=figures,
        dossiers=dossiers,
        months=_months(figures, period),
        breakdowns=tuple(_breakdowns(figures, filters, records, here)),
        of_dossiers=tuple(_of_dossiers(dossiers, records, here)),
        all_signals=records.signals(here),
        waiting=records.signals(here | {"state": SignalState.RECEIVED.value}),
        all_dossiers=records.opened(here),
        overdue=records.dossiers(here | {"overdue": "on"}),
        reopened=records.dossiers(here | {"reopened_in": period}),
    )


def _months(figures: SignalFigures, period: str) -> LineChart | None:
    found = {number.key: number.number for number in figures.by.get(Axis.MONTH, ())}
    months = months_of(period)
    if sum(number is not None for number in found.values()) < POINTS:
        return None
    last = len(months) - 1
    return LineChart(
        id="months",
        title=_("Signals by month"),
        unit="",
        labels=tuple(_month(month) for month in months),
        series=(Series(_("signals"), tuple(found.get(month) for month in months), "SIGNAL"),),
        description=_("A month with too few signals to show is a hole in the line."),
        ticks=tuple(sorted({round(i * last / (TICKS - 1)) for i in range(TICKS)})),
    )


def _month(month: str) -> str:
    return date_format(datetime.date.fromisoformat(f"{month}-01"), pgettext("date format", "M Y"))


def _breakdowns(
    figures: SignalFigures, filters: SignalFilter, records: Records, here: Mapping[str, str]
) -> Iterator[Breakdown]:
    names = filters.names
    titles: dict[Axis, tuple[str, str, Mapping[str, tuple[str, str]]]] = {
        Axis.THEME: (_("By theme"), "theme", {key: (str(theme), theme.slug) for key, theme in names.themes.items()}),
        Axis.AREA: (
            _("By neighbourhood"),
            "neighbourhood",
            {key: (area.name, area.slug) for key, area in names.areas.items()},
        ),
        Axis.AGE: (_("By age"), "age", {band.value: (str(band.label), band.value) for band in AgeBand}),
        Axis.KIND: (_("By kind"), "kind", {kind.value: (str(kind.label), kind.value) for kind in SignalKind}),
    }
    for axis, (title, asked_as, named) in titles.items():
        if numbers := figures.by.get(axis):
            rows = [_row(number, named, records, dict(here), asked_as) for number in numbers]
            yield Breakdown(axis.value, title, _with_bars(rows, in_order=axis in (Axis.AGE, Axis.KIND)))


def _row(
    number: Number, named: Mapping[str, tuple[str, str]], records: Records, here: dict[str, str], asked_as: str
) -> Row:
    if number.is_not_said:
        return Row(_("not said"), number.number, records.signals(here | {asked_as: NONE}), is_unknown=True)
    name, slug = named[number.key]
    return Row(capfirst(name), number.number, records.signals(here | {asked_as: slug}))


def _of_dossiers(figures: DossierFigures, records: Records, here: Mapping[str, str]) -> Iterator[Breakdown]:
    causes = [
        Row(capfirst(str(cause.label)), figures.causes[cause], records.opened({**here, "cause": cause.value}))
        for cause in Cause
    ]
    outcomes = [
        Row(
            capfirst(str(outcome.label)),
            figures.outcomes[outcome],
            records.opened({**here, "outcome": outcome.value}),
        )
        for outcome in Outcome
    ]
    nothing_yet = Row(_("No answer yet"), figures.outcomes[""], records.opened({**here, "outcome": NONE}))
    yield Breakdown("cause", _("By cause"), _with_bars(causes, in_order=True))
    yield Breakdown("outcome", _("By what became of it"), _with_bars([*outcomes, nothing_yet], in_order=True))


def _with_bars(rows: list[Row], *, in_order: bool) -> tuple[Row, ...]:
    """The largest first, unless they have an order of their own; what is unknown or too few at the end."""
    longest = max((row.number or 0 for row in rows), default=0) or 1
    drawn = [replace(row, width=percent(100 * (row.number or 0) / longest)) for row in rows]
    if in_order:
        return tuple(drawn)
    return tuple(sorted(drawn, key=lambda row: (row.is_unknown, row.number is None, -(row.number or 0))))
