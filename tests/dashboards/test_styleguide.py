"""The style guide shows all there is, and what it says of colours is true."""

import pytest
from django.conf import settings

from jos.dashboards import styleguide
from tests.house.sources import templates

FOR_OTHER_EYES = {"components/share.html"}  # search engines and other portals: nothing to see on a page


@pytest.fixture
def guide(sign_in, staff):
    return sign_in(staff).get("/-/styleguide/")


def test_every_component_is_on_it(guide):
    shown = {template.name for template in guide.templates}
    components = {name for name, _text in templates() if name.startswith("components/")}

    assert components - shown - FOR_OTHER_EYES == set()


def test_it_asks_the_database_for_nothing_but_who_looks(sign_in, staff, django_assert_num_queries):
    client = sign_in(staff)
    with django_assert_num_queries(3):
        client.get("/-/styleguide/")


def test_everybody_sees_it_where_the_portal_is_being_worked_on(client, monkeypatch):
    monkeypatch.setattr(settings, "DEBUG", True)  # past Django's own, which would make the templates' engine anew

    assert client.get("/-/styleguide/").status_code == 200


def test_the_flower_is_shown_in_every_state():
    areas = styleguide.flowers()
    states = {(area.priority, area.norm_met, area.status) for area in areas}

    assert {status for *_others, status in states} == {"WHOLE", "SCATTERED", "PARTIAL", "NONE"}
    assert {(priority, met) for priority, met, _status in states} == {
        (True, True),
        (True, False),
        (False, True),
        (False, False),
    }
    assert any(function.unconfirmed_only for area in areas for function in area.functions.values())


@pytest.mark.parametrize(("one", "other", "is_"), [("#000000", "#ffffff", 21), ("#777777", "#777777", 1)])
def test_contrast_is_reckoned_as_wcag_does(one, other, is_):
    assert styleguide.contrast(one, other) == styleguide.contrast(other, one) == is_


@pytest.mark.parametrize("name", styleguide.TEXT)
def test_text_is_readable_on_every_ground(name):
    (colour,) = (colour for colour in styleguide.colours() if colour.name == name)

    assert min(colour.contrast) >= 4.5


@pytest.mark.parametrize(("text", "ground"), [("on-sun", "sun"), ("ink", "marker"), ("alarm", "alarm-wash")])
def test_text_is_readable_on_colour(text, ground):
    palette = styleguide.palette()

    assert all(styleguide.contrast(palette[text][i], palette[ground][i]) >= 4.5 for i in (0, 1))


def test_shapes_are_seen_in_the_dark_and_on_paper_with_their_outline():
    """Free time is lighter than paper allows; its petals lie in a fixed place, and a line goes with every bar."""
    weak = {
        colour.name for colour in styleguide.colours() if colour.name in styleguide.SHAPES and min(colour.contrast) < 3
    }

    assert weak <= {"free-time"}
