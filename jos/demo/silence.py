"""Who is late with saying that all is still right: some partners, for some weeks, as in any city."""

from collections import defaultdict

from jos.demo.offers import Offers, confirmed_on
from jos.shared.time import months_later
from organisations.enums import OfferStatus
from organisations.models import Offer, Organisation

# Those who can sign in have something to do: so many days late, for each offer.
LATE = {
    "Jeugdhuis De Kaaihal": (31, 12),
    "Moeders aan Zet": (19,),
    "Straatkracht": (26,),
    "Sportdienst Lindermonde": (),
}
EVERY, FIRST = 9, 4  # of the others
LONGEST = 50  # days: not yet so long that nobody is sure any more
LONGER_EVERY, LONGER_FIRST = 18, 10  # of some, nobody is


def fall_silent(city: Offers) -> None:
    steady = _steady_offers(city)
    for number, organisation in enumerate(city.houses.organisations):
        late = LATE.get(organisation.name, _by_chance(number))
        for offer, days in zip(steady[organisation], late, strict=False):
            offer.confirmed_on = confirmed_on(offer, city.at, chance=city.chance, overdue=days)


def _by_chance(number: int) -> tuple[int, ...]:
    days = 5 + number * 11 % (LONGEST - 5)
    if number % LONGER_EVERY == LONGER_FIRST:
        return (days + 60,)
    return (days,) if number % EVERY == FIRST else ()


def _steady_offers(city: Offers) -> dict[Organisation, list[Offer]]:
    """Those that run without an end, began long enough ago to be late by now, and are not late yet."""
    offers = defaultdict[Organisation, list[Offer]](list)
    for offer in city.offers:
        every = offer.organisation.confirms_every
        long_ago = months_later(city.at, -every - 2)
        if (
            offer.status == OfferStatus.PUBLISHED
            and offer.valid_until is None
            and (offer.valid_from is None or offer.valid_from <= long_ago)
            and offer.confirmed_on >= months_later(city.at, -every)
        ):
            offers[offer.organisation].append(offer)
    return offers
