"""What a policymaker should look at besides the state of the city."""

import datetime

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jos.dashboards.homes.city import CityToday
from jos.dashboards.homes.item import Item, say
from jos.shared.time import in_words, today
from neighbourhoods.models import PriorityDecision

LOOK_AHEAD = datetime.timedelta(days=60)


def to_review() -> QuerySet[PriorityDecision]:
    """Decisions in force that somebody should look at again soon, or should have."""
    return PriorityDecision.objects.in_force(today()).filter(review_on__lte=today() + LOOK_AHEAD)


def decisions_to_review() -> list[Item]:
    return [_to_review(decision) for decision in to_review().with_areas().order_by("review_on")]


def _to_review(decision: PriorityDecision) -> Item:
    day = decision.review_on or today()
    text = (
        _("The decision about <strong>{area}</strong> was to be looked at again on {day}.")
        if day <= today()
        else _("The decision about <strong>{area}</strong> is to be looked at again on {day}.")
    )
    sentence = say(text, area=decision.area, day=in_words(day))
    return Item(sentence, _("Look again"), decision.get_absolute_url(), urgent=day <= today())


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
