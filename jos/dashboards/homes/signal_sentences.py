"""What a home says about signals, dossiers and rounds that wait, and where each of it is done."""

from collections.abc import Iterator, Mapping, Sequence

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jos.dashboards.homes.item import Item, say
from jos.dashboards.homes.signals import MOST
from jos.dashboards.homes.waiting import Waiting
from jos.shared.time import in_words

Found = Mapping[str, list[Waiting]]
NAMED = 3  # so many each get a sentence of their own


def for_staff(waiting: Found) -> Iterator[Item]:
    """Words of danger come before everything else of the day."""
    yield from map(danger, waiting["danger"])
    yield from map(signals_late, waiting["signals_late"])
    yield from map(dossiers_late, waiting["dossiers_late"])
    yield from map(reopened, waiting["reopened"])
    yield from map(to_decide, _first_closed(waiting["to_decide"]))
    yield from map(to_answer, waiting["to_answer"])
    yield from map(new, waiting["signals"])


def for_policymakers(waiting: Found) -> Iterator[Item]:
    yield from map(climbed, waiting["dossiers_late"])
    yield from map(reopened, waiting["reopened"])


def for_organisation(waiting: Found) -> Iterator[Item]:
    yield from map(own_late, waiting["own_late"])
    yield from map(own_reopened, waiting["own_reopened"])
    yield from map(own_due_soon, _first_closed(waiting["own_due_soon"]))
    yield from map(own_to_start, waiting["own_to_start"])
    yield from map(own_to_answer, waiting["own_to_answer"])
    yield from map(points_to_spread, _first_closed(waiting["rounds"]))
    yield from map(came_back, waiting["came_back"])


def danger(found: Waiting) -> Item:
    text = ngettext(
        "<strong>{Number} signal</strong> has words of danger in it, and nobody did anything with it yet.",
        "<strong>{Number} signals</strong> have words of danger in them, and nobody did anything with them yet.",
        found.number,
    )
    return Item(_say(text, found), _("Read now"), f"{reverse('inbox')}?danger=yes", urgent=True)


def signals_late(found: Waiting) -> Item:
    text = ngettext(
        "<strong>{Number} signal</strong> waits longer for an answer than we promised.",
        "<strong>{Number} signals</strong> wait longer for an answer than we promised.",
        found.number,
    )
    return Item(_say(text, found), _("Answer"), f"{reverse('inbox')}?overdue=yes", urgent=True)


def new(found: Waiting) -> Item:
    text = ngettext(
        "<strong>{Number} signal</strong> waits in the inbox.",
        "<strong>{Number} signals</strong> wait in the inbox.",
        found.number,
    )
    return Item(_say(text, found), _("Open the inbox"), reverse("inbox"))


def dossiers_late(found: Waiting) -> Item:
    text = ngettext(
        "The dossier <strong>{name}</strong> is more than a week past its term.",
        "<strong>{Number} dossiers</strong> are more than a week past their term.",
        found.number,
    )
    return Item(_say(text, found), _("See what stops it"), _one_or(found, "?overdue=on"), urgent=True)


def climbed(found: Waiting) -> Item:
    """So long overdue that it came to who decides for the city."""
    text = ngettext(
        "The dossier <strong>{name}</strong> is more than two weeks past its term.",
        "<strong>{Number} dossiers</strong> are more than two weeks past their term.",
        found.number,
    )
    return Item(_say(text, found), _("See what stops it"), _one_or(found, "?overdue=on"), urgent=True)


def reopened(found: Waiting) -> Item:
    text = ngettext(
        "Young people say that nothing changed: <strong>{name}</strong> is open again.",
        "Young people say that nothing changed: <strong>{number} dossiers</strong> are open again.",
        found.number,
    )
    return Item(_say(text, found), _("Look again"), _one_or(found, "?state=REOPENED"), urgent=True)


def to_decide(found: Waiting) -> Item:
    text = _("The round <strong>{name}</strong> closed on {day}. It is for the city to decide now.")
    sentence = say(text, name=found.called, day=in_words(found.day))
    return Item(sentence, _("Record what was decided"), reverse("round_decide", args=[found.found_at]))


def to_answer(found: Waiting) -> Item:
    text = ngettext(
        "<strong>{name}</strong> is done, and young people do not know it yet.",
        "<strong>{Number} dossiers</strong> are done, and young people do not know it yet.",
        found.number,
    )
    return Item(_say(text, found), _("Tell them"), _one_or(found, "?state=DONE"))


def own_late(found: Waiting) -> Item:
    text = ngettext(
        "The dossier <strong>{name}</strong> is past its term.",
        "<strong>{Number} dossiers</strong> of yours are past their term.",
        found.number,
    )
    return Item(_say(text, found), _("See what is to be done"), _one_or(found, "?mine=on&overdue=on"), urgent=True)


def own_reopened(found: Waiting) -> Item:
    text = ngettext(
        "Young people say that nothing changed: your dossier <strong>{name}</strong> is open again.",
        "Young people say that nothing changed: <strong>{number} dossiers</strong> of yours are open again.",
        found.number,
    )
    return Item(_say(text, found), _("Look again"), _one_or(found, "?mine=on&state=REOPENED"), urgent=True)


def own_due_soon(found: Waiting) -> Item:
    text = _("The dossier <strong>{name}</strong> has to be done by {day}.")
    return Item(say(text, name=found.called, day=in_words(found.day)), _("See how it stands"), _page(found))


def own_to_start(found: Waiting) -> Item:
    text = ngettext(
        "The dossier <strong>{name}</strong> is in your hands now.",
        "<strong>{Number} dossiers</strong> are in your hands now, and wait for a first step.",
        found.number,
    )
    return Item(_say(text, found), _("Start"), _one_or(found, "?mine=on&state=ASSIGNED"))


def own_to_answer(found: Waiting) -> Item:
    text = ngettext(
        "<strong>{name}</strong> is done. Tell young people what you did.",
        "<strong>{Number} dossiers</strong> are done. Tell young people what you did.",
        found.number,
    )
    return Item(_say(text, found), _("Write the answer"), _one_or(found, "?mine=on&state=DONE"))


def points_to_spread(found: Waiting) -> Item:
    text = _("Which dossiers come first? You can spread your points in <strong>{name}</strong> until {day}.")
    sentence = say(text, name=found.called, day=in_words(found.day))
    return Item(sentence, _("Spread your points"), reverse("round_spread", args=[found.found_at]))


def came_back(found: Waiting) -> Item:
    """A question, an answer, or where it went: the page says which."""
    text = ngettext(
        "The city wrote back about <strong>{number} signal</strong> you passed on for a group.",
        "The city wrote back about <strong>{number} signals</strong> you passed on for a group.",
        found.number,
    )
    return Item(_say(text, found), _("Read it, and tell them"), reverse("group_signals"))


def _say(text: str, found: Waiting):
    number = found.number
    if number > MOST:
        words = _("More than %(number)d") % {"number": MOST}
        return say(text.replace("{Number}", words).replace("{number}", words), name=found.called)
    return say(text, number=number, name=found.called)


def _first_closed(found: Sequence[Waiting]) -> list[Waiting]:
    return sorted(found, key=lambda one: (one.day, one.called))[:NAMED]


def _page(found: Waiting) -> str:
    return reverse("dossier", args=[found.found_at])


def _one_or(found: Waiting, query: str) -> str:
    return _page(found) if found.number == 1 else f"{reverse('dossiers')}{query}"
