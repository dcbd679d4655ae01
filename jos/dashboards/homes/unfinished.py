"""What somebody typed in a form and did not send: what it was, and the way back to it."""

import datetime
from collections.abc import Iterator, Sequence

from django.db.models import F, QuerySet
from django.db.models.functions import TruncDate
from django.urls import Resolver404, resolve
from django.utils.translation import gettext as _

from jos.dashboards.homes.item import Item, say
from jos.dashboards.homes.waiting import Waiting, each
from jos.shared.models import Draft
from jos.shared.time import in_words, today

NAMED = 3  # so many each get a sentence of their own


def drafts_of(user) -> QuerySet:
    """For `waiting.ask`."""
    return each(Draft.objects.filter(user=user), found_at=F("form"), day=TruncDate("saved_at"))


def unfinished(drafts: Sequence[Waiting]) -> Iterator[Item]:
    """The latest first."""
    text = _("{when} you were writing <strong>{what}</strong> and did not send it.")
    for draft in sorted(drafts, key=lambda draft: draft.day, reverse=True)[:NAMED]:
        if what := _what(draft.found_at):
            yield Item(say(text, when=_when(draft.day), what=what), _("Go on"), draft.found_at)


def _when(day: datetime.date) -> str:
    days = (today() - day).days
    if days < 1:
        return _("Today")
    return _("Yesterday") if days == 1 else _("On %s") % in_words(day)


def _what(path: str) -> str:
    """In words; nothing for a page that is gone."""
    names = {
        "offer_new": _("a new offer"),
        "offer_edit": _("changes to an offer"),
        "organisation_new": _("a new organisation"),
        "organisation_edit": _("about an organisation"),
        "place_new": _("a new place"),
        "contact_new": _("a new contact"),
        "priority_new": _("a decision on priority"),
        "priority_propose": _("a proposal on priority"),
        "priority_comment": _("a comment on a proposal"),
        "report": _("a report on a covenant"),
        "period_step": _("a talk about a covenant"),
        "story_new": _("a story of change"),
        "story_edit": _("a story of change"),
    }
    others = {
        "signals": _("a signal"),
        "dossiers": _("a dossier"),
        "rounds": _("a round"),
        "covenants": _("a covenant"),
    }
    try:
        return names.get(resolve(path).url_name or "") or others.get(path.split("/")[1], _("something"))
    except Resolver404:
        return ""
