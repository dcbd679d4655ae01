"""The map as a drawing to save: where its parts stand on the sheet, and a legend that says what is meant."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from jos.dashboards.colours import by_daylight
from jos.dashboards.coverage.city_map import SIGNS, CityMap, Flowers
from jos.dashboards.coverage.forms import CoverageFilter
from jos.dashboards.coverage.map_layout import Box
from organisations.coverage import Direction

COLOURS = by_daylight()
WIDTH, EDGE, TOP, HIGHEST = 1000, 40, 140, 900
INSET, BETWEEN = 400, 20
LINE = 30  # between two lines of the legend


@dataclass(frozen=True)
class Part:
    """The whole map, or its crowded part enlarged. `line`: how thick lines are, in its own units."""

    flowers: Flowers
    x: float
    y: float
    width: float
    height: float
    frame: Box | None = None
    is_inset: bool = False

    @property
    def line(self) -> float:
        return round(2 * self.flowers.box[2] / self.width, 2)


@dataclass(frozen=True)
class LegendLine:
    """A colour, a kind of line or a part of the flower, and what it means."""

    words: str
    colour: str = ""
    pattern: int = 0
    part: str = ""
    y: int = 0


@dataclass(frozen=True)
class DrawnSheet:
    parts: tuple[Part, ...]
    legend: tuple[LegendLine, ...]
    width: int
    height: int

    @property
    def foot(self) -> int:
        return self.height - 25


def drawn_sheet(city_map: CityMap, filters: CoverageFilter) -> DrawnSheet:
    parts = tuple(_parts(city_map))
    below = round(max(part.y + part.height for part in parts)) + 50
    lines = [*_colours(filters), *_flower(), *(LegendLine(o.name, pattern=o.pattern) for o in city_map.outlines)]
    legend = tuple(replace(line, y=below + LINE * number) for number, line in enumerate(lines))
    return DrawnSheet(parts, legend, WIDTH, below + LINE * len(lines) + 50)


def _parts(city_map: CityMap) -> Iterator[Part]:
    room = WIDTH - 2 * EDGE - (INSET + BETWEEN if city_map.inset else 0)
    _left, _top, wide, high = city_map.whole.box
    scale = min(room / wide, HIGHEST / high)
    frame = city_map.inset.box if city_map.inset else None
    yield Part(city_map.whole, EDGE, TOP, round(wide * scale), round(high * scale), frame)
    if city_map.inset:
        yield Part(city_map.inset, WIDTH - EDGE - INSET, TOP, INSET, INSET, is_inset=True)


def _colours(filters: CoverageFilter) -> list[LegendLine]:
    gap, met, plain = COLOURS["ground_gap"], COLOURS["ground_met"], COLOURS["ground"]
    if filters.since_day:
        return [
            LegendLine(f"{SIGNS[Direction.BETTER]} {Direction.BETTER.label}", met),
            LegendLine(f"{SIGNS[Direction.WORSE]} {Direction.WORSE.label}", gap),
            LegendLine(pgettext("change", "neither"), plain),
        ]
    if filters.selection.leaves_out:
        return [LegendLine(_("they do something here"), met), LegendLine(_("nothing of this"), plain)]
    return [
        LegendLine(_("something is missing"), gap),
        LegendLine(_("priority, and all is there"), met),
        LegendLine(_("no priority, free time is there"), plain),
    ]


def _flower() -> list[LegendLine]:
    return [
        LegendLine(_("Petals: free time on top, then clockwise welfare, bridge and signal."), part="flower-petals"),
        LegendLine(_("A dark heart: one organisation or one partnership does all four."), part="flower-heart"),
        LegendLine(_("A ring: this neighbourhood has priority."), part="flower-ring"),
        LegendLine(
            _("A red ring: what is asked is not there. Dashed where there is no priority."), part="flower-alarm"
        ),
    ]
