"""Removing words from a signal for good: a piece goes, a mark comes in its place, and nothing else changes."""

import re
from dataclasses import dataclass

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from signals.models import Signal
from signals.watchful.personal import personal_details

MARK = "▇"  # one for each piece: its length says nothing about what stood there
_MARKS = re.compile(rf"{MARK}+|\[…\]|\[\.\.\.\]")
WORDS, PHOTO, BOTH = "words removed", "photo removed", "words and photo removed"  # why there is a row of history
SHORTEST = 3  # letters: a shorter piece is taken out where somebody marked it, and nowhere else


@dataclass(frozen=True)
class Passage:
    """A text that goes with a signal, under the name of its field in the form."""

    name: str
    label: str
    text: str


def passages(signal: Signal) -> list[Passage]:
    """Everything somebody wrote in it or about it to who sent it."""
    found = [Passage("text", _("What was said"), signal.text)]
    if hasattr(signal, "voice"):
        found.append(Passage("quote", _("In their own words"), signal.voice.quote))
    for message in signal.messages.all():
        found.append(Passage(f"message-{message.pk}", capfirst(message.get_author_display()), message.text))
    found.append(Passage("reply", _("What who sent it reads"), signal.reply))
    return [passage for passage in found if passage.text]


def plain(text: str) -> str:
    """With the line ends of a database, whatever a browser made of them."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def removed(before: str, after: str) -> list[str] | None:
    """The pieces that became a mark. None where something else changed: a word that was added, or is simply gone."""
    kept = _MARKS.split(plain(after))
    rest, last = plain(before), kept.pop()
    if not kept:
        return [] if rest == last else None
    if not rest.startswith(kept[0]):
        return None
    rest, pieces = rest[len(kept[0]) :], []
    for part in kept[1:]:
        piece, found, rest = rest.partition(part) if part else ("", "", rest)
        if part and not found:
            return None
        pieces.append(piece)
    if not rest.endswith(last):
        return None
    pieces.append(rest[: len(rest) - len(last)])
    return [piece for piece in pieces if piece.strip(f"{MARK} \n")]


def marked(signal: Signal) -> dict[str, str]:
    """Each passage with a mark where something looks personal: somebody still decides."""
    return {passage.name: _marked(passage.text) for passage in passages(signal)}


def _marked(text: str) -> str:
    for found in reversed(personal_details(text)):
        text = text[: found.start] + MARK + text[found.end :]
    return text


def with_marks(after: str) -> str:
    """As it is kept, with one kind of mark."""
    return _MARKS.sub(MARK, plain(after))


def without(text: str, pieces: list[str]) -> str:
    """A text in which none of these pieces stands any more, as whole words."""
    whole = {piece.strip() for piece in pieces}
    for piece in sorted((piece for piece in whole if len(piece) >= SHORTEST), key=len, reverse=True):
        text = re.sub(rf"(?<!\w){re.escape(piece)}(?!\w)", MARK, text, flags=re.IGNORECASE)
    return text


def reason(*, words: bool, photo: bool) -> str:
    """What its history says of it, and never which."""
    return BOTH if words and photo else PHOTO if photo else WORDS
