"""What keeps coming back, told in the demo: who says what, what lies behind it, and how far its dossier got."""

from dataclasses import dataclass, field

from signals.enums import Cause, DossierState, Outcome


@dataclass(frozen=True)
class Life:
    """How a dossier went. Days follow from it in `dossiers`."""

    state: DossierState = DossierState.OPEN
    months: float = 1  # since it was opened
    late: int | None = None  # so many days past its term
    high: bool = False  # high priority: somebody else verifies
    verified: bool = True  # where it is done and of high priority
    published: bool = False
    outcome: str = Outcome.DONE  # where there is an answer
    why: str = ""  # of the last step that asks for a reason
    in_round: bool = False  # partners chose it in the round that is decided
    merged_into: str = ""  # the title of another
    split_from: str = ""


@dataclass(frozen=True)
class Deed:
    """Something concrete, by the owner unless said otherwise. Without a result it is still to be done."""

    what: str
    result: str = ""
    by: str = ""


@dataclass(frozen=True)
class Pattern:
    """In the voices of young people and workers (`says`, `also`, `wishes`, `heard_by`), and of the city."""

    title: str
    theme: str
    where: str  # neighbourhoods, with commas; empty: the whole city
    says: tuple[str, ...]
    also: tuple[str, ...]  # what somebody adds
    wishes: tuple[str, ...]
    heard_by: tuple[str, ...]  # as a worker tells it of a group
    pattern: str = ""
    functions: str = ""
    life: Life = field(default_factory=Life)
    cause: Cause = Cause.UNKNOWN
    behind: str = ""
    strengths: str = ""
    service: str = ""
    deeds: tuple[Deed, ...] = ()
    evidence: str = ""
    heard: str = ""
    answer: str = ""
    fuller: str = ""
    ages: str = "12-15 16-19 20-25"
    season: str = ""  # "warm" or "dark": when most of it is said
    share: int = 10  # of the signals, beside the others
