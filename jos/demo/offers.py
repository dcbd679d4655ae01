"""The offers of the demo city: first the work that makes each situation, then more of what does not change it."""

import copy
import datetime
import random
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import takewhile

from jos.demo.areas import Areas, chance_for
from jos.demo.houses import Houses
from jos.demo.ideas import ROUTES, Idea, ideas_for
from jos.demo.ideas.when import moments
from jos.demo.places import Places
from jos.demo.situations import SITUATIONS, Situation, Work, situation_of
from jos.demo.writing import made, made_with
from jos.shared.models import unique_slug
from jos.shared.time import months_later
from organisations.enums import Accessibility, Function, OfferStatus, OrganisationKind, WorkForm
from organisations.models import (
    Offer,
    OfferFunction,
    OfferMoment,
    OfferNeighbourhood,
    Organisation,
    Partnership,
)

LATELY = datetime.timedelta(days=12)
Hours = dict[Function, float | None]  # a week, by function
Shares = dict[int, int | None]  # by number of the neighbourhood; None: not divided


@dataclass
class Offers:
    """Everything to write about offers, in memory first."""

    areas: Areas
    houses: Houses
    places: Places
    at: datetime.date
    offers: list[Offer] = field(default_factory=list)
    moments: list[OfferMoment] = field(default_factory=list)
    functions: list[OfferFunction] = field(default_factory=list)
    reach: list[OfferNeighbourhood] = field(default_factory=list)
    slugs: set[str] = field(default_factory=set)
    titles: set[tuple[int, str]] = field(default_factory=set)  # by organisation
    chance: random.Random = field(default_factory=lambda: chance_for("offers"))

    def add(self, offer: Offer, hours: Hours, reach: Shares) -> Offer:
        self.offers.append(offer)
        for function, per_week in hours.items():
            known = None if per_week is None else Decimal(str(per_week))
            self.functions.append(OfferFunction(offer=offer, function=function, hours_per_week=known))
        for number, share in reach.items():
            neighbourhood = self.areas.neighbourhoods[number]
            self.reach.append(OfferNeighbourhood(offer=offer, neighbourhood=neighbourhood, share=share))
        return offer

    def add_earlier(self, offer: Offer, hours: Hours, reach: Shares, *, changed_on: datetime.date) -> None:
        """Hours have no period of their own: an offer with others ended the day before this one began."""
        earlier = copy.copy(offer)
        earlier.slug = unique_slug(Offer, offer.title, self.slugs)
        earlier.valid_until = changed_on - datetime.timedelta(days=1)
        earlier.confirmed_on = min(offer.confirmed_on, earlier.valid_until)
        offer.valid_from = changed_on
        for moment in list(takewhile(lambda moment: moment.offer is offer, reversed(self.moments))):
            self.moments.append(_same_moment(moment, earlier))
        self.add(earlier, hours, reach)


def _same_moment(moment: OfferMoment, offer: Offer) -> OfferMoment:
    return OfferMoment(offer=offer, weekday=moment.weekday, starts_at=moment.starts_at, ends_at=moment.ends_at)


def add_situations(city: Offers) -> None:
    """The work of every neighbourhood's situation."""
    partnerships = 0
    for number in range(len(city.areas.neighbourhoods)):
        situation = situation_of(number)
        partnership = None
        if any(work.together for work in situation.works):
            partnership = city.houses.partnerships[partnerships % len(city.houses.partnerships)]
            partnerships += 1
        for turn, work in enumerate(situation.works):
            _add_work(city, number, turn, work, situation, partnership)


def _add_work(
    city: Offers, number: int, turn: int, work: Work, situation: Situation, partnership: Partnership | None
) -> None:
    organisation = _who(city.houses, work, number, partnership)
    outside = work.form != WorkForm.FIXED
    ideas = ideas_for(organisation, frozenset(work.hours), outside=outside, start=number + turn)
    offer = new_offer(city, ideas, organisation, number)
    offer.work_form = work.form
    offer.partnership = partnership if work.together else None
    offer.age_min, offer.age_max = work.ages or (None, None)
    offer.valid_from = city.at - LATELY if work.lately else months_later(city.at, -work.since)
    offer.valid_until = organisation.valid_until
    if work.until is not None:
        offer.valid_until = city.at + datetime.timedelta(days=work.until)
    offer.confirmed_on = confirmed_on(offer, city.at, chance=city.chance, overdue=work.overdue)
    if not outside:
        offer.place = city.places.of(organisation, number, warm=situation.warm and turn == 0)
    reach = _reach(work, number, len(city.areas.neighbourhoods))
    if work.was:
        city.add_earlier(offer, work.was, reach, changed_on=months_later(city.at, -work.changed))
    city.add(offer, work.hours, reach)


def _who(houses: Houses, work: Work, number: int, partnership: Partnership | None) -> Organisation:
    if work.stopped:
        stopped = houses.stopped[work.by]
        return stopped[number % len(stopped)]
    if work.together and partnership:
        return houses.partners_of[partnership][work.by]
    return houses.house(number) if work.by == OrganisationKind.YOUTH_WORK else houses.regular(work.by, number)


def _reach(work: Work, number: int, count: int) -> Shares:
    here, there = work.shares or (None, None)
    reach: Shares = {number: here}
    if work.also_in is not None:
        other = number - number % len(SITUATIONS) + work.also_in
        if other < count:
            reach[other] = there
    return reach


def new_offer(city: Offers, ideas: list[Idea], organisation: Organisation, number: int) -> Offer:
    """A published offer from the first idea that is new to them. The rest is for the caller to say."""
    chance = city.chance
    idea, title = _pick(city, ideas, organisation, city.areas.neighbourhoods[number].name)
    age_min, age_max = idea.ages or (None, None)
    offer = Offer(
        organisation=organisation,
        title=title,
        slug=unique_slug(Offer, title, city.slugs),
        description=idea.description,
        work_form=idea.form,
        route="" if idea.form == WorkForm.FIXED else chance.choice(ROUTES),
        schedule=idea.words,
        season=idea.season,
        age_min=age_min,
        age_max=age_max,
        is_free=not idea.cost,
        cost=idea.cost,
        audience=idea.audience,
        languages=organisation.languages[: chance.randint(1, 4)],
        accessibility=chance.sample(Accessibility.values, chance.randint(0, 3)),
        status=OfferStatus.PUBLISHED,
    )
    for weekday, starts_at, ends_at in moments(idea.when):
        city.moments.append(OfferMoment(offer=offer, weekday=weekday, starts_at=starts_at, ends_at=ends_at))
    return offer


def _pick(city: Offers, ideas: list[Idea], organisation: Organisation, area: str) -> tuple[Idea, str]:
    """One that the organisation does not have yet; where it has them all, the neighbourhood tells them apart."""
    titled = [(idea, idea.title.format(wijk=area)) for idea in ideas]
    titled += [(idea, f"{title} {area}") for idea, title in titled if area not in title]
    found = next(((idea, title) for idea, title in titled if (organisation.pk, title) not in city.titles), titled[0])
    city.titles.add((organisation.pk, found[1]))
    return found


def confirmed_on(offer: Offer, at: datetime.date, *, chance: random.Random, overdue: int = 0) -> datetime.date:
    """The day on which somebody said "all still right": so many days too long ago, or lately, or as it ended."""
    every = offer.organisation.confirms_every
    if overdue:
        return months_later(at - datetime.timedelta(days=overdue), -every)
    lately = at - datetime.timedelta(days=chance.randint(3, every * 30 - 25))
    return max(min(lately, offer.valid_until or at), min(offer.valid_from or at, at))  # not before it began


def sign(city: Offers, colleagues: dict[Organisation, list]) -> None:
    """Each offer was made by the coordinator of its organisation, some days before it began."""
    for number, offer in enumerate(city.offers):
        begun = min(offer.valid_from or city.at, city.at)
        made(offer, by=colleagues[offer.organisation][0], on=begun - datetime.timedelta(days=3 + number % 40))
    parts: list[OfferMoment | OfferFunction | OfferNeighbourhood] = [*city.moments, *city.functions, *city.reach]
    for part in parts:
        made_with(part, part.offer)
