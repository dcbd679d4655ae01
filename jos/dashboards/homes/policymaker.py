"""What a policymaker should look at besides the state of the city."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jos.dashboards.homes import covenant_sentences, covenants, decisions, signal_sentences, signals
from jos.dashboards.homes.city import CityToday
from jos.dashboards.homes.item import Item, say
from jos.dashboards.homes.waiting import ask


@dataclass(frozen=True)
class PolicymakerHome:
    """`dossiers`: those that climbed so high, and those young people brought back. `promises`: the city is late with.

    `decisions`: about priority.
    """

    dossiers: tuple[Item, ...]
    promises: tuple[Item, ...]
    decisions: tuple[Item, ...]


def policymaker_home() -> PolicymakerHome:
    """In one query."""
    waiting = ask(**decisions.for_policymakers(), **signals.for_policymakers(), **covenants.for_policymakers())
    about_priority = (*decisions.reviews(waiting["to_review"]), *map(decisions.running, waiting["running"]))
    return PolicymakerHome(
        dossiers=tuple(signal_sentences.for_policymakers(waiting)),
        promises=tuple(covenant_sentences.for_policymakers(waiting)),
        decisions=about_priority,
    )


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
