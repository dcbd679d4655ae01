"""What one can ask of the pages about covenants, as an address that can be shared."""

import datetime
from collections.abc import Iterable, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple

from django import forms
from django.db.models import Min, Q, QuerySet
from django.db.models.functions import Coalesce
from django.http import QueryDict
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from covenants.counting.money import years_with_money
from covenants.models import Blueprint, Covenant
from jos.dashboards.coverage.forms import WRONG_FUNCTION, MomentFilter
from jos.dashboards.need.forms import NeedFilter
from jos.shared.time import today
from neighbourhoods.models import Neighbourhood
from organisations.enums import Function

WRONG_YEAR = {"invalid_choice": gettext_lazy("There are no covenants of this year. Another one is shown now.")}
WRONG_AREA = {"invalid_choice": gettext_lazy("We do not know this neighbourhood. The city is shown now.")}
WRONG_PARTNER = {"invalid_choice": gettext_lazy("We know no covenant with this partner. All of them are shown now.")}
YEARS_SHOWN = 6  # of a trend
READ_THROUGH = 120  # in a list


class NamedField(forms.ChoiceField):
    """One of those that are offered, by slug; none: all of them. Where a list would be too long, a name is typed."""

    named: Mapping[str, str] = MappingProxyType({})

    def offer(self, all_of_them: str, named: Iterable[tuple[str, str]]) -> None:
        """These, by slug and name."""
        self.named = dict(named)
        self.choices = [("", all_of_them), *self.named.items()]
        if self.is_typed:
            self.widget = forms.TextInput(attrs={"placeholder": all_of_them})

    @property
    def is_typed(self) -> bool:
        return len(self.named) > READ_THROUGH

    def to_python(self, value) -> str:
        asked = super().to_python(value).strip()
        by_name = {name.casefold(): slug for slug, name in self.named.items()}
        return asked if asked in self.named else by_name.get(asked.casefold(), asked)

    def prepare_value(self, value):
        """By the name one types."""
        return self.named.get(self.to_python(value), value) if self.is_typed else value


class AreaField(NamedField):
    """One neighbourhood, or the whole city."""

    def __init__(self) -> None:
        super().__init__(label=gettext_lazy("Neighbourhood"), required=False, error_messages=WRONG_AREA)

    def offer_areas(self, areas: Iterable[tuple[str, str]]) -> None:
        self.offer(_("The whole city"), areas)


class FiguresFilter(forms.Form):
    """Which year, of which function, neighbourhood and partner; one indicator, to see what it is made of."""

    only_filters = True

    year = forms.ChoiceField(label=gettext_lazy("Year"), required=False, error_messages=WRONG_YEAR)
    function = forms.ChoiceField(label=gettext_lazy("Function"), required=False, error_messages=WRONG_FUNCTION)
    neighbourhood = AreaField()
    partner = NamedField(label=gettext_lazy("Partner"), required=False, error_messages=WRONG_PARTNER)
    indicator = forms.SlugField(required=False, max_length=80, widget=forms.HiddenInput)

    def __init__(self, asked: QueryDict):
        parties = _parties()
        self.areas = list(Neighbourhood.objects.without_borders().on(today()))
        self.years = _years_since(min((party.since for party in parties), default=today()))
        data = asked.copy()
        data["year"] = data.get("year") or str(self.years[0])
        super().__init__(data)
        self.fields["year"].choices = [(str(year), str(year)) for year in self.years]
        self.fields["function"].choices = [("", _("All functions")), *Function.choices]
        self.fields["neighbourhood"].offer_areas((area.slug, area.name) for area in self.areas)
        self._partners = sorted(
            ((party.slug, party.name) for party in parties), key=lambda partner: partner[1].casefold()
        )
        self.fields["partner"].offer(_("All partners"), self._partners)

    def chosen(self, name: str) -> str:
        """What was asked, where it could be read."""
        self.is_valid()
        return self.cleaned_data.get(name) or ""

    @property
    def year_shown(self) -> int:
        return int(self.chosen("year") or self.years[0])

    @property
    def trend(self) -> list[int]:
        """The years of a trend, the one that is shown last."""
        return [year for year in reversed(self.years) if year <= self.year_shown][-YEARS_SHOWN:]

    @cached_property
    def area(self) -> Neighbourhood | None:
        return next((area for area in self.areas if area.slug == self.chosen("neighbourhood")), None)

    @cached_property
    def blueprint(self) -> Blueprint | None:
        """The one that is looked at, of those in signed covenants."""
        slug, signed = self.chosen("indicator"), Covenant.objects.signed()
        return Blueprint.objects.filter(slug=slug, indicators__covenant__in=signed).first() if slug else None

    @property
    def covenants(self) -> QuerySet[Covenant]:
        """Those that are asked for, with their parties."""
        asked = Covenant.objects.signed().select_related("organisation", "partnership")
        if slug := self.chosen("partner"):
            asked = asked.filter(Q(organisation__slug=slug) | Q(partnership__slug=slug))
        return asked.reaching(self.area) if self.area else asked

    @property
    def subtitle(self) -> str:
        """What was chosen, in words; the year always is."""
        names = (self.chosen(name) and dict(self.fields[name].choices)[self.chosen(name)] for name in _NAMED)
        return " · ".join(str(name) for name in names if name)

    def address(self, **changes: str) -> str:
        """What was asked and could be read, with something else asked or not asked any more."""
        self.is_valid()
        asked = {name: value for name, value in {**self.cleaned_data, **changes}.items() if value}
        return urlencode(asked)

    @property
    def asks_one_function(self) -> bool:
        """Then there is room for every statement."""
        return bool(self.chosen("function"))

    @property
    def of_list(self) -> str:
        """The same neighbourhood and partner, for the address of the list of covenants."""
        asked = {"neighbourhood": self.chosen("neighbourhood"), "q": dict(self._partners).get(self.chosen("partner"))}
        return "".join(f"&{urlencode({name: value})}" for name, value in asked.items() if value)

    @property
    def without_indicator(self) -> str:
        return self.address(indicator="")


_NAMED = ("year", "function", "neighbourhood", "partner")


class _Party(NamedTuple):
    """With whom covenants are signed, and when the first of them began."""

    slug: str
    name: str
    since: datetime.date


def _parties() -> list[_Party]:
    """One query."""
    signed = Covenant.objects.signed().order_by()
    slug = Coalesce("organisation__slug", "partnership__slug")
    name = Coalesce("organisation__name", "partnership__name")
    return [_Party(*row) for row in signed.values_list(slug, name).annotate(since=Min("valid_from"))]


def _years_since(first: datetime.date) -> list[int]:
    """This year first; it alone where none ran before."""
    return list(range(today().year, min(first, today()).year - 1, -1))


class PromisedFilter(MomentFilter):
    """On which day, for which ages; one neighbourhood, to see whose promises they are."""

    neighbourhood = AreaField()
    field_order = ("neighbourhood", "ages", "at")

    def __init__(self, asked: QueryDict):
        super().__init__(asked)
        self.fields["neighbourhood"].offer_areas(Neighbourhood.objects.on(self.day).values_list("slug", "name"))
        self.full_clean()  # anew, now that it is known which there are

    @property
    def area(self) -> str:
        return self.chosen("neighbourhood") or ""

    @property
    def address(self) -> str:
        return self.part_of_address(*self.fields)


class MoneyFilter(NeedFilter):
    """The budget of which year, beside need by which weighing; one neighbourhood, to see whose budgets they are."""

    year = forms.ChoiceField(label=gettext_lazy("Year"), required=False, error_messages=WRONG_YEAR)
    neighbourhood = AreaField()

    def __init__(self, asked: QueryDict):
        self.years = years_with_money() or [today().year]
        usual = today().year if today().year in self.years else self.years[0]
        data = asked.copy()
        data["year"] = data.get("year") or str(usual)
        super().__init__(data)
        self.fields["year"].choices = [(str(year), str(year)) for year in self.years]
        self.full_clean()
        for name in ("supply", "ages", "at"):  # coverage of the year, for all ages
            del self.fields[name]

    @property
    def year_shown(self) -> int:
        return int(self.chosen("year") or self.years[0])

    def offer_areas(self, areas: Iterable[tuple[str, str]]) -> None:
        """The neighbourhoods there are, once somebody looked."""
        self.fields["neighbourhood"].offer_areas(sorted(areas, key=lambda area: area[1].casefold()))
        self.full_clean()

    @property
    def day(self) -> datetime.date:
        """Today; of another year its last day."""
        return today() if self.year_shown == today().year else datetime.date(self.year_shown, 12, 31)

    @property
    def address(self) -> str:
        return self.part_of_address("year", "neighbourhood", "weighing", "population")
