"""The parts of a covenant of the demo, in memory: articles, hours, euros, promises and indicators."""

import datetime
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import cycle, islice
from random import Random

from covenants.enums import Side
from covenants.models import AgreedHours, Article, Blueprint, BudgetLine, Commitment, Indicator
from covenants.models.indicators import Measure
from jos.demo.covenants import articles, promises
from jos.demo.covenants.measures import NUMBERS, SCALES, Range
from jos.demo.covenants.told import Told
from jos.demo.covenants.works import Hours
from jos.shared.time import months_later
from neighbourhoods.models import Neighbourhood
from organisations.enums import AgeBand, Function
from organisations.models import Organisation

WHOLE = 0  # instead of the key of a neighbourhood
WEEKS, EUROS_AN_HOUR = 44, 41
BESIDE = (1, 1, Fraction(5, 4), 1, Fraction(3, 4))  # what is promised, beside what is there
MEASURES = [field.name for field in Measure._meta.local_fields]


class Texts:
    """Writes the parts of one covenant after the other."""

    def __init__(self, chance: Random, services: dict[str, Organisation]) -> None:
        self.chance, self.services = chance, services
        self.blueprints = {blueprint.name: blueprint for blueprint in Blueprint.objects.all()}

    def write(self, told: Told, works: dict[int, Hours]) -> None:
        functions = functions_of(told)
        text = told.text
        text.articles = list(_articles(told, functions))
        text.hours = self._hours(told, functions, works)
        text.budget = budget_of(told, text.hours)
        told.covenant.total_budget = sum((line.amount for line in text.budget), Decimal(0))
        text.commitments = self._commitments(told, functions)
        text.indicators = self._indicators(told, functions)

    def _hours(self, told: Told, functions: list[Function], works: dict[int, Hours]) -> list[AgreedHours]:
        """About what is there; now and then more, less, or something that is not there at all."""
        if not told.neighbourhoods:
            works = {WHOLE: {f: sum((each[f] for each in works.values()), Fraction()) for f in Function}}
        rows: list[AgreedHours] = []
        areas: list[Neighbourhood | None] = [*told.neighbourhoods] or [None]
        for number, area in enumerate(areas):
            there = works.get(area.pk if area else WHOLE, {})
            for function in functions:
                wanted = there.get(function, Fraction()) * self.chance.choice(BESIDE)
                if not wanted and (number + len(function)) % len(areas) == 0:
                    wanted = Fraction(self.chance.choice((2, 3, 4)))
                if hours := Decimal(round(wanted * 2)) / 2:
                    rows += _by_age(told, AgreedHours(function=function, neighbourhood=area, hours_per_week=hours))
        for row in rows:
            row.covenant = told.covenant
        return rows

    def _commitments(self, told: Told, functions: list[Function]) -> list[Commitment]:
        each = 1 if told.pattern.light or len(functions) > 3 else 2
        rows = []
        for side in (Side.PARTNER, Side.CITY):
            said = [p for f in functions for p in _turn(promises.OF[f, side], told.number, each)]
            said += _turn(promises.TOGETHER[side], told.number, 1)
            for number, promise in enumerate(said, start=1):
                due = _last_of_month(told, Fraction(number, len(said) + 1) + Fraction(told.number % 4, 40))
                owner = self.services.get(promise.owner)
                rows.append(
                    Commitment(covenant=told.covenant, side=side, what=promise.what, owner=owner, due_on=due)
                )  # fmt: skip
        return rows

    def _indicators(self, told: Told, functions: list[Function]) -> list[Indicator]:
        rows = []
        for number, function in enumerate(functions):
            each = 2 if number == 0 and not told.pattern.light else told.pattern.measures
            for name in _turn(tuple(NUMBERS[function]), told.number + number, each):
                rows.append(self._number(told, self.blueprints[name], NUMBERS[function][name]))
            if told.pattern.lacks != function:
                for name in _turn(SCALES[function], told.number * 2 + number, each):
                    rows.append(self._scale(told, self.blueprints[name]))
        for position, indicator in enumerate(rows, start=1):
            indicator.position = position * 10
        return rows

    def _number(self, told: Told, blueprint: Blueprint, numbers: Range) -> Indicator:
        times = told.pattern.size if numbers.grows else 1.0
        baseline, target = (Decimal(max(1, round(each * times))) for each in (numbers.baseline, numbers.target))
        row = _applied(blueprint, told)
        row.baseline = None if self.chance.random() < 0.12 else baseline
        row.target, row.need = target, None
        if target > baseline and self.chance.random() < 0.4:
            row.need = Decimal(round(target * Decimal("1.4")))
        return row

    def _scale(self, told: Told, blueprint: Blueprint) -> Indicator:
        row = _applied(blueprint, told)
        row.baseline_place = self.chance.choice((1, 2, 2))
        row.aim_place = min(len(row.statements), row.baseline_place + 2)
        return row


def functions_of(told: Told) -> list[Function]:
    return [Function(name) for name in told.covenant.functions]


def _applied(blueprint: Blueprint, told: Told) -> Indicator:
    measure = {name: getattr(blueprint, name) for name in MEASURES}
    return Indicator(covenant=told.covenant, blueprint=blueprint, **measure)


def _articles(told: Told, functions: list[Function]) -> Iterator[Article]:
    names = {"partner": str(told.covenant.partner), "aim": told.pattern.aim}
    said = [(articles.FIRST, articles.FIRST_TEXT)]
    said += [each for f in functions for each in _turn(articles.OF_FUNCTION[f], told.number, 1)]
    said.append(articles.LIGHT if told.pattern.light else articles.LAST[told.number % len(articles.LAST)])
    for place, (heading, text) in enumerate(said, start=1):
        yield Article(covenant=told.covenant, position=place * 10, heading=heading, text=text.format(**names))


def _by_age(told: Told, row: AgreedHours) -> list[AgreedHours]:
    """Some divide their free-time hours between younger and older teenagers."""
    if row.function != Function.FREE_TIME or told.number % 3 or row.hours_per_week < 4:
        return [row]
    half = Decimal(round(row.hours_per_week)) / 2
    parts = {AgeBand.EARLY_TEENS: half, AgeBand.LATE_TEENS: row.hours_per_week - half}
    return [
        AgreedHours(function=row.function, neighbourhood=row.neighbourhood, age_band=band, hours_per_week=hours)
        for band, hours in parts.items()
    ]


def budget_of(told: Told, hours: list[AgreedHours]) -> list[BudgetLine]:
    """As much a year as the hours ask; of a year in which it does not hold all along, a part."""
    covenant, rows = told.covenant, []
    for year in range(covenant.valid_from.year, covenant.valid_until.year + 1):
        months = _months_in(year, covenant.valid_from, covenant.valid_until)
        for function in functions_of(told):
            per_week = sum((row.hours_per_week for row in hours if row.function == function), Decimal(0))
            amount = round(per_week * WEEKS * EUROS_AN_HOUR * months / 12, -1) + Decimal(told.number % 4) / 2
            if amount:
                rows.append(BudgetLine(covenant=covenant, year=year, function=function, amount=amount))
    return rows


def _months_in(year: int, start: datetime.date, until: datetime.date) -> int:
    first = start.month if start.year == year else 1
    last = until.month if until.year == year else 12
    return last - first + 1


def _last_of_month(told: Told, part: Fraction) -> datetime.date:
    """So far in the period of the covenant."""
    covenant = told.covenant
    day = covenant.valid_from + (covenant.valid_until - covenant.valid_from) * float(part)
    return min(months_later(day.replace(day=1), 1) - datetime.timedelta(days=1), covenant.valid_until)


def _turn(said: tuple, number: int, many: int) -> list:
    """So many of them, another one first for each covenant."""
    return list(islice(cycle(said), number % len(said), number % len(said) + min(many, len(said))))
