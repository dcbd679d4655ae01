"""What one organisation means for its neighbourhoods: the same facts judged with its offers and without."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, replace

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from organisations.coverage.enums import Status
from organisations.coverage.facts import CityFacts, PartnershipFacts
from organisations.coverage.loading import load_city
from organisations.coverage.results import AreaCoverage, FunctionCoverage
from organisations.coverage.rules import assess
from organisations.coverage.sentences import join
from organisations.enums import Function
from organisations.models import Offer, OfferNeighbourhood, Organisation


@dataclass(frozen=True)
class Part:
    """One neighbourhood, with the organisation and without it."""

    area: AreaCoverage
    without: AreaCoverage
    losses: tuple[str, ...]  # what would no longer be there
    shares: tuple[str, ...]  # which part of what stays is the organisation's

    @property
    def losses_in_words(self) -> str:
        return join(self.losses)

    @property
    def breaks_the_norm(self) -> bool:
        return self.area.norm_met and not self.without.norm_met


def parts_of(organisation: Organisation, *, at: datetime.date) -> list[Part]:
    """Where most would be lost comes first. Always the same six queries."""
    counting = Offer.objects.counting(at).filter(organisation=organisation)
    reached = OfferNeighbourhood.objects.filter(offer__in=counting).order_by().values_list("neighbourhood", flat=True)
    here = set(reached)
    city = load_city(at, lambda area: area.pk in here, circles=False)
    pairs = zip(assess(city), assess(_without(city, organisation.pk)), strict=True)
    parts = [Part(area, left, tuple(_losses(area, left)), tuple(_shares(area, left))) for area, left in pairs]
    return sorted(parts, key=lambda part: -len(part.losses))


def _without(city: CityFacts, organisation: int) -> CityFacts:
    """A partnership keeps the offers of its other members."""
    partnerships = {
        pk: PartnershipFacts(partnership.name, partnership.members - {organisation})
        for pk, partnership in city.partnerships.items()
    }
    offers = tuple(offer for offer in city.offers if offer.organisation != organisation)
    return replace(city, offers=offers, partnerships=partnerships)


def _losses(area: AreaCoverage, without: AreaCoverage) -> Iterator[str]:
    for function in area.covered:
        if function in without.missing:
            words = {"function": function.label, "hours": _hours(area.functions[function])}
            yield _("no %(function)s (%(hours)s)") % words
    if area.warm_place and not without.warm_place:
        yield _("no offer in a warm place")
    if area.outreach and not without.outreach:
        yield _("nobody who goes to young people")
    if area.status == Status.WHOLE and without.status != Status.WHOLE:
        yield _("the four are no longer one whole")


def _shares(area: AreaCoverage, without: AreaCoverage) -> Iterator[str]:
    """Of functions that others have too."""
    for function in Function:
        all_of_it, theirs = area.functions[function], without.functions[function]
        if not theirs.covered or all_of_it.offers == theirs.offers:
            continue
        if all_of_it.hours is None or all_of_it.some_hours_unknown:
            yield _("%(function)s, together with others") % {"function": function.label}
        else:
            ours = all_of_it.hours - (theirs.hours or 0)
            words = {"ours": _number(ours), "all": _number(all_of_it.hours), "function": function.label}
            yield _("%(ours)s of the %(all)s hours of %(function)s") % words


def _hours(covered: FunctionCoverage) -> str:
    if covered.hours is None:
        return _("hours not known")
    words = ngettext("%(number)s hour", "%(number)s hours", 1 if covered.hours == 1 else 2)
    words = words % {"number": _number(covered.hours)}
    return _("at least %s") % words if covered.some_hours_unknown else words


def _number(hours) -> str:
    return number_format(hours.normalize() + 0)
