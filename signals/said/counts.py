"""How many young people said something, as everybody may read it: small counts hidden, the rest in fives.

The rule is that of all public figures (docs/decisions/0010). Voices are counted for a dossier as a whole: never by
neighbourhood, age or day, so that there are no parts to take off a total.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from neighbourhoods.enums import Audience
from neighbourhoods.figures.disclosure import FEWEST, hidden, rounded
from signals.enums import DidItChange

FEWER_THAN = FEWEST[Audience.PUBLIC]
THE_SILENT = 1  # group of which no number is shown: those who did not say whether it changed


@dataclass(frozen=True)
class Count:
    """A number of people; None where there are too few to say how many, or none at all."""

    number: int | None
    fewer_than: int = FEWER_THAN


@dataclass(frozen=True)
class Change:
    """What young people say of the answer: did it change?"""

    counts: tuple[tuple[DidItChange, Count], ...]

    @property
    def is_known(self) -> bool:
        return any(count.number is not None for _says, count in self.counts)

    @property
    def most(self) -> int:
        """What the longest bar stands for."""
        return max(count.number or 0 for _says, count in self.counts)


def voices(number: int) -> Count:
    return Count(None if number < FEWER_THAN else _round(number))


def change(said: Mapping[DidItChange, int], voices: int) -> Change:
    """Whoever knows how many voices there are, and all answers but one, must not know that one.

    Those who stay silent hide a small answer among them, where they are many enough; otherwise others go along.
    """
    counts = {says: said.get(says, 0) for says in DidItChange}
    silent = voices - sum(counts.values())
    are_few = min(silent, *counts.values()) < FEWER_THAN
    gone = hidden(counts, audience=Audience.PUBLIC, secret=THE_SILENT, whole=voices) if are_few else set()
    return Change(tuple((says, Count(None if says in gone else _round(counts[says]))) for says in DidItChange))


def _round(number: float) -> int:
    return int(rounded(number, audience=Audience.PUBLIC))
