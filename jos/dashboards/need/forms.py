"""What one can ask of need against supply, as an address that can be shared."""

import re
from functools import cached_property

from django import forms
from django.http import QueryDict
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from jos.dashboards.coverage.forms import MomentFilter
from jos.dashboards.need.enums import SupplyKind
from jos.shared.time import in_words
from neighbourhoods.enums import AddsUp, Category
from neighbourhoods.models import Statistic, WeighingVersion
from organisations.coverage import Ages
from organisations.enums import AgeBand

WRONG_WEIGHING = {"invalid_choice": _("We do not know this weighing. The first of the list is shown now.")}
WRONG_SUPPLY = {"invalid_choice": _("Choose hours or functions; hours are shown now.")}
WRONG_POPULATION = {"invalid_choice": _("These figures count no young people. Others are used now.")}


class NeedFilter(MomentFilter):
    """Which weighing, against what is on offer for whom and when."""

    weighing = forms.ChoiceField(label=_("Need, by the weighing"), required=False, error_messages=WRONG_WEIGHING)
    supply = forms.ChoiceField(
        label=_("On offer"), required=False, choices=SupplyKind.choices, error_messages=WRONG_SUPPLY
    )
    population = forms.ChoiceField(label=_("Young people, counted by"), required=False, error_messages=WRONG_POPULATION)
    field_order = ("weighing", "supply", "ages", "population", "at")

    def __init__(self, asked: QueryDict):
        super().__init__(asked)
        self.versions = last_versions()
        self.counts = list(counts_of_young_people())
        self.fields["weighing"].choices = [(v.weighing.slug, v.weighing.name) for v in self.versions]
        self.fields["population"].choices = [("", _("What fits the ages")), *((c.slug, c.name) for c in self.counts)]

    @cached_property
    def version(self) -> WeighingVersion | None:
        """The last one of the weighing that was asked, or of the first there is."""
        asked = self.chosen("weighing")
        found = (version for version in self.versions if version.weighing.slug == asked)
        return next(found, next(iter(self.versions), None))

    @cached_property
    def young_people(self) -> Statistic | None:
        """Who the hours are for: as asked, or else the count whose name holds both ages, or else the first."""
        asked = self.chosen("population")
        chosen = next((count for count in self.counts if count.slug == asked), None)
        return chosen or next((c for c in self.counts if self._fits(c)), next(iter(self.counts), None))

    @property
    def kind(self) -> SupplyKind:
        return SupplyKind(self.chosen("supply") or SupplyKind.HOURS)

    @property
    def counts_hours(self) -> bool:
        return self.kind == SupplyKind.HOURS

    @property
    def until(self) -> str:
        """No figures of a later year are looked at."""
        return str(self.day.year)

    @property
    def subtitle(self) -> str:
        return " · ".join(name for name in (self.band_name, in_words(self.day)) if name)

    @property
    def address(self) -> str:
        return urlencode(self.asked, doseq=True)

    def _fits(self, count: Statistic) -> bool:
        band = self.band or Ages(*_all_ages())
        return {band.lowest, band.highest} <= {int(number) for number in re.findall(r"\d{1,2}", count.name)}


def last_versions() -> list[WeighingVersion]:
    """The one that is used now of each weighing, by name."""
    versions = WeighingVersion.objects.select_related("weighing").order_by("weighing__name", "number")
    return list({version.weighing_id: version for version in versions}.values())


def counts_of_young_people():
    """Numbers of people that add up, those of the population first: what hours can be set against."""
    counts = Statistic.objects.filter(
        counts_people=True, adds_up=AddsUp.SUM, derivation="", category=Category.POPULATION
    )
    return counts.order_by("name")


def _all_ages() -> tuple[int, int]:
    bands = [Ages.parse(band.value) for band in AgeBand]
    return min(band.lowest for band in bands), max(band.highest for band in bands)
