"""How promises of the demo go by now: kept, under way, late, or not kept with the reason."""

import datetime
from random import Random

from covenants.enums import CommitmentState, Side
from covenants.models import Commitment
from jos.demo.covenants.pattern import Last
from jos.demo.covenants.promises import ALL
from jos.demo.covenants.steps import A_DAY
from jos.demo.covenants.told import Told
from jos.demo.writing import made, write_changes

LONG = 150  # days: what is late for longer is not kept
SOON = 120
LATE = {Side.CITY: {Last.LATE_CITY, Last.LATE_BOTH}, Side.PARTNER: {Last.LATE_PARTNER, Last.LATE_BOTH}}
State = CommitmentState


def say_how_promises_go(all_told: list[Told], chance: Random, at: datetime.date) -> None:
    people = {told.covenant.pk: told for told in all_told if told.is_signed}
    changed = []
    standing = Commitment.objects.in_text().filter(covenant__in=people).select_related("covenant").order_by("pk")
    for commitment in standing:
        told = people[commitment.covenant_id]
        if day := _say(commitment, told, chance, at):
            commitment.version += 1
            made(commitment, by=told.people[Side(commitment.side)], on=day)
            changed.append(commitment)
    write_changes(changed, ["state", "kept_on", "explanation", "version"])


def _say(commitment: Commitment, told: Told, chance: Random, at: datetime.date) -> datetime.date | None:
    """Puts it on the promise. Gives the day on which it was said; none: nobody said anything yet."""
    promise, late = ALL[commitment.what], (at - commitment.due_on).days
    if late <= 0:
        if late < -SOON or not promise.late:
            return None
        commitment.state, commitment.explanation = State.UNDER_WAY, promise.late
        return at - A_DAY * (3 + told.number)
    is_slow = told.pattern.last in LATE[Side(commitment.side)]
    if chance.random() < (0.35 if is_slow else 0.8):
        commitment.state, commitment.explanation = State.KEPT, promise.kept
        commitment.kept_on = commitment.due_on - A_DAY * chance.randint(0, 25)
        return commitment.due_on
    if late > LONG or told.covenant.valid_until < at:
        commitment.state, commitment.explanation = State.NOT_KEPT, promise.not_kept
        return commitment.due_on + A_DAY * 12
    if not promise.late:
        return None
    commitment.state, commitment.explanation = State.UNDER_WAY, promise.late
    return commitment.due_on + A_DAY * min(late, 5)
