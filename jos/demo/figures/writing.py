"""Writes the data sets, the statistics and their values, each on the day its source released it."""

import datetime

from jos.demo.areas import Areas
from jos.demo.figures.definitions import DERIVED, PUBLISHED, Definition
from jos.demo.figures.lives import lives
from jos.demo.figures.sources import SOURCES
from jos.demo.figures.values import Value, city_income, city_low_income, values_of
from jos.demo.writing import made, write
from jos.shared.time import months_later
from neighbourhoods.enums import Missing
from neighbourhoods.models import DataSet, Neighbourhood, Statistic, StatisticValue

Statistics = dict[str, Statistic]  # by slug


def write_figures(areas: Areas, *, at: datetime.date, by) -> Statistics:
    statistics = _write_statistics(_write_data_sets(at, by), at, by)
    write(_values(areas, statistics, at, by))
    return statistics


def _write_data_sets(at: datetime.date, by) -> dict[str, DataSet]:
    data_sets = []
    for source in SOURCES:
        released = months_later(at, -source.months_ago)
        data_set = DataSet(
            slug=source.slug,
            name=source.name,
            source=source.source,
            released_on=released,
            licence=source.licence,
            areas=source.areas,
            quality=source.quality,
        )
        made(data_set, by=by, on=released)
        data_sets.append(data_set)
    write(data_sets)
    return {data_set.slug: data_set for data_set in data_sets}


def _write_statistics(data_sets: dict[str, DataSet], at, by) -> Statistics:
    """One by one: what others need comes first."""
    statistics: Statistics = {}
    for definition in (*PUBLISHED, *DERIVED):
        statistic = _statistic(definition, statistics, data_sets)
        made(statistic, by=by, on=months_later(at, -30))
        write([statistic])
        statistics[statistic.slug] = statistic
    return statistics


def _statistic(definition: Definition, known: Statistics, data_sets: dict[str, DataSet]) -> Statistic:
    needed = {name: getattr(definition, name) for name in ("weighted_by", "part", "whole")}
    needs = {name: known[slug] for name, slug in needed.items() if slug}
    same = ("slug", "name", "unit", "category", "direction", "explanation", "is_public", "counts_people", "adds_up")
    fields = {name: getattr(definition, name) for name in (*same, "derivation", "per", "years")}
    return Statistic(data_set=data_sets[definition.source.slug], **needs, **fields)


def _values(areas: Areas, statistics: Statistics, at: datetime.date, by) -> list[StatisticValue]:
    values, people = [], lives(areas)
    for definition in PUBLISHED:
        statistic, released = statistics[definition.slug], months_later(at, -definition.source.months_ago)
        rows: list[tuple[Neighbourhood | None, str, Value, bool]] = [
            (neighbourhood, *value)
            for neighbourhood, life in zip(areas.neighbourhoods, people, strict=True)
            for value in values_of(definition.slug, life, at=at)
        ]
        if definition.slug == "doorsnee-inkomen":
            rows += [(None, *value) for value in city_income(people, at=at)]
        if definition.slug == "jongeren-laag-inkomen":
            rows += [(None, *value) for value in city_low_income(row[1:] for row in rows)]
        for row in rows:
            value = _value(statistic, *row)
            made(value, by=by, on=released)
            values.append(value)
    return values


def _value(
    statistic: Statistic, neighbourhood: Neighbourhood | None, period: str, value: Value, is_converted: bool
) -> StatisticValue:
    missing = value if isinstance(value, Missing) else ""
    return StatisticValue(
        statistic=statistic,
        neighbourhood=neighbourhood,
        period=period,
        value=None if isinstance(value, Missing) else value,
        missing=missing,
        is_converted=is_converted,
    )
