"""A covenant of the demo while it is made: its records, and who speaks for whom."""

from dataclasses import dataclass, field

from covenants.enums import Side
from covenants.models import AgreedHours, Article, BudgetLine, Commitment, Covenant, CovenantMove, Indicator
from jos.accounts.models import User
from jos.demo.covenants.pattern import Pattern
from neighbourhoods.models import MovementCircle, Neighbourhood


@dataclass
class Text:
    """The parts that are rows."""

    articles: list[Article] = field(default_factory=list)
    hours: list[AgreedHours] = field(default_factory=list)
    budget: list[BudgetLine] = field(default_factory=list)
    commitments: list[Commitment] = field(default_factory=list)
    indicators: list[Indicator] = field(default_factory=list)

    @property
    def rows(self) -> tuple[list, ...]:
        return self.articles, self.hours, self.budget, self.commitments, self.indicators


@dataclass
class Told:
    """`number`: its place in the list, for what differs from one to the next."""

    number: int
    pattern: Pattern
    covenant: Covenant
    people: dict[Side, User]
    neighbourhoods: list[Neighbourhood]
    circles: list[MovementCircle]
    moves: list[CovenantMove] = field(default_factory=list)
    text: Text = field(default_factory=Text)

    @property
    def is_signed(self) -> bool:
        return self.covenant.signed_on is not None
