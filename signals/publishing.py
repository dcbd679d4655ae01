"""Counts of signals as a statistic of the city, so that a weighing can set them beside other figures (R5).

They are kept exact and internal; whoever shows them hides what is too few, as of all counts of people (`Figures`).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet
from django.utils import translation
from django.utils.translation import gettext as _

from neighbourhoods.enums import AddsUp, Category, Derivation, Direction
from neighbourhoods.figures.periods import ends_on
from neighbourhoods.models import DataSet, Neighbourhood, Statistic, StatisticValue
from signals.counting.count import Axis
from signals.counting.periods import whole_periods
from signals.counting.tallies import counted
from signals.enums import TallyOf

SLUG = "signals"  # of the data set and of the statistic: found by it, whatever staff call them later
PER_1000 = "signals-per-1000"

Key = tuple[str, int]  # a period and a neighbourhood


@dataclass(frozen=True)
class Publication:
    """What publishing writes. The second time: nothing."""

    counts: Mapping[Key, int]
    stored: Mapping[Key, float | None]

    @property
    def periods(self) -> list[str]:
        return list(dict.fromkeys(period for period, _area in self.counts))

    @property
    def added(self) -> dict[Key, int]:
        return {key: number for key, number in self.counts.items() if key not in self.stored}

    @property
    def changed(self) -> dict[Key, int]:
        """What was erased, or put in another neighbourhood, since it was published."""
        return {key: number for key, number in self.counts.items() if number != self.stored.get(key, number)}

    @property
    def is_empty(self) -> bool:
        return not (self.added or self.changed)


def populations() -> QuerySet[Statistic]:
    """What can be measured against: numbers of young people that were imported."""
    counts = Statistic.objects.filter(
        counts_people=True, adds_up=AddsUp.SUM, derivation="", category=Category.POPULATION
    )
    return counts.order_by("name")


def per_1000() -> Statistic | None:
    return Statistic.objects.filter(slug=PER_1000).select_related("whole").first()


def to_publish() -> Publication:
    """What would be written. Reads only."""
    return Publication(_counts(), {key: value.value for key, value in _stored().items()})


@transaction.atomic
def publish(*, population: Statistic | None, by) -> Publication:
    """Write the counts of all periods that are over; and, against a population, what follows per 1,000."""
    signals, written, stored = _signals(by), to_publish(), _stored()
    for (period, area), number in (written.added | written.changed).items():
        new = StatisticValue(statistic=signals, period=period, neighbourhood_id=area)
        value = stored.get((period, area), new)
        value.value, value.missing = number, ""
        value.save_by(by)
    if population:
        _measure_against(population, signals, by)
    return written


def _counts() -> dict[Key, int]:
    """Of every neighbourhood there was, for each year that is over."""
    return {key: number for period in whole_periods() for key, number in _of_period(period)}


def _of_period(period: str) -> Iterator[tuple[Key, int]]:
    found = counted([period])[TallyOf.CITY.value, ""].by[Axis.AREA]
    here = Neighbourhood.objects.on(ends_on(period)).values_list("pk", flat=True)
    yield from (((period, area), found[str(area)]) for area in here)


def _stored() -> dict[Key, StatisticValue]:
    values = StatisticValue.objects.filter(statistic__slug=SLUG)
    return {(value.period, value.neighbourhood_id): value for value in values if value.neighbourhood_id}


def _signals(by) -> Statistic:
    """Made the first time. What staff change about it afterwards stays as they wrote it."""
    if found := Statistic.objects.filter(slug=SLUG).first():
        return found
    with translation.override(settings.LANGUAGE_CODE):  # names are data, in the language of the city
        return _saved(
            Statistic(
                name=_("Signals of young people"),
                slug=SLUG,
                unit=_("signals"),
                category=Category.SIGNALS,
                direction=Direction.MORE_IS_WORSE,
                explanation=_(
                    "How many signals came in about this neighbourhood. Few signals need not mean that all is well:"
                    " they may come from a neighbourhood that nobody reaches."
                ),
                data_set=_data_set(by),
                counts_people=True,
                adds_up=AddsUp.SUM,
            ),
            by,
        )


def _data_set(by) -> DataSet:
    if found := DataSet.objects.filter(slug=SLUG).first():
        return found
    return _saved(
        DataSet(
            name=_("Signals"),
            slug=SLUG,
            source=_("This portal: what young people and workers sent"),
            quality=_("Everybody can send, nobody has to: it counts voices, not young people."),
        ),
        by,
    )


def _measure_against(population: Statistic, signals: Statistic, by) -> None:
    found = per_1000()
    if found and found.whole_id == population.pk:
        return
    with translation.override(settings.LANGUAGE_CODE):
        new = Statistic(
            name=_("Signals per 1,000 young people"),
            slug=PER_1000,
            category=Category.SIGNALS,
            direction=Direction.MORE_IS_WORSE,
            explanation=_("How many signals came in for each 1,000 young people who live there."),
            data_set=signals.data_set,
            derivation=Derivation.PER,
            part=signals,
            per=1000,
        )
    derived = found or new
    derived.whole = population
    _saved(derived, by)


def _saved(record, by):
    record.save_by(by)
    return record
