"""Which neighbourhoods have high need and lack a function, for a home: what the page about it says, a while ago."""

import datetime
from dataclasses import dataclass
from itertools import groupby

from django.core.cache import caches
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jos.dashboards.homes.city import CityToday
from jos.dashboards.homes.item import Item, say
from jos.shared.time import today
from neighbourhoods.figures import Figures
from neighbourhoods.models import Neighbourhood, WeighingItem
from neighbourhoods.weighing import column, rank
from organisations.coverage.sentences import join

MAY_BE_OLD = datetime.timedelta(minutes=10)
NAMED = 3
KEY = "high-need"


@dataclass(frozen=True)
class HighNeed:
    """The names, highest need first, as they stood at `seen_at`."""

    names: tuple[str, ...]
    seen_at: datetime.datetime

    @property
    def is_old(self) -> bool:
        return timezone.now() - self.seen_at > MAY_BE_OLD


def high_need(city: CityToday, *, may_look: bool) -> list[Item]:
    """Looking takes four queries: a home does that in another go than judging the city, and shows what it knew."""
    known: HighNeed | None = caches["process"].get(KEY)
    if may_look and (known is None or known.is_old):
        known = HighNeed(tuple(_look(city)), timezone.now())
        caches["process"].set(KEY, known, None)
    return [_sentence(known.names)] if known and known.names else []


def _look(city: CityToday) -> list[str]:
    """By the first weighing of the list, as the page does that this leads to."""
    items = WeighingItem.objects.select_related("statistic", "version__weighing")
    in_order = items.order_by("version__weighing__name", "-version__number", "statistic__slug")
    for version, of_version in groupby(in_order, key=lambda item: item.version):
        weighed = [(item.statistic, item.weight) for item in of_version]
        figures = Figures([statistic for statistic, _weight in weighed])
        columns = [column(figures, statistic, weight, str(today().year)) for statistic, weight in weighed]
        here = [Neighbourhood(pk=area.pk, name=area.name) for area in city.areas]
        lacking = {area.pk for area in city.areas if area.missing}
        top = rank(here, columns, version.method).top(version.top)
        return [place.neighbourhood.name for place in top if place.neighbourhood.pk in lacking]
    return []


def _sentence(names: tuple[str, ...]) -> Item:
    more = len(names) - NAMED
    named = [*names[:NAMED], *([_("%(number)d more") % {"number": more}] if more > 0 else [])]
    text = ngettext(
        "<strong>{names}</strong> has high need and lacks a function.",
        "<strong>{names}</strong> have high need and lack a function.",
        len(names),
    )
    where = f"{reverse('need_and_supply')}?supply=functions"
    return Item(say(text, number=len(names), names=join(named)), _("See where"), where, urgent=True)
