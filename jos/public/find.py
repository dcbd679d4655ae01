"""Public offers that fit what somebody asks: certainly, or perhaps.

What nobody wrote down is unknown, which is not "no" (R17): an offer that does not say when it is, what it costs or
whom it can receive comes after the others, under "ask first".
"""

import datetime
import itertools
import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.db.models import Case, Count, Exists, F, Min, OuterRef, Q, QuerySet, Value, When
from django.utils.translation import gettext as _

from jos.public.forms import TODAY, Asked
from neighbourhoods.models import Neighbourhood
from organisations.coverage import Ages
from organisations.enums import Accessibility
from organisations.models import Offer, OfferMoment, OfferNeighbourhood
from organisations.models.offer import ages_overlap
from organisations.seasons import seasons_on

NEIGHBOURS = 5


@dataclass(frozen=True)
class Wish:
    """One thing that is asked of an offer."""

    met: Q
    unknown: Q


@dataclass(frozen=True)
class Group:
    heading: str
    unsure: bool
    offers: tuple[Offer, ...]


def found(asked: Asked, *, at: datetime.date, among: Iterable[Neighbourhood]):
    """What fits, best first: what is certain, in the neighbourhood and then around it, and early in the day."""
    offers = fitting(asked, at=at).annotate(nearness=Value(0))
    if asked.where:
        offers = _near(offers, asked.where, among)
    if asked.day:
        on_the_day = Q(moments__weekday=first_day(asked.day, at).isoweekday())
        offers = offers.annotate(starts=Min("moments__starts_at", filter=on_the_day))
    starts = [F("starts").asc(nulls_last=True)] if asked.day else []
    return offers.order_by("unsure", "nearness", *starts, "title", "pk")


def fitting(asked: Asked, *, at: datetime.date):
    """Public offers of the day that fit, wherever they are; `unsure` where one has to ask first."""
    day = first_day(asked.day, at)
    offers = Offer.objects.public().counting(day)
    if asked.age:
        ages = Ages.parse(asked.age)
        offers = offers.for_ages(ages.lowest, ages.highest)
    if asked.day:
        offers = offers.filter(season__in=seasons_on(day))
    certain = Q()
    for wish in _wishes(asked, day).values():
        offers = offers.filter(wish.met | wish.unknown)
        certain &= wish.met
    return offers.annotate(unsure=Case(When(certain, then=0), default=1) if certain else Value(0))


def first_day(asked: str, at: datetime.date) -> datetime.date:
    """The day somebody means: today, or the first Wednesday from today on."""
    if asked in ("", TODAY):
        return at
    return at + datetime.timedelta(days=(int(asked) - at.isoweekday()) % 7)


def _wishes(asked: Asked, day: datetime.date) -> dict[str, Wish]:
    """By the name of the question."""
    wishes = {}
    if asked.day:
        moments = OfferMoment.objects.filter(offer=OuterRef("pk"))
        there = moments.filter(weekday=day.isoweekday())
        wishes["day"] = Wish(met=Q(Exists(there)), unknown=Q(~Exists(moments)))
    if asked.free:
        wishes["free"] = Wish(met=Q(is_free=True), unknown=Q(is_free=False, cost=""))
    if asked.wheelchair:
        code = f",{Accessibility.WHEELCHAIR},"
        says = Q(accessibility__contains=code) | Q(place__accessibility__contains=code)
        unknown = Q(accessibility="") & (Q(place=None) | Q(place__accessibility=""))
        wishes["wheelchair"] = Wish(met=says, unknown=unknown)
    if asked.language:
        wishes["language"] = Wish(met=Q(languages__contains=f",{asked.language},"), unknown=Q(languages=""))
    return wishes


def _near(offers: QuerySet, here: Neighbourhood, among: Iterable[Neighbourhood]):
    """Those in the neighbourhood or the ones around it, each as near as its nearest neighbourhood."""
    nearest = _nearest(here, among)
    ranks = [When(reach__neighbourhood=area, then=rank) for rank, area in enumerate(nearest)]
    return offers.filter(reach__neighbourhood__in=nearest).annotate(nearness=Min(Case(*ranks)))


def _nearest(here: Neighbourhood, among: Iterable[Neighbourhood]) -> list[int]:
    """The keys of the neighbourhood itself and of those around it."""
    by_distance = sorted(among, key=lambda area: (area != here, _distance(area, here), area.name))
    return [area.pk for area in by_distance[: NEIGHBOURS + 1]]


def _distance(one: Neighbourhood, other: Neighbourhood) -> float:
    """From middle to middle, in metres."""
    return math.dist((one.label_x, one.label_y), (other.label_x, other.label_y))


def grouped(offers: Iterable[Offer], asked: Asked) -> list[Group]:
    """A page of what was found, under what one should know of it first."""

    def heading(offer: Offer) -> tuple[bool, str]:
        if offer.unsure:
            return True, _("Perhaps: ask first")
        if not asked.where:
            return False, ""
        area = {"area": asked.where.name}
        return False, _("Close to %(area)s") % area if offer.nearness else _("In %(area)s") % area

    return [Group(words, unsure, tuple(those)) for (unsure, words), those in itertools.groupby(offers, heading)]


def number_by_neighbourhood(asked: Asked, *, at: datetime.date) -> dict[int, int]:
    """How many fit in each neighbourhood, by its key; nothing where none does."""
    offers = fitting(asked.without("where"), at=at).values("pk")
    rows = OfferNeighbourhood.objects.filter(offer__in=offers).order_by()
    return dict(rows.values_list("neighbourhood").annotate(Count("pk")))


def numbers_without(asked: Asked, *, at: datetime.date, among: Iterable[Neighbourhood]) -> dict[str, int]:
    """How many there are without one thing that is asked, by its name, where nothing fits all of it.

    They are those that miss that thing alone, so one question to the database is enough for all; and one more without
    the day, since another day has other offers.
    """
    numbers: dict[str, int] = {}
    if asked.day:
        numbers["day"] = found(asked.without("day"), at=at, among=among).count()
    if not (asks := _asks(asked, at, among)):
        return numbers
    misses = {name: Case(When(ask, then=0), default=1) for name, ask in asks.items()}
    on_the_day = fitting(Asked(day=asked.day), at=at).order_by()
    for row in on_the_day.values(**misses).annotate(number=Count("pk")):
        missed = [name for name in asks if row[name]]
        if len(missed) == 1:
            numbers[missed[0]] = row["number"]
    return numbers


def _asks(asked: Asked, at: datetime.date, among: Iterable[Neighbourhood]) -> dict[str, Q]:
    """Each thing that is asked but the day, by its name."""
    asks = {name: wish.met | wish.unknown for name, wish in _wishes(asked.without("day"), at).items()}
    if asked.age:
        ages = Ages.parse(asked.age)
        asks["age"] = ages_overlap(ages.lowest, ages.highest)
    if asked.where:
        around = OfferNeighbourhood.objects.filter(neighbourhood__in=_nearest(asked.where, among))
        asks["where"] = Q(Exists(around.filter(offer=OuterRef("pk"))))
    return asks


def weekdays_with_something(asked: Asked, *, at: datetime.date, among: Iterable[Neighbourhood]) -> list[int]:
    """The days of the coming week on which something else fits."""
    offers = found(asked.without("day"), at=at, among=among).order_by().values("pk")
    week = [at + datetime.timedelta(days=number) for number in range(7)]
    in_season = reduce(or_, (Q(weekday=day.isoweekday(), offer__season__in=seasons_on(day)) for day in week))
    moments = OfferMoment.objects.filter(in_season, offer__in=offers).order_by("weekday")
    return list(moments.values_list("weekday", flat=True).distinct())
