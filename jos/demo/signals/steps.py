"""Which steps a dossier took to come where it stands, and how many days lay between them."""

from jos.demo.signals.pattern import Pattern
from signals.enums import DossierState, DossierStep, Outcome

Step, State = DossierStep, DossierState
LEADS_TO = {
    Step.OPEN: State.OPEN,
    Step.SPLIT: State.OPEN,
    Step.PRIORITISE: State.PRIORITISED,
    Step.PARK: State.PARKED,
    Step.ASSIGN: State.ASSIGNED,
    Step.START: State.IN_ACTION,
    Step.FINISH: State.DONE,
    Step.DECLINE: State.ANSWERED,
    Step.ANSWER: State.ANSWERED,
    Step.CLOSE: State.CLOSED,
    Step.REOPEN: State.REOPENED,
}
DAYS_BEFORE = {
    Step.OPEN: 0,
    Step.SPLIT: 0,
    Step.PRIORITISE: 24,
    Step.PARK: 20,
    Step.ASSIGN: 6,
    Step.START: 9,
    Step.FINISH: 34,
    Step.VERIFY: 3,
    Step.DECLINE: 21,
    Step.ANSWER: 5,
    Step.PUBLISH: 2,
    Step.CLOSE: 33,
    Step.REOPEN: 27,
}
ROUND, DECIDED_AGO = "Wat eerst, najaar", 66  # the round that is decided, so many days ago


def steps_of(pattern: Pattern) -> list[DossierStep]:
    """From the first step to the state it is in."""
    life, state = pattern.life, pattern.life.state
    if life.split_from:
        return [Step.SPLIT, Step.PRIORITISE, Step.ASSIGN]
    if state == State.PARKED:
        steps = [Step.OPEN, Step.PARK]
    elif life.outcome == Outcome.NOT_DONE and state in (State.ANSWERED, State.CLOSED):
        steps = [Step.OPEN, Step.PRIORITISE, Step.ASSIGN, Step.DECLINE]
    else:
        way = [Step.OPEN, Step.PRIORITISE, Step.ASSIGN, Step.START, Step.FINISH, Step.ANSWER]
        reached = {State.OPEN: 1, State.PRIORITISED: 2, State.ASSIGNED: 3, State.IN_ACTION: 4, State.DONE: 5}
        steps = way[: reached.get(state, 6)]
    if life.high and life.verified and Step.FINISH in steps:
        steps.insert(steps.index(Step.FINISH) + 1, Step.VERIFY)
    if life.published:
        steps.append(Step.PUBLISH)
    if state == State.CLOSED:
        steps.append(Step.CLOSE)
    if state == State.REOPENED:
        steps.append(Step.REOPEN)
    return steps


def why_of(pattern: Pattern, step: DossierStep) -> str:
    if step in (Step.PARK, Step.DECLINE):
        return pattern.life.why
    if step == Step.PRIORITISE and pattern.life.in_round:
        return f"Gekozen in de ronde “{ROUND}”."
    return ""
