"""Agreed hours beside what is really on offer, partner by partner: the offers that the coverage engine counts (R7)."""

import datetime
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from django.db.models import Q, QuerySet

from covenants.counting.reach import reaches, within
from covenants.models import AgreedHours, Covenant
from organisations.coverage.facts import Ages, AreaFacts, CityFacts, OfferFacts
from organisations.coverage.hours import Hours, hours_by_function
from organisations.coverage.loading import load_city
from organisations.enums import AgeBand, Function
from organisations.models import Organisation, Partnership

NO_DIFFERENCE = Fraction(1, 10)  # of an hour a week: less is how parts are rounded
NOTHING = Hours(Fraction(), some_known=False, some_unknown=False)

PartnerKey = tuple[type, int]  # an organisation or a partnership
Where = tuple[PartnerKey, int, Function]  # whose promise, in which neighbourhood


@dataclass(frozen=True)
class Promise:
    """Of one partner, one function in one neighbourhood: what its covenants say, and what its offers do."""

    partner: Organisation | Partnership
    area: AreaFacts
    function: Function
    agreed: Fraction
    there: Hours
    covenants: tuple[Covenant, ...]
    offers: frozenset[int]

    @property
    def not_there(self) -> Fraction:
        """Promised, and surely not there. Where some hours are not known nobody can say that (R17)."""
        return Fraction() if self.there.some_unknown else _if_some(self.agreed - self.there.known)

    @property
    def not_promised(self) -> Fraction:
        """There, and not promised."""
        return _if_some(self.there.known - self.agreed)

    @property
    def is_unclear(self) -> bool:
        """Some hours are not known, so it may be there or not."""
        return self.there.some_unknown and _if_some(self.agreed - self.there.known) > 0


@dataclass(frozen=True)
class Promised:
    """`areas`: the neighbourhoods of the day, by name. `promises`: those of covenants in force, where there is any."""

    areas: tuple[AreaFacts, ...]
    promises: tuple[Promise, ...]
    covenants: tuple[Covenant, ...]
    reach: Mapping[int, frozenset[int]]  # of each covenant; none: the whole city

    def covenants_in(self, areas: Collection[int]) -> list[Covenant]:
        """Those that work in any of these neighbourhoods."""
        return [each for each in self.covenants if not (there := self.reach[each.pk]) or not there.isdisjoint(areas)]


def promised_hours(at: datetime.date, ages: Ages | None = None) -> Promised:
    """On a day, for all ages or for an age band. In seven queries.

    Hours for all ages count for every band, as an offer for all ages does.
    """
    in_force = Covenant.objects.in_force(at)
    covenants = {covenant.pk: covenant for covenant in in_force.with_parties()}
    city = load_city(at, circles=False)
    reach = reaches(in_force)
    keys = {pk: _key(covenant) for pk, covenant in covenants.items()}
    agreed = _agreed(in_force, keys, reach, [area.pk for area in city.areas], ages)
    partners = {keys[pk]: covenant.partner for pk, covenant in covenants.items()}
    there = _there(city, ages, partners)
    areas = {area.pk: area for area in city.areas}
    promises = (
        _promise(where, areas, partners, covenants, agreed.get(where, {}), there.get(where, {}))
        for where in agreed.keys() | there.keys()
        if where[1] in areas
    )
    in_order = sorted(promises, key=lambda promise: (promise.area.name.casefold(), str(promise.partner)))
    return Promised(city.areas, tuple(in_order), tuple(covenants.values()), reach)


def _agreed(
    in_force: QuerySet[Covenant],
    keys: Mapping[int, PartnerKey],
    reach: Mapping[int, frozenset[int]],
    existing: list[int],
    ages: Ages | None,
) -> Mapping[Where, dict[int, Fraction]]:
    """The hours of each covenant, by partner, neighbourhood and function. Over the whole reach: in equal parts."""
    wanted = Q(age_band="") | Q(age_band__in=_bands(ages))
    rows = AgreedHours.objects.filter(wanted, covenant__in=in_force).order_by()
    found: dict[Where, dict[int, Fraction]] = defaultdict(lambda: defaultdict(Fraction))
    for covenant, function, area, hours in rows.values_list("covenant", "function", "neighbourhood", "hours_per_week"):
        areas = [area] if area else within(reach[covenant], existing)
        share = Fraction(hours) / (len(areas) or 1)
        for each in areas:
            found[keys[covenant], each, Function(function)][covenant] += share
    return found


def _bands(ages: Ages | None) -> list[str]:
    return [band.value for band in AgeBand if ages is None or _overlap(Ages.parse(band.value), ages)]


def _overlap(one: Ages, other: Ages) -> bool:
    return one.lowest <= other.highest and other.lowest <= one.highest


def _there(
    city: CityFacts, ages: Ages | None, partners: Mapping[PartnerKey, object]
) -> Mapping[Where, dict[OfferFacts, Fraction]]:
    """The offers of each partner with a covenant, with the share of their hours that stays in the neighbourhood."""
    found: dict[Where, dict[OfferFacts, Fraction]] = defaultdict(dict)
    for offer in city.offers:
        if offer.counts(city.at, ages) and (partner := _whose(offer, city, partners)):
            for area, share in offer.shares.items():
                for function in offer.hours:
                    found[partner, area, function][offer] = share
    return found


def _whose(offer: OfferFacts, city: CityFacts, partners: Mapping[PartnerKey, object]) -> PartnerKey | None:
    """An offer counts once: for the partnership it runs for where that has a covenant, else for its organisation."""
    together = (Partnership, offer.partnership)
    if together in partners and city.partnership_of(offer):
        return together  # type: ignore[return-value]
    alone = (Organisation, offer.organisation)
    return alone if alone in partners else None


def _key(covenant: Covenant) -> PartnerKey:
    """Of an organisation that was merged: the one it became."""
    if covenant.partnership_id:
        return Partnership, covenant.partnership_id
    return Organisation, covenant.speaker.merged_into_id or covenant.speaker.pk


def _promise(
    where: Where,
    areas: Mapping[int, AreaFacts],
    partners: Mapping[PartnerKey, Organisation | Partnership],
    covenants: Mapping[int, Covenant],
    agreed: Mapping[int, Fraction],
    offers: Mapping[OfferFacts, Fraction],
) -> Promise:
    partner, area, function = where
    return Promise(
        partner=partners[partner],
        area=areas[area],
        function=function,
        agreed=sum(agreed.values(), Fraction()),
        there=hours_by_function(offers)[function] if offers else NOTHING,
        covenants=tuple(covenants[pk] for pk in agreed),
        offers=frozenset(offer.pk for offer in offers),
    )


def _if_some(difference: Fraction) -> Fraction:
    return difference if difference >= NO_DIFFERENCE else Fraction()


def rounded(hours: Fraction) -> Decimal:
    """To two decimals, as the hours of offers are."""
    return Hours(hours, some_known=True, some_unknown=False).rounded


@dataclass(frozen=True)
class CrowdedOut:
    """R7: a partner gives more free time than it promised, and less of another function."""

    partner: Organisation | Partnership
    more: Fraction
    less: tuple[tuple[Function, Fraction], ...]


def crowded_out(promises: Iterable[Promise]) -> Iterator[CrowdedOut]:
    """Over all neighbourhoods of a partner together, as far as its hours are known."""
    of_partner: dict[Organisation | Partnership, list[Promise]] = defaultdict(list)
    for promise in promises:
        of_partner[promise.partner].append(promise)
    for partner, some in of_partner.items():
        more = sum((_balance(each) for each in some if each.function == Function.FREE_TIME), Fraction())
        sums = {f: sum((_balance(p) for p in some if p.function == f), Fraction()) for f in Function}
        less = [(f, -left) for f, left in sums.items() if left <= -NO_DIFFERENCE and f != Function.FREE_TIME]
        if less and more >= NO_DIFFERENCE:
            yield CrowdedOut(partner, more, tuple(less))


def _balance(promise: Promise) -> Fraction:
    """What is there more than promised; less than nothing where it is surely less."""
    return Fraction() if promise.is_unclear else promise.there.known - promise.agreed
