"""What staff make of a file with figures: which column holds what, and what to do with it."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any, Self

from django.db import models
from django.utils.translation import gettext_lazy as _


class Preset(models.TextChoices):
    """Ways of publishing that we know: the fields need not be named."""

    PLAIN = "plain", _("any table")
    SWING = "swing", _("the provincial statistics platform (Swing)")
    OPENDATASOFT = "opendatasoft", _("a city's open data (Opendatasoft)")


class Scale(models.TextChoices):
    """Whether percentages stand there as 12.5 or as 0.125."""

    AS_WRITTEN = "as_written", _("as they are")
    FRACTIONS = "fractions", _("times 100")


class SpreadBy(models.TextChoices):
    """How values of older borders are divided over today's neighbourhoods."""

    AREA = "area", _("by ground")
    POPULATION = "population", _("by inhabitants")


@dataclass(frozen=True)
class Column:
    """One column of the file with the statistic it holds the values of."""

    header: str
    statistic: str  # its name or slug; a name nobody has yet makes a new one
    period: str = ""  # of this column, whatever the row or the file says
    adds_up: bool = False  # a new statistic: numbers that may be added up
    scale: str = ""  # a Scale; empty: ask where there is doubt


@dataclass(frozen=True)
class Choices:
    preset: str = Preset.PLAIN.value
    area_field: str = ""
    period_field: str = ""
    period: str = ""  # where no field says it
    level_field: str = ""
    level: str = ""  # only rows of this level
    decimal: str = ""  # empty: as the file shows
    sheet: str = ""
    data_set: str = ""  # of the statistics that are new
    columns: tuple[Column, ...] = field(default_factory=tuple)
    old_name_field: str = ""  # of a file with the borders the values are about
    old_code_field: str = ""
    spread_by: str = SpreadBy.AREA.value
    population: str = ""  # the statistic with the inhabitants of today's neighbourhoods
    is_chosen: bool = True  # False: only proposed, nobody looked at it yet

    @classmethod
    def of(cls, options: Mapping[str, Any]) -> Self:
        """From what was kept; what is not a choice is left out."""
        known = {name: options[name] for name in cls.__dataclass_fields__ if name in options}
        columns: Sequence[Any] = known.pop("columns", ())
        return cls(**known, columns=tuple(each if isinstance(each, Column) else Column(**each) for each in columns))

    def kept(self) -> dict[str, Any]:
        """As JSON keeps it."""
        return asdict(self) | {"columns": [asdict(column) for column in self.columns]}
