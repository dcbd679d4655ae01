from decimal import Decimal

from django import template

from covenants.document.words import number
from covenants.indicators.library import Group, by_function
from covenants.models import Covenant, Indicator

register = template.Library()


@register.filter
def looked_at(covenant: Covenant) -> list[Group[Indicator]]:
    """What both sides look at, by function; of a covenant that is read `whole`."""
    return by_function(covenant.indicators.all(), covenant.functions)


@register.filter
def exact(value: Decimal) -> str:
    """With the decimals it has and no others."""
    return number(value)
