"""What works in an area (R18): strengths stand beside problems. Each rule below says one true sentence, or nothing."""

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jos.shared.enums import SpokenLanguage
from jos.shared.time import months_later
from organisations.coverage import AreaCoverage
from organisations.coverage.sentences import join, join_names
from organisations.coverage.trend import MonthCoverage
from organisations.enums import Accessibility, ConfirmationState, Function, OrganisationKind, Weekday
from organisations.models import Offer, OfferMoment

EVENING = datetime.time(18)
MANY_LANGUAGES = 3
MANY_DAYS = 5
A_YEAR, TWO_YEARS = 12, 24  # months


@dataclass(frozen=True)
class Scene:
    """What is looked at: an area on a day, for the ages asked."""

    at: datetime.date
    area: AreaCoverage
    bands: tuple[AreaCoverage, ...]  # the same area, for each age band
    offers: tuple[Offer, ...]
    in_warm_places: tuple[Offer, ...]
    months: tuple[MonthCoverage, ...]


def strengths(scene: Scene) -> Iterator[str]:
    """All that is true here, what weighs most first. Of an area without offers nothing is said."""
    if scene.offers:
        for rule in RULES:
            if text := rule(scene):
                yield text


def one_whole(scene: Scene) -> str | None:
    """R2: one partner has all four functions, and since when."""
    for name in scene.area.whole_by:
        months = [month.day for month in _last_run(scene.months, name)]
        if len(months) == len(scene.months) > A_YEAR:
            return _("%(name)s has had all four functions here for %(years)s years or more.") % {
                "name": name,
                "years": len(months) // A_YEAR,
            }
        if months:
            return _("%(name)s has all four functions here, since %(month)s.") % {
                "name": name,
                "month": date_format(months[0], "F Y"),
            }
    if scene.area.whole_by:
        return _("%(names)s has all four functions here.") % {"names": join(scene.area.whole_by)}
    return None


def _last_run(months: tuple[MonthCoverage, ...], name: str) -> list[MonthCoverage]:
    """The months up to now, without a break, in which this organisation had all four."""
    run: list[MonthCoverage] = []
    for month in reversed(months):
        if name not in month.whole_by:
            break
        run.insert(0, month)
    return run


def works_together_for_years(scene: Scene) -> str | None:
    """R2, R12: a partnership holds."""
    if scene.at.year <= 2:
        return None  # the calendar begins in the year 1
    long_ago = months_later(scene.at, -TWO_YEARS)
    held = {offer.partnership for offer in scene.offers if offer.partnership and offer.partnership.holds_on(scene.at)}
    old = [one for one in held if one.valid_from and one.valid_from <= long_ago]
    if not old:
        return None
    oldest = min(old, key=lambda one: (one.valid_from, one.name))
    return _("%(partnership)s has worked together since %(year)s.") % {
        "partnership": oldest.name,
        "year": oldest.valid_from.year,
    }


def more_free_time_at_no_ones_cost(scene: Scene) -> str | None:
    """R7: free time grew in a year, and no other function shrank, as far as hours are known."""
    if len(scene.months) <= A_YEAR:
        return None
    then, now = scene.months[-1 - A_YEAR].hours, scene.months[-1].hours
    known = [(then[function], now[function]) for function in Function]
    if any(before is None or after is None or after < before for before, after in known):
        return None
    if now[Function.FREE_TIME] == then[Function.FREE_TIME]:
        return None
    return _("There is more free time than a year ago, at no other function's cost.")


def everybody_confirmed(scene: Scene) -> str | None:
    """Partners keep what they say about themselves right."""
    states = {offer.confirmation(scene.at) for offer in scene.offers}
    if states != {ConfirmationState.CONFIRMED}:
        return None
    return _("All partners confirmed lately that their offer is still right.")


def warm_in_the_evening_or_at_the_weekend(scene: Scene) -> str | None:
    """R6: a warm place is open when school and work are not."""
    late = {
        offer.place.name
        for offer in scene.in_warm_places
        if offer.place and any(_is_late(moment) for moment in offer.moments.all())
    }
    if not late:
        return None
    return _("One can come in from the cold in the evening or at the weekend: %(places)s.") % {
        "places": join_names(sorted(late))
    }


def _is_late(moment: OfferMoment) -> bool:
    return moment.weekday >= Weekday.SATURDAY or moment.goes_past_midnight or moment.ends_at > EVENING


def almost_every_day(scene: Scene) -> str | None:
    days = {moment.weekday for offer in scene.offers for moment in offer.moments.all()}
    if len(days) < MANY_DAYS:
        return None
    return _("There is something on %(number)s days a week.") % {"number": len(days)}


def every_age_has_a_way_in(scene: Scene) -> str | None:
    """R3: free time is the way in."""
    if not all(area.functions[Function.FREE_TIME].covered for area in scene.bands):
        return None
    return _("There is free time for every age.")


def many_languages(scene: Scene) -> str | None:
    spoken = {code for offer in scene.offers for code in offer.languages}
    names = [str(language.label) for language in SpokenLanguage if language.value in spoken]
    if len(names) < MANY_LANGUAGES:
        return None
    return _("Young people are met in %(number)s languages: %(names)s.") % {
        "number": len(names),
        "names": join_names(names),
    }


def open_to_wheelchairs(scene: Scene) -> str | None:
    here = [offer for offer in scene.offers if _takes_wheelchairs(offer)]
    if not here:
        return None
    return ngettext(
        "With a wheelchair one can take part in %(number)s of %(all)s offer.",
        "With a wheelchair one can take part in %(number)s of %(all)s offers.",
        len(scene.offers),
    ) % {"number": len(here), "all": len(scene.offers)}


def _takes_wheelchairs(offer: Offer) -> bool:
    return Accessibility.WHEELCHAIR in offer.accessibility or bool(
        offer.place and Accessibility.WHEELCHAIR in offer.place.accessibility
    )


def mostly_free_of_charge(scene: Scene) -> str | None:
    free = sum(offer.is_free for offer in scene.offers)
    if free * 2 < len(scene.offers):
        return None
    if free == len(scene.offers):
        return _("All of it is free of charge.")
    return _("%(number)s of %(all)s offers are free of charge.") % {"number": free, "all": len(scene.offers)}


def self_organisations_take_part(scene: Scene) -> str | None:
    """R11: full partners."""
    names = {
        offer.organisation.name
        for offer in scene.offers
        if offer.organisation.kind == OrganisationKind.SELF_ORGANISATION
    }
    if not names:
        return None
    return ngettext(
        "A self-organisation is partner here: %(names)s.",
        "Self-organisations are partners here: %(names)s.",
        len(names),
    ) % {"names": join_names(sorted(names))}


RULES: tuple[Callable[[Scene], str | None], ...] = (
    one_whole,
    works_together_for_years,
    more_free_time_at_no_ones_cost,
    warm_in_the_evening_or_at_the_weekend,
    self_organisations_take_part,
    every_age_has_a_way_in,
    almost_every_day,
    many_languages,
    open_to_wheelchairs,
    mostly_free_of_charge,
    everybody_confirmed,
)
