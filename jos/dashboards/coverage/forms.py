"""What one can ask of the coverage pages, as an address that can be shared."""

import datetime
from functools import cached_property

from django import forms
from django.http import QueryDict
from django.utils.http import urlencode
from django.utils.text import capfirst
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from jos.dashboards.coverage.enums import MapKind
from jos.shared.forms import DateInput
from jos.shared.time import in_words, today
from neighbourhoods.models import MovementCircle, Neighbourhood
from organisations.coverage import Ages
from organisations.coverage.facts import Selection
from organisations.enums import GOES_TO_YOUNG_PEOPLE, AgeBand, Function, OrganisationKind
from organisations.filters import GOES_OUT, WORK_FORMS

WRONG_AGES = {"invalid_choice": _("We do not know these ages. Choose one of the list; all ages are shown now.")}
WRONG_DATE = {"invalid": _("This is no date. Write it as 2026-03-01; today is shown now.")}
WRONG_SINCE = {"invalid": _("This is no date. Write it as 2026-03-01; nothing is compared now.")}
WRONG_DISTRICT = {"invalid_choice": _("We do not know this district. The whole city is shown now.")}
WRONG_CIRCLE = {"invalid_choice": _("We do not know this movement circle. The whole city is shown now.")}
WRONG_FUNCTION = {"invalid_choice": _("We do not know this function. Choose one of the list.")}
WRONG_KIND = {"invalid_choice": _("We do not know this kind of partner. All kinds are shown now.")}
WRONG_WORK_FORM = {"invalid_choice": _("We do not know this work form. Choose one of the list.")}

# What the pages behind a number or a flower can be asked as well.
OF_A_SHEET = ("at", "ages")
OF_OFFERS = ("at", "ages", "kind", "work_form")


class MomentFilter(forms.Form):
    """For which ages, and on which day. What cannot be read is said, and the default is shown."""

    only_filters = True  # no answer is needed, so no field says that it is optional

    ages = forms.ChoiceField(
        label=_("Ages"), required=False, choices=[("", _("All ages")), *AgeBand.choices], error_messages=WRONG_AGES
    )
    at = forms.DateField(
        label=pgettext_lazy("on a day", "On"), required=False, widget=DateInput, error_messages=WRONG_DATE
    )

    def __init__(self, asked: QueryDict):
        data = asked.copy()
        data["at"] = data.get("at") or today().isoformat()
        super().__init__(data)

    def chosen(self, name: str):
        """What was asked, where it could be read."""
        self.is_valid()  # reads everything once
        return self.cleaned_data.get(name)

    @property
    def day(self) -> datetime.date:
        return self.chosen("at") or today()

    @property
    def band(self) -> Ages | None:
        ages = self.chosen("ages")
        return Ages.parse(ages) if ages else None

    @property
    def band_name(self) -> str:
        return str(AgeBand(self.chosen("ages")).label) if self.band else ""

    @cached_property
    def query(self) -> str:
        """The same moment, for the address of another page."""
        return urlencode({"at": self.day.isoformat()} | ({"ages": str(self.band)} if self.band else {}))

    @cached_property
    def asked(self) -> dict[str, str | list[str]]:
        """What was asked and could be read, by field, without what is shown anyway."""
        self.is_valid()
        asked = {name: value for name, value in self.cleaned_data.items() if value and value != MapKind.TRUE}
        if self.is_today:
            asked.pop("at", None)
        return {name: value if isinstance(value, list) else _in_address(value) for name, value in asked.items()}

    def part_of_address(self, *names: str, **changes: str) -> str:
        """As much of it as another page understands."""
        part = {name: value for name, value in self.asked.items() if name in names}
        return urlencode({**part, **changes}, doseq=True)

    @property
    def is_today(self) -> bool:
        return self.day == today()


def _in_address(value) -> str:
    return "on" if value is True else str(value)


class CoverageFilter(MomentFilter):
    """All that the coverage page can be asked. Its address carries the whole of it."""

    district = forms.ChoiceField(label=_("District"), required=False, error_messages=WRONG_DISTRICT)
    circle = forms.ChoiceField(label=_("Movement circle"), required=False, error_messages=WRONG_CIRCLE)
    lacks = forms.ChoiceField(
        label=_("Lacks"),
        required=False,
        choices=[("", pgettext_lazy("functions", "Any")), *((f.value, capfirst(f.label)) for f in Function)],
        error_messages=WRONG_FUNCTION,
    )
    gaps = forms.BooleanField(label=_("Only gaps"), required=False)
    kind = forms.MultipleChoiceField(
        label=_("Kind of partner"),
        required=False,
        choices=OrganisationKind.choices,
        widget=forms.CheckboxSelectMultiple,
        error_messages=WRONG_KIND,
    )
    work_form = forms.ChoiceField(
        label=_("Work form"),
        required=False,
        choices=[("", pgettext_lazy("work forms", "All")), *WORK_FORMS],
        error_messages=WRONG_WORK_FORM,
    )
    since = forms.DateField(label=_("What changed since"), required=False, widget=DateInput, error_messages=WRONG_SINCE)
    map = forms.ChoiceField(required=False, choices=MapKind.choices, widget=forms.HiddenInput)
    circles = forms.BooleanField(required=False, widget=forms.HiddenInput)

    def __init__(self, asked: QueryDict):
        super().__init__(asked)
        for name, parts in parts_of_the_city().items():
            self.fields[name].choices = [("", _("Whole city")), *parts]

    def clean_since(self) -> datetime.date | None:
        since = self.cleaned_data["since"]
        if since and since >= (self.cleaned_data.get("at") or today()):
            raise forms.ValidationError(_("Choose a day before the day that is shown; nothing is compared now."))
        return since

    @property
    def more_is_asked(self) -> bool:
        """Something under what is asked less often, or something wrong with it."""
        rare = {"circle", "kind", "work_form"}
        return bool(rare & (self.asked.keys() | self.errors.keys()))

    @property
    def days_are_asked(self) -> bool:
        """Two days are compared, or something is wrong with a day."""
        return bool(self.since_day or {"at", "since"} & self.errors.keys())

    @property
    def since_day(self) -> datetime.date | None:
        return self.chosen("since")

    @property
    def district_name(self) -> str:
        return self.chosen("district") or ""

    @property
    def circle_slug(self) -> str:
        return self.chosen("circle") or ""

    @property
    def place_names(self) -> list[str]:
        """The parts of the city that are shown."""
        return [name for name in (self.district_name, self._label("circle")) if name]

    @cached_property
    def selection(self) -> Selection:
        """The kinds of partners and the work forms that are looked at."""
        work_form = self.chosen("work_form")
        work_forms = GOES_TO_YOUNG_PEOPLE if work_form == GOES_OUT else {work_form} - {"", None}
        return Selection(frozenset(self.chosen("kind") or ()), frozenset(work_forms))

    @property
    def selection_names(self) -> list[str]:
        kinds = [str(OrganisationKind(kind).label) for kind in self.chosen("kind") or ()]
        return [name for name in (*kinds, self._label("work_form")) if name]

    @property
    def function(self) -> str:
        return self.chosen("lacks") or ""

    @property
    def only_gaps(self) -> bool:
        """Of a selection no gap is looked for, so none can be asked."""
        return bool(self.chosen("gaps")) and not self.selection.leaves_out

    @property
    def map_kind(self) -> MapKind:
        return MapKind(self.chosen("map") or MapKind.TRUE)

    @property
    def draws_circles(self) -> bool:
        return bool(self.chosen("circles"))

    @property
    def title(self) -> str:
        """What is shown, for paper."""
        if self.since_day:
            return gettext("What changed since %s") % in_words(self.since_day)
        return gettext("Who does what in which neighbourhood")

    @property
    def subtitle(self) -> str:
        """Of which part, for whom, and when."""
        names = [*self.place_names, *self.selection_names, self.band_name, in_words(self.day)]
        if self.function:
            names.append(gettext("lacks %s") % Function(self.function).label)
        if self.only_gaps:
            names.append(gettext("only gaps"))
        return " · ".join(name for name in names if name)

    @property
    def address(self) -> str:
        return urlencode(self.asked, doseq=True)

    def address_with(self, **changes: str) -> str:
        """The same page, asked something else as well. Empty: not asked."""
        asked = {name: value for name, value in (self.asked | changes).items() if value}
        return f"?{urlencode(asked, doseq=True)}" if asked else "?"

    def _label(self, name: str) -> str:
        """Of the choice that was made, if any."""
        value = self.chosen(name)
        return str(dict(self.fields[name].choices)[value]) if value else ""


def parts_of_the_city() -> dict[str, list[tuple[str, str]]]:
    """What can be chosen: the districts of today's neighbourhoods, and the circles around any of them."""
    here = Neighbourhood.objects.on(today())
    names = here.exclude(district="").order_by("district").values_list("district", flat=True)
    around = MovementCircle.objects.filter(neighbourhoods__in=here).distinct()
    return {"district": [(name, name) for name in names.distinct()], "circle": list(around.values_list("slug", "name"))}
