"""All that is kept about one signal, for who sent it."""

import base64
import datetime
from dataclasses import dataclass
from itertools import groupby

from django.utils import timezone

from organisations.enums import AgeBand
from signals.enums import Author, DidItChange, SignalKind, SignalState
from signals.following.words import CHANGED, STATE, WHO
from signals.models import Photo, Signal
from signals.sending.steps import KINDS
from signals.tracking import in_groups


@dataclass(frozen=True)
class Said:
    who: str
    on: datetime.date
    words: str


@dataclass(frozen=True)
class Kept:
    """Every column of the signal, and every row that hangs on it."""

    signal: Signal
    reference: str
    kind: str
    age: str
    photo: str  # JPEG, in the letters a web page can hold
    said: list[Said]
    became: list[tuple[datetime.date, str]]  # on which day it came to stand how
    looks: list[tuple[datetime.date, int]]  # how many people read it on which day
    changed: str


def kept(signal: Signal) -> Kept:
    return Kept(
        signal=signal,
        reference=in_groups(signal.reference),
        kind=str(dict(KINDS)[SignalKind(signal.kind)]),
        age=AgeBand(signal.age_band).short if signal.age_band else "",
        photo=_photo(signal),
        said=[Said(str(WHO[Author(one.author)]), _day(one.at), one.text) for one in signal.messages.all()],
        became=_became(signal),
        looks=_looks(signal),
        changed=str(CHANGED[DidItChange(signal.did_it_change)]) if signal.did_it_change else "",
    )


def _photo(signal: Signal) -> str:
    photo = Photo.objects.filter(signal=signal).first()
    return base64.b64encode(photo.content).decode() if photo else ""


def _became(signal: Signal) -> list[tuple[datetime.date, str]]:
    rows = signal.history.order_by("history_date", "history_id").values_list("history_date", "state")
    stood = [(next(group)[0], state) for state, group in groupby(rows, key=lambda row: row[1])]
    return [(_day(at), str(STATE[SignalState(state)])) for at, state in stood]


def _looks(signal: Signal) -> list[tuple[datetime.date, int]]:
    days = sorted(look.on for look in signal.looks.all())
    return [(day, len(list(looks))) for day, looks in groupby(days)]


def _day(moment: datetime.datetime) -> datetime.date:
    return timezone.localdate(moment)
