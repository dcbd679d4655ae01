"""A number as people write it in a report: 12, 12.5 or 12,5; a question mark or “onbekend” where nobody knows."""

import re
from decimal import Decimal

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from jos.shared.tables.cells import UNKNOWN, same

_THOUSANDS = re.compile(r"(?<=\d)\s(?=\d{3}(?!\d))")
_NUMBER = re.compile(r"-?\d{1,10}([.,]\d{1,2})?", re.ASCII)
_TOO_EXACT = re.compile(r"-?\d[\d.,]*", re.ASCII)
_NOT_KNOWN = {UNKNOWN, "onbekend", "niet bekend", "niet gekend", "unknown", "not known"}

Said = Decimal | str | None  # a number, `UNKNOWN`, or nothing


def number(text: str) -> Said:
    """What the text says; None where it says nothing."""
    text = _THOUSANDS.sub("", text.strip())
    if same(text) in _NOT_KNOWN:
        return UNKNOWN
    if not text:
        return None
    if not _NUMBER.fullmatch(text) and _TOO_EXACT.fullmatch(text):
        raise ValueError(
            _("“%(text)s” has too many digits. Write ten at most, two behind the comma, and a thousand as 1000.")
            % {"text": text[:40]}
        )
    if not _NUMBER.fullmatch(text):
        raise ValueError(
            _("“%(text)s” is not a number. Write 12 or 12,5, ? where it is not known, or nothing.")
            % {"text": text[:40]}
        )
    return Decimal(text.replace(",", ".")) + 0  # no minus before a zero


def in_words(said: Said) -> str:
    """As somebody would write it, in the language of who reads it."""
    if isinstance(said, Decimal):
        return number_format(said.normalize() + 0)
    return said or ""
