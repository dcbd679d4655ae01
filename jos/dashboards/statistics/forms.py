"""What one can ask of the page of a statistic, as an address that can be shared."""

from django import forms
from django.db import models
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from jos.dashboards.coverage.enums import MapKind
from neighbourhoods.figures import periods
from neighbourhoods.models import Neighbourhood

WRONG_PERIOD = {"invalid_choice": _("There are no figures of this period. The last one is shown now.")}
WRONG_AREA = {"invalid_choice": _("We do not know this neighbourhood. The city alone is shown now.")}


class Order(models.TextChoices):
    WORST = "worst", _("By place")
    NAME = "name", _("By name")


class StatisticFilter(forms.Form):
    """Which period, and which neighbourhood beside the city. What cannot be read is said, and the default is shown."""

    only_filters = True

    period = forms.ChoiceField(label=_("Period"), required=False, error_messages=WRONG_PERIOD)
    area = forms.ChoiceField(label=_("Beside the city"), required=False, error_messages=WRONG_AREA)
    order = forms.ChoiceField(choices=Order, required=False, widget=forms.HiddenInput)
    map = forms.ChoiceField(choices=MapKind, required=False, widget=forms.HiddenInput)

    def __init__(self, asked: QueryDict, *, choosable: list[str], latest: str | None, areas: list[Neighbourhood]):
        data = asked.copy()
        data["period"] = data.get("period") or latest or ""
        super().__init__(data)
        self.latest = latest
        self.fields["period"].choices = [(each, periods.in_words(each)) for each in reversed(choosable)]
        self.fields["area"].choices = [("", _("No neighbourhood")), *((area.slug, area.name) for area in areas)]
        self.is_valid()

    @property
    def period_shown(self) -> str | None:
        return self.cleaned_data.get("period") or self.latest

    @property
    def order_shown(self) -> Order:
        return Order(self.cleaned_data.get("order") or Order.WORST)

    @property
    def map_shown(self) -> MapKind:
        return MapKind(self.cleaned_data.get("map") or MapKind.TRUE)
