"""How the four functions stand in an area, before any norm is laid beside it (R1 to R3)."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from organisations.coverage.enums import Status
from organisations.coverage.facts import Ages, AreaFacts, CityFacts, OfferFacts, PartnershipFacts
from organisations.coverage.hours import Hours, hours_by_function
from organisations.coverage.results import FunctionCoverage
from organisations.enums import Function

ALL_FOUR = frozenset(Function)


@dataclass(frozen=True)
class Situation:
    """One area, with the offers that count there on the day asked and those that counted a year earlier."""

    city: CityFacts
    ages: Ages | None
    area: AreaFacts
    offers: dict[OfferFacts, Fraction]  # with the share of their hours that stays in the area
    earlier_offers: dict[OfferFacts, Fraction]
    warm_place: bool
    judged: bool = True

    @cached_property
    def by_function(self) -> dict[Function, list[OfferFacts]]:
        return {function: [offer for offer in self.offers if function in offer.hours] for function in Function}

    @cached_property
    def hours(self) -> dict[Function, Hours]:
        return hours_by_function(self.offers)

    @cached_property
    def earlier_hours(self) -> dict[Function, Hours]:
        return hours_by_function(self.earlier_offers)

    @cached_property
    def functions(self) -> dict[Function, FunctionCoverage]:
        return {function: self._cover(function, offers) for function, offers in self.by_function.items()}

    def _cover(self, function: Function, offers: list[OfferFacts]) -> FunctionCoverage:
        hours = self.hours[function]
        return FunctionCoverage(
            function=function,
            hours=hours.shown,
            some_hours_unknown=hours.some_unknown,
            offers=frozenset(offer.pk for offer in offers),
            organisations=frozenset(offer.organisation for offer in offers),
            unconfirmed_only=bool(offers) and all(offer.unconfirmed for offer in offers),
        )

    @cached_property
    def whole_by(self) -> tuple[str, ...]:
        """The names of the organisations and partnerships that have all four functions here (R2, R3)."""
        organisations: dict[int, set[Function]] = defaultdict(set)
        partnerships: dict[PartnershipFacts, set[Function]] = defaultdict(set)
        for offer in self.offers:
            organisations[offer.organisation].update(offer.hours)
            if partnership := self.city.partnership_of(offer):
                partnerships[partnership].update(offer.hours)
        names = [self.city.organisations[pk] for pk, functions in organisations.items() if functions == ALL_FOUR]
        names += [partnership.name for partnership, functions in partnerships.items() if functions == ALL_FOUR]
        return tuple(sorted(names))

    @cached_property
    def status(self) -> Status:
        covered = [function for function in Function if self.by_function[function]]
        if self.whole_by:
            return Status.WHOLE
        if len(covered) == len(ALL_FOUR):
            return Status.SCATTERED
        return Status.PARTIAL if covered else Status.NONE

    @cached_property
    def outreach(self) -> bool:
        return any(offer.goes_to_young_people for offer in self.offers)

    def organisation_names(self, offers: Iterable[OfferFacts]) -> list[str]:
        return sorted({self.city.organisations[offer.organisation] for offer in offers})
