"""What a page on figures asks: how many signals in a period, about what and from where, and how long they take."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from django.conf import settings

from jos.shared.time import today
from neighbourhoods.figures.periods import starts_on
from neighbourhoods.models import Neighbourhood
from organisations.enums import AgeBand
from signals.counting.count import NOT_SAID, Axis, Count, Counts
from signals.counting.periods import months_of
from signals.counting.small import FEWEST_SIGNALS, Mask, Table, hidden_in_line, hidden_in_table
from signals.counting.tallies import counted
from signals.counting.times import Times, of_histogram
from signals.enums import SignalKind, SignalState, TallyOf
from signals.models import Theme

SHOWN = (Axis.AREA, Axis.THEME, Axis.AGE, Axis.KIND, Axis.MONTH)


@dataclass(frozen=True)
class Names:
    """The neighbourhoods and themes there are, read once for a page."""

    areas: Mapping[str, Neighbourhood]
    themes: Mapping[str, Theme]

    @classmethod
    def read(cls, period: str) -> "Names":
        """Those of today, and those there were when the period began."""
        here = Neighbourhood.objects.on(today()) | Neighbourhood.objects.on(starts_on(period))
        areas = here.without_borders().order_by("name")
        return cls({str(area.pk): area for area in areas}, {str(theme.pk): theme for theme in Theme.objects.all()})


@dataclass(frozen=True)
class Number:
    """How many signals have one value along an axis. None: too few to show."""

    key: str
    number: int | None

    @property
    def is_not_said(self) -> bool:
        return self.key == NOT_SAID


@dataclass(frozen=True)
class SignalFigures:
    """`signals`: None where they are too few to show, and then nothing else is known of them either."""

    signals: int | None
    by: Mapping[Axis, tuple[Number, ...]]
    times: Times | None
    waiting: int | None = None  # of them, staff still have to do something with
    in_a_dossier: int | None = None
    changed: Mapping[str, int] | None = None  # what those say who were asked whether something changed


NOTHING_TO_SHOW = SignalFigures(None, {}, None)


def signal_figures(
    period: str, names: Names, *, area: Neighbourhood | None = None, theme: Theme | None = None
) -> SignalFigures:
    """Of the city, of one neighbourhood or about one theme. Of both at once only how many: the rest is too few."""
    cuts = {TallyOf.THEME} if theme else {TallyOf.AREA} if area else set()
    found = Counted(period, names, counted([period], cuts))
    if area and theme:
        return found.both(str(area.pk), str(theme.pk))
    if area:
        return found.of(TallyOf.AREA, str(area.pk))
    return found.of(TallyOf.THEME, str(theme.pk)) if theme else found.of_city()


def figures_of_areas(period: str, names: Names, *, by: Collection[Axis] = ()) -> dict[str, SignalFigures]:
    """Of each neighbourhood, for a page that has all of them; divided along these axes."""
    found = Counted(period, names, counted([period], {TallyOf.AREA}))
    return {key: found.of(TallyOf.AREA, key, by=by) for key in names.areas}


class Counted:
    """The counts of a period, and which of them may be shown."""

    def __init__(self, period: str, names: Names, counts: Counts) -> None:
        self._counts = counts
        self._values: dict[str, list[str]] = {
            Axis.AREA: [*names.areas],
            Axis.THEME: [*names.themes],
            Axis.AGE: list(AgeBand.values),
            Axis.KIND: list(SignalKind.values),
            Axis.MONTH: months_of(period),
        }
        self._lines: dict[str, set[str]] = {}
        self._tables: dict[tuple[str, str], Mask] = {}

    def of_city(self) -> SignalFigures:
        city = self._city
        if city.signals < FEWEST_SIGNALS:
            return NOTHING_TO_SHOW
        return self._figures(city, {axis: self._few(axis) for axis in SHOWN}, SHOWN)

    def of(self, cut: TallyOf, key: str, *, by: Collection[Axis] = SHOWN) -> SignalFigures:
        """The row of one neighbourhood, or of one theme, in each of its tables."""
        if key in self._few(cut):
            return NOTHING_TO_SHOW
        others = tuple(axis for axis in by if axis != cut.value)
        few = {axis: self._few_in_row(cut, key, axis) for axis in others}
        return self._figures(self._counts[cut.value, key], few, others)

    def both(self, area: str, theme: str) -> SignalFigures:
        if area in self._few_in_row(TallyOf.THEME, theme, Axis.AREA):
            return NOTHING_TO_SHOW
        return SignalFigures(self._counts[TallyOf.THEME.value, theme].by[Axis.AREA][area], {}, None)

    @cached_property
    def _city(self) -> Count:
        return self._counts[TallyOf.CITY.value, ""]

    def _along(self, count: Count, axis: str) -> dict[str, int]:
        """Also the values nobody named: one cannot tell them from those that too few did."""
        return {value: count.by[axis][value] for value in self._values[axis]}

    def _few(self, axis: str) -> set[str]:
        """What is hidden of the whole city."""
        if axis not in self._lines:
            self._lines[axis] = hidden_in_line(self._along(self._city, axis))
        return self._lines[axis]

    def _few_in_row(self, cut: TallyOf, key: str, axis: str) -> set[str]:
        """What is hidden of one neighbourhood or theme."""
        row = self._hidden(cut.value, axis)[self._values[cut.value].index(key)]
        return {value for value, is_hidden in zip(self._values[axis], row, strict=True) if is_hidden}

    def _hidden(self, rows: str, columns: str) -> Mask:
        """Which cells of the table of one axis by another are hidden, whichever of the two a page is about."""
        if (rows, columns) not in self._tables:
            few = {"few_rows": self._are_few(rows), "few_columns": self._are_few(columns)}
            self._tables[rows, columns] = hidden_in_table(self._table(rows, columns), **few)
        return self._tables[rows, columns]

    def _are_few(self, axis: str) -> Mask:
        return np.array([value in self._few(axis) for value in self._values[axis]], dtype=bool)

    def _table(self, rows: str, columns: str) -> Table:
        counts = [self._counts[rows, row].by[columns] for row in self._values[rows]]
        cells = [[count.get(column, 0) for column in self._values[columns]] for count in counts]
        return np.array(cells, dtype=np.int64).reshape(len(self._values[rows]), len(self._values[columns]))

    def _figures(self, count: Count, few: Mapping[Axis, set[str]], axes: Iterable[Axis]) -> SignalFigures:
        days = Counter({int(day): number for day, number in count.by[Axis.DAYS].items()})
        times = of_histogram(days, term=settings.SIGNAL_ANSWER_DAYS)
        return SignalFigures(
            signals=count.signals,
            by={axis: tuple(self._numbers(count, axis, few[axis])) for axis in axes},
            times=times,
            waiting=count.by[Axis.STATE][SignalState.RECEIVED],
            in_a_dossier=count.by[Axis.STATE][SignalState.BUNDLED],
            changed=count.by[Axis.CHANGED],
        )

    def _numbers(self, count: Count, axis: Axis, few: set[str]) -> Iterable[Number]:
        for value, number in self._along(count, axis).items():
            yield Number(value, None if value in few else number)
        if not_said := count.by[axis][NOT_SAID]:
            yield Number(NOT_SAID, not_said)
