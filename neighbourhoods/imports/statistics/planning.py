"""What importing a file with figures would do, value by value."""

from collections.abc import Hashable
from typing import Any

from django.utils.translation import gettext as _

from jos.shared.imports import ChangeKind, FileRefused, Problem
from jos.shared.models import unique_slug
from jos.shared.tables.cells import same, tidy
from neighbourhoods.enums import Missing
from neighbourhoods.imports.statistics.areas import CITY, Areas
from neighbourhoods.imports.statistics.choices import Choices, SpreadBy
from neighbourhoods.imports.statistics.combining import together
from neighbourhoods.imports.statistics.converting import OldBorders, read_old_borders
from neighbourhoods.imports.statistics.describing import described
from neighbourhoods.imports.statistics.fractions import in_percent
from neighbourhoods.imports.statistics.grids import read_figures
from neighbourhoods.imports.statistics.plans import Place, StatisticsPlan, ValueStep
from neighbourhoods.imports.statistics.proposals import completed, has_fields, has_figures, proposed
from neighbourhoods.imports.statistics.reading import Key, Reading, Said, read_rows
from neighbourhoods.imports.statistics.targets import Targets
from neighbourhoods.imports.statistics.values import Value
from neighbourhoods.models import DataSet, Neighbourhood, Statistic, StatisticValue

EXAMPLES = 5


def plan_statistics(content: bytes, name: str, options: dict[str, Any]) -> StatisticsPlan:
    """What importing this file would do. FileRefused where the file as a whole makes no sense."""
    choices = Choices.of(options)
    grid = read_figures(content, name, sheet=choices.sheet, has=has_fields(choices), holds=has_figures(choices))
    choices = completed(choices, grid, name)
    areas, old = _areas(choices, options.get("beside"))
    reading = read_rows(grid, choices, areas)
    plan = StatisticsPlan(problems=reading.problems, notes=reading.notes)
    if grid.sheet and len(grid.sheets) > 1:
        reading.note(_("Read from the sheet “%(sheet)s”.") % {"sheet": grid.sheet})
    targets = Targets()
    plan.data_set = _data_set(choices.data_set, reading)
    for at, column in enumerate(choices.columns):
        if statistic := targets.of(column, reading):
            values = _combined(reading.said[at], statistic, areas, reading)
            values = in_percent(values, column, statistic, grid, reading)
            _add_steps(plan, statistic, values, old, reading)
    if not plan.is_refused:
        _compare(plan)
        plan.changes = described(plan.steps, _names(), new_statistics=plan.new_statistics)
    if old:
        reading.notes[:0] = [Problem("", note) for note in old.notes()]
    return plan


def proposed_of(content: bytes, name: str, sheet: str = "") -> dict[str, Any]:
    """What to show staff who uploaded this file. FileRefused where it holds no table."""
    return proposed(read_figures(content, name, sheet=sheet, holds=has_figures(Choices())), name).kept()


def _areas(choices: Choices, borders: bytes | None) -> tuple[Areas, OldBorders | None]:
    """What rows are about: today's neighbourhoods, or the areas of older borders."""
    if not borders:
        return Areas.of_today(), None
    old, areas = read_old_borders(borders, name_field=choices.old_name_field, code_field=choices.old_code_field)
    if choices.spread_by == SpreadBy.POPULATION:
        old.inhabitants = _inhabitants(choices.population)
    return areas, old


def _inhabitants(text: str) -> dict[int, float | None]:
    """The last known number of inhabitants of each neighbourhood."""
    statistic = Targets().known(text)
    if statistic is None or statistic.is_derived:
        raise FileRefused(_("Say which figure holds the inhabitants of today's neighbourhoods (--population)."))
    rows = statistic.values.exclude(value=None).exclude(neighbourhood=None).order_by("period")
    return dict(rows.values_list("neighbourhood", "value"))


def _data_set(text: str, reading: Reading) -> DataSet | None:
    """The data set with this name, or a new one."""
    name = tidy(text)
    if not name:
        return None
    if len(name) > (most := DataSet._meta.get_field("name").max_length or 0):
        reading.refuse("", _("Give the data set a name of at most %(most)d characters.") % {"most": most})
        return None
    known = {same(each.name): each for each in DataSet.objects.all()}
    return known.get(same(name)) or DataSet(name=name, slug=unique_slug(DataSet, name))


def _combined(
    said: dict[Key, dict[str, Said]], statistic: Statistic, areas: Areas, reading: Reading
) -> dict[Key, Value]:
    """One value for each area and period, also where the source has several codes for one area."""
    values: dict[Key, Value] = {}
    several: set[str] = set()
    unknown: set[str] = set()
    for key, rows in said.items():
        combined = together([each.value for each in rows.values()], statistic.adds_up)
        values[key] = combined.value
        if len(rows) > 1:
            (unknown if combined.cannot_be else several).add(areas.names.get(key[0], _("the city as a whole")))
    for names, why in (
        (several, _("%(statistic)s: several codes were added up for %(areas)s.")),
        (
            unknown,
            _(
                "%(statistic)s: there are several codes for %(areas)s, and these values do not add up. "
                "Their value is left unknown."
            ),
        ),
    ):
        if names:
            listed = ", ".join(sorted(names)[:EXAMPLES]) + (" …" if len(names) > EXAMPLES else "")
            reading.note(why % {"statistic": statistic.name, "areas": listed})
    return values


def _add_steps(
    plan: StatisticsPlan, statistic: Statistic, values: dict[Key, Value], old: OldBorders | None, reading: Reading
) -> None:
    """A step for each value, not yet compared with what is there."""
    if statistic.pk is None and statistic not in plan.new_statistics:
        statistic.data_set = plan.data_set
        plan.new_statistics.append(statistic)
    by_period: dict[str, dict[Hashable, Value]] = {}
    for (area, period), value in values.items():
        by_period.setdefault(period, {})[area] = value
    taken = {step.place for step in plan.steps if step.statistic is statistic}
    for period, row in by_period.items():
        for area, value in (old.converted(row, statistic.adds_up) if old else row).items():
            place: Place = (area, period)  # type: ignore[assignment]
            if place in taken:
                why = _(
                    "Two columns hold values of “%(name)s” in %(period)s. Leave one out, or give it another period."
                )
                reading.refuse("", why % {"name": statistic, "period": period})
                return
            plan.steps.append(_step(statistic, place, value, is_converted=old is not None and area is not CITY))


def _step(statistic: Statistic, place: Place, value: Value, *, is_converted: bool) -> ValueStep:
    known: dict[str, Any] = {"missing": value} if isinstance(value, Missing) else {"value": value}
    record = StatisticValue(
        statistic=statistic, neighbourhood_id=place[0], period=place[1], is_converted=is_converted, **known
    )
    return ValueStep(ChangeKind.NEW, statistic, place, record)


def _compare(plan: StatisticsPlan) -> None:
    """Which steps change nothing, which correct a value, and which values of these periods are not in the file."""
    statistics = {step.statistic.pk: step.statistic for step in plan.steps if step.statistic.pk}
    there = StatisticValue.objects.filter(
        statistic__in=statistics, period__in={step.place[1] for step in plan.steps}
    ).order_by("pk")
    known = {(each.statistic_id, each.neighbourhood_id, each.period): each for each in there}
    periods_of = {(step.statistic.pk, step.place[1]) for step in plan.steps}
    for step in plan.steps:
        if record := known.pop((step.statistic.pk, *step.place), None):
            step.becomes(record)
    for (statistic, area, period), record in known.items():
        if (statistic, period) in periods_of:
            place = area, period
            plan.steps.append(ValueStep(ChangeKind.MISSING, statistics[statistic], place, record))


def _names() -> dict[int | None, str]:
    return {CITY: _("the city as a whole"), **dict(Neighbourhood.objects.values_list("pk", "name"))}
