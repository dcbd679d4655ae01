"""All or nothing, history, and what a second import does."""

import pytest
from django.db import IntegrityError

from jos.shared.imports import FileRefused
from neighbourhoods.enums import Missing
from neighbourhoods.imports.statistics import apply_statistics
from neighbourhoods.models import DataSet, Statistic, StatisticValue
from tests.builders import make_neighbourhood, make_statistic, make_value
from tests.neighbourhoods.imports.statistics.files import columns, imported, plan_of, stored

pytestmark = pytest.mark.django_db

FILE = "wijk;druk\n7;4\n18;x\n"


@pytest.fixture(autouse=True)
def city():
    return make_neighbourhood("Rabot", code="7"), make_neighbourhood("Ledeberg", code="18")


def nothing_written() -> bool:
    return not any(model.objects.exists() for model in (DataSet, Statistic, StatisticValue))


def told(plan) -> list[str]:
    return [f"{change.kind.label}: {change.label}: {'; '.join(change.details)}" for change in plan.changes]


def test_the_preview_tells_per_statistic_what_is_new(city):
    plan = plan_of(FILE, data_set="Stad in cijfers")
    assert told(plan) == [
        "new: Druk, 2024: a new figure, still to complete; 2 values; 1 without a number (kept secret by the source)"
    ]
    assert plan.counts() == {"NEW": 2, "CHANGED": 0, "UNCHANGED": 0, "MISSING": 0}
    assert nothing_written()


def test_importing_again_changes_nothing(city):
    imported(FILE)
    plan = plan_of(FILE)
    assert plan.is_empty
    assert plan.counts()["UNCHANGED"] == 2
    apply_statistics(plan, by=None)
    assert StatisticValue.history.count() == 2


def test_a_correction_says_from_what_to_what_and_keeps_the_old_value_in_history(city, staff):
    imported(FILE)
    plan = imported("wijk;druk\n7;12,4\n18;3\n", by=staff)
    assert told(plan) == [
        "changed: Druk, 2024: 2 values; Rabot 2024 from 4 to 12.4; Ledeberg 2024 from kept secret by the source to 3"
    ]
    value = StatisticValue.objects.get(neighbourhood=city[0])
    assert [row.value for row in value.history.order_by("history_id")] == [4, 12.4]
    assert value.history.latest().history_user == staff
    assert stored() == {("Rabot", "2024"): 12.4, ("Ledeberg", "2024"): 3}


def test_an_empty_cell_takes_a_value_away_and_never_makes_it_zero(city):
    imported(FILE)
    imported("wijk;druk\n7;\n18;0\n")
    assert stored() == {("Rabot", "2024"): Missing.EMPTY, ("Ledeberg", "2024"): 0}


def test_many_corrections_are_told_with_examples_only(city):
    rows = [(str(year), year % 100) for year in range(1990, 2020)]
    imported("wijk;jaar;druk\n" + "".join(f"7;{year};{value}\n" for year, value in rows), period_field="jaar")
    plan = plan_of("wijk;jaar;druk\n" + "".join(f"7;{year};{value + 1}\n" for year, value in rows), period_field="jaar")
    (change,) = plan.changes
    assert change.label == "Druk, 1990 … 2019"
    assert change.details[-1] == "and 20 more"
    assert len(change.details) == 12


def test_the_fingerprint_covers_values_that_the_preview_does_not_write_out():
    assert plan_of("wijk;druk\n7;4\n").fingerprint != plan_of("wijk;druk\n7;5\n").fingerprint
    assert plan_of("wijk;druk\n7;4\n").fingerprint == plan_of("wijk;druk\n7;4\n").fingerprint


def test_values_that_the_file_no_longer_has_stay_and_are_said(city):
    imported(FILE)
    plan = imported("wijk;druk\n7;5\n")
    assert "no longer in the file: Druk, 2024: 1 value; 1 without a number" in told(plan)[1]
    assert ("Ledeberg", "2024") in stored()


def test_other_periods_are_not_asked_about(city):
    make_value(make_statistic("Druk"), city[1], 3, period="2010")
    assert plan_of("wijk;druk\n7;5\n").counts()["MISSING"] == 0


def test_a_file_with_a_problem_writes_nothing_at_all(city):
    plan = plan_of("wijk;druk\n7;4\n18;veel\n", data_set="Nieuw")
    assert plan.is_refused
    with pytest.raises(FileRefused):
        apply_statistics(plan, by=None)
    assert nothing_written()


def test_what_somebody_else_wrote_meanwhile_stops_all_of_it(city):
    both = columns(druk="Druk", groen="Groen")
    statistic = make_statistic("Groen")
    plan = plan_of("wijk;druk;groen\n7;4;5\n", columns=both)
    make_value(statistic, city[0], 1)
    with pytest.raises(IntegrityError):
        apply_statistics(plan, by=None)
    assert [each.name for each in Statistic.objects.all()] == ["Groen"]
    assert stored("Groen") == {("Rabot", "2024"): 1}


def test_a_data_set_is_made_once_and_only_for_what_is_new(city):
    imported(FILE, data_set="Stad in cijfers")
    imported("wijk;druk\n7;9\n", data_set="Iets anders")
    imported("wijk;druk\n7;9\n", columns=columns(druk="Groen"), data_set="stad  in CIJFERS")
    assert [each.name for each in DataSet.objects.all()] == ["Stad in cijfers"]
    assert DataSet.objects.get().statistics.count() == 2


def test_ten_thousand_values_take_a_handful_of_queries(city, django_assert_max_num_queries):
    periods = [f"{year}-Q{quarter}" for year in range(1990, 2020) for quarter in range(1, 5)]
    names = [f"k{number}" for number in range(42)]
    rows = [f"{code};{period};" + ";".join(str(n) for n in range(42)) for code in (7, 18) for period in periods]
    content = "wijk;jaar;" + ";".join(names) + "\n" + "\n".join(rows)
    with django_assert_max_num_queries(8):
        plan = plan_of(content, period_field="jaar", columns=columns(**{name: name for name in names}))
    assert plan.counts()["NEW"] == 42 * 240
