"""What a file with figures probably holds, from the names of its columns and what stands in them."""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import PurePath

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from jos.shared.imports import FileRefused
from jos.shared.tables.cells import same, tidy
from jos.shared.tables.grids import Cell, Grid, Header, text_of
from neighbourhoods.figures import periods
from neighbourhoods.imports.statistics.areas import Areas, NotHere
from neighbourhoods.imports.statistics.choices import Choices, Column, Preset
from neighbourhoods.imports.statistics.values import is_figure

# Field names seen in the files of Flemish cities and provinces, likeliest first.
_AREAS = (
    "geoitem",
    "wijk",
    "wijknaam",
    "wijk_naam",
    "wijkcode",
    "area",
    "buurt",
    "naam",
    "name",
    "code",
    "nieuwnr",
    "wijknr",
)
_PERIODS = ("period", "periode", "jaar", "year", "schooljaar", "kwartaal", "datum")
_LEVELS = ("geolevel", "level", "niveau", "gebiedsniveau")

_NUMBERS_OF_ROWS = re.compile(r"(.*[ _-])?(nr|id|fid|code|nummer)|.*(wijknr|nieuwnr|objectid|niscode)", re.IGNORECASE)
_TO_REMOVE = re.compile(r"te verwijderen", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
LOOKED_AT = 300  # rows


def has_fields(choices: Choices) -> Callable[[Header], bool]:
    """Whether a sheet has what is asked for; where nothing is, any header with two columns will do."""
    swing = [_AREAS[0], _PERIODS[0]] if choices.preset == Preset.SWING and not choices.area_field else []
    asked = [choices.area_field, choices.period_field, choices.level_field, *(each.header for each in choices.columns)]
    wanted = {same(name) for name in (*asked, *swing) if name}

    def has(header: Header) -> bool:
        return wanted <= {same(name) for name in header} and len(header) > 1

    return has


def has_figures(choices: Choices) -> Callable[[Grid], bool]:
    """Whether a sheet has more than the fields: one that nobody filled in has not."""

    def has(grid: Grid) -> bool:
        fields = replace(
            choices,
            area_field=choices.area_field or _named(grid, _AREAS),
            period_field=choices.period_field or _named(grid, _PERIODS),
            level_field=choices.level_field or _named(grid, _LEVELS),
        )
        return bool(figures_in(grid, fields))

    return has


def completed(choices: Choices, grid: Grid, name: str) -> Choices:
    """What was chosen, with what a preset leaves to the file."""
    if choices.preset == Preset.PLAIN:
        return replace(choices, area_field=choices.area_field or grid.area)
    fields = _fields(choices, grid, name)
    if fields.columns:
        return fields
    is_said = bool(fields.period_field or fields.period)
    columns = [
        Column(header, header, period="" if is_said else _year_in(header)) for header in figures_in(grid, fields)
    ]
    if not columns:
        raise FileRefused(_no_figures(grid))
    return replace(fields, columns=tuple(columns))


def proposed(grid: Grid, name: str) -> Choices:
    """What to show staff who uploaded this file."""
    fields = _fields(Choices(is_chosen=False), grid, name)
    headers = figures_in(grid, fields)
    if fields.period_field:  # a year in a name is part of a code then: v2010_tot
        columns = [Column(header, header) for header in headers]
    else:
        columns = [Column(header, plain_words(header), period=_year_in(header)) for header in headers]
    return replace(
        fields, columns=tuple(columns), sheet=grid.sheet, data_set=plain_words(PurePath(name).stem, keep_year=True)
    )


def _fields(choices: Choices, grid: Grid, name: str) -> Choices:
    area = choices.area_field or _area_field(grid)
    level = choices.level_field or _named(grid, _LEVELS)
    period_field = choices.period_field or ("" if choices.period else _named(grid, _PERIODS))
    period = choices.period or ("" if period_field else _year_in(PurePath(name).stem))
    return replace(choices, area_field=area, level_field=level, period_field=period_field, period=period)


def _named(grid: Grid, wanted: Iterable[str]) -> str:
    names = {same(header): header for header in reversed(grid.header)}
    return next((names[each] for each in wanted if each in names), "")


def _area_field(grid: Grid) -> str:
    """The column that most often says a neighbourhood of ours; where none does, the one that is called so."""
    areas = Areas.of_today()
    best, most = "", 0
    order = {name: at for at, name in enumerate(_AREAS)}
    for header in sorted(filter(None, grid.header), key=lambda header: order.get(same(header), len(order))):
        at = grid.header.index(header)
        hits = sum(_is_area(text_of(cell), areas) for _line, cell in list(grid.column(at))[:LOOKED_AT])
        if hits > most:
            best, most = header, hits
    return _named(grid, _AREAS[:1]) or best or _named(grid, _AREAS)


def _is_area(text: str, areas: Areas) -> bool:
    try:
        return bool(text) and areas.find(text, "") is not None
    except (NotHere, ValueError):
        return False


def figures_in(grid: Grid, fields: Choices) -> list[str]:
    """The columns with figures. One to leave out, one that numbers the rows, or one without any number is none."""
    used = {fields.area_field, fields.period_field, fields.level_field, ""}
    found = []
    for at, header in enumerate(grid.header):
        is_other = header in used or _TO_REMOVE.search(header) or _NUMBERS_OF_ROWS.fullmatch(header)
        cells = [cell for _line, cell in grid.column(at)]
        if not is_other and all(map(is_figure, cells)) and any(_has_digits(cell) for cell in cells):
            found.append(header)
    return found


def _has_digits(cell: Cell) -> bool:
    """Also -99997, which stands for a number; a column of crosses is no column of figures."""
    return any(sign.isdigit() for sign in text_of(cell))


def _no_figures(grid: Grid) -> str:
    if len(grid.sheets) > 1:
        return _("There are no figures in the sheet “%(sheet)s”. Choose another: %(sheets)s.") % {
            "sheet": grid.sheet,
            "sheets": ", ".join(grid.sheets),
        }
    return _("There is no column with figures in this file.")


def _year_in(text: str) -> str:
    """The year a name is about, if it names one."""
    found = set(_YEAR.findall(text))
    return periods.parse(found.pop()) if len(found) == 1 else ""


def plain_words(header: str, *, keep_year: bool = False) -> str:
    """The name of a column as a name of a statistic: bevolking_2024 becomes Bevolking."""
    text = header if keep_year or len(_YEAR.findall(header)) != 1 else _YEAR.sub(" ", header)
    return capfirst(tidy(text.replace("_", " "))) or header
