"""House rules for style sheets: parts that are used, words instead of directions, colours with a name."""

import re

import pytest
from django.contrib.staticfiles.storage import StaticFilesStorage

from jos.shared.static_files import PART, STYLE_SHEETS, joined
from tests.house.sources import PROJECT

FOLDER = PROJECT / "static" / "css"
PARTS = {path.name: path.read_text("utf-8") for path in sorted(FOLDER.glob("*.css"))}
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
# What has a side, so that it would stay there where people read from right to left.
SIDED = re.compile(
    r"(?<![\w-])(?:(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right|top|bottom)[\w-]*"
    r"|border-(?:top|bottom)-(?:left|right)-radius|left|right|top|bottom|width|height|(?:min|max)-(?:width|height))"
    r"\s*:(?!\s*[\d.]+\w+\))"  # but for the width of a screen in a query
    r"|(?:text-align|float):\s*(?:left|right)"
)


@pytest.mark.parametrize("name", PARTS)
def test_nothing_has_a_side(name):
    assert SIDED.findall(COMMENT.sub("", PARTS[name])) == []


@pytest.mark.parametrize(
    "bad", ["left: 0;", "margin-right: 1px", "text-align: left", "max-width: 3rem;", "float: right"]
)
def test_a_side_is_found(bad):
    assert SIDED.search(f"a {{ {bad} }}")


@pytest.mark.parametrize("good", ["@media (max-width: 40rem) {", "inset-inline: 0", "max-inline-size: 3rem;"])
def test_a_width_of_the_screen_is_no_side(good):
    assert not SIDED.search(good)


SHEETS = [sheet.removeprefix("css/") for sheet in STYLE_SHEETS]


def parts_of(sheet: str) -> list[str]:
    return [name for name, _layer in PART.findall(PARTS[sheet])]


def test_every_part_is_asked_for():
    assert {name for sheet in SHEETS for name in parts_of(sheet)} == PARTS.keys() - set(SHEETS)


@pytest.mark.parametrize("sheet", SHEETS)
def test_a_part_is_asked_for_once_and_in_a_layer(sheet):
    asked = parts_of(sheet)

    assert len(asked) == len(set(asked)) == PARTS[sheet].count("@import")


@pytest.mark.parametrize("sheet", SHEETS)
def test_the_parts_are_sent_as_one(sheet):
    paths = {f"css/{name}": (StaticFilesStorage(FOLDER), name) for name in PARTS}

    whole = joined(f"css/{sheet}", paths)

    assert "@import" not in whole
    assert all(PARTS[name] in whole for name in parts_of(sheet))
    assert "@layer tokens {" in whole
