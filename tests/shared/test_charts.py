"""Charts: where things stand in a drawing, and what its table says."""

from decimal import Decimal

import pytest
from django.template.loader import render_to_string
from django.utils import translation

from jos.shared.charts import BarChart, LineChart, Series, Sparkline, Stretch, grid, in_words

LABELS = ("January", "February", "March")


def line_chart(*values, **more) -> LineChart:
    return LineChart("hours", "Hours", "hours a week", LABELS, (Series("Welfare", values, "WELFARE"),), **more)


def bar_chart(*series: Series) -> BarChart:
    return BarChart("who", "Who", "hours a week", ("De Kring", "De Brug"), series)


@pytest.mark.parametrize(
    ("highest", "expected"),
    [
        (0, (0, 0.25, 0.5, 0.75, 1)),
        (4, (0, 1, 2, 3, 4)),
        (7, (0, 2, 4, 6, 8)),
        (48, (0, 20, 40, 60)),
        (0.3, (0, 0.1, 0.2, 0.3)),
        (1000, (0, 250, 500, 750, 1000)),
    ],
)
def test_the_grid_has_round_numbers_up_to_the_highest_value(highest, expected):
    assert grid([highest]) == pytest.approx(expected)
    assert grid([])[0] == 0


def test_a_line_runs_from_the_left_edge_to_the_right_zero_at_the_bottom():
    (line,) = line_chart(0, 2, 4).lines
    assert line.path == "M0 880L500 490L1000 100"
    assert line.last_value == "4"


def test_an_unknown_value_is_a_hole_in_the_line_and_no_zero():
    (line,) = line_chart(4, None, 4).lines
    assert line.path == "M0 100h1M1000 100h1"
    assert line_chart(4, None, 4).rows[1] == ("February", ["not known"])


def test_a_stretch_covers_its_months():
    (shade,) = line_chart(1, 2, 3, stretches=(Stretch(1, 1, "R7"),)).shades
    assert (shade.x, shade.width) == ("25.00%", "50.00%")
    (all_of_it,) = line_chart(1, 2, 3, stretches=(Stretch(0, 2, "R7"),)).shades
    assert (all_of_it.x, all_of_it.width) == ("0.00%", "100.00%")


def test_the_words_of_the_axis_stay_inside_the_drawing():
    ticks = line_chart(1, 2, 3, ticks=(0, 1, 2)).x_ticks
    assert [(tick.at, tick.text, tick.anchor) for tick in ticks] == [
        ("0.00%", "January", "start"),
        ("50.00%", "February", "middle"),
        ("100.00%", "March", "end"),
    ]


def test_one_value_is_drawn_too():
    chart = LineChart("one", "One", "", ("today",), (Series("Welfare", (3,)),), stretches=(Stretch(0, 0, "R7"),))
    assert chart.lines[0].path.startswith("M0 ")
    assert chart.shades[0].width == "50.00%"


def test_bars_are_as_long_as_their_part_of_the_longest_and_stack():
    chart = bar_chart(Series("Free time", (6, 2), "FREE_TIME"), Series("Welfare", (2, None), "WELFARE"))
    kring, brug = chart.bars
    assert [(part.x, part.width, part.end) for part in kring.parts] == [
        ("0.00%", "75.00%", "75.00%"),
        ("75.00%", "25.00%", "100.00%"),
    ]
    assert [(part.x, part.width) for part in brug.parts] == [("0.00%", "25.00%")]
    assert (kring.total, brug.total) == ("8", "2")


def test_a_bar_of_which_nothing_is_known_says_so():
    (kring, _brug) = bar_chart(Series("Welfare", (None, 0))).bars
    assert kring.total == "not known"
    assert kring.parts == ()


def test_numbers_are_written_as_the_reader_writes_them():
    assert in_words(Decimal("2.50")) == "2.5"
    assert in_words(3.0) == "3"
    with translation.override("nl"):
        assert in_words(2.5) == "2,5"
        assert line_chart(1, 2, 3).lines[0].marks[0].x == "100.00%"  # drawings do not speak Dutch


CHARTS = [
    ("line", line_chart(1, 2, 3, description="Up.", stretches=(Stretch(0, 1, "R7"),), ticks=(0, 2))),
    ("bars", bar_chart(Series("Free time", (6, 2), "FREE_TIME"), Series("Welfare", (2, 1), "WELFARE"))),
]


@pytest.mark.parametrize(("name", "chart"), CHARTS)
def test_a_chart_is_a_picture_with_words_and_a_table(name, chart):
    drawn = render_to_string(f"components/charts/{name}.html", {"chart": chart})
    assert 'role="img"' in drawn
    assert chart.description in drawn
    assert "<table" in drawn
    assert drawn.count('scope="row"') == len(chart.labels)


def test_below_zero_the_grid_goes_on():
    assert grid([-3, 5]) == pytest.approx((-4, -2, 0, 2, 4, 6))
    chart = line_chart(-3, 5, 0)
    assert [tick.at for tick in chart.y_ticks if tick.is_zero] == ["56.80%"]
    assert chart.lines[0].path.startswith("M0 802L500 178L1000 568")


@pytest.mark.parametrize(
    ("value", "text"), [(0.267, "0.27"), (0.0123, "0.012"), (12.44, "12.4"), (0, "0"), (-0.5, "-0.5")]
)
def test_small_numbers_do_not_become_nothing(value, text):
    assert in_words(value) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [(999, "999"), (1000, "1 000"), (-1234.5, "-1 234.5"), (226155, "226 155"), (1_662_820, "1 662 820")],
)
def test_large_numbers_have_room_between_their_thousands(value, text):
    assert in_words(value) == text.replace(" ", "\N{NO-BREAK SPACE}")


def test_a_sparkline_runs_from_its_lowest_to_its_highest_value():
    line = Sparkline((10, 20, 15))
    assert line.path == "M3 21L48 3L93 12"
    assert line.end == (93, 12)


def test_a_sparkline_has_a_hole_where_nothing_is_known():
    line = Sparkline((None, 5, None, 5, 5, None))
    assert line.path == "M21 12h.1M57 12L75 12"
    assert line.end is None
    assert Sparkline(()).path == ""
    assert Sparkline((None,)).end is None
