"""Takes the values out of a table: for each column, area and period what each row says, and all that is wrong."""

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jos.shared.imports import FileRefused, Problem
from jos.shared.tables.cells import same, tidy
from jos.shared.tables.grids import Cell, Grid, text_of
from jos.shared.tables.reading import at_column, at_line
from neighbourhoods.figures import periods
from neighbourhoods.imports.matching import plain_name
from neighbourhoods.imports.statistics.areas import Areas, NotOfThisCity, RestCode, is_city_level
from neighbourhoods.imports.statistics.choices import Choices, Column
from neighbourhoods.imports.statistics.values import Ambiguous, Value, read_value, signs_shown

EXAMPLES = 5

Key = tuple[Hashable, str]  # area and period


@dataclass(frozen=True)
class Said:
    """What one row says of an area."""

    line: int
    level: str
    value: Value


@dataclass
class Reading:
    """What the file says, column by column; the rows of one area apart by what the source calls them."""

    said: list[dict[Key, dict[str, Said]]]  # as the columns are chosen; then by code or name
    problems: list[Problem] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)

    def refuse(self, where: str, why: str) -> None:
        self.problems.append(Problem(where, why))

    def note(self, why: str) -> None:
        self.notes.append(Problem("", why))


@dataclass(frozen=True)
class _Row:
    line: int
    area: Hashable
    called: str
    level: str
    period: str  # empty where only columns say it
    cells: Sequence[Cell]


def read_rows(grid: Grid, choices: Choices, areas: Areas) -> Reading:
    """All values of the chosen columns. FileRefused where the fields are not in the file."""
    places = _places(grid, choices)
    reading = Reading([{} for _column in choices.columns])
    reading.notes += [Problem("", note) for note in grid.notes]
    rows = _rows(grid, choices, areas, places, reading)
    decimal = choices.decimal or _sign(choices, places, rows, reading)
    for said, column in zip(reading.said, choices.columns, strict=True):
        _read_column(said, column, places[column.header], rows, decimal, reading)
    _refuse_levels_together(reading)
    return reading


def _places(grid: Grid, choices: Choices) -> dict[str, int]:
    """Where each field stands."""
    if not choices.area_field:
        raise FileRefused(_("Choose the field that says which neighbourhood a row is about."))
    if not choices.columns:
        raise FileRefused(_("Choose at least one column, and name the figure it holds."))
    asked = [choices.area_field, choices.period_field, choices.level_field, *(each.header for each in choices.columns)]
    places = {name: grid.place(name) for name in asked if name}
    if missing := [name for name, at in places.items() if at is None]:
        raise FileRefused(
            _("Field “%(missing)s” is not in this file. Its fields are: %(fields)s.")
            % {"missing": ", ".join(missing), "fields": ", ".join(filter(None, grid.header))[:1000]}
        )
    return {name: at for name, at in places.items() if at is not None}


def _rows(grid: Grid, choices: Choices, areas: Areas, places: dict[str, int], reading: Reading) -> list[_Row]:
    """The rows that are about an area of ours. The others are counted, and said."""
    skipped = _Skipped()
    texts = [_texts(cells, choices, places) for _line, cells in grid.rows]
    areas.know_city(code for code, level, _period in texts if is_city_level(level))
    rows = []
    for (line, cells), (code, level, period) in zip(grid.rows, texts, strict=True):
        if choices.level and choices.level_field and same(level) != same(choices.level):
            skipped.levels[level or "–"] += 1
            continue
        if not code:
            skipped.nameless += 1
            continue
        try:
            area = areas.find(code, level)
            rows.append(_Row(line, area, _called(code, area, areas), same(level), _period(period), cells))
        except RestCode:
            skipped.rest[code] += 1
        except NotOfThisCity:
            skipped.elsewhere[code] += 1
        except ValueError as error:
            reading.refuse(at_line(line), str(error))
    skipped.say(reading)
    if not rows and not reading.problems:
        _refuse_nothing(skipped, choices, reading)
        if not areas.city_codes and any(is_city_level(level) for _code, level, _period in texts):
            reading.refuse("", _("Is one of them the city itself? Then set CITY_CODE to its code."))
    return rows


def _texts(cells: Sequence[Cell], choices: Choices, places: dict[str, int]) -> tuple[str, str, str]:
    def text(field_name: str) -> str:
        at = places.get(field_name, len(cells)) if field_name else len(cells)
        return tidy(text_of(cells[at])) if at < len(cells) else ""

    level = text(choices.level_field) if choices.level_field else choices.level
    return text(choices.area_field), level, text(choices.period_field) or choices.period


def _called(text: str, area: Hashable, areas: Areas) -> str:
    """What the source calls it; spellings of one name are one."""
    return plain_name(text) if area in areas.by_name.get(plain_name(text), ()) else text


def _period(text: str) -> str:
    return periods.parse(text) if text else ""


@dataclass
class _Skipped:
    """Rows that are left out, and why."""

    levels: Counter[str] = field(default_factory=Counter)
    rest: Counter[str] = field(default_factory=Counter)
    elsewhere: Counter[str] = field(default_factory=Counter)
    nameless: int = 0

    def say(self, reading: Reading) -> None:
        for number, sentence, examples in (
            (sum(self.levels.values()), _of_another_level, self.levels),
            (sum(self.rest.values()), _of_the_rest, self.rest),
            (sum(self.elsewhere.values()), _of_elsewhere, self.elsewhere),
            (self.nameless, _of_no_area, Counter()),
        ):
            if number:
                reading.note(sentence(number) % {"number": number, "examples": _examples(examples)})


def _of_another_level(number: int) -> str:
    return ngettext(
        "%(number)d row left out, of another level: %(examples)s.",
        "%(number)d rows left out, of another level: %(examples)s.",
        number,
    )


def _of_the_rest(number: int) -> str:
    return ngettext(
        "%(number)d row left out, of what the source could not put anywhere: %(examples)s.",
        "%(number)d rows left out, of what the source could not put anywhere: %(examples)s.",
        number,
    )


def _of_elsewhere(number: int) -> str:
    return ngettext(
        "%(number)d row left out, that is about no neighbourhood of this city: %(examples)s.",
        "%(number)d rows left out, that are about no neighbourhood of this city: %(examples)s.",
        number,
    )


def _of_no_area(number: int) -> str:
    return ngettext(
        "%(number)d row left out: it names no area.", "%(number)d rows left out: they name no area.", number
    )


def _examples(counted: Counter[str]) -> str:
    names = [name[:60] for name in list(counted)[:EXAMPLES]]
    return ", ".join(names + ["…"] * (len(counted) > EXAMPLES))


def _refuse_nothing(skipped: _Skipped, choices: Choices, reading: Reading) -> None:
    seen = skipped.elsewhere or skipped.rest or skipped.levels
    words = {"field": choices.area_field, "examples": _examples(seen)}
    reading.refuse(
        "",
        _(
            "No row is about a neighbourhood of this city. The field “%(field)s” says for example: %(examples)s. "
            "Choose another field or level, or import the borders with these codes or names first."
        )
        % words,
    )


def _read_column(
    said: dict[Key, dict[str, Said]],
    column: Column,
    at: int,
    rows: list[_Row],
    decimal: str,
    reading: Reading,
) -> None:
    own = _own_period(column, reading)
    ambiguous: list[tuple[int, str]] = []
    for row in rows:
        period = own or row.period
        if not period:
            reading.refuse(
                at_column(row.line, column.header),
                _("It is not said which period this is about. Choose the field with the period, or give one period."),
            )
            return
        try:
            value = read_value(row.cells[at] if at < len(row.cells) else "", decimal)
        except Ambiguous as error:
            ambiguous.append((row.line, str(error)))
            continue
        except ValueError as error:
            reading.refuse(at_column(row.line, column.header), str(error))
            continue
        _keep(said.setdefault((row.area, period), {}), row, value, column, reading)
    if ambiguous:
        reading.refuse(at_column(ambiguous[0][0], column.header), ambiguous[0][1])


def _own_period(column: Column, reading: Reading) -> str:
    try:
        return _period(tidy(column.period))
    except ValueError as error:
        reading.refuse(column.header, str(error))
        return ""


def _sign(choices: Choices, places: dict[str, int], rows: list[_Row], reading: Reading) -> str:
    """The sign before decimals that the cells of the file show. None or one; two contradict each other."""
    shown: dict[str, str] = {}
    for header in (column.header for column in choices.columns):
        at = places[header]
        for sign, line in signs_shown((row.line, row.cells[at]) for row in rows if at < len(row.cells)).items():
            shown.setdefault(sign, at_column(line, header))
    if len(shown) > 1:
        lines = "; ".join(f"“{sign}” {where}" for sign, where in shown.items())
        why = _("Both a comma and a point seem to stand before decimals: %(lines)s. Say which one does.")
        reading.refuse("", why % {"lines": lines})
    return next(iter(shown), "")


def _keep(known: dict[str, Said], row: _Row, value: Value, column: Column, reading: Reading) -> None:
    key = f"{row.level} {row.called}"
    before = known.setdefault(key, Said(row.line, row.level, value))
    if before.value != value:
        why = _("This area and period have another value at %(other)s. Which one is right?")
        reading.refuse(at_column(row.line, column.header), why % {"other": at_line(before.line)})


def _refuse_levels_together(reading: Reading) -> None:
    """Values of two levels for one area would count its people twice."""
    for rows in (rows for said in reading.said for rows in said.values()):
        levels = sorted({each.level or "–" for each in rows.values()})
        if len(levels) > 1:
            why = _("Several levels are about the same area: %(levels)s. Choose one level.")
            reading.refuse("", why % {"levels": ", ".join(levels)})
            return
