"""How many stand on which statement, as stacked bars: the statement is what counts, and nothing is averaged."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _

from covenants.counting.results import ScaleResult
from covenants.counting.together import ScalesTogether

STEPS = 5  # fills that can be told apart


@dataclass(frozen=True)
class Piece:
    """So many on one statement, as it lies in its bar. `step`: its fill, the last being the darkest."""

    place: int
    number: int
    step: int
    x: str
    width: str


@dataclass(frozen=True)
class Bar:
    name: str
    pieces: tuple[Piece, ...]
    known: int

    @property
    def in_words(self) -> str:
        """For who does not see it: how many stand on which statement."""
        return "; ".join(_("statement %(place)d: %(number)d") % vars(piece) for piece in self.pieces) or _("not known")


@dataclass(frozen=True)
class Line:
    """A statement, with how many stood, stand and want to stand on it."""

    place: int
    statement: str
    step: int
    at_start: int
    partner: int
    city: int
    aimed: int


@dataclass(frozen=True)
class Standing:
    """The covenants of which the partner stands on a statement."""

    line: Line
    results: tuple[ScaleResult, ...]


@dataclass(frozen=True)
class Spread:
    scales: ScalesTogether

    @cached_property
    def bars(self) -> list[Bar]:
        named = (
            (_("At the start"), self.scales.at_start),
            (_("Partners say"), self.scales.by_partner),
            (_("The city says"), self.scales.by_city),
            (_("The aim"), self.scales.aimed),
        )
        return [_bar(name, counts) for name, counts in named]

    @cached_property
    def lines(self) -> list[Line]:
        counts = (self.scales.at_start, self.scales.by_partner, self.scales.by_city, self.scales.aimed)
        statements = self.scales.measure.statements
        rows = zip(statements, *counts, strict=True)
        return [Line(at, row[0], _step(at, len(statements)), *row[1:]) for at, row in enumerate(rows, start=1)]

    @property
    def now(self) -> list[Bar]:
        """Without the aim, which most share."""
        return self.bars[:3]

    @property
    def ends(self) -> list[Line]:
        """The furthest and the nearest statement: between them lie the others."""
        return [self.lines[0], self.lines[-1]]

    @property
    def standing(self) -> list[Standing]:
        """The furthest statement first."""
        return [Standing(line, tuple(self.scales.at(line.place))) for line in reversed(self.lines)]


def _bar(name: str, counts: Sequence[int]) -> Bar:
    known, left, pieces = sum(counts), 0.0, []
    for place, number in enumerate(counts, start=1):
        if number:
            width = 100 * number / known
            pieces.append(Piece(place, number, _step(place, len(counts)), f"{left:.1f}%", f"{width:.1f}%"))
            left += width
    return Bar(name, tuple(pieces), known)


def _step(place: int, of: int) -> int:
    """From 1 to 5, whatever the number of statements; the last is always 5."""
    return STEPS if of < 2 else 1 + round((place - 1) * (STEPS - 1) / (of - 1))
