"""From figures that were recorded to neighbourhoods in a row."""

import datetime

import pytest

from neighbourhoods.enums import FiguresSay, Method, Missing
from neighbourhoods.weighing import Place, all_say, reweigh, says, weigh
from tests.builders import make_neighbourhood, make_statistic, make_value

pytestmark = pytest.mark.django_db


@pytest.fixture
def areas():
    return [make_neighbourhood(name) for name in ("Bloemekens", "Dampoort", "Meulestede", "Wondelgem")]


def names(ranking) -> list[str]:
    return [place.neighbourhood.name for place in ranking.places]


def by_area(numbers, areas) -> dict:
    return dict(zip(areas, numbers, strict=True))


def test_the_neighbourhood_with_most_need_comes_first(areas):
    poor = make_statistic(values=by_area([1, 4, 3, 2], areas))
    ranking = weigh([(poor, 1)])
    assert names(ranking) == ["Dampoort", "Meulestede", "Wondelgem", "Bloemekens"]
    assert [place.rank for place in ranking.places] == [1, 2, 3, 4]


def test_what_is_missing_is_said_with_its_reason_and_adds_nothing(areas):
    poor = make_statistic(values=by_area([1, 4, 3, Missing.SUPPRESSED], areas))
    green = make_statistic(values=by_area([4, 3, 2, 1], areas))
    place = weigh([(poor, 1), (green, -1)]).place_of(areas[3].pk)
    assert place.missing == {poor.slug: Missing.SUPPRESSED}
    assert list(place.contributions) == [green.slug]
    assert place.score == pytest.approx(place.contributions[green.slug])


def test_a_neighbourhood_of_which_nothing_is_known_stands_last_without_a_rank(areas):
    poor = make_statistic(values=by_area([Missing.EMPTY, 4, 3, 2], areas))
    place = weigh([(poor, 1)]).places[-1]
    assert place.neighbourhood == areas[0]
    assert (place.score, place.rank, place.rank_low, place.rank_high) == (None, None, None, None)


def test_the_last_period_with_values_is_taken_of_each_statistic(areas):
    poor = make_statistic(values=by_area([1, 2, 3, 4], areas), period="2022")
    for area, value in by_area([4, 3, 2, 1], areas).items():
        make_value(poor, area, value, period="2024")
    make_value(poor, areas[0], Missing.EMPTY, period="2025")
    ranking = weigh([(poor, 1)])
    assert (ranking.weighed[0].period, names(ranking)[0]) == ("2024", "Bloemekens")


def test_no_period_that_ends_after_the_one_asked_is_taken(areas):
    poor = make_statistic(values=by_area([1, 2, 3, 4], areas), period="2022-2023")
    for area, value in by_area([4, 3, 2, 1], areas).items():
        make_value(poor, area, value, period="2024")
    ranking = weigh([(poor, 1)], period="2023")
    assert (ranking.weighed[0].period, names(ranking)[0]) == ("2022-2023", "Wondelgem")
    assert weigh([(poor, 1)], period="2020").weighed[0].period is None


def test_the_order_of_the_statistics_never_matters(areas):
    first = make_statistic(values=by_area([1, 7, 3, 4], areas))
    second = make_statistic(values=by_area([6, 2, 7, 1], areas))
    third = make_statistic(values=by_area([3, 2, 1, 9], areas))
    items = [(first, 2), (second, -1), (third, 0.5)]
    assert weigh(items) == weigh(reversed(items))


def test_a_count_too_small_to_show_counts_as_missing(areas):
    unemployed = make_statistic(values=by_area([3, 40, 50, 60], areas), counts_people=True)
    place = weigh([(unemployed, 1)]).place_of(areas[0].pk)
    assert place.missing == {unemployed.slug: Missing.TOO_FEW}


def test_the_value_of_the_city_stands_beside_those_of_its_neighbourhoods(areas):
    poor = make_statistic(values=by_area([1, 2, 3, 4], areas) | {None: 2.4})
    assert weigh([(poor, 1)]).weighed[0].city.value == 2.4


def test_the_neighbourhoods_are_those_of_the_day_asked(areas):
    areas[0].valid_until = datetime.date(2024, 12, 31)
    areas[0].save()
    poor = make_statistic(values=by_area([9, 2, 3, 4], areas))
    assert "Bloemekens" not in names(weigh([(poor, 1)], at=datetime.date(2025, 1, 1)))
    assert names(weigh([(poor, 1)], at=datetime.date(2024, 12, 31)))[0] == "Bloemekens"


def test_the_top_holds_more_where_some_are_equal(areas):
    poor = make_statistic(values=by_area([4, 4, 4, 1], areas))
    assert len(weigh([(poor, 1)], Method.RANK).top(2)) == 3


def test_it_counts_in_which_statistics_a_neighbourhood_is_in_the_worst_quarter(areas):
    poor = make_statistic(values=by_area([9, 2, 3, 4], areas))
    green = make_statistic(values=by_area([0, 2, 3, 4], areas))
    place = weigh([(poor, 1), (green, -1)]).places[0]
    assert place.worst_quarter_count == 2
    assert set(place.in_worst_quarter) == {poor.slug, green.slug}


def test_other_weights_need_no_other_figures(areas, django_assert_num_queries):
    poor = make_statistic(values=by_area([1, 4, 3, Missing.SUPPRESSED], areas))
    green = make_statistic(values=by_area([4, 3, 9, 1], areas))
    left_out = make_statistic(values=by_area([1, 2, 3, 4], areas))
    ranking = weigh([(poor, 1), (green, -1), (left_out, 3)])
    with django_assert_num_queries(0):
        again = reweigh(ranking, {poor.slug: 2, green.slug: -1, left_out.slug: 0}, Method.RANK)
    assert again == weigh([(poor, 2), (green, -1)], Method.RANK)


def test_without_statistics_nobody_has_a_rank(areas):
    assert [place.rank for place in weigh([]).places] == [None] * 4


@pytest.mark.parametrize("number", [3, 60])
def test_it_asks_four_queries_whatever_there_is_to_weigh(number, django_assert_num_queries):
    areas = [make_neighbourhood() for _number in range(number)]
    items = [(make_statistic(values=dict.fromkeys(areas, 1)), 1) for _number in range(3)]
    with django_assert_num_queries(4):
        weigh(items)


def place(low: int | None, high: int | None) -> Place:
    return Place(None, None, low, low, high, {}, {}, ())


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (1, 3, FiguresSay.FIRST),
        (3, 3, FiguresSay.FIRST),
        (3, 4, FiguresSay.UNCERTAIN),
        (4, 4, FiguresSay.NOT_FIRST),
        (None, None, FiguresSay.UNCERTAIN),
    ],
)
def test_the_figures_say_no_more_than_they_know(low, high, words):
    assert says(place(low, high), top=3) == words


def test_of_a_neighbourhood_that_is_not_there_the_figures_say_nothing():
    assert says(None, top=3) == FiguresSay.UNCERTAIN


def test_of_a_circle_the_figures_say_what_is_so_for_all_of_its_neighbourhoods():
    assert all_say([FiguresSay.FIRST, FiguresSay.FIRST]) == FiguresSay.FIRST
    assert all_say([FiguresSay.FIRST, FiguresSay.NOT_FIRST]) == FiguresSay.UNCERTAIN
    assert all_say([]) == FiguresSay.UNCERTAIN
