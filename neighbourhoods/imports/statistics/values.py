"""What a cell with a figure says: a number, or the reason why there is none. Missing is never 0."""

import math
import re
from collections.abc import Iterable

from django.utils.translation import gettext as _

from jos.shared.tables.cells import same
from jos.shared.tables.grids import Cell
from neighbourhoods.enums import Missing

Value = float | Missing

# What the provincial statistics platform writes in the place of a number.
CODES = {
    -99996.0: Missing.EMPTY,
    -99997.0: Missing.SUPPRESSED,
    -99998.0: Missing.NOT_APPLICABLE,
    -99999.0: Missing.UNKNOWN,
}
# What other providers write there.
WORDS = {
    "": Missing.EMPTY,
    "x": Missing.SUPPRESSED,
    "?": Missing.UNKNOWN,
    ".": Missing.UNKNOWN,
    "..": Missing.UNKNOWN,
    ":": Missing.UNKNOWN,
    "onbekend": Missing.UNKNOWN,
    "nvt": Missing.NOT_APPLICABLE,
    "nvt.": Missing.NOT_APPLICABLE,
    "n.v.t.": Missing.NOT_APPLICABLE,
    "n.v.t": Missing.NOT_APPLICABLE,
}
COMMA, POINT = ",", "."
LARGEST = 1e15  # beyond that a number is no longer exact, and no figure of a city

_GROUPS = " \u00a0\u202f'’"  # what else stands between thousands
_BLANK = " \t\r\n\u00a0\u202f"
_NUMBER = {
    sign: re.compile(
        rf"[+-]?(\d+|\d{{1,3}}([{other}{_GROUPS}]\d{{3}})+)({re.escape(sign)}\d+)?(e[+-]?\d{{1,3}})?", re.I | re.A
    )
    for sign, other in ((COMMA, r"\."), (POINT, ","))
}
_ONE_SIGN = re.compile(r"[+-]?(\d+)([.,])(\d+)(e[+-]?\d+)?", re.I | re.A)
_SEVERAL_SIGNS = re.compile(r"[+-]?\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*(?:[.,]\d+)?", re.A)


class Ambiguous(ValueError):
    """1.234 can be a thousand and more, or one and a bit: nothing in the file says which."""


def sign_shown(text: str) -> str | None:
    """The decimal sign, where this text can be read in one way only. 1.234 says nothing; 0.5 and 1.234.567 do."""
    text = _bare(text)
    if found := _ONE_SIGN.fullmatch(text):
        whole, sign, rest, exponent = found.groups()
        return None if len(rest) == 3 and len(whole) <= 3 and whole != "0" and not exponent else sign
    if found := _SEVERAL_SIGNS.fullmatch(text):
        return COMMA if found[1] == POINT else POINT
    return None


def signs_shown(cells: Iterable[tuple[int, Cell]]) -> dict[str, int]:
    """The decimal signs that cells show, each with the first line that does."""
    shown: dict[str, int] = {}
    for line, cell in cells:
        if isinstance(cell, str) and (sign := sign_shown(cell)):
            shown.setdefault(sign, line)
    return shown


def read_value(cell: Cell, decimal: str) -> Value:
    """What a cell says. `decimal`: the sign before the decimals, empty where nobody knows. ValueError says why not."""
    number = float(cell) if isinstance(cell, int | float) else _of_text(cell, decimal)
    if isinstance(number, Missing):
        return number
    if not math.isfinite(number) or abs(number) > LARGEST:
        raise ValueError(_("“%(text)s” is far too large.") % {"text": str(cell)[:40]})
    return CODES.get(number, number)


def _bare(text: str) -> str:
    """Without the signs that can stand around a number. No pattern: one would take hours for a cell full of spaces."""
    return text.lstrip(f"€{_BLANK}").rstrip(f"%€{_BLANK}")


def _of_text(text: str, decimal: str) -> Value:
    if (word := same(text)) in WORDS:
        return WORDS[word]
    bare = _bare(text)
    if not decimal and _ONE_SIGN.fullmatch(bare) and sign_shown(bare) is None:
        raise Ambiguous(
            _("“%(text)s” can be a thousand or more, or a number with decimals. Say which sign stands before decimals.")
            % {"text": text[:40]}
        )
    sign = decimal or sign_shown(bare) or COMMA
    if not _NUMBER[sign].fullmatch(bare):
        raise ValueError(_not_a_number(text, decimal))
    others = {COMMA: POINT, POINT: COMMA}[sign]
    return float(re.sub(rf"[{re.escape(others)}{_GROUPS}]", "", bare).replace(COMMA, POINT))


def _not_a_number(text: str, decimal: str) -> str:
    words = {"text": text[:40]}
    if decimal and any(sign.fullmatch(_bare(text)) for sign in _NUMBER.values()):
        name = _("a comma") if decimal == COMMA else _("a point")
        return _("“%(text)s” is no number with %(sign)s before the decimals.") % (words | {"sign": name})
    return _("“%(text)s” is no number. Where there is none, write x (kept secret), ? (unknown) or nvt.") % words


def is_figure(cell: Cell) -> bool:
    """Whether it can be a value at all, whatever the decimal sign. To look for columns with figures."""
    if isinstance(cell, int | float):
        return True
    bare = _bare(cell)
    return same(cell) in WORDS or any(number.fullmatch(bare) for number in _NUMBER.values())
