"""The periods of signed covenants of the demo: how far each is, and what both sides settled in the talk."""

import datetime
from dataclasses import dataclass, field
from random import Random

from covenants.enums import CommitmentState, Side
from covenants.following_up.schedule import due_on, periods_of_covenant
from covenants.models import Commitment, ReportingPeriod
from jos.demo.covenants import talks
from jos.demo.covenants.pattern import Last
from jos.demo.covenants.steps import A_DAY
from jos.demo.covenants.told import Told
from jos.demo.writing import made, write, write_changes

BOTH = (Side.PARTNER, Side.CITY)
SENT = {
    Last.SETTLED: BOTH,
    Last.SUBMITTED: BOTH,
    Last.ASKED: BOTH,
    Last.WRITTEN: BOTH,
    Last.LATE_CITY: (Side.PARTNER,),
    Last.LATE_PARTNER: (Side.CITY,),
    Last.LATE_BOTH: (),
}
REPORTED = {Side.PARTNER: 11, Side.CITY: 17}  # days after a period, at least
TALKED = 34  # days after a period, at least
TALK = [
    "talk_asked_on", "talk_asked_by", "talked_on", "present", "settled", "agreed_by_city", "agreed_by_partner",
    "settled_on", "version",
]  # fmt: skip


@dataclass
class Followed:
    """A period that is over. `number`: of those of its covenant; `of`: how many those are in all."""

    told: Told
    period: ReportingPeriod
    number: int
    of: int
    stage: Last | None  # none: both can still report in time
    agreements: list[Commitment] = field(default_factory=list)

    @property
    def sent(self) -> tuple[Side, ...]:
        return SENT[self.stage] if self.stage else ()

    @property
    def part(self) -> float:
        """Of the whole covenant, when it ended."""
        return self.number / self.of

    @property
    def share_of_year(self) -> float:
        return ((self.period.ends_on - self.period.starts_on).days + 1) / 365

    def reported_on(self, side: Side, at: datetime.date) -> datetime.date:
        days = REPORTED[side] + (self.told.number + self.number) % 9
        return min(self.period.ends_on + A_DAY * days, self.period.due_on, at - A_DAY)


def write_periods(all_told: list[Told], chance: Random, at: datetime.date) -> list[Followed]:
    """Of each signed covenant those that its text asks for. Gives those that are over."""
    followed = [each for told in all_told if told.is_signed for each in _lay_out(told, at)]
    write([each.period for each in followed])
    over = [each for each in followed if each.period.ends_on < at]
    for each in over:
        _talk(each, chance, at)
    talked = [each for each in over if each.period.talk_asked_on]
    write_changes([each.period for each in talked], TALK)
    write([agreement for each in talked for agreement in each.agreements])
    return over


def _lay_out(told: Told, at: datetime.date) -> list[Followed]:
    days, covenant = periods_of_covenant(told.covenant), told.covenant
    last = max((each.ends_on for each in days if due_on(each.ends_on, covenant) < at), default=None)
    followed = []
    for number, each in enumerate(days, start=1):
        due = due_on(each.ends_on, covenant)
        period = ReportingPeriod(covenant=covenant, starts_on=each.starts_on, ends_on=each.ends_on, due_on=due)
        made(period, by=told.people[Side.CITY], on=covenant.signed_on or at)
        stage = None if due >= at else told.pattern.last if each.ends_on == last else Last.SETTLED
        followed.append(Followed(told, period, number, len(days), stage))
    return followed


def _talk(followed: Followed, chance: Random, at: datetime.date) -> None:
    """Asked for, written down, and agreed with by both: as far as it is."""
    period, stage, told = followed.period, followed.stage, followed.told
    if stage not in (Last.ASKED, Last.WRITTEN, Last.SETTLED):
        return
    day = min(period.ends_on + A_DAY * (TALKED + told.number % 12), at - A_DAY * 4)
    asker = BOTH[(told.number + followed.number) % 2]
    period.talk_asked_on, period.talk_asked_by, period.version = day - A_DAY * 6, asker, 2
    if stage != Last.ASKED:
        period.talked_on, period.version = day, 3
        period.present = talks.PRESENT[(told.number + followed.number) % len(talks.PRESENT)]
        said = talks.LIGHT_SETTLED if told.pattern.light else talks.SETTLED
        period.settled = said[(told.number + followed.number * 2) % len(said)]
        period.agreed_by_partner = True
        followed.agreements = _agreements(followed, chance, at)
    if stage == Last.SETTLED:
        period.agreed_by_city, period.settled_on, period.version = True, day + A_DAY * 3, 5
    made(period, by=told.people[asker], on=period.settled_on or period.talked_on or period.talk_asked_on)


def _agreements(followed: Followed, chance: Random, at: datetime.date) -> list[Commitment]:
    """One or two, of either side; those of long ago are kept."""
    told, period, rows = followed.told, followed.period, []
    for side in BOTH[followed.number % 2 :]:
        what = talks.AGREED[side][(told.number + followed.number) % len(talks.AGREED[side])]
        due = (period.talked_on or at) + A_DAY * chance.choice((30, 60, 90))
        row = Commitment(covenant=told.covenant, side=side, what=what, due_on=due, agreed_in=period)
        if due < at and (chance.random() < 0.85 or (at - due).days > 200):
            row.state, row.kept_on = CommitmentState.KEPT, due - A_DAY * chance.randint(1, 20)
        made(row, by=told.people[side], on=period.talked_on or at)
        rows.append(row)
    return rows
