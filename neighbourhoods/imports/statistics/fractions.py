"""Percentages that a file keeps as fractions: 0.125 where 12.5 % is meant. Staff say which; nobody guesses."""

from django.utils.translation import gettext as _

from neighbourhoods.enums import Missing
from neighbourhoods.imports.statistics.choices import Column, Scale
from neighbourhoods.imports.statistics.reading import Key, Reading
from neighbourhoods.imports.statistics.values import Value
from neighbourhoods.models import Statistic

PERCENT = "%"


def in_percent(
    values: dict[Key, Value], column: Column, statistic: Statistic, *, is_percentage: bool, reading: Reading
) -> dict[Key, Value]:
    """The values as percentages. `is_percentage`: the spreadsheet shows this column with a % sign."""
    if column.scale == Scale.FRACTIONS:
        return {key: value if isinstance(value, Missing) else round(value * 100, 10) for key, value in values.items()}
    if not column.scale and (is_percentage or (PERCENT in statistic.unit and look_like_fractions(values.values()))):
        why = _(
            "These look like percentages stored as fractions (0.125 for 12.5 %%). "
            "Choose “times 100” (--fractions), or “as they are” (--as-written)."
        )
        reading.refuse(column.header, why % {})
    return values


def look_like_fractions(values) -> bool:
    """All between 0 and 1, and not only whole numbers."""
    numbers = [value for value in values if not isinstance(value, Missing)]
    return bool(numbers) and all(0 <= number <= 1 for number in numbers) and any(number % 1 for number in numbers)
