"""What is said of colours is true, and they can be told from what they lie on."""

import pytest

from jos.dashboards import colours


@pytest.mark.parametrize(("one", "other", "is_"), [("#000000", "#ffffff", 21), ("#777777", "#777777", 1)])
def test_contrast_is_reckoned_as_wcag_does(one, other, is_):
    assert colours.contrast(one, other) == colours.contrast(other, one) == is_


@pytest.mark.parametrize("name", colours.TEXT)
def test_text_is_readable_on_every_ground(name):
    (colour,) = (colour for colour in colours.colours() if colour.name == name)

    assert min(colour.contrast) >= 4.5


@pytest.mark.parametrize(("text", "ground"), [("on-sun", "sun"), ("ink", "marker"), ("alarm", "alarm-wash")])
def test_text_is_readable_on_colour(text, ground):
    palette = colours.palette()

    assert all(colours.contrast(palette[text][i], palette[ground][i]) >= 4.5 for i in (0, 1))


def test_shapes_are_seen_in_the_dark_and_on_paper_with_their_outline():
    """Free time is lighter than paper allows; its petals lie in a fixed place, and a line goes with every bar."""
    weak = {colour.name for colour in colours.colours() if colour.name in colours.SHAPES and min(colour.contrast) < 3}

    assert weak <= {"free-time"}
