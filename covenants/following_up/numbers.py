"""A number as people write it in a report: 12, 12.5 or 12,5; a question mark where nobody knows."""

import re
from decimal import Decimal

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from jos.shared.tables.cells import UNKNOWN

_THOUSANDS = re.compile(r"(?<=\d)\s(?=\d{3}(?!\d))")
_NUMBER = re.compile(r"-?\d{1,10}([.,]\d{1,2})?", re.ASCII)

Said = Decimal | str | None  # a number, `UNKNOWN`, or nothing


def number(text: str) -> Said:
    """What the text says; None where it says nothing."""
    text = _THOUSANDS.sub("", text.strip())
    if text in ("", UNKNOWN):
        return text or None
    if not _NUMBER.fullmatch(text):
        raise ValueError(
            _("“%(text)s” is not a number. Write 12 or 12,5, ? where it is not known, or nothing.")
            % {"text": text[:40]}
        )
    return Decimal(text.replace(",", "."))


def in_words(said: Said) -> str:
    """As somebody would write it, in the language of who reads it."""
    if isinstance(said, Decimal):
        return number_format(said.normalize() + 0)
    return said or ""
