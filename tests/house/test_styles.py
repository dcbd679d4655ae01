"""House rules for style sheets: parts that are used, words instead of directions, colours with a name."""

import re

import pytest
from django.contrib.staticfiles.storage import StaticFilesStorage

from jos.shared.static_files import PART, joined
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


def test_every_part_is_asked_for_once_and_in_a_layer():
    asked = [name for name, _layer in PART.findall(PARTS["jos.css"])]

    assert sorted(asked) == sorted(PARTS.keys() - {"jos.css"})
    assert PARTS["jos.css"].count("@import") == len(asked)


def test_the_parts_are_sent_as_one():
    paths = {f"css/{name}": (StaticFilesStorage(FOLDER), name) for name in PARTS}

    whole = joined(paths)

    assert "@import" not in whole
    assert all(text in whole for name, text in PARTS.items() if name != "jos.css")
    assert "@layer tokens {" in whole
