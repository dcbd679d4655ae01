"""Dossiers of the demo city: each went the way its life says, with who took which step and when."""

import datetime
from collections import defaultdict
from dataclasses import dataclass, field
from random import Random

from django.db.models import Model

from jos.accounts.models import User
from jos.demo.areas import Areas
from jos.demo.names import NEIGHBOURHOODS
from jos.demo.past import Past
from jos.demo.people import Colleagues
from jos.demo.signals.pattern import Deed, Pattern
from jos.demo.signals.steps import DAYS_BEFORE, DECIDED_AGO, LEADS_TO, State, Step, steps_of, why_of
from jos.demo.writing import moment
from jos.shared.models import unique_slug
from neighbourhoods.models import Neighbourhood
from organisations.models import Organisation
from signals.enums import Cause, DossierStep, Outcome
from signals.models import Dossier, DossierAction, DossierMove, Signal, Theme
from signals.terms import working_days_after

A_DAY = datetime.timedelta(days=1)
BY_THE_SERVICE = {Step.START, Step.FINISH, Step.ANSWER, Step.DECLINE}


@dataclass
class Told:
    """A dossier, the pattern it is about, and what its signals need to know."""

    pattern: Pattern
    dossier: Dossier
    neighbourhoods: list[Neighbourhood]
    days: dict[str, datetime.date]  # of each step
    moves: list[DossierMove]
    actions: list[DossierAction]
    into: "Told | None" = None  # it was merged into
    merged_at: datetime.datetime | None = None
    voices: int = 0  # how many signals it gets
    signals: list[Signal] = field(default_factory=list)

    @property
    def opened(self) -> datetime.date:
        return self.dossier.opened_on

    def state_at(self, at: datetime.datetime) -> str:
        return [move.target for move in self.moves if move.at <= at][-1]


class Dossiers:
    """Makes dossiers in memory, with their past; `write` writes them."""

    def __init__(self, areas: Areas, services: dict[str, Organisation], colleagues: Colleagues, past: Past, at, by):
        self.areas, self.services, self.colleagues, self.past = areas, services, colleagues, past
        self.at, self.staff = at, by
        self.themes = {theme.slug: theme for theme in Theme.objects.all()}
        self.slugs: set[str] = set()
        self.told: list[Told] = []

    def tell(self, pattern: Pattern, chance: Random, *, elsewhere: int = 0) -> Told:
        """`elsewhere`: the same pattern again, so many neighbourhoods further."""
        neighbourhoods = self._where(pattern, elsewhere)
        title = f"{pattern.title} ({elsewhere + 1})" if elsewhere else pattern.title
        life, theme = pattern.life, self.themes[pattern.theme]
        dossier = Dossier(
            title=title,
            slug=unique_slug(Dossier, title, self.slugs),
            pattern=pattern.pattern,
            theme=theme,
            functions=pattern.functions.split(),
            heard="",
            is_high_priority=False,
        )
        days = self._days(pattern, theme, chance)
        told = Told(pattern, dossier, neighbourhoods, days, [], [])
        if life.split_from and (whole := self._titled(life.split_from)):
            dossier.split_from = whole.dossier
        for step, day in days.items():
            self._take(told, DossierStep(step), day)
        if whole := self._titled(life.split_from):
            told.moves[0].other = whole.dossier
            self._also(whole, Step.SPLIT, told, days[Step.SPLIT])
        told.actions += [self._action(told, deed, number) for number, deed in enumerate(pattern.deeds)]
        if life.late is not None and life.late > 7:
            dossier.reminded_on = self.at - A_DAY * (life.late % 5 + 1)
        self.told.append(told)
        return told

    def merge(self) -> None:
        """Those that turned out to be about the same as another one."""
        for told in self.told:
            into = self._titled(told.pattern.life.merged_into)
            if into is None or into.dossier.title == told.dossier.title:
                continue
            day = max(told.opened, into.opened) + A_DAY * 12
            told.dossier.merged_into, told.into = into.dossier, into
            self._take(told, Step.MERGE, day)
            told.moves[-1].other, told.merged_at = into.dossier, told.moves[-1].at
            self._also(into, Step.MERGE, told, day)

    def _titled(self, title: str) -> "Told | None":
        return next((told for told in self.told if title and told.pattern.title == title), None)

    def _also(self, told: Told, step: DossierStep, other: Told, day: datetime.date) -> None:
        """The other side of a step: in the trail of the one that was merged with, or split."""
        state = told.state_at(moment(day))
        told.moves.append(
            DossierMove(
                dossier=told.dossier, step=step, source=state, target=state, by=self.staff, at=moment(day),
                other=other.dossier,
            )
        )  # fmt: skip

    def _where(self, pattern: Pattern, elsewhere: int) -> list[Neighbourhood]:
        all_of_them = self.areas.neighbourhoods
        numbers = [NEIGHBOURHOODS.index(name) + elsewhere * 7 for name in pattern.where.split(", ") if name]
        return [all_of_them[number] for number in dict.fromkeys(n % len(all_of_them) for n in numbers)]

    def _days(self, pattern: Pattern, theme: Theme, chance: Random) -> dict[str, datetime.date]:
        """On which day each step was taken, none of them in the future and in their order."""
        life, steps = pattern.life, steps_of(pattern)
        gaps = [round(DAYS_BEFORE[step] * chance.uniform(0.75, 1.3)) for step in steps]
        opened, until = self.at - A_DAY * round(life.months * 30.4), self.at - A_DAY * 2
        term = round(theme.term_days * 7 / 5)
        if life.state == State.REOPENED:
            until = self.at - A_DAY * (12 if life.late is None else life.late + term)
        elif life.in_round:
            opened, gaps[1] = self.at - A_DAY * (DECIDED_AGO + 40), 40
        elif life.late is not None:  # its term ran out so many days ago
            opened, gaps[1], gaps[2] = self.at - A_DAY * (life.late + term + 20), 14, 6
        room = (until - opened).days
        if sum(gaps) > room:
            first = gaps[1] if life.in_round or (life.late is not None and life.state != State.REOPENED) else 0
            gaps = [gap if gap == first else int(gap * (room - first) / (sum(gaps) - first)) for gap in gaps]
        elif life.state == State.REOPENED:
            gaps[-1] += room - sum(gaps)
        day = opened
        days: dict[str, datetime.date] = {}
        for step, gap in zip(steps, gaps, strict=True):
            day += A_DAY * gap
            days[step] = day
        return days

    def _take(self, told: Told, step: DossierStep, day: datetime.date) -> None:
        dossier, source = told.dossier, told.dossier.state if told.moves else ""
        by = self._who(told, step)
        dossier.state = LEADS_TO.get(step, dossier.state)
        dossier.why = why_of(told.pattern, step)
        dossier.version = len(told.moves) + 1
        self._change(told, step, day, by)
        at = moment(day) + datetime.timedelta(seconds=len(told.moves))
        told.moves.append(
            DossierMove(dossier=dossier, step=step, source=source, target=dossier.state, by=by, at=at, why=dossier.why)
        )
        self.past.note(dossier, by=by, at=at)

    def _who(self, told: Told, step: DossierStep) -> User | None:
        if step == Step.REOPEN:
            return None
        if step in BY_THE_SERVICE and told.pattern.service:
            return self.colleagues[self.services[told.pattern.service]][0]
        return self.staff

    def _change(self, told: Told, step: DossierStep, day: datetime.date, by) -> None:
        dossier, pattern, life = told.dossier, told.pattern, told.pattern.life
        match step:
            case Step.OPEN | Step.SPLIT:
                dossier.opened_on = day
                dossier.cause = pattern.cause if pattern.behind else Cause.UNKNOWN
                dossier.cause_explained, dossier.strengths = pattern.behind, pattern.strengths
            case Step.PRIORITISE:
                dossier.is_high_priority = life.high
                self._start_the_term(told, day)
            case Step.PARK:
                dossier.due_on = dossier.term_days = None
                dossier.review_on = day + A_DAY * 180 if day + A_DAY * 180 > self.at else self.at + A_DAY * 20
            case Step.ASSIGN:
                dossier.owner, dossier.heard = self.services[pattern.service], pattern.heard
                self._start_the_term(told, day)
            case Step.START:
                dossier.first_action_on = day
            case Step.FINISH:
                dossier.evidence, dossier.finished_by = pattern.evidence, by
            case Step.VERIFY:
                dossier.verified_by = by
            case Step.ANSWER | Step.DECLINE:
                dossier.outcome = Outcome.NOT_DONE if step == Step.DECLINE else life.outcome
                dossier.answer, dossier.answer_for_partners = pattern.answer, pattern.fuller
                dossier.heard, dossier.answered_on = pattern.heard, day
            case Step.PUBLISH:
                dossier.heard, dossier.published_on = pattern.heard, day
            case Step.CLOSE:
                dossier.closed_on = day
            case Step.REOPEN:
                dossier.reopened_on, dossier.closed_on, dossier.evidence = day, None, ""
                dossier.finished_by = dossier.verified_by = None
                self._start_the_term(told, day)

    def _start_the_term(self, told: Told, day: datetime.date) -> None:
        dossier, late = told.dossier, told.pattern.life.late
        dossier.term_days = dossier.theme.term_days
        dossier.due_on = working_days_after(day, dossier.term_days)
        if late is not None:
            dossier.due_on = self.at - A_DAY * late

    def _action(self, told: Told, deed: Deed, number: int) -> DossierAction:
        begun = told.days.get(Step.START) or told.days.get(Step.ASSIGN) or told.opened
        taken = None
        if deed.result:
            end = told.days.get(Step.FINISH) or self.at
            taken = min(begun + A_DAY * (5 + 9 * number), end)
        due = taken + A_DAY * 6 if taken else (told.dossier.due_on or self.at) + A_DAY * 4 * number
        organisations = {o.name: o for o in self.colleagues}
        owner = organisations.get(deed.by) or told.dossier.owner
        action = DossierAction(
            dossier=told.dossier, what=deed.what, owner=owner, due_on=due, taken_on=taken, result=deed.result
        )
        by = self.colleagues[told.dossier.owner][0] if told.dossier.owner else self.staff
        self.past.note(action, by=by, at=moment(begun) + datetime.timedelta(minutes=number + 1))
        return action

    def write(self) -> None:
        """What points at another dossier comes after all of them are there."""
        dossiers = [told.dossier for told in self.told]
        pointing = [(dossier, dossier.merged_into, dossier.split_from) for dossier in dossiers]
        for dossier in dossiers:
            dossier.merged_into = dossier.split_from = None
        Dossier.objects.bulk_create(dossiers, batch_size=500)
        for dossier, into, whole in pointing:
            dossier.merged_into, dossier.split_from = into, whole
        Dossier.objects.bulk_update([d for d, into, whole in pointing if into or whole], ["merged_into", "split_from"])
        through = Dossier.neighbourhoods.through
        self.areas_of = through.objects.bulk_create(
            through(dossier=told.dossier, neighbourhood=n) for told in self.told for n in told.neighbourhoods
        )
        DossierMove.objects.bulk_create([move for told in self.told for move in told.moves], batch_size=500)
        DossierAction.objects.bulk_create([action for told in self.told for action in told.actions], batch_size=500)

    def remember_where(self, versions: list[Model]) -> None:
        """Each version of a dossier was about the same neighbourhoods."""
        history = Dossier.history.model
        areas = defaultdict(list)
        for area in self.areas_of:
            areas[area.dossier_id].append(area)
        kept = history._meta.related_objects[0].related_model
        kept.objects.bulk_create(
            [
                kept(history=version, id=area.pk, dossier_id=version.id, neighbourhood_id=area.neighbourhood_id)
                for version in versions
                if isinstance(version, history)
                for area in areas[version.id]
            ],
            batch_size=500,
        )
