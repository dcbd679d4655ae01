"""What the style guide shows: examples that no database holds."""

import datetime
from decimal import Decimal
from fractions import Fraction
from types import SimpleNamespace

from django import forms
from django.core.paginator import Page, Paginator
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _

from jos.shared.audit import CHANGED, CREATED, DELETED, Entry
from jos.shared.forms import DateInput
from jos.shared.models import SavedView
from jos.shared.record_views import Difference
from jos.shared.time import today
from organisations.coverage import AreaCoverage, AreaKind
from organisations.coverage.facts import AreaFacts, CityFacts, OfferFacts
from organisations.coverage.rules import assess
from organisations.enums import AgeBand, Function, WorkForm
from organisations.models import OfferFunction

# --- The flower, in every state --------------------------------------------------------------------------

FREE_TIME, WELFARE, BRIDGE, SIGNAL = Function
STATES: tuple[tuple[str, bool, tuple[tuple[Function, ...], ...], tuple[Function, ...]], ...] = (
    # name, priority, the functions of each organisation, those nobody confirmed
    ("Lakenhof", True, (tuple(Function),), ()),
    ("Garenmarkt", True, ((FREE_TIME, WELFARE), (BRIDGE, SIGNAL)), ()),
    ("Spoorpoort", True, ((FREE_TIME, WELFARE, SIGNAL),), ()),
    ("Ketelbrug", True, ((FREE_TIME, BRIDGE), (WELFARE,)), (WELFARE,)),
    ("Kleine Ham", True, ((WELFARE,),), ()),
    ("Vaartdijk", True, (), ()),
    ("Oosterdries", False, (tuple(Function),), ()),
    ("Vinkenveld", False, ((FREE_TIME,),), ()),
    ("Westmeers", False, ((FREE_TIME,),), (FREE_TIME,)),
    ("Rozenakker", False, ((BRIDGE,),), ()),
    ("Kanaalhaven", False, (), ()),
)


def flowers() -> list[AreaCoverage]:
    """Areas that stand for every way a flower can look, judged by the rules themselves."""
    areas = tuple(
        AreaFacts(AreaKind.NEIGHBOURHOOD, number, name, frozenset([number]), priority, slug=str(number))
        for number, (name, priority, _carried, _unconfirmed) in enumerate(STATES)
    )
    offers = tuple(
        OfferFacts(
            pk=len(STATES) * number + organisation * 4 + place,
            organisation=organisation,
            hours={function: Decimal(4)},
            shares={number: Fraction(1)},
            unconfirmed=function in unconfirmed,
            work_form=WorkForm.OUTREACH,
            warm_place_in=number,
        )
        for number, (_name, _priority, carried, unconfirmed) in enumerate(STATES)
        for organisation, functions in enumerate(carried)
        for place, function in enumerate(functions)
    )
    return assess(CityFacts(today(), areas, offers, {0: "De Kring", 1: "De Overkant"}))


# --- Forms -----------------------------------------------------------------------------------------------


class ExampleForm(forms.Form):
    """Every kind of question the portal asks."""

    title = forms.CharField(label=_("Title"), max_length=20, help_text=_("Short, as young people call it."))
    email = forms.EmailField(label=_("E-mail address"), required=False)
    day = forms.DateField(label=_("Day"), widget=DateInput, required=False)
    number = forms.IntegerField(label=_("Places"), min_value=1, required=False)
    ages = forms.ChoiceField(label=_("Ages"), choices=[("", _("All ages")), *AgeBand.choices], required=False)
    functions = forms.MultipleChoiceField(
        label=_("Functions"), choices=Function.choices, widget=forms.CheckboxSelectMultiple
    )
    answer = forms.ChoiceField(
        label=_("Free of charge?"), choices=[("yes", _("yes")), ("no", _("no"))], widget=forms.RadioSelect
    )
    words = forms.CharField(label=_("Description"), widget=forms.Textarea(attrs={"rows": 3}), required=False)
    file = forms.FileField(label=_("File"), required=False)
    agreed = forms.BooleanField(label=_("All still right"), required=False)

    def render(self, *args, **kwargs) -> SafeString:
        """An example that is wrong does not ask for the focus."""
        return mark_safe(super().render(*args, **kwargs).replace(" autofocus", ""))  # noqa: S308 (as safe as it was)


FILLED = {"title": "Open huis", "email": "kring@example.org", "day": "2026-03-01", "number": 12, "ages": "12-15"} | {
    "functions": ["FREE_TIME", "SIGNAL"],
    "answer": "yes",
    "words": "Kom gerust binnen.",
    "agreed": True,
}
WRONG = {"title": "Een veel te lange naam voor wat het is", "email": "geen adres", "day": "gisteren", "number": "0"}


def form(state: str) -> ExampleForm:
    if state == "wrong":
        data = {f"wrong-{name}": value for name, value in WRONG.items()}
        return ExampleForm(data, prefix=state, use_required_attribute=False)
    made = ExampleForm(prefix=state, initial=FILLED if state != "empty" else {}, use_required_attribute=False)
    for field in made.fields.values():
        field.disabled = state == "disabled"
    return made


# --- Lists -----------------------------------------------------------------------------------------------


def offer() -> SimpleNamespace:
    """As much of an offer as its chips show."""
    functions = [OfferFunction(function=function, hours_per_week=hours) for function, hours in HOURS.items()]
    return SimpleNamespace(functions=SimpleNamespace(all=functions))


HOURS = {FREE_TIME: Decimal(6), WELFARE: Decimal("1.5"), BRIDGE: None, SIGNAL: Decimal(2)}


def page() -> Page:
    return Paginator(range(90), 30).page(2)


def saved_views() -> SimpleNamespace:
    """What somebody may have saved of a page."""
    views = [SavedView(pk=number, name=name) for number, name in enumerate(("Noord", "Wat ontbreekt"), start=1)]
    return SimpleNamespace(views=views, current=views[0], page="styleguide", query="")


def story() -> list[Entry]:
    now = timezone.now()
    return [
        Entry(now, "Mira Jacobs", "Open huis", CHANGED, ("4 → 6", "Rabot → Rabot, Dampoort")),
        Entry(now - datetime.timedelta(days=3), "", "Open huis", DELETED, ()),
        Entry(now - datetime.timedelta(days=9), "Cem Arslan", "Open huis", CREATED, ()),
    ]


def differences() -> list[Difference]:
    return [Difference("Titel", "Open huis", "Open huis Rabot"), Difference("Uren", "4", "6")]
