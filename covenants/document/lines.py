"""The text of a document line by line, so that two of them can be laid beside each other."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from covenants.enums import Part

Content = Mapping[str, Any]  # as `covenants.document.content` writes it


@dataclass(frozen=True)
class Line:
    """What one line says, without the heading of the part it stands in.

    `about`: what it is about, such as a year and a function. In two texts, lines about the same belong together.
    `is_head`: the lines after it stand under it, as under the heading of an article.
    """

    part: Part
    text: str
    about: str
    is_head: bool = False


Said = tuple[str, str] | tuple[str, str, bool]  # about what, what it says, and whether it is a head


def lines_of(content: Content) -> list[Line]:
    """All that the parts of a text say, in the order in which one reads them."""
    return [Line(part, text, about, *head) for part, read in _READ.items() for about, text, *head in read(content)]


def _subject(content: Content) -> Iterator[Said]:
    yield "title", content["title"]
    for name, text in content["subject"]:
        yield name, f"{name}: {text}"


def _articles(content: Content) -> Iterator[Said]:
    for article in content["articles"]:
        yield article["heading"], article["heading"], True
        for paragraph in article["paragraphs"]:
            yield paragraph, paragraph


def _hours(content: Content) -> Iterator[Said]:
    table = content["hours"]
    for row in table["rows"]:
        for function, cell in zip(table["functions"], row["cells"], strict=True):
            if cell:
                about = f"{row['name']} · {function}"
                yield about, f"{about}: {cell} {table['unit']}"
    for who, why in table["reasons"]:
        yield who, f"{who}: {why}"


def _budget(content: Content) -> Iterator[Said]:
    table = content["budget"]
    for row in table["rows"]:
        for function, cell in zip(table["functions"], row["cells"], strict=True):
            if cell:
                about = f"{row['name']} · {function}"
                yield about, f"{about}: {cell}"
    if table["total"]:
        yield table["total_name"], f"{table['total_name']}: {table['total']}"


def _commitments(side: str):
    def read(content: Content) -> Iterator[Said]:
        for commitment in content["commitments"][side]:
            yield commitment["what"], " · ".join([commitment["what"], *commitment["details"]])

    return read


def _indicators(content: Content) -> Iterator[Said]:
    """Each line of one is about that one: where another stands is no other place where this one stood."""
    for group in content["indicators"]:
        for indicator in (*group["numbers"], *group["scales"]):
            head = f"{group['function']} · {indicator['name']}"
            yield head, head, True
            for text in (*indicator["paragraphs"], *indicator.get("statements", ())):
                yield f"{head} · {text}", text
            for name, text in (*indicator["steps"], *indicator["facts"]):
                yield f"{head} · {name}", f"{name}: {text}"


def _following_up(content: Content) -> Iterator[Said]:
    following_up = content["following_up"]
    for paragraph in following_up["paragraphs"]:
        yield paragraph, paragraph
    for period, due in following_up["periods"]:
        yield period, f"{period} · {due}"


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
