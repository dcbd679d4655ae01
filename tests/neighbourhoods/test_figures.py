"""Figures: what follows from what, for whom. Missing is never 0, and nothing hidden can be worked out."""

import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from neighbourhoods.enums import AddsUp, Audience, Derivation, Missing
from neighbourhoods.figures import Figure, Figures
from neighbourhoods.models import Statistic, StatisticValue
from tests.builders import make_neighbourhood, make_statistic, make_value

pytestmark = pytest.mark.django_db
PUBLIC = {"audience": Audience.PUBLIC}
COUNT = {"counts_people": True, "adds_up": AddsUp.SUM, "is_public": True}


@pytest.fixture
def areas():
    return [make_neighbourhood(name) for name in ("Noord", "Oost", "Zuid", "West")]


def row(statistic: Statistic, period: str = "2024", **asked) -> dict:
    return Figures([statistic], **asked).row(statistic, period)


def share(part: Statistic, whole: Statistic, **fields) -> Statistic:
    return make_statistic(derivation=Derivation.SHARE, part=part, whole=whole, is_public=True, **fields)


def change(of: Statistic, years: int = 1, kind=Derivation.CHANGE) -> Statistic:
    return make_statistic(derivation=kind, part=of, years=years, is_public=True)


# --- Missing is never 0 ----------------------------------------------------------------------------------


def test_an_area_nobody_reported_on_is_unknown(areas):
    statistic = make_statistic(values={areas[0]: 0})
    found = row(statistic)
    assert found[areas[0].pk] == Figure(0.0)
    assert found[areas[1].pk] == Figure(missing=Missing.UNKNOWN)


def test_what_is_larger_than_a_computer_counts_is_unknown(areas):
    part, whole = (make_statistic(values={areas[0]: value}) for value in (1e15, 1e-300))
    assert row(share(part, whole))[areas[0].pk] == Figure(missing=Missing.UNKNOWN)


values = st.one_of(st.integers(0, 500), st.sampled_from([m for m in Missing if m != Missing.TOO_FEW]))


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(part=st.lists(values, min_size=4, max_size=4), whole=st.lists(values, min_size=4, max_size=4))
def test_whatever_needs_a_missing_value_is_missing_itself(areas, part, whole):
    StatisticValue.objects.all().delete()
    of, against = (
        make_statistic(values=dict(zip(areas, some, strict=True)), adds_up=AddsUp.SUM) for some in (part, whole)
    )
    mean = make_statistic(values=dict(zip(areas, part, strict=True)), adds_up=AddsUp.MEAN, weighted_by=against)
    ratio = share(of, against)
    figures = Figures([of, against, mean, ratio])
    may_be_summed = (Missing.EMPTY, Missing.NOT_APPLICABLE)

    known = [value for value in part if not isinstance(value, Missing)]
    is_whole = known and not any(isinstance(v, Missing) and v not in may_be_summed for v in part)
    city = figures.row(of, "2024")[None]
    # A secret alone takes nothing with it here: there is no total that was imported.
    assert city == (Figure(float(sum(known))) if is_whole else Figure(missing=Missing.UNKNOWN))
    for area, one, other in zip(areas, part, whole, strict=True):
        found = figures.row(ratio, "2024")[area.pk]
        if isinstance(one, Missing) or isinstance(other, Missing):
            assert found.value is None
            assert found.missing in (one, other)
        elif other == 0:
            assert found.missing == Missing.NOT_APPLICABLE
        else:
            assert found.value == pytest.approx(one / other * 100)
    if any(isinstance(w, Missing) and v not in may_be_summed for v, w in zip(part, whole, strict=True)):
        assert not figures.row(mean, "2024")[None].is_known


def test_a_mean_is_weighted(areas):
    people = make_statistic(values={areas[0]: 100, areas[1]: 300, areas[2]: 0, areas[3]: 0}, adds_up=AddsUp.SUM)
    rate = make_statistic(
        values={areas[0]: 10, areas[1]: 20, areas[2]: 5, areas[3]: Missing.NOT_APPLICABLE},
        adds_up=AddsUp.MEAN,
        weighted_by=people,
    )
    assert row(rate)[None].value == 17.5


def test_of_nothing_there_is_no_share(areas):
    assert row(share(make_statistic(values={areas[0]: 0}), make_statistic(values={areas[0]: 0})))[
        areas[0].pk
    ] == Figure(missing=Missing.NOT_APPLICABLE)


# --- Derived ---------------------------------------------------------------------------------------------


def test_per_thousand_takes_the_last_number_of_people_before_it(areas):
    young = make_statistic(values={areas[0]: 500}, period="2022")
    make_value(young, areas[0], 1000, period="2025")
    places = make_statistic(values={areas[0]: 3}, period="2024")
    per = make_statistic(derivation=Derivation.PER, part=places, whole=young, per=1000)
    assert row(per)[areas[0].pk].value == 6


def test_per_thousand_takes_the_first_number_of_people_where_none_is_known_before_it(areas):
    young = make_statistic(values={areas[0]: 500}, period="2024")
    make_value(young, areas[0], 1000, period="2025")
    places = make_statistic(values={areas[0]: 3}, period="2022")
    per = make_statistic(derivation=Derivation.PER, part=places, whole=young, per=1000)
    assert row(per, "2022")[areas[0].pk].value == 6


def test_change_and_growth_compare_with_the_same_part_of_an_earlier_year(areas):
    people = make_statistic(values={areas[0]: 100}, period="2020-Q1")
    make_value(people, areas[0], 150, period="2024-Q1")
    grown = change(people, 4, Derivation.GROWTH)
    assert row(change(people, 4), "2024-Q1")[areas[0].pk].value == 50
    assert row(grown, "2024-Q1")[areas[0].pk].value == 50
    assert Figures([grown]).periods(grown) == ["2024-Q1"]


def test_an_estimate_makes_what_follows_from_it_an_estimate(areas):
    estimate, counted = make_statistic(), make_statistic(values={areas[0]: 30})
    make_value(estimate, areas[0], 3, is_converted=True)
    for follows in (share(estimate, counted), share(counted, estimate)):
        assert row(follows)[areas[0].pk].is_converted


def test_the_latest_period_is_one_with_a_value(areas):
    statistic = make_statistic(values={areas[0]: 3}, period="2022")
    make_value(statistic, areas[0], Missing.UNKNOWN, period="2024")
    figures = Figures([statistic])
    assert figures.periods(statistic) == ["2022", "2024"]
    assert figures.latest(statistic) == "2022"
    assert figures.latest(statistic, until="2021") is None


def test_figures_are_read_in_three_queries(areas, django_assert_num_queries):
    statistics = [make_statistic(values=dict.fromkeys(areas, 50), **COUNT) for _each in range(8)]
    derived = [share(one, statistics[0]) for one in statistics[1:]]
    with django_assert_num_queries(3):
        figures = Figures([*statistics, *derived], at=datetime.date(2026, 1, 1))
        for statistic in figures.statistics:
            figures.of_area(statistic, areas[0].pk)


@pytest.fixture
def of_every_kind(areas) -> list[Statistic]:
    """Not all of the same periods, nor of the same kind of period."""
    whole, part, mean, lately = make_statistic(**COUNT), make_statistic(**COUNT), None, make_statistic()
    mean = make_statistic(adds_up=AddsUp.MEAN, weighted_by=whole)
    for number, area in enumerate(areas):
        for year in range(2019, 2025):
            make_value(whole, area, 1000 + year + 100 * number, period=str(year - 1))
            make_value(part, area, 60 + 5 * number + year % 7, period=f"{year}-Q1")
            make_value(mean, area, 3 + number, period=f"{year - 2}-{year - 1}")
            make_value(lately, area, number if year < 2023 else Missing.EMPTY, period=str(year))
    return [whole, part, mean, lately, share(part, whole), change(share(part, whole), 3), change(mean)]


def rows_of_the_last_period(figures: Figures, until: str | None) -> dict:
    periods = {statistic: figures.latest(statistic, until) for statistic in figures.statistics}
    return {statistic: (period, period and figures.row(statistic, period)) for statistic, period in periods.items()}


@pytest.mark.parametrize("until", [None, "2024-Q1", "2022", "2020"])
def test_without_history_the_last_period_says_the_same(of_every_kind, until):
    figures = Figures(of_every_kind, history=False)
    figures.read_latest(until)
    assert rows_of_the_last_period(figures, until) == rows_of_the_last_period(Figures(of_every_kind), until)


def test_without_history_the_last_periods_are_read_in_four_queries(of_every_kind, django_assert_num_queries):
    StatisticValue.objects.filter(missing=Missing.EMPTY).delete()  # a period without any value is another question
    with django_assert_num_queries(4):
        figures = Figures(of_every_kind, history=False)
        figures.read_latest()
        rows_of_the_last_period(figures, None)


def test_without_history_no_other_period_is_read(areas):
    statistic = make_statistic(values={areas[0]: 3}, period="2023")
    make_value(statistic, areas[0], 4)
    figures = Figures([statistic], history=False)
    figures.read_latest()
    StatisticValue.objects.all().delete()
    assert [figures.row(statistic, year)[areas[0].pk].value for year in ("2023", "2024")] == [None, 4]


# --- Who sees what ---------------------------------------------------------------------------------------


def test_the_public_never_sees_what_is_internal_nor_what_is_made_of_it(areas):
    inside = make_statistic(values={areas[0]: 100})
    open_one = make_statistic(values={areas[0]: 200}, is_public=True)
    statistics = [inside, open_one, share(open_one, inside), share(inside, open_one), change(share(inside, open_one))]
    by_inside = make_statistic(values={areas[0]: 1}, adds_up=AddsUp.MEAN, weighted_by=inside, is_public=True)
    assert Figures([*statistics, by_inside], **PUBLIC).statistics == [open_one]
    assert len(Figures([*statistics, by_inside]).statistics) == 6


# --- Small counts ----------------------------------------------------------------------------------------


def test_a_change_does_not_give_back_a_hidden_value_of_before(areas):
    people = make_statistic(values=dict(zip(areas, (4, 40, 60, 80), strict=True)), period="2023", **COUNT)
    for area, count in zip(areas, (52, 41, 61, 83), strict=True):
        make_value(people, area, count, period="2024")
    for asked in (PUBLIC, {}):
        figures = Figures([change(people), change(people, kind=Derivation.GROWTH)], **asked)
        for statistic in figures.statistics:
            assert figures.row(statistic, "2024")[areas[0].pk].missing == Missing.TOO_FEW
            assert figures.row(statistic, "2024")[areas[1].pk].missing == Missing.TOO_FEW
            assert figures.row(statistic, "2024")[areas[2].pk].is_known


@pytest.mark.parametrize("city", [186, 440])
def test_the_citys_own_total_does_not_give_back_what_the_source_kept_secret(areas, city):
    people = make_statistic(
        values=dict(zip([*areas, None], (Missing.SUPPRESSED, 40, 60, 80, city), strict=True)), **COUNT
    )
    for asked in (PUBLIC, {}):
        found = row(people, **asked)
        assert found[None].is_known
        assert found[areas[1].pk].missing == Missing.TOO_FEW


def test_what_is_no_count_but_adds_up_does_not_give_back_a_secret_either(areas):
    income = make_statistic(
        values=dict(zip([*areas, None], (Missing.SUPPRESSED, 40, 60, 80, 186), strict=True)), adds_up=AddsUp.SUM
    )
    assert row(income)[None].missing == Missing.TOO_FEW
    assert row(income)[areas[1].pk].is_known


def test_a_mean_does_not_give_back_how_many_it_is_about(areas):
    """The city's mean and the means of all areas, with all numbers of people but one, make an equation in that one."""
    people = make_statistic(values=dict(zip(areas, (4, 40, 60, 80), strict=True)), **COUNT)
    rate = make_statistic(
        values=dict(zip([*areas, None], (25, 10, 20, 30, 22), strict=True)),
        adds_up=AddsUp.MEAN,
        weighted_by=people,
        is_public=True,
    )
    for asked in (PUBLIC, {}):
        found = row(rate, **asked)
        assert found[areas[0].pk].missing == found[areas[1].pk].missing == Missing.TOO_FEW
        assert found[areas[2].pk].is_known


def test_a_mean_of_what_people_say_goes_when_one_of_them_is_hidden(areas):
    weights = make_statistic(values=dict.fromkeys(areas, 100), adds_up=AddsUp.SUM)
    said = make_statistic(
        values=dict(zip([*areas, None], (4, 40, 60, 80, 46), strict=True)),
        **COUNT | {"adds_up": AddsUp.MEAN, "weighted_by": weights},
    )
    assert not row(said)[None].is_known


def test_a_year_does_not_give_back_a_hidden_quarter(areas):
    people = make_statistic(**COUNT)
    for quarter, count in enumerate((3, 60, 60, 60), start=1):
        for area in areas:
            make_value(people, area, count if area == areas[0] else 60, period=f"2024-Q{quarter}")
    for area in areas:
        make_value(people, area, 183 if area == areas[0] else 240, period="2024")
    assert Figures([people]).periods(people) == ["2024"]
    lately = Figures([people], history=False)
    assert lately.periods(people) == ["2024"]
    assert not lately.row(people, "2024-Q2")[areas[1].pk].is_known
    StatisticValue.objects.filter(period="2024").delete()
    assert Figures([people]).periods(people) == ["2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4"]


def test_a_city_of_too_few_says_nothing_at_all(areas):
    people = make_statistic(values=dict(zip(areas, (1, 0, 2, 0), strict=True)), **COUNT)
    assert {figure.missing for figure in row(people).values()} == {Missing.TOO_FEW}


counts = st.one_of(st.integers(0, 14), st.integers(15, 400))


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    before=st.lists(counts, min_size=4, max_size=4),
    now=st.lists(counts, min_size=4, max_size=4),
    audience=st.sampled_from(Audience),
)
def test_an_attacker_with_every_page_and_export_does_not_find_a_small_count(areas, before, now, audience):
    """All areas, the city, two periods, shares, rates, changes and growth: every equation they make, and its slack."""
    StatisticValue.objects.all().delete()
    people = make_statistic(values=dict(zip(areas, before, strict=True)), period="2023", **COUNT)
    for area, count in zip(areas, now, strict=True):
        make_value(people, area, count, period="2024")
    all_young = make_statistic(values=dict.fromkeys([*areas], 1000), period="2023", adds_up=AddsUp.SUM, is_public=True)
    derived = [
        share(people, all_young),
        make_statistic(derivation=Derivation.PER, part=people, whole=all_young, per=1000, is_public=True),
        change(people),
        change(people, kind=Derivation.GROWTH),
    ]
    figures = Figures([people, *derived], audience=audience)
    for period, true in (("2023", before), ("2024", now)):
        for area, count in zip(areas, true, strict=True):
            if count < (10 if audience == Audience.PUBLIC else 5):
                lowest, highest = could_be(figures, people, derived, period, area.pk)
                assert lowest <= 0
                assert highest >= (9 if audience == Audience.PUBLIC else min(4, sum(true)))


def could_be(figures: Figures, people: Statistic, derived: list, period: str, area: int) -> tuple[float, float]:
    """From what is shown: nothing says it directly, and the total less the others leaves this much room."""
    for statistic in (people, *derived):
        for each in figures.periods(statistic):
            figure = figures.row(statistic, each)[area]
            is_about = each == period or statistic.years  # a change is about two periods
            hidden_now = not figures.row(people, each)[area].is_known
            assert not (figure.is_known and is_about and (each == period or hidden_now))
    found = figures.row(people, period)
    slack = 2.5 if figures.audience == Audience.PUBLIC else 0
    known = [figure.value for key, figure in found.items() if key is not None and figure.value is not None]
    others = len(found) - 1 - len(known) - 1  # hidden as well
    largest_other = min(known, default=10**6) + slack  # those hidden are never larger than those shown
    if not found[None].is_known:
        return 0, 10**6
    left = found[None].value - sum(known)
    room = slack * (len(known) + 1)
    assert others > 0, "the total less all others is this one"
    return left - room - others * largest_other, left + room
