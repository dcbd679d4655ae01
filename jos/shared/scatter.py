"""A scatter as plain data: `components/charts/scatter.html` draws it as SVG. Each dot is a link with a name.

Places are percents of the drawing, letters keep their size; so which names stand clear of each other depends on how
wide it is drawn. A name is shown where it is clear on every screen, or only on wide ones, or when its dot is pointed
at. All of them stand in the table beside the drawing.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import product

from jos.shared.charts import Number, Tick, grid, in_words, percent

LEFT, RIGHT, TOP, BOTTOM = 4.0, 96.0, 18.0, 79.0  # where dots lie; above and below them stand the words
NARROW, WIDE = ((280, 416), (480, 416)), ((640, 416), (860, 450))  # pixels it is drawn in
LARGE, SMALL, DOT = (7.3, 15.0), (6.1, 13.0), 8.0  # how much room a letter and a dot take, in pixels
SMALL_BELOW = 600  # pixels: there letters are smaller (scatter.css)
HIGHEST, LOWEST = 12.5, 82.5  # where names may stand: the words of the corners are outside
MOST_NAMES = 30

# Where a name stands, seen from its dot: how SVG anchors it, and how far it is moved.
SIDES = {"right": ("start", 12, 4), "left": ("end", -12, 4), "above": ("middle", 0, -14), "below": ("middle", 0, 22)}
Rectangle = tuple[float, float, float, float]
Size = tuple[int, int]
Taken = dict[Size, list[Rectangle]]  # by how large it is drawn


@dataclass(frozen=True)
class Dot:
    """One thing that was measured twice."""

    key: str
    name: str
    href: str
    words: str  # what it says, for who cannot see where it lies
    x: Number
    y: Number
    is_important: bool = False
    is_ringed: bool = False


@dataclass(frozen=True)
class Spot:
    """A dot as it lies in the drawing, with its name. `shown`: always, wide or pointed."""

    dot: Dot
    left: float
    top: float
    side: str
    shown: str = "pointed"

    @property
    def x(self) -> str:
        return percent(self.left)

    @property
    def y(self) -> str:
        return percent(self.top)

    @property
    def anchor(self) -> str:
        return SIDES[self.side][0]

    @property
    def dx(self) -> int:
        return SIDES[self.side][1]

    @property
    def dy(self) -> int:
        return SIDES[self.side][2]


@dataclass(frozen=True)
class Corner:
    """What it means to lie there, in two short lines."""

    lines: tuple[str, str]
    x: str
    y: str
    anchor: str
    is_important: bool


@dataclass(frozen=True)
class Scatter:
    """`line_x` and `line_y` divide it in four; `corners`: top left, top right, bottom left, bottom right."""

    id: str
    title: str
    description: str
    x_name: str
    y_name: str
    dots: tuple[Dot, ...]
    line_x: Number
    line_y: Number
    corners: tuple[tuple[str, str], ...]

    @property
    def across(self) -> str:
        return percent(self._x(self.line_x))

    @property
    def down(self) -> str:
        return percent(self._y(self.line_y))

    @property
    def named_corners(self) -> list[Corner]:
        places = product(("4%", "84%"), (("0.6%", "start"), ("99.4%", "end")))
        return [
            Corner(lines, x, y, anchor, is_important=number == 0)
            for number, (lines, (y, (x, anchor))) in enumerate(zip(self.corners, places, strict=True))
        ]

    @cached_property
    def x_ticks(self) -> list[Tick]:
        return [Tick(percent(self._x(value)), in_words(value)) for value in self._grid]

    @cached_property
    def spots(self) -> list[Spot]:
        """What matters most is named first, and drawn last."""
        spots = [Spot(dot, self._x(dot.x), self._y(dot.y), _inward(self._x(dot.x))) for dot in self.dots]
        return sorted(name_clearly(spots), key=lambda spot: spot.dot.is_important)

    @cached_property
    def _grid(self) -> tuple[float, ...]:
        return grid([dot.x for dot in self.dots])

    @cached_property
    def _range(self) -> tuple[float, float]:
        values = [float(dot.y) for dot in self.dots] + [float(self.line_y)]
        return min(values), max(values)

    def _x(self, value: Number) -> float:
        return LEFT + (RIGHT - LEFT) * float(value) / self._grid[-1]

    def _y(self, value: Number) -> float:
        lowest, highest = self._range
        return BOTTOM - (BOTTOM - TOP) * (float(value) - lowest) / ((highest - lowest) or 1)


def name_clearly(spots: Sequence[Spot]) -> list[Spot]:
    """The same, each with its name at a side where it covers no other name and no dot, if there is one."""
    in_order = sorted(spots, key=lambda spot: not spot.dot.is_important)[:MOST_NAMES]
    taken = {size: [_dot(spot, size) for spot in spots] for size in NARROW + WIDE}
    named: dict[str, Spot] = {}
    for sizes, shown in ((NARROW + WIDE, "always"), (WIDE, "wide")):
        for spot in in_order:
            if spot.dot.key in named:
                continue
            if clear := _clear_side(replace(spot, shown=shown), {size: taken[size] for size in sizes}):
                named[spot.dot.key] = clear
                for size in sizes:
                    taken[size].append(_name(clear, size))
    return [named.get(spot.dot.key, spot) for spot in spots]


def _clear_side(spot: Spot, taken: Taken) -> Spot | None:
    """Towards the middle of the drawing first."""
    ways = (replace(spot, side=side) for side in sorted(SIDES, key=lambda side: side != spot.side))
    return next((way for way in ways if all(_is_clear(_name(way, size), size, taken[size]) for size in taken)), None)


def _is_clear(name: Rectangle, size: Size, taken: Sequence[Rectangle]) -> bool:
    (left, top, right, bottom), (width, height) = name, size
    is_inside = left >= 0 and right <= width and HIGHEST * height <= 100 * top and 100 * bottom <= LOWEST * height
    return is_inside and not any(_touch(name, other) for other in taken)


def _name(spot: Spot, size: Size) -> Rectangle:
    """The room a name takes, in pixels: left, top, right, bottom."""
    x, y = spot.left * size[0] / 100 + spot.dx, spot.top * size[1] / 100 + spot.dy
    letter, line = LARGE if size[0] >= SMALL_BELOW else SMALL
    wide = letter * len(spot.dot.name)
    left = x - {"start": 0.0, "middle": wide / 2, "end": wide}[spot.anchor]
    return left, y - line + 4, left + wide, y + 4


def _dot(spot: Spot, size: Size) -> Rectangle:
    x, y = spot.left * size[0] / 100, spot.top * size[1] / 100
    return x - DOT, y - DOT, x + DOT, y + DOT


def _touch(one: Rectangle, other: Rectangle) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _inward(x: float) -> str:
    return "right" if x < (LEFT + RIGHT) / 2 else "left"
