"""What is told of a covenant of the demo. Days count from the day on which the city is built."""

from dataclasses import dataclass
from enum import Enum

from covenants.enums import Rhythm

# The steps that were taken, in their order. Whose step: of the side whose turn it is, unless it is said.
SIGNED = "open change hand-over change accept accept offer sign:city sign:partner"
TALKED_LONG = (
    "open change hand-over change hand-over change hand-over change accept accept offer sign:partner sign:city"
)
TAKEN_BACK_ONCE = (
    "open change hand-over change accept accept offer take-back:partner change hand-over change accept accept "
    "offer sign:city sign:partner"
)


class Last(Enum):
    """How far the last period is on which both should have reported by now. Those before it are settled."""

    SETTLED = "settled"
    SUBMITTED = "submitted"
    ASKED = "a talk was asked"
    WRITTEN = "the talk is written down, and one side agrees"
    LATE_CITY = "the city is late"
    LATE_PARTNER = "the partner is late"
    LATE_BOTH = "both are late"


@dataclass(frozen=True)
class Amendment:
    """What changes, and why. `less`: the function that loses hours to free time (R7)."""

    steps: str
    ago: int  # days since its last step
    because: str  # the article that says so
    heading: str
    more: str = ""  # the function that gains hours
    less: str = ""
    months: int = 0  # so much longer
    city_reason: str = ""
    partner_reason: str = ""
    why: str = ""  # of the last step


@dataclass(frozen=True)
class Pattern:
    title: str
    partner: str  # an organisation, or a partnership
    functions: str
    since: int  # months ago, at the first day of a half-year; less than nothing: still to come
    months: int = 36
    rhythm: Rhythm = Rhythm.HALF_YEAR
    light: bool = False
    where: str = "here"  # "here": where the partner works most; "city"; or the name of a movement circle
    steps: str = SIGNED
    ago: int = 6  # days since the last step, where it is not signed
    why: str = ""  # of the last step that asks for a reason
    aim: str = ""  # what the first article says it is about
    last: Last = Last.SETTLED
    pace: float = 1.0  # of the way to its targets: 1 arrives, less stays behind
    size: float = 1.0  # beside other partners
    follows: str = ""  # the title of another
    lacks: str = ""  # a function that has no statements yet, so that R10 stops the offer
    measures: int = 1  # of each kind for a function; the first has two, where reports are not light
    amendments: tuple[Amendment, ...] = ()

    @property
    def is_signed(self) -> bool:
        """By both."""
        return self.steps.count("sign:") == 2
