"""Takes the steps of a covenant in memory, as the table of steps would: who, on which day, from where to where."""

import datetime

from covenants.enums import CovenantState, CovenantStep, Side
from covenants.models import Covenant, CovenantMove
from jos.demo.covenants.told import Told
from jos.demo.past import Past
from jos.demo.writing import moment

A_DAY = datetime.timedelta(days=1)
GAPS = (3, 9, 5, 12, 7, 2, 15)  # days between two steps, in turn
Step, State = CovenantStep, CovenantState
BY_THE_CITY = {Step.OPEN, Step.OFFER, Step.WITHDRAW}
ASK_WHY = {Step.TAKE_BACK, Step.WITHDRAW}


def take_steps(told: Told, steps: str, *, last: datetime.date, past: Past, why: str = "") -> None:
    """Up to the last one, on the day `last`."""
    words = steps.split()
    day = last - A_DAY * sum(_gap(told, number) for number in range(1, len(words)))
    for number, word in enumerate(words):
        name, _colon, whose = word.partition(":")
        day += A_DAY * _gap(told, number) if number else A_DAY * 0
        step = CovenantStep(name)
        _take(told, step, _side(told.covenant, step, whose), day, why if step in ASK_WHY else "", past)


def _gap(told: Told, number: int) -> int:
    return GAPS[(told.number + number) % len(GAPS)]


def _side(covenant: Covenant, step: CovenantStep, whose: str) -> Side:
    if whose:
        return Side[whose.upper()]
    return Side.CITY if step in BY_THE_CITY else Side(covenant.turn)


def _take(told: Told, step: CovenantStep, side: Side, day: datetime.date, why: str, past: Past) -> None:
    covenant, source = told.covenant, told.covenant.state if told.moves else ""
    covenant.version, covenant.why = len(told.moves) + 1, why
    _change(told, step, side, day)
    at = moment(day) + datetime.timedelta(seconds=len(told.moves))
    other = (covenant.amends or covenant.follows) if step == Step.OPEN else None
    told.moves.append(
        CovenantMove(
            covenant=covenant, step=step, side=side, source=source, target=covenant.state, by=told.people[side],
            at=at, why=why, other=other,
        )
    )  # fmt: skip
    past.note(covenant, by=told.people[side], at=at)


def _change(told: Told, step: CovenantStep, side: Side, day: datetime.date) -> None:
    covenant = told.covenant
    match step:
        case Step.OPEN:
            covenant.turn = side
        case Step.CHANGE:
            covenant.accepted_by_city = covenant.accepted_by_partner = False
        case Step.HAND_OVER:
            covenant.turn = side.other
        case Step.ACCEPT:
            _accept(covenant, side)
        case Step.OFFER:
            covenant.state = State.OFFERED
        case Step.TAKE_BACK:
            covenant.state, covenant.turn = State.DRAFTING, side
            covenant.accepted_by_city = covenant.accepted_by_partner = False
        case Step.SIGN:
            if told.moves[-1].step == Step.SIGN:  # the other side did
                covenant.state = State.MERGED if covenant.amends else State.SIGNED
                covenant.signed_on = day
        case Step.WITHDRAW:
            covenant.state = State.WITHDRAWN


def _accept(covenant: Covenant, side: Side) -> None:
    if side == Side.CITY:
        covenant.accepted_by_city = True
    else:
        covenant.accepted_by_partner = True
    both = covenant.accepted_by_city and covenant.accepted_by_partner
    covenant.turn = Side.CITY if both else side.other
