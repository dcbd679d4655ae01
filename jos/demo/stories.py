"""What happened to some offers since they were made, so that their history reads as one.

The city is built as it stands today. A story is told backwards first (`rewind`), so that the first version that is
written is the old one, and then forwards (`replay`), version by version, by the person who made each change.
"""

import datetime
from collections import defaultdict
from dataclasses import dataclass, field
from random import Random

from django.db.models import Model

from jos.accounts.models import User
from jos.demo.areas import chance_for
from jos.demo.offers import Offers
from jos.demo.writing import made, write_changes
from organisations.enums import OfferStatus
from organisations.models import Offer, OfferFunction, OfferMoment, Organisation

EVERY = 4  # one offer in so many has a story
LONGEST = 4  # changes


@dataclass
class Edit:
    """On a day somebody gave a field another value."""

    record: Model
    field: str
    before: object
    by: User
    on: datetime.date
    after: object = None  # known once it is taken back

    def rewind(self) -> None:
        self.after = getattr(self.record, self.field)
        setattr(self.record, self.field, self.before)

    def happen(self) -> None:
        setattr(self.record, self.field, self.after)
        made(self.record, by=self.by, on=self.on)


Story = list[list[Edit]]  # chapters in order of time, each with what was changed in one go


@dataclass
class Parts:
    """What belongs to an offer and changes too."""

    functions: list[OfferFunction] = field(default_factory=list)
    moments: list[OfferMoment] = field(default_factory=list)


def rewind(city: Offers, colleagues: dict[Organisation, list[User]]) -> list[Story]:
    """Stories for some of the offers that run now, which are set back to how they began."""
    chance, parts, stories = chance_for("stories"), defaultdict[int, Parts](Parts), []
    for function in city.functions:
        parts[id(function.offer)].functions.append(function)
    for moment in city.moments:
        parts[id(moment.offer)].moments.append(moment)
    for offer in city.offers[::EVERY]:
        days = _days(offer, city.at, chance)
        if offer.status == OfferStatus.PUBLISHED and days:
            stories.append(_told_backwards(offer, parts[id(offer)], colleagues[offer.organisation], days, chance))
    return stories


def _days(offer: Offer, at: datetime.date, chance: Random) -> list[datetime.date]:
    """The days of the changes, latest first, all since the offer began."""
    begun = offer.valid_from or at
    until = min(offer.valid_until or at, at)
    room = (until - begun).days
    if room < 60:
        return []
    return sorted(
        (until - datetime.timedelta(days=d) for d in chance.sample(range(2, room), chance.randint(1, LONGEST))),
        reverse=True,
    )


def _told_backwards(offer: Offer, parts: Parts, people: list[User], days, chance) -> Story:
    """A story of as many chapters as there are days, latest first; afterwards the offer is as it was made."""
    story, offer.version = [], 1 + len(days)
    for day in days:
        by = chance.choice(people)
        changes = [(offer, "version", offer.version - 1), *chance.choice(CHANGES)(offer, parts, chance)]
        chapter = [Edit(record, name, before, by, day) for record, name, before in changes]
        for edit in chapter:
            edit.rewind()
        story.append(chapter)
    return story[::-1]


Before = list[tuple[Model, str, object]]  # what had which value


def _hours(offer: Offer, parts: Parts, chance: Random) -> Before:
    function = parts.functions[0]
    if function.hours_per_week is None:
        return _moment(offer, parts, chance)
    fewer = function.hours_per_week - chance.choice((1, 2, 3))
    return [(function, "hours_per_week", fewer if fewer >= 1 else function.hours_per_week + 2)]


def _moment(offer: Offer, parts: Parts, chance: Random) -> Before:
    """It ended half an hour earlier or later, as long as it lasts."""
    if not parts.moments:
        return [(offer, "schedule", chance.choice([words for words in WORDS if words != offer.schedule]))]
    moment = chance.choice(parts.moments)
    others = [_minutes_later(moment.ends_at, minutes) for minutes in (-30, 30)]
    return [(moment, "ends_at", chance.choice([ends_at for ends_at in others if ends_at != moment.starts_at]))]


def _minutes_later(time: datetime.time, minutes: int) -> datetime.time:
    total = time.hour * 60 + time.minute + minutes
    return datetime.time(total // 60 % 24, total % 60)


def _cost(offer: Offer, parts: Parts, chance: Random) -> Before:
    """It cost something else, or became free."""
    before = chance.choice([cost for cost in COSTS if cost != offer.cost])
    return [(offer, "cost", before), (offer, "is_free", not before)]


WORDS = ("op afspraak", "bel eerst even", "na school, op afspraak")
COSTS = ("3 euro", "1 euro per keer", "")
CHANGES = (_hours, _hours, _moment, _moment, _cost)


def replay(stories: list[Story]) -> None:
    """First every story's first chapter, then every second one: each round is a version later."""
    for round_number in range(LONGEST):
        edits = [edit for story in stories if round_number < len(story) for edit in story[round_number]]
        for edit in edits:
            edit.happen()
        for model in (Offer, OfferMoment, OfferFunction):
            changed = {id(e.record): e.record for e in edits if isinstance(e.record, model)}
            fields = sorted({e.field for e in edits if isinstance(e.record, model)})
            write_changes(list(changed.values()), fields)
