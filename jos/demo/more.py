"""The rest of the offers: what fills a city without changing the situation of any neighbourhood."""

import datetime
import heapq
from collections import Counter
from itertools import islice

from jos.demo.ideas import ideas_for
from jos.demo.offers import Offers, Shares, confirmed_on, new_offer
from jos.demo.situations import situation_of
from jos.shared.time import months_later
from organisations.enums import Function, OfferStatus, OrganisationKind, Sector, Size, WorkForm
from organisations.models import Offer, Organisation

FREE, WELFARE, BRIDGE, SIGNAL = Function.FREE_TIME, Function.WELFARE, Function.BRIDGE, Function.SIGNAL
# What is done in each sector, as often as it stands there.
DOES = {
    Sector.YOUTH: (FREE, FREE, FREE, FREE, WELFARE, SIGNAL),
    Sector.WELFARE: (WELFARE, WELFARE, WELFARE, FREE, SIGNAL),
    Sector.HEALTH: (WELFARE,),
    Sector.EDUCATION: (BRIDGE,),
    Sector.BROAD_SCHOOL: (FREE, BRIDGE),
    Sector.WORK: (BRIDGE,),
    Sector.SAFETY: (BRIDGE, SIGNAL),
    Sector.SPORT: (FREE,),
    Sector.CULTURE: (FREE,),
    Sector.OTHER: (FREE, FREE, SIGNAL),
}
# Small partners do a few things in a few neighbourhoods, big ones more in more.
OFFERS = {Size.VOLUNTEERS: 2, Size.SMALL: 3, Size.MEDIUM: 4, Size.LARGE: 5}  # next to each other
NEIGHBOURHOODS = {Size.VOLUNTEERS: 3, Size.SMALL: 3, Size.MEDIUM: 5, Size.LARGE: 8}
HOURS = {
    Size.VOLUNTEERS: (1.5, 2, 2, 3, None),
    Size.SMALL: (2, 2.5, 3, 4),
    Size.MEDIUM: (2, 3, 4, 6),
    Size.LARGE: (3, 4, 6, 8),
}
HOURS_OF_SIGNAL = (0.5, 0.5, 1, 1)
HAD_OTHER_HOURS = (6, 10, 14, 18)  # of every twenty
AGES = ((6, 12), (12, 16), (16, 25), (6, 25), (None, None), (10, 14), (12, 18), (6, 11))


def add_more(city: Offers, count: int) -> None:
    """Until the city has `count` offers, each by the organisation that has the fewest for its size."""
    have = Counter(offer.organisation for offer in city.offers)
    active = [organisation for same in city.houses.by_kind.values() for organisation in same]
    queue = [(have[o] / _weight(o), number, o) for number, o in enumerate(active)]
    heapq.heapify(queue)
    while len(city.offers) < count:
        filled, number, organisation = queue[0]
        _add_one(city, organisation, number, count)
        heapq.heapreplace(queue, (filled + 1 / _weight(organisation), number, organisation))


def _weight(organisation: Organisation) -> float:
    youth_work = organisation.kind == OrganisationKind.YOUTH_WORK
    return OFFERS[Size(organisation.size)] * (1.5 if youth_work else 1)


def _add_one(city: Offers, organisation: Organisation, home: int, count: int) -> None:
    """Of every twenty: a draft, an archived one, three that ended over a year ago, one that is still to come.

    Of the others, some once had other hours.
    """
    turn = len(city.offers)
    place_in_twenty = turn % 20
    function = city.chance.choice(DOES[Sector(organisation.sector)])
    number = _where(city, organisation, home, function, counts_today=place_in_twenty > 4)
    offer = _offer(city, function, organisation, number)
    if place_in_twenty < 2:
        offer.status = (OfferStatus.DRAFT, OfferStatus.ARCHIVED)[place_in_twenty]
        offer.valid_from = months_later(city.at, -city.chance.randint(1, 30))
    elif place_in_twenty < 5:
        offer.valid_until = months_later(city.at, -city.chance.randint(14, 34))
        offer.valid_from = months_later(offer.valid_until, -city.chance.randint(3, 20))
    elif place_in_twenty == 5:
        offer.valid_from = city.at + datetime.timedelta(days=city.chance.randint(10, 240))
    else:
        _runs_now(city, offer, turn)
    offer.confirmed_on = confirmed_on(offer, city.at, chance=city.chance)
    choices = HOURS_OF_SIGNAL if function == SIGNAL else HOURS[Size(organisation.size)]
    hours = city.chance.choice(choices)
    reach: Shares = {number: None}
    if place_in_twenty in HAD_OTHER_HOURS and len(city.offers) < count - 1:
        _add_earlier(city, offer, function, hours, reach)
    city.add(offer, {function: hours}, reach)


def _add_earlier(city: Offers, offer: Offer, function: Function, hours: float | None, reach: Shares) -> None:
    """Fewer hours, until some months ago. Who does less than a year ago is for the situations to say."""
    changed_on = months_later(city.at, -city.chance.randint(1, 30))
    if hours and hours > 1 and offer.valid_from and offer.valid_from < months_later(changed_on, -3):
        city.add_earlier(offer, {function: hours - city.chance.choice((0.5, 1))}, reach, changed_on=changed_on)


def _where(city: Offers, organisation: Organisation, home: int, function: Function, *, counts_today: bool) -> int:
    """A neighbourhood around its home that may have more of this function; further away where none is near."""
    count = len(city.areas.neighbourhoods)
    if not counts_today:
        return home * 7 % count
    near = ((home * 7 + step) % count for step in range(count))
    fitting = [*islice((n for n in near if function in situation_of(n).more), NEIGHBOURHOODS[Size(organisation.size)])]
    return city.chance.choices(fitting, [situation_of(number).lively for number in fitting])[0]


def _offer(city: Offers, function: Function, organisation: Organisation, number: int) -> Offer:
    situation = situation_of(number)
    outside = situation.more_outside and city.chance.random() < 0.2
    ideas = ideas_for(organisation, frozenset({function}), outside=outside, start=city.chance.randrange(100))
    offer = new_offer(city, ideas, organisation, number)
    if situation.more_ages or offer.age_min is None:
        offer.age_min, offer.age_max = situation.more_ages or city.chance.choice(AGES)
    if offer.work_form == WorkForm.FIXED:
        offer.place = city.places.of(organisation, number)
    partnership = city.houses.partnership_of.get(organisation)
    if partnership and city.chance.random() < 0.15:
        offer.partnership = partnership
    return offer


def _runs_now(city: Offers, offer: Offer, turn: int) -> None:
    """Begun some time in the last five years; some end, but not so soon that anybody must worry."""
    offer.valid_from = months_later(city.at, -city.chance.randint(2, 60))
    if turn % 5 == 1:
        offer.valid_until = city.at + datetime.timedelta(days=city.chance.randint(100, 600))
