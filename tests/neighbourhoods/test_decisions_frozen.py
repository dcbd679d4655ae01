"""What a decision rested on stays as it was, and everybody sees no more of it than they might then and may now."""

import datetime
import json

import pytest

from neighbourhoods.decisions.frozen import for_public, freeze, read
from neighbourhoods.enums import FiguresSay, Missing
from neighbourhoods.figures import Figure
from neighbourhoods.models import Statistic, StatisticValue
from tests.builders import make_circle, make_neighbourhood, make_statistic, make_weighing

pytestmark = pytest.mark.django_db
DAY = datetime.date(2026, 11, 22)


@pytest.fixture
def areas():
    return [make_neighbourhood(name) for name in ("Bloemekens", "Dampoort", "Meulestede", "Wondelgem")]


@pytest.fixture
def poor(areas):
    return make_statistic("Arm", values=dict(zip(areas, (1, 4, 3, 2), strict=True)) | {None: 2.5}, is_public=True)


@pytest.fixture
def small(areas):
    """Counts of people: shown to who signs in, too small for everybody."""
    counts = dict(zip(areas, (41, 7, 52, 63), strict=True))
    return make_statistic("Werkloos", values=counts, counts_people=True, is_public=True, unit="jongeren")


def frozen(area, version):
    """As the database gives it back."""
    return read(json.loads(json.dumps(freeze(area, version, at=DAY))))


def test_it_says_what_was_weighed_how_and_when(areas, poor):
    version = make_weighing("Kansen", weights={poor: 2}, top=1, number=3)
    kept = frozen(areas[1], version)
    assert (kept.on, kept.weighing, kept.version, kept.method, kept.top, kept.of) == (DAY, "Kansen", 3, "zscore", 1, 4)
    (place,) = kept.places
    assert (place.name, place.rank, place.rank_low, place.rank_high) == ("Dampoort", 1, 1, 1)
    (figure,) = place.figures
    assert (figure.name, figure.weight, figure.period, figure.figure.value) == ("Arm", 2, "2024", 4)
    assert figure.city.value == 2.5
    assert figure.contribution == pytest.approx(place.score)


def test_what_changes_later_changes_nothing_of_it(areas, poor):
    version = make_weighing(weights={poor: 1})
    stored = freeze(areas[1], version, at=DAY)
    before = read(stored)
    StatisticValue.objects.update(value=0)
    poor.name = "Anders"
    poor.save()
    assert read(stored) == before


def test_why_a_figure_is_missing_is_kept(areas):
    secret = make_statistic(values=dict(zip(areas, (Missing.SUPPRESSED, 1, 2, 3), strict=True)))
    (place,) = frozen(areas[0], make_weighing(weights={secret: 1})).places
    assert place.figures[0].figure == Figure(missing=Missing.SUPPRESSED)
    assert (place.rank, place.figures[0].contribution) == (None, None)


def test_of_a_circle_all_neighbourhoods_are_kept(areas, poor):
    kept = frozen(make_circle(areas[1], areas[2]), make_weighing(weights={poor: 1}, top=2))
    assert [place.name for place in kept.places] == ["Dampoort", "Meulestede"]
    assert kept.says == FiguresSay.FIRST


@pytest.mark.parametrize(("area", "words"), [(1, FiguresSay.FIRST), (0, FiguresSay.NOT_FIRST)])
def test_it_keeps_what_the_figures_said(areas, poor, area, words):
    stored = freeze(areas[area], make_weighing(weights={poor: 1}, top=1), at=DAY)
    assert stored["says"] == words
    assert read(stored).says == words


def test_an_area_that_is_not_there_on_the_day_is_no_trouble(areas, poor):
    areas[0].valid_until = datetime.date(2020, 1, 1)
    areas[0].save()
    kept = frozen(areas[0], make_weighing(weights={poor: 1}))
    assert (kept.places, kept.says, for_public(kept).places) == ((), FiguresSay.UNCERTAIN, ())


@pytest.mark.parametrize("stored", [{}, None, [], "old", {"shape": 99}, {"shape": 1}, {"shape": 1, "on": "?"}])
def test_a_shape_nobody_knows_is_nothing(stored):
    assert read(stored) is None


def test_everybody_sees_public_figures_without_scores(areas, poor):
    shown = for_public(frozen(areas[1], make_weighing(weights={poor: 1}, top=1)))
    (place,) = shown.places
    assert (place.rank, place.score, place.says, shown.says) == (1, None, FiguresSay.FIRST, FiguresSay.FIRST)
    assert (place.figures[0].figure.value, place.figures[0].contribution) == (4, None)


def test_everybody_sees_no_count_that_is_too_small_and_the_rest_rounded(areas, small):
    version = make_weighing(weights={small: 1})
    (inside,) = frozen(areas[1], version).places
    (place,) = for_public(frozen(areas[1], version)).places
    assert inside.figures[0].figure.value == 7
    assert place.figures[0].figure == Figure(missing=Missing.TOO_FEW)
    (other,) = for_public(frozen(areas[3], version)).places
    assert other.figures[0].figure.value == 65


def test_nor_the_place_it_has_among_the_others(areas, small):
    shown = for_public(frozen(areas[1], make_weighing(weights={small: 1}, top=1)))
    assert (shown.places[0].rank, shown.places[0].says, shown.says) == (None, None, None)


def test_nor_where_staff_said_only_later_that_it_counts_people(areas, small):
    Statistic.objects.update(counts_people=False)
    kept = frozen(areas[1], make_weighing(weights={small: 1}))
    assert for_public(kept).places[0].figures[0].figure.value == 7
    Statistic.objects.update(counts_people=True)
    assert for_public(kept).places[0].figures[0].figure == Figure(missing=Missing.TOO_FEW)


def test_an_internal_statistic_and_every_rank_it_helped_to_make_stay_inside(areas, poor):
    internal = make_statistic("Intern", values=dict.fromkeys(areas, 1.5))
    shown = for_public(frozen(areas[1], make_weighing(weights={poor: 1, internal: 1}, top=1)))
    (place,) = shown.places
    assert [figure.name for figure in place.figures] == ["Arm"]
    assert (place.rank, place.rank_low, place.rank_high, place.worst_quarter_count) == (None, None, None, None)
    assert (place.says, shown.says) == (None, None)


def test_so_does_one_that_was_public_then_and_is_not_any_more(areas, poor):
    kept = frozen(areas[1], make_weighing(weights={poor: 1}))
    poor.is_public = False
    poor.save()
    assert for_public(kept).places[0].figures == ()


def test_so_does_one_that_is_public_now_and_was_not_then(areas):
    internal = make_statistic(values=dict.fromkeys(areas, 1.5))
    kept = frozen(areas[1], make_weighing(weights={internal: 1}))
    internal.is_public = True
    internal.save()
    assert for_public(kept).places[0].figures == ()


@pytest.mark.parametrize("number", [3, 60])
def test_freezing_asks_ten_queries_whatever_there_is(number, django_assert_num_queries):
    areas = [make_neighbourhood() for _number in range(number)]
    statistics = [make_statistic(values=dict.fromkeys(areas, 1), is_public=True) for _number in range(3)]
    version = make_weighing(weights=dict.fromkeys(statistics, 1))
    circle = make_circle(*areas)
    with django_assert_num_queries(10):
        freeze(circle, version, at=DAY)
