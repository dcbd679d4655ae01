"""What the home of the youth service says about what waits there, and where each of it is done."""

from collections.abc import Iterator, Sequence

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jos.dashboards.homes.item import Item, say
from jos.dashboards.homes.waiting import Waiting

NAMED = 3  # so many each get a sentence of their own; more are counted


def silent(found: Waiting) -> Item:
    text = ngettext(
        "<strong>{name}</strong> has said nothing about its offer for more than 60 days.",
        "<strong>{Number} organisations</strong> have said nothing about their offer for more than 60 days.",
        found.number,
    )
    sentence = say(text, number=found.number, name=found.called)
    return Item(sentence, _("Send a reminder"), reverse("unconfirmed"), urgent=True)


def late(found: Waiting) -> Item:
    """Not so long that nobody is sure any more."""
    text = ngettext(
        "<strong>{Number} organisation</strong> should say again that its offer is right.",
        "<strong>{Number} organisations</strong> should say again that their offer is right.",
        found.number,
    )
    return Item(say(text, number=found.number), _("See who"), reverse("unconfirmed"))


def imports(found: Waiting) -> Item:
    text = ngettext(
        "The import of <strong>{name}</strong> was begun and not finished.",
        "<strong>{Number} imports</strong> were begun and not finished.",
        found.number,
    )
    where = reverse("import", args=[found.found_at]) if found.number == 1 else reverse("imports")
    return Item(say(text, number=found.number, name=found.called), _("Finish it"), where)


def unanswered(invitations: Sequence[Waiting]) -> Iterator[Item]:
    """Those for the city stand on one page, those to an organisation on its own."""
    for_the_city = [invitation for invitation in invitations if not invitation.found_at]
    if for_the_city:
        text = ngettext(
            "<strong>{name}</strong> did not answer an invitation in time.",
            "<strong>{Number} invitations</strong> were not answered in time.",
            len(for_the_city),
        )
        sentence = say(text, number=len(for_the_city), name=for_the_city[0].called)
        yield Item(sentence, _("Send again"), reverse("people"))
    for invitation in [invitation for invitation in invitations if invitation.found_at][:NAMED]:
        sentence = say(_("<strong>{name}</strong> did not answer an invitation in time."), name=invitation.called)
        yield Item(sentence, _("Send again"), reverse("members", args=[invitation.found_at]))


def twice(number: int) -> Iterator[Item]:
    if number:
        text = ngettext(
            "<strong>{Number} organisation</strong> is probably in the list twice.",
            "<strong>{Number} organisations</strong> are probably in the list twice.",
            number,
        )
        yield Item(say(text, number=number), _("Compare them"), reverse("organisation_duplicates"))


def leaderless(organisations: Sequence[Waiting]) -> Iterator[Item]:
    """Nobody there can be reminded, or let others in."""
    for organisation in organisations[:NAMED]:
        sentence = say(_("<strong>{name}</strong> has no coordinator."), name=organisation.called)
        yield Item(sentence, _("Invite somebody"), reverse("members", args=[organisation.found_at]))
    if number := len(organisations[NAMED:]):
        text = ngettext(
            "<strong>{Number} other organisation</strong> has no coordinator.",
            "<strong>{Number} other organisations</strong> have no coordinator.",
            number,
        )
        yield Item(say(text, number=number), _("See who"), f"{reverse('organisations')}?coordinator=no")


def to_review(found: Waiting) -> Item:
    text = ngettext(
        "<strong>{Number} decision on priority</strong> is to be looked at again.",
        "<strong>{Number} decisions on priority</strong> are to be looked at again.",
        found.number,
    )
    return Item(say(text, number=found.number), _("Look again"), reverse("priorities"))


def figures_to_complete(found: Waiting) -> Item:
    """An import made them, and nobody said yet what they mean."""
    text = ngettext(
        "The figures <strong>{name}</strong> have no explanation, direction or data set yet.",
        "<strong>{Number} figures</strong> have no explanation, direction or data set yet.",
        found.number,
    )
    where = reverse("statistic_edit", args=[found.found_at]) if found.number == 1 else reverse("statistics")
    return Item(say(text, number=found.number, name=found.called), _("Complete them"), where)


def without_second_factor(found: Waiting) -> Item:
    text = ngettext(
        "<strong>{name}</strong> has no second step to sign in with yet.",
        "<strong>{Number} people of the city</strong> have no second step to sign in with yet.",
        found.number,
    )
    return Item(say(text, number=found.number, name=found.called), _("See who"), reverse("people"))


def lacking(number: int) -> Iterator[Item]:
    if number:
        text = ngettext(
            "<strong>{Number} neighbourhood</strong> lacks something that is asked there.",
            "<strong>{Number} neighbourhoods</strong> lack something that is asked there.",
            number,
        )
        yield Item(say(text, number=number), _("See what is missing"), f"{reverse('coverage')}?gaps=on")
