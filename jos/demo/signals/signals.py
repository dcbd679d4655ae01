"""Signals in the making: a voice, what staff did with it, and who did so when."""

import datetime
from collections.abc import Sequence
from random import Random

from django.db.models import Model

from jos.accounts.models import User
from jos.demo.past import Past
from neighbourhoods.models import Neighbourhood
from organisations.models import Organisation
from signals.enums import Author, DidItChange, SignalKind, SignalState
from signals.models import Dossier, GroupVoice, Message, Photo, Signal, Theme
from signals.tracking import ALPHABET, REFERENCE_LENGTH, hash_code, new_code
from signals.watchful.danger import mentions_danger

BATCH = 500
JUST_NOW = datetime.timedelta(minutes=30)


class Signals:
    """Remembers what is to be written, and writes it at once."""

    def __init__(self, past: Past, chance: Random, at: datetime.datetime, staff: User) -> None:
        self.past, self.chance, self.at, self.staff = past, chance, at, staff
        self.signals: list[Signal] = []
        self.with_them: list[Model] = []  # voices, messages and photos
        self._references: set[str] = set()
        self._nobody_knows = hash_code(new_code())  # one for all: a hash for each would take seconds

    def receive(
        self,
        text: str,
        kind: SignalKind,
        received_at: datetime.datetime,
        *,
        theme: Theme | None,
        neighbourhood: Neighbourhood | None,
        voice: GroupVoice | None = None,
        **fields,
    ) -> Signal:
        signal = Signal(
            code_hash="" if voice else self._nobody_knows,
            mentions_danger=mentions_danger(text),
            reference=self._reference(),
            text=text,
            kind=kind,
            theme=theme,
            neighbourhood=neighbourhood,
            received_at=received_at,
            **fields,
        )
        self.signals.append(signal)
        if voice:
            voice.signal = signal
            self.with_them.append(voice)
        self.past.note(signal, by=voice.by if voice else None, at=received_at)
        return signal

    def _reference(self) -> str:
        """It begins with a letter: those of signals that are only copied do not."""
        while True:
            reference = self.chance.choice(ALPHABET[10:])
            reference += "".join(self.chance.choices(ALPHABET, k=REFERENCE_LENGTH - 1))
            if reference not in self._references:
                self._references.add(reference)
                return reference

    def later(self, moment: datetime.datetime, days: float) -> datetime.datetime:
        """So many days later, but never in the future."""
        return min(moment + datetime.timedelta(days=days), self.at - JUST_NOW)

    def bundle(self, signal: Signal, dossier: Dossier, at: datetime.datetime) -> None:
        signal.state, signal.dossier = SignalState.BUNDLED, dossier
        self._moved(signal, at)

    def refer(self, signal: Signal, to: Organisation, reply: str, at: datetime.datetime) -> None:
        signal.state, signal.referred_to, signal.reply = SignalState.REFERRED, to, reply
        self._moved(signal, at)

    def not_take_up(self, signal: Signal, reply: str, at: datetime.datetime) -> None:
        signal.state, signal.reply = SignalState.NOT_TAKEN_UP, reply
        self._moved(signal, at)

    def ask(self, signal: Signal, question: str, at: datetime.datetime) -> None:
        signal.state = SignalState.QUESTION_ASKED
        self._write_under(signal, Author.CITY, question, at, self.staff)
        self._moved(signal, at)

    def reply(self, signal: Signal, answer: str, at: datetime.datetime) -> None:
        signal.state = SignalState.RECEIVED
        self._write_under(signal, Author.SENDER, answer, at, None)
        self._noted(signal, None, at)

    def redact(self, signal: Signal, at: datetime.datetime, *, because: str) -> None:
        """The text was written without what is gone."""
        signal.is_redacted = True
        self._noted(signal, self.staff, at, because=because)

    def say_whether_it_changed(self, signal: Signal, answer: DidItChange, at: datetime.datetime) -> None:
        signal.did_it_change, signal.did_it_change_at = answer, at
        self._noted(signal, None, at)

    def _write_under(self, signal: Signal, author: Author, text: str, at: datetime.datetime, by: User | None) -> None:
        self.with_them.append(Message(signal=signal, author=author, text=text, at=at, by=by))

    def _moved(self, signal: Signal, at: datetime.datetime) -> None:
        signal.answered_at = signal.answered_at or at
        self._noted(signal, self.staff, at)

    def _noted(self, signal: Signal, by: User | None, at: datetime.datetime, *, because: str = "") -> None:
        signal.version += 1
        self.past.note(signal, by=by, at=at, because=because)

    def write(self) -> None:
        Signal.objects.bulk_create(self.signals, batch_size=BATCH)
        models: tuple[type[Model], ...] = (GroupVoice, Message, Photo)
        for model in models:
            model._base_manager.bulk_create([each for each in self.with_them if type(each) is model], batch_size=BATCH)


def parts(amount: int, shares: Sequence[float]) -> list[int]:
    """An amount divided as these shares say, whole, and nothing lost."""
    whole, ends, so_far = sum(shares), [], 0.0
    for share in shares:
        so_far += share
        ends.append(round(amount * so_far / whole))
    return [end - begin for begin, end in zip([0, *ends], ends, strict=False)]
