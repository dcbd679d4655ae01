"""What both sides report on the periods of the demo: words, numbers, places on statements, and stories of change."""

import datetime
from collections.abc import Iterator, Sequence
from decimal import Decimal
from random import Random

from django.db import models

from covenants.enums import AddsUp, AgeSplit, BetterWhen, IndicatorKind, Side
from covenants.models import Indicator, Measurement, Reflection, Report, Story
from jos.demo.covenants import narratives, telling
from jos.demo.covenants.change_stories import STORIES, ChangeStory
from jos.demo.covenants.periods import Followed
from jos.demo.writing import made, made_with, moment, write
from neighbourhoods.models import Neighbourhood
from organisations.enums import Function

UNKNOWN = 0.05  # of the numbers
DIFFER = 0.35  # of the statements on which the city stands elsewhere
MOST_STORIES = 2  # of one covenant, so that many partners tell one
AGE_SHARES = {2: (60, 40), 3: (25, 35, 40)}  # percent


class Reports:
    """Writes the reports of the periods that are over."""

    def __init__(self, chance: Random, at: datetime.date) -> None:
        self.chance, self.at = chance, at
        self.indicators: dict[int, list[Indicator]] = {}
        self.reports: list[Report] = []
        self.rows: dict[type[models.Model], list] = {Measurement: [], Reflection: [], Story: []}
        self.stories: list[tuple[Story, ChangeStory]] = []

    def write(self, over: list[Followed]) -> None:
        for indicator in Indicator.objects.filter(dropped_on=None).order_by("position", "pk"):
            self.indicators.setdefault(indicator.covenant_id, []).append(indicator)
        for followed in over:
            for side in followed.sent:
                self._report(followed, side)
            if followed.stage is None and followed.told.number % 2 == 0:
                self._draft(followed)
        write(self.reports)
        for rows in self.rows.values():
            write(rows)

    def _report(self, followed: Followed, side: Side) -> None:
        told, day = followed.told, followed.reported_on(side, self.at)
        report = Report(period=followed.period, side=side, version=2, submitted_at=moment(day))
        report.submitted_by = told.people[side]
        report.how_it_went, report.hindered, report.needs = _words(followed, side)
        made(report, by=told.people[side], on=day)
        self.reports.append(report)
        for indicator in self.indicators.get(told.covenant.pk, ()):
            if not indicator.is_quantitative:
                self._place(report, followed, indicator)
            elif indicator.measured_by == side:
                self._measure(report, followed, indicator)
        if side == Side.PARTNER:
            self._tell(report, followed)

    def _draft(self, followed: Followed) -> None:
        """Begun by the partner, and not sent yet."""
        report = Report(period=followed.period, side=Side.PARTNER, how_it_went=_words(followed, Side.PARTNER)[0])
        made(report, by=followed.told.people[Side.PARTNER], on=self.at)
        self.reports.append(report)

    def _add(self, row: Measurement | Reflection | Story, report: Report) -> None:
        made_with(row, report)
        self.rows[type(row)].append(row)

    def _measure(self, report: Report, followed: Followed, indicator: Indicator) -> None:
        told = followed.told
        if self.chance.random() < UNKNOWN:
            note = telling.UNKNOWN_WHY[(told.number + followed.number) % len(telling.UNKNOWN_WHY)]
            self._add(Measurement(report=report, indicator=indicator, value=None, note=note), report)
            return
        value = self._value(followed, indicator)
        self._add(Measurement(report=report, indicator=indicator, value=value), report)
        if told.pattern.light:
            return
        for group, part in _by_age(indicator, value):
            self._add(Measurement(report=report, indicator=indicator, age_group=group, value=part), report)
        for area, part in self._by_area(indicator, value, told.neighbourhoods):
            self._add(Measurement(report=report, indicator=indicator, neighbourhood=area, value=part), report)

    def _value(self, followed: Followed, indicator: Indicator) -> Decimal:
        """So far on the way from where it stood to where it should get."""
        target = float(indicator.target or 0)
        start = float(target * 0.7 if indicator.baseline is None else indicator.baseline)
        reached = min(followed.told.pattern.pace * (0.25 + followed.part), 1.15) * self.chance.uniform(0.8, 1.2)
        value = start + (target - start) * reached
        if indicator.over_periods == AddsUp.SUM:
            value *= followed.share_of_year
        least = 1 if indicator.better_when == BetterWhen.LOWER else 0
        return Decimal(max(least, round(value)))

    def _by_area(
        self, indicator: Indicator, value: Decimal, areas: list[Neighbourhood]
    ) -> Iterator[tuple[Neighbourhood, Decimal]]:
        """Where it adds up, the parts make the whole; where the same people may come twice, they make more."""
        if not indicator.by_neighbourhood or len(areas) < 2:
            return
        left = value
        for number, area in enumerate(areas, start=1):
            even = value / len(areas)
            part = Decimal(round(even * Decimal(self.chance.uniform(0.6, 1.2))))
            if indicator.over_areas == AddsUp.SUM:
                part = left if number == len(areas) else min(part, left)
                left -= part
            elif indicator.over_areas == AddsUp.DISTINCT:
                part = min(value, Decimal(round(even * Decimal("1.15"))) + number)
            yield area, part

    def _place(self, report: Report, followed: Followed, indicator: Indicator) -> None:
        """The partner moves towards the aim; the city sees it the same way, or a statement further or back."""
        start, aim = indicator.baseline_place or 1, indicator.aim_place or 1
        place = start + round((aim - start) * min(1.0, followed.told.pattern.pace * followed.part))
        if report.side == Side.CITY and self.chance.random() < DIFFER:
            place += self.chance.choice((-1, -1, 1))
        place = max(1, min(len(indicator.statements), place))
        unsure = report.side == Side.CITY and self.chance.random() < UNKNOWN
        words = narratives.UNSURE if unsure else _narrative(indicator, Side(report.side), place)
        row = Reflection(report=report, indicator=indicator, place=None if unsure else place, narrative=words)
        self._add(row, report)

    def _tell(self, report: Report, followed: Followed) -> None:
        """A story that was not told yet, about a function of the covenant, in some of the reports."""
        covenant = followed.told.covenant
        if (followed.told.number + followed.number) % 3 == 1:
            return
        told = {story.title for _row, story in self.stories}
        if sum(row.report.period.covenant is covenant for row, _story in self.stories) == MOST_STORIES:
            return
        story = next((s for s in STORIES if s.function in covenant.functions and s.title not in told), None)
        if story is None:
            return
        scale = next(
            (i for i in self.indicators.get(covenant.pk, ())
             if i.function == story.function and i.kind == IndicatorKind.QUALITATIVE), None
        )  # fmt: skip
        row = Story(
            report=report, indicator=scale, function=story.function, title=story.title, text=story.text,
            neighbourhood=next(iter(followed.told.neighbourhoods), None), has_consent=True,
        )  # fmt: skip
        self.stories.append((row, story))
        self._add(row, report)


def _words(followed: Followed, side: Side) -> tuple[str, str, str]:
    """How it went, what stood in the way and what is needed. Light reports tell one thing (R11)."""
    told, number = followed.told, followed.told.number + followed.number
    if told.pattern.light and side == Side.PARTNER:
        return telling.LIGHT[number % len(telling.LIGHT)], "", _of(telling.NEEDS[side], number)
    pace = told.pattern.pace
    mood = "well" if pace >= 0.95 else "so-so" if pace > 0.65 else "hard"
    function = Function(_of(told.covenant.functions, number))
    sentences = f"{_of(telling.WENT[side][mood], number)}\n\n{_of(telling.OF_FUNCTION[function], number)}"
    return sentences, _of(telling.HINDERED[side], number * 2), _of(telling.NEEDS[side], number * 3)


def _of(said: Sequence[str], number: int) -> str:
    return said[number % len(said)]


def _narrative(indicator: Indicator, side: Side, place: int) -> str:
    of_city, of_partner = narratives.OF_CITY[Function(indicator.function)], narratives.OF_PARTNER[indicator.name]
    said = of_city if side == Side.CITY else of_partner
    return said[min(len(said) - 1, (place - 1) * len(said) // len(indicator.statements))]


def _by_age(indicator: Indicator, value: Decimal) -> Iterator[tuple[str, Decimal]]:
    groups, left = AgeSplit(indicator.age_split).groups, value
    if not groups or value < len(groups) or indicator.over_areas == AddsUp.MEAN:
        return
    for group, share in zip(groups, AGE_SHARES[len(groups)], strict=True):
        part = left if group == groups[-1] else Decimal(round(value * share / 100))
        left -= part
        yield group, part
