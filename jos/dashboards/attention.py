"""What asks for attention today, for the home of each role."""

import datetime
from dataclasses import dataclass
from typing import cast

from django.conf import settings
from django.core.cache import caches
from django.db.models import Count, QuerySet, Value
from django.utils import timezone

from jos.shared.models import FileImport
from jos.shared.time import today
from neighbourhoods.models import PriorityDecision
from organisations.coverage import coverage
from organisations.coverage.results import AreaCoverage
from organisations.coverage.summary import summarise
from organisations.models import Invitation, Offer, Organisation

MAY_BE_OLD = datetime.timedelta(minutes=1)
SHOWN = 7  # a row of tiles on a wide screen
LOOK_AHEAD = datetime.timedelta(days=60)


@dataclass(frozen=True)
class CityToday:
    """The city in numbers, as it stood at `seen_at`."""

    neighbourhoods: int
    with_gaps: int
    priority: int
    priority_whole: int
    lacking: tuple[AreaCoverage, ...]  # priority neighbourhoods that lack something, the first few
    seen_at: datetime.datetime


def city_today() -> CityToday:
    """Judging the whole city takes longer than a home may: a minute old will do, and the page says so."""
    return cast(CityToday, caches["process"].get_or_set(f"city-today-{today()}", _look, MAY_BE_OLD.total_seconds()))


def _look() -> CityToday:
    city = summarise(coverage(at=today(), circles=False))
    return CityToday(
        neighbourhoods=len(city.neighbourhoods),
        with_gaps=len(city.with_gaps),
        priority=len(city.priority),
        priority_whole=len(city.priority_whole),
        lacking=tuple(area for area in city.priority if not area.norm_met)[:SHOWN],
        seen_at=timezone.now(),
    )


@dataclass(frozen=True)
class StaffToday:
    city: CityToday
    silent: int  # organisations whose offers wait for a confirmation
    open_imports: int
    expired_invitations: int

    @property
    def is_quiet(self) -> bool:
        return not (self.city.with_gaps or self.silent or self.open_imports or self.expired_invitations)


def staff_today() -> StaffToday:
    too_long_ago = timezone.now() - datetime.timedelta(days=settings.INVITATION_DAYS)
    numbers = _how_many(
        silent=Organisation.objects.filter(pk__in=Offer.objects.past_confirmation().values("organisation")),
        open_imports=FileImport.objects.open(),
        expired_invitations=Invitation.objects.open().filter(sent_at__lte=too_long_ago),
    )
    return StaffToday(city=city_today(), **numbers)


def _how_many(**records: QuerySet) -> dict[str, int]:
    """The number of each, in one query."""
    first, *others = (
        found.order_by().values(what=Value(what)).annotate(number=Count("pk")).values_list("what", "number")
        for what, found in records.items()
    )
    return dict.fromkeys(records, 0) | dict(first.union(*others, all=True))


def decisions_to_review() -> list[PriorityDecision]:
    """Decisions in force that somebody should look at again soon, or should have."""
    in_force = PriorityDecision.objects.in_force(today()).filter(review_on__lte=today() + LOOK_AHEAD)
    return list(in_force.with_areas().order_by("review_on"))
