"""The map of one statistic: every neighbourhood in the shade of its value, hatched where there is none."""

from collections.abc import Sequence
from dataclasses import dataclass

from jos.dashboards.coverage.enums import MapKind
from jos.dashboards.coverage.map_layout import Box, Ground, Place, lay_out
from jos.dashboards.coverage.tiles import lines
from jos.dashboards.statistics.rows import Row

LINE = 9  # between two lines of a name, in units of the map


@dataclass(frozen=True)
class Spot:
    """A neighbourhood on the map, with how far under its middle (`x`, `y`) each line of its name stands."""

    row: Row
    path: str
    x: int
    y: int
    name_lines: Sequence[tuple[str, float]]

    @classmethod
    def at(cls, place: Place, row: Row, kind: MapKind) -> "Spot":
        x, y = map(round, place.middle)
        return cls(row, place.path, x, y, _name(row, kind))


@dataclass(frozen=True)
class FigureMap:
    kind: MapKind
    box: Box
    spots: tuple[Spot, ...]

    @property
    def is_tiles(self) -> bool:
        return self.kind == MapKind.TILES

    @property
    def view_box(self) -> str:
        return " ".join(map(str, self.box))


def draw(rows: Sequence[Row], kind: MapKind) -> FigureMap | None:
    """None where nobody drew borders."""
    rows = sorted((row for row in rows if row.area.path), key=lambda row: row.area.name)
    if not rows:
        return None
    grounds = tuple(Ground(row.area.path, (row.area.label_x, row.area.label_y)) for row in rows)
    layout = lay_out(kind, grounds)
    spots = tuple(Spot.at(place, row, kind) for row, place in zip(rows, layout.places, strict=True))
    return FigureMap(kind, layout.box, spots)


def _name(row: Row, kind: MapKind) -> Sequence[tuple[str, float]]:
    if kind == MapKind.TRUE:
        return [(row.area.name, 0)]
    return [(words, 10 + LINE * number) for number, words in enumerate(lines(row.area.name))]
