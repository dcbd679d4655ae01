"""The page of the budget: by neighbourhood and function, beside need and coverage; in one neighbourhood by covenant."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.urls import reverse

from covenants.counting.money import Grant, grants
from covenants.models import Covenant
from jos.dashboards.covenants.forms import MoneyFilter
from jos.dashboards.coverage.rows import Row as AreaRow
from jos.dashboards.need.standings import NeedAndSupply, Standing, need_and_supply
from neighbourhoods.models import WeighingVersion
from organisations.coverage import AreaCoverage, coverage
from organisations.enums import Function

NOTHING = Decimal(0)
PER = 1_000  # young people
FEWEST = 100  # with fewer of them, an amount per 1,000 says nothing


@dataclass(frozen=True)
class AreaMoney:
    """What one neighbourhood gets, beside its need and its coverage."""

    row: AreaRow
    amounts: dict[Function, Decimal]
    where: str  # whose budgets they are
    rank: int | None = None
    young: float | None = None

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
class MoneyPage:
    filters: MoneyFilter
    version: WeighingVersion | None  # of the weighing that says where need is high
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


def money_page(filters: MoneyFilter) -> MoneyPage:
    need = need_and_supply(filters)
    standings = need.standings if need else ()
    rows = [each.row for each in standings] or [
        AreaRow.of(area, filters) for area in coverage(at=filters.day, circles=False)
    ]
    given = grants(filters.year_shown, [row.area.pk for row in rows])
    here: dict[int | None, list[Grant]] = defaultdict(list)
    for grant in given:
        here[grant.area].append(grant)
    areas = tuple(_area(row, here[row.area.pk], filters) for row in rows)
    if need:
        areas = tuple(_with_need(area, standing) for area, standing in zip(areas, standings, strict=True))
    area = next((each for each in areas if each.area.slug == filters.chosen("neighbourhood")), None)
    return MoneyPage(
        filters=filters,
        version=_version(need),
        areas=areas,
        area=area,
        covenants=tuple(_by_covenant(here[area.area.pk])) if area else (),
        amounts=_by_function(given),
        elsewhere=sum((grant.amount for grant in here[None]), NOTHING),
    )


def _version(need: NeedAndSupply | None) -> WeighingVersion | None:
    return need.version if need else None


def _area(row: AreaRow, here: Iterable[Grant], filters: MoneyFilter) -> AreaMoney:
    asked = filters.part_of_address("year", "weighing", "population", neighbourhood=row.area.slug)
    return AreaMoney(row, _by_function(here), f"{reverse('covenant_money')}?{asked}")


def _with_need(area: AreaMoney, standing: Standing) -> AreaMoney:
    young = standing.supply.young.value if standing.supply.young else None
    return AreaMoney(area.row, area.amounts, area.where, standing.place.rank, young)


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
