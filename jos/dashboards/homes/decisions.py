"""Decisions on priority that wait for somebody: which questions a home asks, and what it says of the answers."""

import datetime
from collections.abc import Iterator, Sequence

from django.db.models import F, QuerySet
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jos.dashboards.homes.item import Item, say
from jos.dashboards.homes.waiting import Waiting, each, together
from jos.shared.time import in_words, today
from neighbourhoods.decisions.priorities import consultations
from neighbourhoods.enums import DecisionStage
from neighbourhoods.models import PriorityDecision
from organisations.models import Organisation

LOOK_AHEAD = datetime.timedelta(days=60)
AREA = Coalesce("neighbourhood__name", "circle__name")


def to_review() -> QuerySet[PriorityDecision]:
    """Decisions in force that somebody should look at again soon, or should have."""
    return PriorityDecision.objects.in_force(today()).filter(review_on__lte=today() + LOOK_AHEAD)


def for_policymakers() -> dict[str, QuerySet]:
    return {
        "to_review": each(to_review(), AREA, F("pk"), F("review_on")),
        "running": together(consultations(today()), AREA, F("pk")),
    }


def for_staff() -> dict[str, QuerySet]:
    asked = PriorityDecision.objects.filter(stage=DecisionStage.CONSULTATION, comments_until__lt=today())
    return {
        "to_review": together(to_review()),
        "proposals": together(PriorityDecision.objects.filter(stage=DecisionStage.PROPOSAL), AREA, F("pk")),
        "answered": each(asked, AREA, F("pk"), F("comments_until")),
    }


def for_partner(organisation: Organisation) -> dict[str, QuerySet]:
    """What it is asked about, and has not answered yet."""
    unanswered = consultations(today()).exclude(comments__on_behalf_of=organisation.name)
    return {"asked": each(unanswered, AREA, F("pk"), F("comments_until"))}


def reviews(decisions: Sequence[Waiting]) -> Iterator[Item]:
    """The oldest first."""
    for decision in sorted(decisions, key=lambda decision: decision.day):
        is_late = decision.day <= today()
        text = (
            _("The decision about <strong>{area}</strong> was to be looked at again on {day}.")
            if is_late
            else _("The decision about <strong>{area}</strong> is to be looked at again on {day}.")
        )
        sentence = say(text, area=decision.called, day=in_words(decision.day))
        yield Item(sentence, _("Look again"), _page(decision), urgent=is_late)


def running(found: Waiting) -> Item:
    text = ngettext(
        "Partners are asked what they think of priority for <strong>{area}</strong>.",
        "Partners are asked what they think of <strong>{number} proposals</strong> for priority.",
        found.number,
    )
    return Item(say(text, number=found.number, area=found.called), _("Read what they say"), _one_or_all(found))


def proposals(found: Waiting) -> Item:
    text = ngettext(
        "The proposal to give <strong>{area}</strong> priority waits for you.",
        "<strong>{Number} proposals</strong> for priority wait for you.",
        found.number,
    )
    return Item(say(text, number=found.number, area=found.called), _("Take the next step"), _one_or_all(found))


def answered(decisions: Sequence[Waiting]) -> Iterator[Item]:
    for decision in sorted(decisions, key=lambda decision: decision.day):
        text = _("Partners could comment on <strong>{area}</strong> until {day}. It is for the city to decide now.")
        sentence = say(text, area=decision.called, day=in_words(decision.day))
        yield Item(sentence, _("Record what was decided"), _page(decision))


def asked(decisions: Sequence[Waiting]) -> Iterator[Item]:
    """The first to close first."""
    for decision in sorted(decisions, key=lambda decision: decision.day):
        text = _("You are asked what you think of priority for <strong>{area}</strong>, until {day}.")
        sentence = say(text, area=decision.called, day=in_words(decision.day))
        yield Item(sentence, _("Say what you think"), _page(decision))


def _page(decision: Waiting) -> str:
    return reverse("priority", args=[decision.found_at])


def _one_or_all(found: Waiting) -> str:
    return _page(found) if found.number == 1 else reverse("priorities")
