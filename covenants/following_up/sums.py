"""Whether the parts of a number make the whole, where both were given and the indicator adds up."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from django.utils.translation import gettext as _

from covenants.enums import AddsUp, AgeSplit
from covenants.following_up.asked import Asked, Cell, Measured
from covenants.following_up.numbers import in_words
from covenants.indicators.adding_up import WHOLE
from covenants.models import Indicator

Values = Mapping[Cell, Measured]


def does_not_add_up(indicator: Indicator, said: Values, asked: Asked) -> str:
    """What is wrong with the whole, and what to do. A part nobody gave is unknown: then there is nothing to compare."""
    whole = _value(said, Cell(indicator.pk))
    if whole is None or indicator.over_areas != AddsUp.SUM:
        return ""
    for parts in (_by_age(indicator, said, None), _by_area(indicator, said, asked)):
        if parts is not None and parts != whole:
            words = {"whole": in_words(whole), "parts": in_words(parts)}
            return _("The parts add up to %(parts)s, the whole says %(whole)s. Correct one of them.") % words
    return ""


def _by_area(indicator: Indicator, said: Values, asked: Asked) -> Decimal | None:
    if not indicator.by_neighbourhood or not asked.areas:
        return None
    return _sum(_of_area(indicator, said, area.pk) for area in asked.areas)


def _of_area(indicator: Indicator, said: Values, area: int) -> Decimal | None:
    own = _value(said, Cell(indicator.pk, WHOLE, area))
    return _by_age(indicator, said, area) if own is None else own


def _by_age(indicator: Indicator, said: Values, area: int | None) -> Decimal | None:
    groups = AgeSplit(indicator.age_split).groups
    return _sum(_value(said, Cell(indicator.pk, group, area)) for group in groups) if groups else None


def _value(said: Values, cell: Cell) -> Decimal | None:
    measured = said.get(cell)
    return measured.value if measured else None


def _sum(values: Iterable[Decimal | None]) -> Decimal | None:
    """None as soon as one is not known."""
    known = list(values)
    return sum((each for each in known if each is not None), Decimal(0)) if None not in known else None
