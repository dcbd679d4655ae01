"""Charts as plain data: the templates in `components/charts/` draw them as SVG, with a table for whoever wants numbers.

A place is a part of the drawing's width and height in percent, letters are as large as those of the page: so a chart
is readable on a phone, on a wide screen and on paper. An unknown value is a hole in a line, never zero (R17).
"""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property, lru_cache
from itertools import groupby

from django.utils.formats import number_format
from django.utils.translation import get_language, gettext

Number = Decimal | float | int

GRID_LINES = 4  # at most, above zero
TOP = 10.0  # of the drawing's height stays free above the highest value, for the words of a stretch
FLOOR = 88.0  # where zero lies; under it stand the words of the axis
MARKS = 6  # each so many steps a line shows its own mark, so that colour is not the only key

_BETWEEN_THOUSANDS = re.compile(r"(?<=\d)(?=(?:\d{3})+(?:\D|$))")


@dataclass(frozen=True)
class Series:
    """Values in the order of the chart's labels. `tone`: a function of the charter, or INK."""

    name: str
    values: tuple[Number | None, ...]
    tone: str = "INK"


@dataclass(frozen=True)
class Stretch:
    """From one label to another, both counted from 0 and included: something held there."""

    first: int
    last: int
    name: str


@dataclass(frozen=True)
class Spot:
    """A point of a drawing: percents of its width and height, as SVG reads them."""

    x: str
    y: str


@dataclass(frozen=True)
class Line:
    series: Series
    path: str
    marks: tuple[Spot, ...]

    @property
    def last_value(self) -> str:
        return in_words(self.series.values[-1])


@dataclass(frozen=True)
class Shade:
    """A stretch as it lies in the drawing."""

    name: str
    x: str
    width: str


@dataclass(frozen=True)
class Tick:
    at: str
    text: str
    anchor: str = "middle"
    is_zero: bool = False


@dataclass(frozen=True)
class Chart:
    """What every chart says: in the drawing, in words and in a table."""

    id: str
    title: str
    unit: str
    labels: tuple[str, ...]
    series: tuple[Series, ...]
    description: str = ""

    @property
    def rows(self) -> list[tuple[str, list[str]]]:
        """The table, a row a label."""
        values = zip(*(series.values for series in self.series), strict=True)
        return [(label, [in_words(value) for value in row]) for label, row in zip(self.labels, values, strict=True)]


@dataclass(frozen=True)
class LineChart(Chart):
    """How values went over time. `ticks`: the labels that stand under the axis, counted from 0; the table has all."""

    ticks: tuple[int, ...] = ()
    stretches: tuple[Stretch, ...] = ()

    @cached_property
    def grid(self) -> tuple[float, ...]:
        return grid([value for series in self.series for value in series.values if value is not None])

    @cached_property
    def lines(self) -> list[Line]:
        return [Line(series, self._path(series), self._marks(series)) for series in self.series]

    @cached_property
    def y_ticks(self) -> list[Tick]:
        return [Tick(percent(self._y(value)), in_words(value), is_zero=value == 0) for value in self.grid]

    @property
    def x_ticks(self) -> list[Tick]:
        last = len(self.labels) - 1
        ends = {0: "start", last: "end"}
        return [Tick(percent(self._x(i)), self.labels[i], ends.get(i, "middle")) for i in self.ticks]

    @cached_property
    def shades(self) -> list[Shade]:
        """Half a step wider at both ends, so that a single month is seen."""
        half = self._x(1) / 2 if len(self.labels) > 1 else 50
        edges = [
            (stretch.name, max(0.0, self._x(stretch.first) - half), min(100.0, self._x(stretch.last) + half))
            for stretch in self.stretches
        ]
        return [Shade(name, percent(left), percent(right - left)) for name, left, right in edges]

    def _x(self, index: int) -> float:
        return 100 * index / max(1, len(self.labels) - 1)

    def _y(self, value: Number) -> float:
        lowest, highest = self.grid[0], self.grid[-1]
        return FLOOR - (FLOOR - TOP) * (float(value) - lowest) / (highest - lowest)

    def runs(self, series: Series) -> list[list[tuple[float, float]]]:
        """The points of a line, in percents of the drawing: a run ends where a value is not known."""
        return [
            [(self._x(i), self._y(value)) for i, value in run if value is not None]
            for known, run in groupby(enumerate(series.values), key=lambda pair: pair[1] is not None)
            if known
        ]

    def _path(self, series: Series) -> str:
        """In tenths of a percent. A known value between two unknown ones is a short stroke."""
        lines = ["L".join(f"{x * 10:.0f} {y * 10:.0f}" for x, y in run) for run in self.runs(series)]
        return "".join(f"M{line}" if "L" in line else f"M{line}h1" for line in lines)

    def _marks(self, series: Series) -> tuple[Spot, ...]:
        last = len(series.values) - 1
        return tuple(
            Spot(percent(self._x(i)), percent(self._y(value)))
            for i, value in enumerate(series.values)
            if value is not None and (last - i) % MARKS == 0
        )


@dataclass(frozen=True)
class Part:
    """A piece of a bar."""

    series: Series
    x: str
    width: str
    end: str


@dataclass(frozen=True)
class Bar:
    label: str
    total: str
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class BarChart(Chart):
    """A bar for each label; stacked where there is more than one series. Unknown values are said in the table."""

    @property
    def bars(self) -> list[Bar]:
        return [self._bar(i, label) for i, label in enumerate(self.labels)]

    @cached_property
    def _longest(self) -> Number:
        return max((self._total(i) for i in range(len(self.labels))), default=0) or 1

    def _total(self, index: int) -> Number:
        return sum(series.values[index] or 0 for series in self.series)

    def _bar(self, index: int, label: str) -> Bar:
        left, parts = 0.0, []
        for series in self.series:
            if value := series.values[index]:
                width = 100 * float(value) / float(self._longest)
                parts.append(Part(series, percent(left), percent(width), percent(left + width)))
                left += width
        nothing_known = all(series.values[index] is None for series in self.series)
        return Bar(label, in_words(None if nothing_known else self._total(index)), tuple(parts))


@dataclass(frozen=True)
class Sparkline:
    """How values went, no larger than a word. From the lowest to the highest: it shows which way, not how much."""

    values: tuple[Number | None, ...]

    WIDTH, HEIGHT, EDGE = 96, 24, 3

    @cached_property
    def points(self) -> tuple[tuple[float, float] | None, ...]:
        known = [float(value) for value in self.values if value is not None]
        lowest, span = min(known, default=0.0), max(known, default=0.0) - min(known, default=0.0)
        room, step = self.HEIGHT - 2 * self.EDGE, (self.WIDTH - 2 * self.EDGE) / max(1, len(self.values) - 1)
        return tuple(
            None
            if value is None
            else (
                round(self.EDGE + i * step, 1),
                round(self.HEIGHT - self.EDGE - room * ((float(value) - lowest) / span if span else 0.5), 1),
            )
            for i, value in enumerate(self.values)
        )

    @property
    def path(self) -> str:
        """A hole where a value is not known; one by itself is a short stroke."""
        runs = [list(run) for known, run in groupby(self.points, key=lambda point: point is not None) if known]
        lines = ["L".join(f"{x:g} {y:g}" for x, y in filter(None, run)) for run in runs]
        return "".join(f"M{line}" if "L" in line else f"M{line}h.1" for line in lines)

    @property
    def end(self) -> tuple[float, float] | None:
        """Where the last value stands; none where that one is not known."""
        return self.points[-1] if self.points else None


def grid(values: Sequence[Number]) -> tuple[float, ...]:
    """Round numbers from 0, or from below the lowest value, to above the highest: 0, 20, 40, 60."""
    highest, lowest = max(0.0, *map(float, values), 0.0), min(0.0, *map(float, values), 0.0)
    rough = ((highest - lowest) or 1.0) / GRID_LINES
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(power * nice for nice in (1, 2, 2.5, 5, 10) if power * nice >= rough * 0.999)
    above = math.ceil(highest / step * 0.999) if highest or lowest else GRID_LINES
    return tuple(step * i for i in range(-math.ceil(-lowest / step * 0.999), above + 1))


def percent(share: float) -> str:
    return f"{share:.2f}%"


def in_words(value: Number | None) -> str:
    """As people of this language write it, with no more decimals than say something; unknown is said, not counted."""
    return _in_words(value, get_language())


@lru_cache(maxsize=4096)  # a chart has hundreds, most of them alike
def _in_words(value: Number | None, _language: str) -> str:
    if value is None:
        return gettext("not known")
    number = float(value)
    size = abs(number)
    places = 1 if size >= 1 or not size else 1 - math.floor(math.log10(size))  # 0.27, but 12.4
    rounded = Decimal(repr(round(number, places))).normalize()
    text = number_format(f"{rounded:f}")
    return _BETWEEN_THOUSANDS.sub("\N{NO-BREAK SPACE}", text) if size >= 1_000 else text
