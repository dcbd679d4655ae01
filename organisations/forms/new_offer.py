"""A new offer in three short steps: what, where and when, for whom. Each step shows its part of the same form."""

from copy import copy
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from organisations.enums import Function
from organisations.forms.offers import OfferForm
from organisations.forms.organisations import PlaceForm
from organisations.models import Place

WHAT, WHERE, WHOM = STEPS = (1, 2, 3)
TITLES = {WHAT: _("What do you do?"), WHERE: _("Where and when?"), WHOM: _("For whom?")}
# How the names of a step's fields begin. The rest is asked in the last step.
BEGINNINGS = {
    WHAT: ("title", "does_", "hours_", "unknown_"),
    WHERE: ("work_form", "place", "new_place", "route", "neighbourhoods", "share_", "moments", "schedule"),
}
NOT_CARRIED = frozenset({"csrfmiddlewaretoken", "draft", "token", "step", "go", "action"})


def step_of(name: str) -> int:
    return next((step for step, beginnings in BEGINNINGS.items() if name.startswith(beginnings)), WHOM)


def _step(text: str | None) -> int:
    return int(text) if text and text in map(str, STEPS) else WHAT


class NewPlaceForm(PlaceForm):
    """A place is added on the way: what else there is to say about it can wait."""

    class Meta(PlaceForm.Meta):
        fields = ("name", "address", "neighbourhood", "warm", "latitude", "longitude")  # type: ignore[assignment]

    @property
    def is_open(self) -> bool:
        """Something was filled in."""
        return bool(self.errors or any(self[name].value() for name in ("name", "address", "neighbourhood")))


@dataclass(frozen=True)
class Check:
    """What somebody is about to publish, in words."""

    title: str
    functions: tuple[tuple[str, Decimal | None], ...]  # with their hours
    when: str
    place: Place | None
    neighbourhoods: tuple[str, ...]


class NewOfferForm(OfferForm):
    def __init__(self, *args, asked_step: str | None = None, **kwargs):
        super().__init__(*args, **kwargs)
        self.asked_step = asked_step
        places = self.fields["place"].queryset
        if len(places) == 1:
            self.initial["place"] = places[0].pk

    @property
    def step(self) -> int:
        return _step(self.asked_step)

    @property
    def stopped_at(self) -> int:
        """Where somebody was when this was typed."""
        return _step(self.data.get("step"))

    @property
    def step_title(self) -> str:
        return str(TITLES[self.step])

    @property
    def carried(self) -> list[tuple[str, list[str]]]:
        """What stands in the other steps, to send along unseen."""
        if self.is_bound:
            return [(name, values) for name, values in self.data.lists() if self._is_elsewhere(name)]
        begun = {name: self.get_initial_for_field(field, name) for name, field in self.fields.items()}
        return [(name, [str(value)]) for name, value in begun.items() if value and self._is_elsewhere(name)]

    def _is_elsewhere(self, name: str) -> bool:
        return name not in NOT_CARRIED and step_of(name) != self.step

    def first_wrong_step(self, before: int = WHOM + 1) -> int | None:
        wrong = {step_of(name) for name in self.errors}
        return min((step for step in wrong if step < before), default=None)

    def show_step(self, step: int) -> None:
        """This step, with what is wrong in it alone."""
        self.asked_step = str(step)
        for name in [name for name in self.errors if step_of(name) != step]:
            del self.errors[name]

    @cached_property
    def new_place(self) -> NewPlaceForm:
        """The fields to add a place on the way."""
        form = self.place_form(None)
        if self.is_bound:
            form.show_typed(self.data)
        return form

    def place_form(self, data) -> NewPlaceForm:
        return NewPlaceForm(data, instance=Place(organisation=self.instance.organisation), prefix="new_place")

    @cached_property
    def check(self) -> Check:
        judged = copy(self)  # judged apart, so that the page does not speak of errors yet
        judged.is_bound = True
        judged._post_clean = lambda: None  # nor asks the database what only saving has to know
        judged.full_clean()
        said, hours = judged.cleaned_data, judged.functions()
        moments = self.fields["moments"].in_words(said.get("moments", ()))
        return Check(
            title=said.get("title", ""),
            functions=tuple((capfirst(str(each.label)), hours[each]) for each in Function if each in hours),
            when=", ".join(filter(None, [moments, said.get("schedule")])),
            place=said.get("place"),
            neighbourhoods=tuple(area.name for area, _share in judged.reach()),
        )
