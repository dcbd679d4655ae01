"""The page that lays agreed hours beside what is on offer: by neighbourhood, and in one of them by partner."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from django.core.paginator import Page, Paginator
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from covenants.counting.hours import CrowdedOut, Promise, Promised, crowded_out, promised_hours, rounded
from jos.dashboards.covenants.forms import PromisedFilter
from organisations.coverage.sentences import join
from organisations.enums import Function
from organisations.models import Organisation

NAMED = 3
PER_PAGE = 30  # neighbourhoods, or partners in one


@dataclass(frozen=True)
class Cell:
    """One function: agreed, there, and how they differ, partner by partner. `there`: None where no hours are known."""

    function: Function
    agreed: Decimal
    there: Decimal | None
    some_unknown: bool
    not_there: Decimal
    not_promised: Decimal
    offers: str  # where the records of one partner are
    is_empty: bool


@dataclass(frozen=True)
class Row:
    """A neighbourhood, or a partner in one of them."""

    name: str
    where: str
    cells: tuple[Cell, ...]
    not_there: Decimal
    not_promised: Decimal
    priority: bool = False
    covenants: tuple = ()  # of a partner

    @property
    def words(self) -> str:
        """What the cells say, in short."""
        if self.not_there:
            return _("promised but not there")
        if any(cell.some_unknown for cell in self.cells):
            return _("hours not known")
        return _("there but not promised") if self.not_promised else _("as promised")


@dataclass(frozen=True)
class Group:
    """`number`: of its rows in all, of which these stand on one page."""

    title: str
    number: int
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class PromisedPage:
    """`area`: the neighbourhood that is looked at; empty: all of them, each a row."""

    filters: PromisedFilter
    area: str
    area_slug: str
    rows: tuple[Row, ...]  # what is not there first
    not_there: Decimal
    not_promised: Decimal
    crowded_out: tuple[CrowdedOut, ...]
    covenants: int  # in force on the day, with anybody

    @property
    def lacking(self) -> list[Row]:
        """Where what was promised is not there, most of it first."""
        return [row for row in self.rows if row.not_there]

    def page(self, number: str | None) -> Page:
        """As many as one looks through; what leaves as a file is whole."""
        return Paginator(self.rows, PER_PAGE).get_page(number)

    def groups(self, page: Page) -> Iterator[Group]:
        """What stands on this page: what is not there on top."""
        lacking = tuple(row for row in page if row.not_there)
        rest = tuple(row for row in page if not row.not_there)
        number = len(self.lacking)
        if lacking:
            yield Group(_("Promised but not there"), number, lacking)
        if rest:
            yield Group(_("All that was promised is there"), len(self.rows) - number, rest)

    @property
    def lacking_names(self) -> str:
        """As many as a sentence can bear."""
        names = [row.name for row in self.lacking]
        more = len(names) - NAMED
        return join([*names[:NAMED], *([_("%(number)d more") % {"number": more}] if more > 0 else [])])


def promised_page(filters: PromisedFilter) -> PromisedPage:
    found = promised_hours(filters.day, filters.band)
    area = next((each for each in found.areas if each.slug == filters.area), None)
    here = [promise for promise in found.promises if area is None or promise.area == area]
    rows = _by_partner(here, filters) if area else _by_area(found, filters)
    return PromisedPage(
        filters=filters,
        area=area.name if area else "",
        area_slug=area.slug if area else "",
        rows=tuple(sorted(rows, key=lambda row: (-row.not_there, row.name.casefold()))),
        not_there=sum((row.not_there for row in rows), Decimal(0)),
        not_promised=sum((row.not_promised for row in rows), Decimal(0)),
        crowded_out=tuple(crowded_out(here)),
        covenants=len(found.covenants),
    )


def _by_area(found: Promised, filters: PromisedFilter) -> list[Row]:
    """Where somebody promised or does something."""
    here: dict[int, list[Promise]] = defaultdict(list)
    for promise in found.promises:
        here[promise.area.pk].append(promise)
    return [
        _row(
            area.name,
            f"{reverse('promised_hours')}?{filters.part_of_address('ages', 'at', neighbourhood=area.slug)}",
            here[area.pk],
            filters,
            priority=area.priority,
        )
        for area in found.areas
        if area.pk in here
    ]


def _by_partner(promises: list[Promise], filters: PromisedFilter) -> list[Row]:
    of_partner: dict = defaultdict(list)
    for promise in promises:
        of_partner[promise.partner].append(promise)
    return [
        _row(str(partner), partner.get_absolute_url(), some, filters, covenants=_covenants(some))
        for partner, some in of_partner.items()
    ]


def _covenants(promises: list[Promise]) -> tuple:
    return tuple({each.pk: each for promise in promises for each in promise.covenants}.values())


def _row(name: str, where: str, promises: list[Promise], filters: PromisedFilter, **fields) -> Row:
    cells = cells_of(promises, filters)
    not_there = sum((cell.not_there for cell in cells), Decimal(0))
    return Row(name, where, cells, not_there, sum((cell.not_promised for cell in cells), Decimal(0)), **fields)


def cells_of(promises: list[Promise], filters: PromisedFilter | None = None) -> tuple[Cell, ...]:
    """The four functions, each of all these promises together. `filters`: to open the offers of one partner."""
    return tuple(_cell(function, promises, filters) for function in Function)


def _cell(function: Function, promises: list[Promise], filters: PromisedFilter | None) -> Cell:
    here = [promise for promise in promises if promise.function == function]
    offers = {pk for promise in here for pk in promise.offers}
    known = any(promise.there.some_known for promise in here)
    return Cell(
        function=function,
        agreed=_sum(promise.agreed for promise in here),
        there=_sum(promise.there.known for promise in here) if known or not offers else None,
        some_unknown=any(promise.there.some_unknown for promise in here),
        not_there=_sum(promise.not_there for promise in here),
        not_promised=_sum(promise.not_promised for promise in here),
        offers=_offers(here, filters) if offers and filters and filters.area else "",
        is_empty=not here,
    )


def _sum(hours: Iterable[Fraction]) -> Decimal:
    return rounded(sum(hours, Fraction()))


def _offers(promises: list[Promise], filters: PromisedFilter) -> str:
    """The offers behind the hours of one partner. Of several, the row leads to whose they are."""
    first = promises[0]
    of = "organisation" if isinstance(first.partner, Organisation) else "partnership"
    asked = {"neighbourhood": first.area.slug, "function": first.function.value, of: first.partner.slug}
    return f"{reverse('offers')}?{urlencode(asked)}&{filters.query}"
