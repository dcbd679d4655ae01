"""Each neighbourhood with its need and what is on offer there, and where the line between much and little lies."""

from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median

from django.utils.translation import gettext as _

from jos.dashboards.coverage.rows import Row
from jos.dashboards.need.enums import Quadrant, SupplyKind
from jos.dashboards.need.forms import NeedFilter
from jos.dashboards.need.supply import Supply, supply_of
from neighbourhoods.enums import Method
from neighbourhoods.figures import UNKNOWN, Figures
from neighbourhoods.models import Neighbourhood, Statistic, WeighingVersion
from neighbourhoods.weighing import Place, Ranking, column, rank
from organisations.coverage import coverage
from organisations.coverage.sentences import join
from organisations.enums import Function

ALL_FUNCTIONS = len(Function)
NAMED = 4


@dataclass(frozen=True)
class Standing:
    """One neighbourhood. `quadrant`: none where need or supply is not known, and `why_not` says which."""

    row: Row
    place: Place
    supply: Supply
    quadrant: Quadrant | None
    why_not: str = ""


@dataclass(frozen=True)
class Group:
    quadrant: Quadrant
    standings: tuple[Standing, ...]


@dataclass(frozen=True)
class NeedAndSupply:
    """`little`: less than this is little on offer. `period`: of the young people that were counted."""

    version: WeighingVersion
    kind: SupplyKind
    population: Statistic | None
    period: str | None
    standings: tuple[Standing, ...]  # highest need first
    little: float
    ranking: Ranking

    @property
    def first(self) -> tuple[Standing, ...]:
        return self._in(Quadrant.FIRST)

    @property
    def first_names(self) -> str:
        """As many as a sentence can bear."""
        names = [standing.row.area.name for standing in self.first]
        more = len(names) - NAMED
        return join([*names[:NAMED], *([_("%(number)d more") % {"number": more}] if more > 0 else [])])

    @property
    def groups(self) -> list[Group]:
        groups = [Group(quadrant, self._in(quadrant)) for quadrant in Quadrant]
        return [group for group in groups if group.standings]

    @property
    def known(self) -> tuple[Standing, ...]:
        return tuple(standing for standing in self.standings if standing.quadrant)

    @property
    def unknown(self) -> tuple[Standing, ...]:
        return tuple(standing for standing in self.standings if not standing.quadrant)

    def _in(self, quadrant: Quadrant) -> tuple[Standing, ...]:
        return tuple(standing for standing in self.standings if standing.quadrant == quadrant)


def need_and_supply(filters: NeedFilter) -> NeedAndSupply | None:
    """None where there is no weighing to look with. Always the same queries, whatever is weighed."""
    version = filters.version
    if version is None:
        return None
    rows = [Row.of(area, filters) for area in coverage(at=filters.day, ages=filters.band, circles=False)]
    population = filters.young_people if filters.counts_hours else None
    ranking, figures = _weigh(version, filters, rows, population)
    period = figures.latest(population, filters.until) if population else None
    young = figures.row(population, period) if population and period else {}
    supplies = {row.area.pk: supply_of(row.area, filters.kind, young.get(row.area.pk, UNKNOWN)) for row in rows}
    little = _little(supplies.values(), filters.kind)
    by_area = {row.area.pk: row for row in rows}
    return NeedAndSupply(
        version=version,
        kind=filters.kind,
        population=population,
        period=period,
        standings=tuple(
            _standing(by_area[place.neighbourhood.pk], place, supplies[place.neighbourhood.pk], version, little)
            for place in ranking.places
        ),
        little=little,
        ranking=ranking,
    )


def _weigh(
    version: WeighingVersion, filters: NeedFilter, rows: list[Row], population: Statistic | None
) -> tuple[Ranking, Figures]:
    """As `neighbourhoods.weighing.weigh`, with the young people read in the same go."""
    items = sorted(version.items.select_related("statistic"), key=lambda item: item.statistic.slug)
    wanted = {item.statistic for item in items} | ({population} if population else set())
    figures = Figures(wanted, at=filters.day, history=False)
    figures.read_latest(filters.until)
    columns = [column(figures, item.statistic, item.weight, filters.until) for item in items]
    here = [Neighbourhood(pk=row.area.pk, name=row.area.name, slug=row.area.slug) for row in rows]
    return rank(here, columns, Method(version.method)), figures


def _little(supplies: Iterable[Supply], kind: SupplyKind) -> float:
    """The middle one of the city; of functions, all four: that is what is asked where need is high (R4)."""
    if kind == SupplyKind.FUNCTIONS:
        return ALL_FUNCTIONS
    return median([supply.value for supply in supplies if supply.value is not None] or [0])


def _standing(row: Row, place: Place, supply: Supply, version: WeighingVersion, little: float) -> Standing:
    if place.rank is None:
        return Standing(row, place, supply, None, _("none of the weighed figures is known"))
    if supply.value is None:
        return Standing(row, place, supply, None, supply.why_not)
    is_little = supply.value < little or supply.value == 0
    return Standing(row, place, supply, Quadrant.of(high_need=place.rank <= version.top, little=is_little))
