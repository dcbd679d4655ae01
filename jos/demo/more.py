"""The rest of the offers: what fills a city without changing the situation of any neighbourhood."""

import datetime

from jos.demo.ideas import ideas_for
from jos.demo.offers import Offers, confirmed_on, new_offer
from jos.demo.situations import Situation, situation_of
from jos.shared.time import months_later
from organisations.enums import ConfirmationState, Function, OfferStatus, OrganisationKind, WorkForm
from organisations.models import Offer, Organisation

Kind = OrganisationKind
WHO = {
    Function.FREE_TIME: (
        Kind.YOUTH_WORK,
        Kind.SELF_ORGANISATION,
        Kind.SPORT,
        Kind.CULTURE,
        Kind.CITY_SERVICE,
        Kind.OTHER,
    ),
    Function.WELFARE: (Kind.WELFARE, Kind.SELF_ORGANISATION, Kind.CITY_SERVICE),
    Function.BRIDGE: (Kind.WORK, Kind.EDUCATION, Kind.POLICE, Kind.JUSTICE),
    Function.SIGNAL: (Kind.SELF_ORGANISATION, Kind.YOUTH_WORK, Kind.CITY_SERVICE, Kind.POLICE),
}
# Free time is what there is most of.
OFTEN = (Function.FREE_TIME,) * 5 + (Function.WELFARE, Function.WELFARE, Function.BRIDGE, Function.SIGNAL)
AGES = ((6, 12), (12, 16), (16, 25), (6, 25), (None, None), (10, 14), (12, 18), (6, 11))
HOURS = (2, 2, 3, 3, 4, 4, 6, 8, 10, 2.5, 1.5, None)
REGULARS = 3  # a neighbourhood meets so many organisations of a kind


def add_more(city: Offers, count: int) -> None:
    """Until the city has `count` offers: most run now, some have ended, some are to come, some were never published."""
    while len(city.offers) < count:
        _add_one(city, len(city.offers))


def _add_one(city: Offers, turn: int) -> None:
    """Of every twenty: a draft, an archived one, three that ended over a year ago, one that is still to come."""
    place_in_twenty = turn % 20
    counts_today = place_in_twenty > 4
    function = city.chance.choice(OFTEN)
    number = _where(city, function if counts_today else None)
    situation = situation_of(number)
    organisation = city.houses.regular(
        city.chance.choice(WHO[function]), number * REGULARS + city.chance.randrange(REGULARS)
    )
    offer = _offer(city, function, organisation, number, situation)
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
    city.add(offer, {function: city.chance.choice(HOURS)}, {number: None})


def _where(city: Offers, function: Function | None) -> int:
    """A neighbourhood that may have more of this function; any, for work that does not count today."""
    while True:
        number = city.chance.randrange(len(city.areas.neighbourhoods))
        if function is None or function in situation_of(number).more:
            return number


def _offer(city: Offers, function: Function, organisation: Organisation, number: int, situation: Situation) -> Offer:
    outside = situation.more_outside and city.chance.random() < 0.2
    offer = new_offer(city, city.chance.choice(ideas_for(frozenset({function}), outside=outside)), organisation, number)
    offer.age_min, offer.age_max = situation.more_ages or city.chance.choice(AGES)
    if offer.work_form == WorkForm.FIXED:
        offer.place = city.places.of(organisation, number)
    partnership = city.houses.partnership_of.get(organisation)
    if partnership and city.chance.random() < 0.15:
        offer.partnership = partnership
    offer.confirmed_on = confirmed_on(ConfirmationState.CONFIRMED, organisation, city)
    return offer


def _runs_now(city: Offers, offer: Offer, turn: int) -> None:
    """Begun some time in the last five years; some end, but not so soon that anybody must worry."""
    offer.valid_from = months_later(city.at, -city.chance.randint(2, 60))
    if turn % 5 == 1:
        offer.valid_until = city.at + datetime.timedelta(days=city.chance.randint(100, 600))
    if turn % 9 == 0:
        offer.confirmed_on = confirmed_on(ConfirmationState.TO_CONFIRM, offer.organisation, city)
    elif turn % 13 == 0:
        offer.confirmed_on = confirmed_on(ConfirmationState.UNCONFIRMED, offer.organisation, city)
