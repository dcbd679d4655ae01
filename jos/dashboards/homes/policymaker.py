"""What a policymaker should look at besides the state of the city."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jos.dashboards.homes import decisions
from jos.dashboards.homes.city import CityToday
from jos.dashboards.homes.item import Item, say
from jos.dashboards.homes.waiting import ask


def decisions_waiting() -> Iterator[Item]:
    """Those to look at again, and those that partners are asked about."""
    waiting = ask(**decisions.for_policymakers())
    yield from decisions.reviews(waiting["to_review"])
    yield from map(decisions.running, waiting["running"])


def what_is_missing(city: CityToday) -> list[Item]:
    """Which of the four functions priority neighbourhoods lack, most of them first."""
    missing = sorted(city.lacking.items(), key=lambda item: -item[1])
    return [_missing(function, number) for function, number in missing if number]


def _missing(function, number: int) -> Item:
    text = ngettext(
        "<strong>{function}</strong> is missing in {number} priority neighbourhood.",
        "<strong>{function}</strong> is missing in {number} priority neighbourhoods.",
        number,
    )
    sentence = say(text, function=capfirst(function.label), number=number)
    return Item(sentence, _("See where"), f"{reverse('coverage')}?lacks={function}", function=function)
