"""Views people save: a page with what they asked of it, under a name of their own.

A page offers it with `saved_views(request, …)` in its context and `{% include "components/saved_views.html" %}`.
"""

from dataclasses import dataclass

from django import forms
from django.http import HttpRequest, QueryDict
from django.urls import reverse
from django.utils.http import urlencode

from jos.shared.models import SavedView

LONGEST_QUERY = SavedView._meta.get_field("query").max_length or 0

# The pages of which views can be saved, by route, with what one can ask of them.
PAGES = {
    "coverage": (
        *("ages", "at", "district", "circle", "lacks", "gaps", "kind", "work_form", "since", "map", "circles"),
    ),
    "commitments": ("q", "side", "state", "overdue", "since", "until", "agreed", "covenant", "organisation"),
    "covenants": ("q", "state", "waiting", "function", "neighbourhood", "at", "until", "amendments"),
    "covenant_figures": ("year", "function", "neighbourhood", "partner", "indicator"),
    "covenant_money": ("year", "neighbourhood", "weighing", "population"),
    "dossiers": ("q", "state", "theme", "neighbourhood", "owner", "cause", "overdue", "high", "mine"),
    "inbox": (
        *("q", "state", "theme", "neighbourhood", "danger", "overdue", "kind", "source", "age", "language"),
        *("since", "until", "dossier"),
    ),
    "need_and_supply": ("weighing", "supply", "ages", "population", "at"),
    "promised_hours": ("neighbourhood", "ages", "at"),
    "stories": ("q", "year", "function", "neighbourhood", "chosen"),
    "signal_figures": ("period", "area", "theme"),
    "offers": (
        *("q", "neighbourhood", "circle", "function", "ages", "work_form", "kind", "at", "organisation", "state"),
        *("confirmation", "partnership", "audience", "weekday", "free", "sort"),
    ),
    "organisations": (
        *("q", "kind", "neighbourhood", "function", "ended", "size", "charter", "silent", "coordinator", "sort"),
    ),
}


@dataclass(frozen=True)
class SavedViews:
    """What somebody saved of a page, and what is asked of it now. `query` as it would be saved."""

    page: str
    query: str
    views: tuple[SavedView, ...]

    @property
    def current(self) -> SavedView | None:
        return next((view for view in self.views if view.query == self.query), None)


def saved_views(request: HttpRequest, page: str) -> SavedViews:
    """For the person who looks at `page` (the name of its route) now."""
    views = tuple(request.user.saved_views.filter(page=page)) if request.user.is_authenticated else ()
    return SavedViews(page, known_query(page, request.GET), views)


def known_query(page: str, asked: QueryDict) -> str:
    """What was asked, as far as the page knows it: no more than that is kept, and followed again."""
    return urlencode([(name, value) for name in PAGES[page] for value in asked.getlist(name) if value])


def address_of(page: str, query: str) -> str:
    return f"{reverse(page)}?{query}" if query else reverse(page)


class SavedViewForm(forms.Form):
    """Never an address from outside: the name of a page, and what can be asked of it."""

    page = forms.ChoiceField(choices=[(page, page) for page in PAGES])
    query = forms.CharField(required=False, max_length=LONGEST_QUERY)
    name = forms.CharField(max_length=SavedView._meta.get_field("name").max_length)

    def clean(self) -> None:
        if page := self.cleaned_data.get("page"):
            query = known_query(page, QueryDict(self.cleaned_data.get("query", "")))
            self.cleaned_data["query"] = query
            if len(query) > LONGEST_QUERY:  # written out as an address, it is longer than what was sent
                self.add_error("query", "too long")
