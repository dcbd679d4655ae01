"""The text of a document line by line, so that two of them can be laid beside each other."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from covenants.enums import Part

Content = Mapping[str, Any]  # as `covenants.document.content` writes it


@dataclass(frozen=True)
class Line:
    """What one line says, without the heading of the part it stands in."""

    part: Part
    text: str


def lines_of(content: Content) -> list[Line]:
    """All that the parts of a text say, in the order in which one reads them."""
    return [Line(part, text) for part, read in _READ.items() for text in read(content)]


def _subject(content: Content) -> Iterator[str]:
    for name, text in content["subject"]:
        yield f"{name}: {text}"


def _articles(content: Content) -> Iterator[str]:
    for article in content["articles"]:
        yield article["heading"]
        yield from article["paragraphs"]


def _hours(content: Content) -> Iterator[str]:
    table = content["hours"]
    for row in table["rows"]:
        for function, cell in zip(table["functions"], row["cells"], strict=True):
            if cell:
                yield f"{row['name']} · {function}: {cell} {table['unit']}"
    for who, why in table["reasons"]:
        yield f"{who}: {why}"


def _budget(content: Content) -> Iterator[str]:
    table = content["budget"]
    for row in table["rows"]:
        for function, cell in zip(table["functions"], row["cells"], strict=True):
            if cell:
                yield f"{row['name']} · {function}: {cell}"
    if table["total"]:
        yield f"{table['total_name']}: {table['total']}"


def _commitments(side: str):
    def read(content: Content) -> Iterator[str]:
        for commitment in content["commitments"][side]:
            yield " · ".join([commitment["what"], *commitment["details"]])

    return read


def _indicators(content: Content) -> Iterator[str]:
    for group in content["indicators"]:
        for indicator in (*group["numbers"], *group["scales"]):
            yield f"{group['function']} · {indicator['name']}"
            yield from indicator["paragraphs"]
            yield from indicator.get("statements", ())
            for name, text in (*indicator["steps"], *indicator["facts"]):
                yield f"{name}: {text}"


def _following_up(content: Content) -> Iterator[str]:
    following_up = content["following_up"]
    yield from following_up["paragraphs"]
    for period, due in following_up["periods"]:
        yield f"{period} · {due}"


_READ = {
    Part.SUBJECT: _subject,
    Part.ARTICLES: _articles,
    Part.HOURS: _hours,
    Part.BUDGET: _budget,
    Part.PARTNER_COMMITMENTS: _commitments("partner"),
    Part.CITY_COMMITMENTS: _commitments("city"),
    Part.INDICATORS: _indicators,
    Part.FOLLOWING_UP: _following_up,
}
