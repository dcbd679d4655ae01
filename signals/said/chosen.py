"""The result of a round as everybody reads it. A dossier that is not public is counted, and never named."""

from dataclasses import dataclass

from jos.shared.time import today
from signals.models import Dossier, Round
from signals.rounds.reading import result
from signals.rounds.result import Line, Result


@dataclass(frozen=True)
class PublicLine:
    """`dossier`: None where everybody may not read of it; then there are no reasons either."""

    line: Line
    dossier: Dossier | None
    is_minority: bool


@dataclass(frozen=True)
class PublicResult:
    counted: Result
    lines: tuple[PublicLine, ...]

    @property
    def chosen(self) -> int:
        return len(self.counted.chosen)

    @property
    def minority(self) -> tuple[PublicLine, ...]:
        return tuple(each for each in self.lines if each.is_minority)


def public_result(prioritising: Round) -> PublicResult | None:
    """Of a round that was published. One query more than the result."""
    counted = result(prioritising, at=today())
    if counted is None or not prioritising.published_on:
        return None
    public = Dossier.objects.public().in_bulk([line.candidate.dossier_id for line in counted.lines])
    minority = set(counted.minority)
    lines = (PublicLine(each, public.get(each.candidate.dossier_id), each in minority) for each in counted.lines)
    return PublicResult(counted, tuple(lines))
