"""What the text of a cell means. Each function takes the text of one cell and raises ValueError with a clear reason."""

import contextlib
import datetime
import re
from collections.abc import Callable
from decimal import Decimal

from django.conf import settings
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import override

# Characters that neither XML nor a reader can do anything with: control characters, lone surrogates, non-characters.
NOT_TEXT = re.compile(r"[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010fffd]")

# A spreadsheet takes a cell that starts so for a formula. In CSV an apostrophe before it says that it is text;
# a cell that already has such apostrophes gets one more, so that reading gives back exactly what was written.
_FORMULA = re.compile(r"'*[=+\-@\t\r\n]")
_GUARDED = re.compile(r"''*[=+\-@\t\r\n]")

_DATES = (
    re.compile(r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})"),
    re.compile(r"(?P<d>\d{1,2})[/.-](?P<m>\d{1,2})[/.-](?P<y>\d{4})"),
)
_MIDNIGHT = re.compile(r"[ T]0?0:00(:00(\.0+)?)?$")  # behind the date in what databases export
_HOURS = re.compile(r"\d{1,3}([.,]\d{1,2})?", re.ASCII)
HOURS_IN_A_WEEK = 168
UNKNOWN = "?"


def guard(text: str) -> str:
    """`text` as a CSV cell that no spreadsheet takes for a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def unguard(text: str) -> str:
    """The text that `guard` was given."""
    return text[1:] if _GUARDED.match(text) else text


def tidy(text: str) -> str:
    """One line of text: without control characters, without spaces too many."""
    return " ".join(NOT_TEXT.sub("", text).split())


def tidy_lines(text: str) -> str:
    """Text of several lines, each tidy."""
    return "\n".join(tidy(line) for line in text.splitlines()).strip()


def same(text: str) -> str:
    """Two names with the same result are the same name: capitals and spaces do not count."""
    return tidy(text).casefold()


def required(parse: Callable[[str], object]) -> Callable[[str], object]:
    """The same parser, for a cell that must not be empty."""

    def parse_required(text: str):
        if not text.strip():
            raise ValueError(_("Fill this in."))
        return parse(text)

    return parse_required


def text_of(field: models.Field, tidied: Callable[[str], str] = tidy) -> Callable[[str], str]:
    """Text that fits in a column of the database."""

    def parse(text: str) -> str:
        text = tidied(text)
        if field.max_length and len(text) > field.max_length:
            raise ValueError(
                _("This has %(length)d characters; %(most)d is the most.")
                % {"length": len(text), "most": field.max_length}
            )
        return text

    return parse


def choice_of(choices: type[models.TextChoices]) -> Callable[[str], str]:
    """A code, or the name on screen in any language of this portal. Empty where the cell is."""
    meanings = {}
    for language, _name in settings.LANGUAGES:
        with override(language):
            meanings |= {same(str(choice.label)): choice.value for choice in choices}
    meanings |= {same(choice.value): choice.value for choice in choices} | {"": ""}

    def parse(text: str) -> str:
        try:
            return meanings[same(text)]
        except KeyError:
            known = ", ".join(choices.values)
            raise ValueError(_("“%(text)s” is not one of: %(known)s.") % {"text": text, "known": known}) from None

    return parse


def date(text: str) -> datetime.date | None:
    """2026-03-01, or day first: 1/3/2026."""
    text = text.strip()
    if not text:
        return None
    for pattern in _DATES:
        if found := pattern.fullmatch(_MIDNIGHT.sub("", text)):
            with contextlib.suppress(ValueError):
                day = datetime.date(int(found["y"]), int(found["m"]), int(found["d"]))
                if 1900 <= day.year <= 2200:
                    return day
    raise ValueError(_("“%(text)s” is not a date. Write 2026-03-01 or 1/3/2026.") % {"text": text})


def hours(text: str) -> Decimal | str | None:
    """Hours a week: 4, 4.5 or 4,5. `?` says that there are hours but nobody knows how many. None where empty."""
    text = text.strip()
    if text in ("", UNKNOWN):
        return text or None
    if not _HOURS.fullmatch(text) or (number := Decimal(text.replace(",", "."))) > HOURS_IN_A_WEEK:
        raise ValueError(
            _("“%(text)s” is not a number of hours a week. Write 4 or 4.5, ? where unknown, or nothing.")
            % {"text": text}
        )
    return number.normalize() + 0  # 4.50 and 4,5 are the same


def yes_or_no(text: str) -> bool:
    """Empty is no."""
    said = same(text)
    if said in ("yes", "ja", "j", "y", "x", "1", "true", "waar"):
        return True
    if said in ("", "no", "nee", "neen", "n", "0", "false", "onwaar"):
        return False
    raise ValueError(_("“%(text)s” is not yes or no.") % {"text": text})


def age(text: str) -> int | None:
    text = text.strip()
    if not text:
        return None
    if not re.fullmatch(r"\d{1,2}", text, re.ASCII):
        raise ValueError(_("“%(text)s” is not an age. Write a whole number up to 99.") % {"text": text})
    return int(text)
