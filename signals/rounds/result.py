"""What a round says once it is closed: the points, the turnout, and who saw it otherwise. Plain Python (R8)."""

import math
from collections.abc import Iterable, Set
from dataclasses import dataclass
from fractions import Fraction

from signals.models import Candidate
from signals.rounds.spreading import Gift

FEW = Fraction(1, 3)  # of the organisations that gave points, at most
STRONGLY = Fraction(1, 3)  # of the points that those few had, on average, at least


@dataclass(frozen=True)
class Voice:
    """An organisation, by its name, and what it gave to one dossier."""

    organisation: str
    gift: Gift


@dataclass(frozen=True)
class Line:
    """One dossier of a round, with what it got."""

    candidate: Candidate
    voices: tuple[Voice, ...] = ()

    @property
    def points(self) -> int:
        return sum(voice.gift.points for voice in self.voices)

    @property
    def supporters(self) -> int:
        """How many organisations gave it points."""
        return sum(voice.gift.points > 0 for voice in self.voices)

    @property
    def reasons(self) -> tuple[Voice, ...]:
        return tuple(voice for voice in self.voices if voice.gift.reason)


@dataclass(frozen=True)
class Turnout:
    """How many partner organisations gave points, of those there were on the last day."""

    gave: int
    of: int

    @property
    def percent(self) -> int:
        return round(100 * self.gave / self.of) if self.of else 0


@dataclass(frozen=True)
class Result:
    lines: tuple[Line, ...]  # most points first
    turnout: Turnout
    points_each: int  # that every organisation had

    @property
    def points(self) -> int:
        return sum(line.points for line in self.lines)

    @property
    def most(self) -> int:
        """Of one dossier: what the longest bar stands for."""
        return max((line.points for line in self.lines), default=0)

    @property
    def chosen(self) -> tuple[Line, ...]:
        return tuple(line for line in self.lines if line.candidate.is_chosen)

    @property
    def minority(self) -> tuple[Line, ...]:
        """Not chosen, but a few organisations found it so important that it may not be lost in the sum."""
        return tuple(line for line in self.lines if not line.candidate.is_chosen and self._few_but_strongly(line))

    @property
    def otherwise(self) -> tuple[Line, ...]:
        """Those of which people said why they decided otherwise than the points say."""
        return tuple(line for line in self.lines if line.candidate.why)

    def _few_but_strongly(self, line: Line) -> bool:
        few = 0 < line.supporters <= math.floor(FEW * self.turnout.gave)
        return few and line.points >= STRONGLY * self.points_each * line.supporters


def in_order(lines: Iterable[Line]) -> tuple[Line, ...]:
    """Most points first, then by name."""
    return tuple(sorted(lines, key=lambda line: (-line.points, line.candidate.dossier.title)))


def unexplained(lines: Iterable[Line], chosen: Set[int], explained: Set[int]) -> list[Line]:
    """Where people decide otherwise than the points say, without saying why. `chosen`, `explained`: keys of candidates.

    A dossier that is passed over for one with fewer points asks for a reason: at the one, or at the other. Of both
    sides the shorter list is handed back, so that one sentence about one dossier is enough where it can be.
    """
    silent = [line for line in lines if line.candidate.pk not in explained]
    passed_over = [line for line in silent if line.candidate.pk not in chosen]
    taken = [line for line in silent if line.candidate.pk in chosen]
    pairs = [(over, under) for over in passed_over for under in taken if over.points > under.points]
    over, under = ({id(pair[side]): pair[side] for pair in pairs} for side in (0, 1))
    return list((over if len(over) <= len(under) else under).values())
