"""What one can ask of the coverage pages, as an address that can be shared."""

import datetime
from functools import cached_property

from django import forms
from django.http import QueryDict
from django.utils.http import urlencode
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from jos.shared.forms import DateInput
from jos.shared.time import today
from neighbourhoods.models import MovementCircle, Neighbourhood
from organisations.coverage import Ages
from organisations.enums import AgeBand, Function

WRONG_AGES = {"invalid_choice": _("We do not know these ages. Choose one of the list; all ages are shown now.")}
WRONG_DATE = {"invalid": _("This is no date. Write it as 2026-03-01; today is shown now.")}
WRONG_PART = {"invalid_choice": _("We do not know this part of the city. The whole city is shown now.")}
WRONG_FUNCTION = {"invalid_choice": _("We do not know this function. Choose one of the list.")}


class MomentFilter(forms.Form):
    """For which ages, and on which day. What cannot be read is said, and the default is shown."""

    ages = forms.ChoiceField(
        label=_("Ages"), required=False, choices=[("", _("All ages")), *AgeBand.choices], error_messages=WRONG_AGES
    )
    at = forms.DateField(
        label=pgettext_lazy("on a day", "On"), required=False, widget=DateInput, error_messages=WRONG_DATE
    )

    def __init__(self, asked: QueryDict):
        data = asked.copy()
        data.setdefault("at", today().isoformat())
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

    @property
    def is_today(self) -> bool:
        return self.day == today()


class CoverageFilter(MomentFilter):
    """Which areas the coverage page shows as well."""

    within = forms.ChoiceField(label=_("Where"), required=False, error_messages=WRONG_PART)
    lacks = forms.ChoiceField(
        label=_("Lacks"),
        required=False,
        choices=[("", pgettext_lazy("functions", "Any")), *((f.value, capfirst(f.label)) for f in Function)],
        error_messages=WRONG_FUNCTION,
    )
    gaps = forms.BooleanField(label=_("Only gaps"), required=False)

    def __init__(self, asked: QueryDict):
        super().__init__(asked)
        self.fields["within"].choices = parts_of_the_city()

    @property
    def part(self) -> tuple[str, str]:
        """("circle", slug), ("district", name), or two empty texts for the whole city."""
        kind, _colon, name = (self.chosen("within") or "").partition(":")
        return kind, name

    @property
    def part_name(self) -> str:
        groups = self.fields["within"].choices[1:]
        return dict(choice for _group, choices in groups for choice in choices).get(self.chosen("within"), "")

    @property
    def function(self) -> str:
        return self.chosen("lacks") or ""

    @property
    def address(self) -> str:
        """All that was asked and could be read, for the address of the same areas in another form."""
        return urlencode({name: "on" if value is True else value for name, value in self._asked() if value})

    def _asked(self):
        self.is_valid()
        return self.cleaned_data.items()

    @property
    def only_gaps(self) -> bool:
        return bool(self.chosen("gaps"))


def parts_of_the_city() -> list:
    """The choices of a part: the districts of today's neighbourhoods, and the circles around any of them."""
    here = Neighbourhood.objects.on(today())
    names = here.exclude(district="").order_by("district").values_list("district", flat=True)
    around = MovementCircle.objects.filter(neighbourhoods__in=here).distinct()
    districts = [(f"district:{name}", name) for name in names.distinct()]
    circles = [(f"circle:{slug}", name) for slug, name in around.values_list("slug", "name")]
    groups = [(_("Districts"), districts), (_("Movement circles"), circles)]
    return [("", _("Whole city")), *(group for group in groups if group[1])]
