"""More covenants than anybody reads, for the bench: with eight indicators each, and twelve quarters that are over."""

from collections.abc import Iterator
from itertools import cycle, islice

from covenants.enums import Rhythm
from jos.demo.covenants.pattern import Last, Pattern

MONTHS, SINCE = 48, 36
FUNCTIONS = ("FREE_TIME BRIDGE", "WELFARE SIGNAL", "FREE_TIME SIGNAL", "BRIDGE WELFARE")
STAGES = (Last.SETTLED, Last.SUBMITTED, Last.LATE_CITY, Last.SETTLED, Last.ASKED, Last.LATE_PARTNER)


def more_covenants(amount: int, partners: list[str]) -> Iterator[Pattern]:
    """One after the other with each of these partners, and again when all had one."""
    for number, partner in enumerate(islice(cycle(partners), amount)):
        yield Pattern(
            title=f"{partner}, convenant {number + 1}",
            partner=partner,
            functions=FUNCTIONS[number % len(FUNCTIONS)],
            since=SINCE,
            months=MONTHS,
            rhythm=Rhythm.QUARTER,
            aim="wat jongeren in de buurt zelf belangrijk vinden",
            last=STAGES[number % len(STAGES)],
            pace=0.6 + number % 6 / 10,
            measures=2,
        )
