"""The map of the city: every neighbourhood with its flower, the crowded part enlarged, and the circles around them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from jos.dashboards.coverage.enums import MapKind
from jos.dashboards.coverage.map_layout import FLOWER, Box, Ground, Layout, Place, lay_out
from jos.dashboards.coverage.outlines import PATTERNS, outline
from jos.dashboards.coverage.rows import Row
from jos.dashboards.coverage.tiles import lines
from neighbourhoods.models import Neighbourhood
from organisations.coverage import AreaCoverage, Direction

SIGNS = {Direction.BETTER: "▲", Direction.WORSE: "▼"}  # as beside the words


@dataclass(frozen=True)
class Spot:
    """A neighbourhood on the map. `middle`: of its flower, in the flower's own units."""

    row: Row
    place: Place
    shown: bool
    middle: tuple[int, int]
    name_lines: Sequence[tuple[str, int]]  # with how far under the middle each stands

    @property
    def area(self) -> AreaCoverage:
        return self.row.area

    @property
    def ground(self) -> str:
        """What its colour says; nothing for an area without priority where all that is asked is there."""
        if not self.shown:
            return "aside"
        if self.row.change:
            return {Direction.BETTER: "met", Direction.WORSE: "gap"}.get(self.row.change.direction, "")
        if not self.area.judged:
            return "met" if self.area.covered else ""
        if self.area.norm_met:
            return "met" if self.area.priority else ""
        return "gap"

    @property
    def sign(self) -> str:
        """Which way it went, where days are compared."""
        return SIGNS.get(self.row.change.direction, "") if self.row.change else ""


@dataclass(frozen=True)
class Outline:
    """A movement circle. `pattern`: which of the kinds of lines."""

    name: str
    path: str
    pattern: int


@dataclass(frozen=True)
class Flowers:
    """Those that stand together, and how much larger than by themselves."""

    box: Box
    scale: float
    spots: tuple[Spot, ...]

    @property
    def view_box(self) -> str:
        return " ".join(map(str, self.box))


@dataclass(frozen=True)
class CityMap:
    kind: MapKind
    spots: tuple[Spot, ...]
    whole: Flowers
    inset: Flowers | None
    outlines: tuple[Outline, ...]

    @property
    def is_tiles(self) -> bool:
        return self.kind == MapKind.TILES


def draw(
    rows: Iterable[Row], *, shown: set[int], kind: MapKind = MapKind.TRUE, circles: Iterable[AreaCoverage] = ()
) -> CityMap | None:
    """The map of these areas; none where nobody drew borders. Those not `shown` lie there to find one's way by."""
    grounds, rows = _grounds(rows)
    if not rows:
        return None
    layout = lay_out(kind, grounds)
    spots = tuple(
        _spot(row, place, row.area.pk in shown, layout, kind) for row, place in zip(rows, layout.places, strict=True)
    )
    visible = [spot for spot in spots if spot.shown]
    return CityMap(
        kind=kind,
        spots=spots,
        whole=_flowers(layout.box, layout.flower, (spot for spot in visible if not spot.place.in_inset)),
        inset=layout.inset
        and _flowers(layout.inset, layout.inset_flower, (spot for spot in visible if spot.place.in_inset)),
        outlines=tuple(_outlines(circles, spots, kind)),
    )


def _grounds(rows: Iterable[Row]) -> tuple[tuple[Ground, ...], list[Row]]:
    rows = list(rows)
    drawings = Neighbourhood.objects.defer("geometry").in_bulk([row.area.pk for row in rows])
    rows = [row for row in rows if drawings[row.area.pk].path]
    here = (drawings[row.area.pk] for row in rows)
    return tuple(Ground(n.path, (n.label_x, n.label_y)) for n in here), rows


def _spot(row: Row, place: Place, shown: bool, layout: Layout, kind: MapKind) -> Spot:
    scale = (layout.inset_flower if place.in_inset else layout.flower) / FLOWER
    x, y = (round(way / scale) for way in place.middle)
    words = lines(row.area.name) if kind == MapKind.TILES else [row.area.name]
    first = 22 if kind == MapKind.TILES else -17
    return Spot(row, place, shown, (x, y), [(line, first + 8 * number) for number, line in enumerate(words)])


def _flowers(box: Box, flower: float, spots: Iterable[Spot]) -> Flowers:
    return Flowers(box, round(flower / FLOWER, 3), tuple(spots))


def _outlines(circles: Iterable[AreaCoverage], spots: tuple[Spot, ...], kind: MapKind) -> Iterable[Outline]:
    for number, circle in enumerate(circles):
        paths = tuple(spot.place.path for spot in spots if spot.area.pk in circle.neighbourhoods)
        if paths:
            yield Outline(circle.name, outline(paths, number, as_one=kind == MapKind.TRUE), number % PATTERNS + 1)
