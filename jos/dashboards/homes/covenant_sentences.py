"""What a home says about covenants that wait, and where each of it is done."""

from collections.abc import Iterator, Mapping, Sequence

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from covenants.enums import Side
from jos.dashboards.homes.item import Item, say
from jos.dashboards.homes.waiting import Waiting
from jos.shared.time import in_words, today

Found = Mapping[str, list[Waiting]]
NAMED = 3  # so many each get a sentence of their own


def for_staff(waiting: Found) -> Iterator[Item]:
    yield from map(reports_late, waiting["reports_late"])
    yield from map(promises_of_the_city, waiting["promises_late"])
    yield from map(turns, waiting["covenants"])
    yield from map(talks, waiting["talks"])
    yield from map(reports_due, waiting["reports_due"])


def for_organisation(waiting: Found) -> Iterator[Item]:
    for found in _first(waiting["reports"]):
        yield own_report(found)
    yield from map(own_promises, waiting["promises_late"])
    for found in _first(waiting["covenants"]):
        yield turns(found)
    for found in _first(waiting["talks"]):
        yield talks(found)


def for_policymakers(waiting: Found) -> Iterator[Item]:
    yield from map(promises_of_the_city, waiting["promises_late"])
    yield from map(reports_missing, waiting["reports_late"])


def turns(found: Waiting) -> Item:
    text = ngettext(
        "The covenant <strong>{name}</strong> waits for you.",
        "<strong>{Number} covenants</strong> wait for you.",
        found.number,
    )
    one = found.number == 1
    where = reverse("covenant", args=[found.found_at]) if one else f"{reverse('covenants')}?waiting=mine"
    return Item(_say(text, found), _("See what is asked"), where)


def reports_late(found: Waiting) -> Item:
    text = ngettext(
        "Our report about <strong>{name}</strong> is late: the partner waits for it.",
        "<strong>{Number} reports of the city</strong> are late: partners wait for them.",
        found.number,
    )
    return Item(_say(text, found), _("Write it") if found.number == 1 else _("See which"), _late(found), urgent=True)


def reports_missing(found: Waiting) -> Item:
    """For who looks on."""
    text = ngettext(
        "The report of the city about <strong>{name}</strong> is late.",
        "<strong>{Number} reports of the city</strong> are late.",
        found.number,
    )
    where = _period(found) if found.number == 1 else _list_of_late()
    return Item(_say(text, found), _("See which"), where, urgent=True)


def reports_due(found: Waiting) -> Item:
    text = ngettext(
        "A period of <strong>{name}</strong> is over: the city reports as well.",
        "<strong>{Number} periods</strong> are over: the city reports as well.",
        found.number,
    )
    where = _report(found) if found.number == 1 else f"{reverse('covenants')}?state=IN_FORCE"
    return Item(_say(text, found), _("Write it") if found.number == 1 else _("See which"), where)


def own_report(found: Waiting) -> Item:
    late = found.day < today()
    text = (
        _("Your report about <strong>{name}</strong> was due on {day}.")
        if late
        else _("Your report about <strong>{name}</strong> is due on {day}.")
    )
    return Item(say(text, name=found.called, day=in_words(found.day)), _("Write it"), _report(found), urgent=late)


def talks(found: Waiting) -> Item:
    text = ngettext(
        "The talk about <strong>{name}</strong> waits for you.",
        "<strong>{Number} talks</strong> about covenants wait for you.",
        found.number,
    )
    where = _period(found) if found.number == 1 else f"{reverse('covenants')}?state=IN_FORCE"
    return Item(_say(text, found), _("To the talk"), where)


def promises_of_the_city(found: Waiting) -> Item:
    text = ngettext(
        "The city promised “<strong>{name}</strong>”, and the day is past.",
        "<strong>{Number} promises of the city</strong> to partners are overdue.",
        found.number,
    )
    return Item(_say(text, found), _("See which"), _promises(found, Side.CITY), urgent=True)


def own_promises(found: Waiting) -> Item:
    text = ngettext(
        "You promised “<strong>{name}</strong>”, and the day is past.",
        "<strong>{Number} of your promises</strong> are overdue.",
        found.number,
    )
    return Item(_say(text, found), _("Say how it goes"), _promises(found, Side.PARTNER), urgent=True)


def _say(text: str, found: Waiting):
    return say(text, number=found.number, name=found.called)


def _first(found: Sequence[Waiting]) -> list[Waiting]:
    return sorted(found, key=lambda one: (one.day, one.called))[:NAMED]


def _late(found: Waiting) -> str:
    return _report(found) if found.number == 1 else _list_of_late()


def _list_of_late() -> str:
    return f"{reverse('covenants')}?state=ALL&report={Side.CITY.value}"


def _promises(found: Waiting, side: Side) -> str:
    of_one = f"&covenant={found.found_at}" if found.number == 1 else ""
    return f"{reverse('commitments')}?overdue=on&side={side.value}{of_one}"


def _report(found: Waiting) -> str:
    return reverse("report", args=found.found_at.split())


def _period(found: Waiting) -> str:
    return reverse("covenant_period", args=found.found_at.split())
