"""Reads CSV whatever program wrote it: the encoding from the first bytes, the delimiter from the header."""

import codecs
import csv
import io
import re
from collections.abc import Callable, Iterator
from itertools import islice

from django.utils.translation import gettext as _

from jos.shared.imports import FileRefused
from jos.shared.tables.cells import unguard

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_DELIMITERS = ";,\t|"
_LOOKED_AT = 20  # lines, to find the delimiter
_EXCEL_HINT = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)


def csv_rows(content: bytes, *, is_known: Callable[[str], bool]) -> Iterator[tuple[int, list[str]]]:
    """The cells of each record, with the line it starts on. `is_known` says whether a cell is a column's name."""
    text, first_line = _begun(_decode(content))
    delimiter = max(_DELIMITERS, key=lambda delimiter: sum(map(is_known, _header(text, delimiter))))
    return _records(text, delimiter, first_line)


def records_of_any(content: bytes) -> Iterator[tuple[int, list[str]]]:
    """The same where no column is known: the delimiter is the one that makes most columns, the same on every line."""
    text, first_line = _begun(_decode(content))
    return _records(text, max(_DELIMITERS, key=lambda delimiter: _columns(text, delimiter)), first_line)


def _begun(text: str) -> tuple[str, int]:
    """The text without the line that only Excel reads, and the number of its first line."""
    if hint := _EXCEL_HINT.match(text):
        return text[hint.end() :], 2
    return text, 1


def _columns(text: str, delimiter: str) -> tuple[bool, int]:
    """Whether the first lines all have as many columns as the header, and how many that is."""
    try:
        lines = islice((cells for _line, cells in _records(text, delimiter) if any(cells)), _LOOKED_AT)
        widths = [len(cells) for cells in lines]
    except FileRefused:
        return False, 0
    return len(widths) > 0 and widths[0] > 1 and set(widths) == {widths[0]}, widths[0] if widths else 0


def _decode(content: bytes) -> str:
    marked = [encoding for mark, encoding in _MARKS if content.startswith(mark)]
    for encoding in marked or ["utf-8", "cp1252"]:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" in text:
            break
        return text
    raise FileRefused(_("This file is not text. Save it as CSV (UTF-8) or as .xlsx."))


def _header(text: str, delimiter: str) -> list[str]:
    try:
        return next((cells for _line, cells in _records(text, delimiter) if any(cells)), [])
    except FileRefused:
        return []


def _records(text: str, delimiter: str, first_line: int = 1) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    while True:
        line = first_line + reader.line_num
        try:
            cells = next(reader, None)
        except csv.Error as error:
            raise FileRefused(
                _("Line %(line)d cannot be read: a quote is not closed, or a cell is far too long.") % {"line": line}
            ) from error
        if cells is None:
            return
        yield line, [unguard(cell) for cell in cells]
