"""Signals outside every dossier: passed on, not taken up, or still waiting for somebody to read them."""

import datetime
from collections.abc import Callable
from functools import partial
from itertools import cycle, islice

from jos.demo.areas import Areas
from jos.demo.signals.bundled import moment_of_a_young_person, put_in
from jos.demo.signals.dossiers import Told
from jos.demo.signals.languages import OTHERS, Other
from jos.demo.signals.loose import DANGER, NOT_TAKEN_UP, QUESTIONS, REFERRED, Loose
from jos.demo.signals.patterns.talked_of import TALKED_OF
from jos.demo.signals.saying import Sayings
from jos.demo.signals.signals import Signals, parts
from jos.demo.signals.works_well import WORKS_WELL
from neighbourhoods.models import Neighbourhood
from organisations.enums import AgeBand
from organisations.models import Organisation
from signals.enums import SignalKind
from signals.models import Signal, Theme

MONTHS = 24
ANSWERED_WITHIN = 12  # days; who wrote later than that may still wait
LATE_WAITING = 6  # staff are late with these
PASSED_ON = "Dank je! Wat goed werkt, vertellen we graag verder. We gaven je woorden door aan {name}."
SHARES = {"works": 300, "referred": 70, "not taken up": 60, "danger": 12, "talked of": 90}


class Loosely:
    def __init__(
        self,
        signals: Signals,
        sayings: Sayings,
        areas: Areas,
        themes: dict[str, Theme],
        organisations: dict[str, Organisation],
    ) -> None:
        self.signals, self.sayings, self.areas = signals, sayings, areas
        self.themes, self.organisations = themes, organisations
        self.chance = signals.chance

    def say(self, amount: int, told: dict[str, Told]) -> None:
        for other in OTHERS[: amount // 8]:
            self._in_another_language(other, told)
        say: dict[str, Callable[[int], None]] = {
            "works": self._what_works,
            "referred": lambda number: self._passed_on(REFERRED, number),
            "not taken up": self._not_taken_up,
            "danger": self._in_danger,
            "talked of": self._talked_of,
        }
        numbers = parts(amount - min(len(OTHERS), amount // 8), [*SHARES.values()])
        for what, number in zip(say, numbers, strict=True):
            say[what](number)

    def _where(self) -> Neighbourhood:
        all_of_them = self.areas.neighbourhoods
        return all_of_them[int(len(all_of_them) * self.chance.random() ** 1.7)]

    def _when(self) -> datetime.datetime:
        """In the last two years: more and more."""
        days_ago = MONTHS * 30 * self.chance.random() ** 1.8
        day = (self.signals.at - datetime.timedelta(days=days_ago)).date()
        return self.signals.later(moment_of_a_young_person(day, self.chance), 0)

    def _receive(self, theme: str, kind: SignalKind, text: str | Callable[[str], str], **fields) -> Signal:
        """`text`: in Dutch, to be typed by somebody; or what makes one of the neighbourhood's name."""
        chance, where = self.chance, fields.pop("where", None) or self._where()
        if not callable(text):
            words = (
                text
                if "language" in fields
                else self.sayings.alone(text, where.name, praise=kind == SignalKind.WORKS_WELL)
            )
        else:
            words = text(where.name)
        return self.signals.receive(
            words,
            kind,
            fields.pop("received_at", None) or self._when(),
            theme=self.themes[theme] if chance.random() < 0.85 or "language" in fields else None,
            neighbourhood=where if chance.random() < 0.85 else None,
            age_band=chance.choice([*AgeBand, AgeBand.EARLY_TEENS, AgeBand.LATE_TEENS, "", ""]),
            **fields,
        )

    def _is_read(self, signal: Signal) -> bool:
        """What came in the last days still waits."""
        return (self.signals.at - signal.received_at).days >= self.chance.randint(1, ANSWERED_WITHIN)

    def _soon(self, signal: Signal) -> datetime.datetime:
        """A staff member answers within some days; now and then it takes longer than promised."""
        days = self.chance.choice((0.4, 1, 1, 2, 2, 3, 4, 5, 6, 8, 11, 16))
        return self.signals.later(signal.received_at, days)

    def _what_works(self, number: int) -> None:
        for loose in islice(cycle(WORKS_WELL), number):
            signal = self._receive(loose.theme, SignalKind.WORKS_WELL, loose.text)
            to = self.organisations.get(loose.to)
            if to and self._is_read(signal):
                self.signals.refer(signal, to, PASSED_ON.format(name=to.name), self._soon(signal))

    def _passed_on(self, loose: tuple[Loose, ...], number: int) -> None:
        for each in islice(cycle(loose), number):
            signal = self._receive(each.theme, SignalKind.CONCERN, each.text)
            to = self.organisations.get(each.to)
            if to and self._is_read(signal):
                self.signals.refer(signal, to, each.reply, self._soon(signal))

    def _in_danger(self, number: int) -> None:
        """They are read the same day. One came in a moment ago."""
        self._passed_on(DANGER[1:], number - 1)
        a_moment_ago = self.signals.at - datetime.timedelta(minutes=40)
        self._receive(DANGER[0].theme, SignalKind.CONCERN, DANGER[0].text, received_at=a_moment_ago)

    def _not_taken_up(self, number: int) -> None:
        for loose in islice(cycle(NOT_TAKEN_UP), number):
            kind = SignalKind.IDEA if self.chance.random() < 0.5 else SignalKind.CONCERN
            signal = self._receive(loose.theme, kind, loose.text)
            if self._is_read(signal):
                self.signals.not_take_up(signal, loose.reply, self._soon(signal))

    def _talked_of(self, number: int) -> None:
        """Of the last weeks: with a question back, or still to be read. Of some, longer ago than promised."""
        questions = cycle(QUESTIONS)
        for count, pattern in enumerate(islice(cycle(TALKED_OF), number)):
            kind = SignalKind.IDEA if self.chance.random() < 0.35 else SignalKind.CONCERN
            days_ago = self.chance.uniform(0.1, 9) if count >= LATE_WAITING else self.chance.uniform(16, 24)
            received_at = self.signals.at - datetime.timedelta(days=days_ago)
            text = partial(self.sayings.about, pattern, kind)
            signal = self._receive(pattern.theme, kind, text, received_at=received_at)
            question, answer = next(questions)
            if count % 4 == 1:
                self.signals.ask(signal, question, self.signals.later(received_at, 1))
                if count % 8 == 1:
                    self.signals.reply(signal, answer, self.signals.later(received_at, 2.5))

    def _in_another_language(self, other: Other, told: dict[str, Told]) -> None:
        about = told.get(other.about)
        if about is None:  # somebody who reads that language still has to come along
            recently = self.signals.at - datetime.timedelta(days=self.chance.uniform(0.1, ANSWERED_WITHIN))
            self._receive(other.theme, other.kind, other.text, language=other.language, received_at=recently)
            return
        before = about.moves[0].at - datetime.timedelta(days=self.chance.uniform(1, 60))
        where = self.chance.choice(about.neighbourhoods) if about.neighbourhoods else None
        signal = self._receive(
            other.theme, other.kind, other.text, language=other.language, received_at=before, where=where
        )
        put_in(self.signals, signal, about)
