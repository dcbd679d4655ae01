"""What else was done with signals: words taken out, photos, who looked; and those a visitor can follow."""

import datetime
from itertools import cycle
from random import Random

from jos.accounts.models import User
from jos.demo.signals.drawings import DRAWINGS, SIZE, drawn
from jos.demo.signals.followed import FOLLOWED
from jos.demo.signals.signals import Signals
from signals.enums import RemovalReason, SignalSource, SignalState
from signals.models import Look, Photo, Removal, Signal
from signals.tracking import hash_code
from signals.triage.redaction import MARK, WORDS

PHOTO_THEMES = ("places", "safety", "transport")
PHOTOS_WITHIN = datetime.timedelta(days=150)
ABOUT = {
    "lamp": ("lamp", "licht", "donker"), "tunnel": ("tunnel",), "hoop": ("ring", "basket", "veld"),
    "bench": ("bank", "zitten"), "bin": ("vuil", "afval", "poep", "glas"), "crossing": ("camion", "fietspad", "step"),
}  # fmt: skip
TAKEN_OUT = (
    f" Ik woon in de {MARK} naast de bakker.",
    f" Vraag maar aan {MARK}, die was erbij.",
    f" Bel mij op {MARK}.",
    f" Het is de schuld van {MARK}.",
    f" Mijn snap is {MARK}.",
    f" De mama van {MARK} weet het ook.",
)


def take_words_out(signals: Signals, staff: User) -> list[Removal]:
    """At the end of some, as staff would: a mark stands where the words were."""
    removals = []
    candidates = [s for s in signals.signals if s.state == SignalState.BUNDLED and s.language == "nl"][::97]
    for signal, words in zip(candidates, cycle(TAKEN_OUT), strict=False):
        signal.text += words
        at = signals.later(signal.received_at, 0.6)
        signals.redact(signal, at, because=WORDS)
        removals.append(Removal(reason=RemovalReason.REDACTED, amount=1, at=at, by=staff))
    return removals


def add_photos(signals: Signals) -> None:
    """Where the words are about what can be seen, and not longer ago than photos are kept."""
    shown: set[str] = set()
    width, height = SIZE
    for name in DRAWINGS:
        content = drawn(name)
        fitting = [s for s in signals.signals if s.reference not in shown and _can_show(s, name, signals.at)]
        for signal in signals.chance.sample(fitting, min(3, len(fitting))):
            signals.with_them.append(Photo(signal=signal, content=content, width=width, height=height))
            shown.add(signal.reference)


def _can_show(signal: Signal, name: str, at: datetime.datetime) -> bool:
    if signal.theme is None or signal.theme.slug not in PHOTO_THEMES or at - signal.received_at > PHOTOS_WITHIN:
        return False
    return signal.source == SignalSource.YOUNG_PERSON and any(word in signal.text.lower() for word in ABOUT[name])


def looks(signals: Signals, staff: User, chance: Random) -> list[Look]:
    """Staff read a signal on the day they answered it."""
    read = [signal for signal in signals.signals if signal.state != SignalState.RECEIVED]
    return [
        Look(signal=signal, by=staff, on=signals.later(signal.received_at, chance.uniform(0, 4)).date())
        for signal in read
    ]


def let_some_be_followed(signals: Signals) -> None:
    """With a reference and a code that the demo prints, so that a visitor reads what a young person reads."""
    for followed in FOLLOWED:
        fitting = [
            signal
            for signal in signals.signals
            if signal.source == SignalSource.YOUNG_PERSON
            and signal.language == "nl"
            and not signal.did_it_change
            and not signal.mentions_danger
            and signal.state == followed.state
            and (not followed.about or (signal.dossier and signal.dossier.title == followed.about))
        ]
        if fitting:
            signal = max(fitting, key=lambda signal: signal.received_at)
            signal.reference, signal.code_hash = followed.reference, hash_code(followed.code)
