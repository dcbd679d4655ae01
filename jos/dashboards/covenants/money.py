"""The page of the budget: by neighbourhood and function, beside need and coverage; in one neighbourhood by covenant."""

import datetime
import hashlib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import cast

from django.core.cache import caches
from django.core.paginator import Page, Paginator
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language

from covenants.counting.money import Grant, grants
from covenants.models import Covenant
from jos.dashboards.covenants.forms import MoneyFilter
from jos.dashboards.coverage.rows import Row as AreaRow
from jos.dashboards.need.standings import Standing, need_and_supply
from neighbourhoods.models import WeighingVersion
from organisations.coverage import AreaCoverage, coverage
from organisations.enums import Function

NOTHING = Decimal(0)
PER = 1_000  # young people
MAY_BE_OLD = 60  # seconds
PER_PAGE = 30  # neighbourhoods
FEWEST = 100  # with fewer of them, an amount per 1,000 says nothing


@dataclass(frozen=True)
class AreaMoney:
    """What one neighbourhood gets, beside its need and its coverage."""

    row: AreaRow
    rank: int | None = None
    young: float | None = None
    amounts: dict[Function, Decimal] = field(default_factory=dict)
    where: str = ""  # whose budgets they are

    @property
    def area(self) -> AreaCoverage:
        return self.row.area

    @property
    def total(self) -> Decimal:
        return sum(self.amounts.values(), NOTHING)

    @property
    def per_1000(self) -> Decimal | None:
        """None where nobody knows how many young people live there, or where too few do."""
        return self.total * PER / Decimal(self.young) if self.young and self.young >= FEWEST else None


@dataclass(frozen=True)
class CovenantMoney:
    """What one covenant gives one neighbourhood."""

    covenant: Covenant
    amounts: dict[Function, Decimal]

    @property
    def total(self) -> Decimal:
        return sum(self.amounts.values(), NOTHING)


@dataclass(frozen=True)
class HowItStands:
    """Need and coverage of each neighbourhood as they were at `seen_at`, the highest need first."""

    version: WeighingVersion | None  # of the weighing that says where need is high
    areas: tuple[AreaMoney, ...]
    seen_at: datetime.datetime


@dataclass(frozen=True)
class MoneyPage:
    filters: MoneyFilter
    version: WeighingVersion | None
    seen_at: datetime.datetime
    areas: tuple[AreaMoney, ...]  # the highest need first
    area: AreaMoney | None  # the one that is looked at
    covenants: tuple[CovenantMoney, ...]  # of that one
    amounts: dict[Function, Decimal]
    elsewhere: Decimal  # for neighbourhoods that are no more

    @property
    def total(self) -> Decimal:
        return sum(self.amounts.values(), NOTHING)

    @property
    def of_high_need(self) -> Decimal:
        return sum((area.total for area in self.high_need), NOTHING)

    @property
    def high_need(self) -> list[AreaMoney]:
        """Those the weighing puts first."""
        top = self.version.top if self.version else 0
        return [area for area in self.areas if area.rank and area.rank <= top]

    @property
    def without(self) -> list[AreaMoney]:
        """High need, and no euro."""
        return [area for area in self.high_need if not area.total]

    def page(self, number: str | None) -> Page:
        """As many as one looks through on a page; what leaves as a file is whole."""
        return Paginator(self.areas, PER_PAGE).get_page(number)


def money_page(filters: MoneyFilter) -> MoneyPage:
    stand = _how_it_stands(filters)
    filters.offer_areas((area.area.slug, area.area.name) for area in stand.areas)
    given = grants(filters.year_shown, [area.area.pk for area in stand.areas])
    here: dict[int | None, list[Grant]] = defaultdict(list)
    for grant in given:
        here[grant.area].append(grant)
    areas = tuple(_with_money(area, here[area.area.pk], filters) for area in stand.areas)
    area = next((each for each in areas if each.area.slug == filters.chosen("neighbourhood")), None)
    return MoneyPage(
        filters=filters,
        version=stand.version,
        seen_at=stand.seen_at,
        areas=areas,
        area=area,
        covenants=tuple(_by_covenant(here[area.area.pk])) if area else (),
        amounts=_by_function(given),
        elsewhere=sum((grant.amount for grant in here[None]), NOTHING),
    )


def _how_it_stands(filters: MoneyFilter) -> HowItStands:
    """Judging and weighing the whole city is shared by all who look within a minute."""
    of_what = filters.chosen("weighing"), filters.chosen("population"), filters.day, get_language()
    key = hashlib.sha256(repr(of_what).encode()).hexdigest()
    known = caches["process"].get_or_set(f"money-{key}", lambda: _look(filters), MAY_BE_OLD)
    return cast(HowItStands, known)


def _look(filters: MoneyFilter) -> HowItStands:
    need = need_and_supply(filters)
    if need is None:
        rows = [AreaRow.of(area, filters) for area in coverage(at=filters.day, circles=False)]
        return HowItStands(None, tuple(AreaMoney(row) for row in rows), timezone.now())
    return HowItStands(need.version, tuple(map(_with_need, need.standings)), timezone.now())


def _with_need(standing: Standing) -> AreaMoney:
    young = standing.supply.young.value if standing.supply.young else None
    return AreaMoney(standing.row, standing.place.rank, young)


def _with_money(area: AreaMoney, here: Iterable[Grant], filters: MoneyFilter) -> AreaMoney:
    asked = filters.part_of_address("year", "weighing", "population", neighbourhood=area.area.slug)
    return replace(area, amounts=_by_function(here), where=f"{reverse('covenant_money')}?{asked}")


def _by_function(given: Iterable[Grant]) -> dict[Function, Decimal]:
    amounts = dict.fromkeys(Function, NOTHING)
    for grant in given:
        amounts[grant.function] += grant.amount
    return amounts


def _by_covenant(here: Iterable[Grant]) -> list[CovenantMoney]:
    """The largest first. One query."""
    given: dict[int, list[Grant]] = defaultdict(list)
    for grant in here:
        given[grant.covenant].append(grant)
    covenants = Covenant.objects.with_parties().in_bulk(given)
    found = [CovenantMoney(covenants[pk], _by_function(some)) for pk, some in given.items()]
    return sorted(found, key=lambda each: (-each.total, each.covenant.title))
