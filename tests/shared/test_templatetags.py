"""What templates can ask for without loading it."""

from decimal import Decimal

import pytest
from django.template import Context, Template
from django.test import RequestFactory
from django.utils import translation

from jos.shared.templatetags.jos import hours


@pytest.mark.parametrize(
    ("value", "shown"), [("4", "4"), ("4.50", "4.5"), ("0.25", "0.2"), ("0", "0"), ("1200", "1200")]
)
def test_hours_are_short(value, shown):
    assert hours(Decimal(value)) == f"{shown} <small>h</small>"


def test_hours_follow_the_language():
    with translation.override("nl"):
        assert hours(Decimal("4.5")).startswith("4,5 ")


def test_unknown_hours_are_a_question_mark_that_explains_itself_never_zero():
    assert hours(None) == '<abbr title="hours not known">?</abbr>'


def test_hours_of_which_some_are_unknown_are_a_lower_bound():
    assert hours(Decimal("4"), True) == '4<abbr title="and hours that are not known">+ </abbr> <small>h</small>'


@pytest.mark.parametrize(
    ("path", "current"),
    [
        ("/coverage/", ' aria-current="page"'),
        ("/coverage/more/", ' aria-current="true"'),
        ("/", ""),
    ],
)
def test_the_navigation_says_where_one_is(path, current):
    html = Template('{% nav_link "coverage" "Coverage" %}').render(Context({"request": RequestFactory().get(path)}))
    assert html.strip() == f'<li><a href="/coverage/"{current}>Coverage</a></li>'


@pytest.mark.parametrize(("path", "current"), [("/", ' aria-current="page"'), ("/coverage/", "")])
def test_the_start_page_is_current_only_on_itself(path, current):
    html = Template('{% nav_link "home" "Today" %}').render(Context({"request": RequestFactory().get(path)}))
    assert html.strip() == f'<li><a href="/"{current}>Today</a></li>'


@pytest.mark.parametrize(
    ("words", "begun"), [("één geheel", "Eén geheel"), ("open huis", "Open huis"), ("", ""), ("<b>", "&lt;b&gt;")]
)
def test_a_sentence_begins_with_a_capital_without_accent(words, begun):
    assert Template("{{ words|capfirst }}").render(Context({"words": words})) == begun
