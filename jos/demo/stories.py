"""What happened to some offers since they were made, so that their history reads as one.

The city is built as it stands today. A story is told backwards first (`rewind`), so that the first version that is
written is the old one, and then forwards (`replay`), version by version, by the person who made each change.
"""

import datetime
from collections import defaultdict
from dataclasses import dataclass
from random import Random

from django.db.models import Model

from jos.accounts.models import User
from jos.demo.areas import chance_for
from jos.demo.offers import Offers
from jos.demo.writing import made, write_changes
from organisations.enums import OfferStatus
from organisations.models import Offer, OfferFunction, Organisation

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


def rewind(city: Offers, colleagues: dict[Organisation, list[User]]) -> list[Story]:
    """Stories for some of the offers that run now, which are set back to how they began."""
    chance, functions = chance_for("stories"), defaultdict[int, list[OfferFunction]](list)
    for function in city.functions:
        functions[id(function.offer)].append(function)
    stories = []
    for offer in city.offers[::EVERY]:
        days = _days(offer, city.at, chance)
        if offer.status == OfferStatus.PUBLISHED and days:
            stories.append(_told_backwards(offer, functions[id(offer)], colleagues[offer.organisation], days, chance))
    return stories


def _days(offer: Offer, at: datetime.date, chance: Random) -> list[datetime.date]:
    """The days of the changes, latest first, all since the offer began."""
    begun = offer.valid_from or at
    room = (at - begun).days
    if room < 60:
        return []
    return sorted(
        (at - datetime.timedelta(days=d) for d in chance.sample(range(2, room), chance.randint(1, LONGEST))),
        reverse=True,
    )


def _told_backwards(offer: Offer, functions: list[OfferFunction], people: list[User], days, chance) -> Story:
    """A story of as many chapters as there are days, latest first; afterwards the offer is as it was made."""
    story, offer.version = [], 1 + len(days)
    for day in days:
        by = chance.choice(people)
        record, field, before = chance.choice(CHANGES)(offer, functions[0], chance)
        chapter = [Edit(offer, "version", offer.version - 1, by, day), Edit(record, field, before, by, day)]
        for edit in chapter:
            edit.rewind()
        story.append(chapter)
    return story[::-1]


Before = tuple[Model, str, object]  # what had which value


def _hours(offer: Offer, function: OfferFunction, chance: Random) -> Before:
    if function.hours_per_week is None:
        return _schedule(offer, function, chance)
    fewer = function.hours_per_week - chance.choice((1, 2, 3))
    return function, "hours_per_week", fewer if fewer >= 1 else function.hours_per_week + 2


def _schedule(offer: Offer, function: OfferFunction, chance: Random) -> Before:
    return offer, "schedule", _another(SCHEDULES, offer.schedule, chance)


def _cost(offer: Offer, function: OfferFunction, chance: Random) -> Before:
    return offer, "cost", _another(COSTS, offer.cost, chance)


def _another(values: tuple[str, ...], now: str, chance: Random) -> str:
    return chance.choice([value for value in values if value != now])


SCHEDULES = ("woensdag 14:00-17:00", "vrijdag 16:00-19:00", "op afspraak", "zaterdag 13:00-16:00")
COSTS = ("3 euro", "1 euro per keer", "gratis")
CHANGES = (_hours, _hours, _schedule, _cost)


def replay(stories: list[Story]) -> None:
    """First every story's first chapter, then every second one: each round is a version later."""
    for round_number in range(LONGEST):
        edits = [edit for story in stories if round_number < len(story) for edit in story[round_number]]
        for edit in edits:
            edit.happen()
        for model in (Offer, OfferFunction):
            changed = {id(e.record): e.record for e in edits if isinstance(e.record, model)}
            fields = sorted({e.field for e in edits if isinstance(e.record, model)})
            write_changes(list(changed.values()), fields)
