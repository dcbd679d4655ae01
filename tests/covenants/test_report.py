"""`manage.py covenants report`: how every covenant stands, for a terminal or another system."""

import datetime
import io
import json

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from covenants.enums import CovenantState, Side
from jos.shared.time import today
from tests import builders, covenant_builders
from tests.covenant_builders import YEAR


def report(*words: str) -> str:
    out = io.StringIO()
    call_command("covenants", "report", *words, stdout=out)
    return out.getvalue()


def as_json(*words: str) -> dict:
    return json.loads(report("--format", "json", *words))


@pytest.fixture
def covenant(db):
    party = builders.make_organisation("De Kring vzw")
    return covenant_builders.make_covenant(party, state=CovenantState.SIGNED, title="Samen sterk")


def test_says_that_there_is_none_yet(db):
    assert "There are no covenants yet." in report()
    assert as_json()["covenants"] == []


def test_says_whose_turn_it_is_only_while_drafting(covenant):
    covenant_builders.make_covenant(builders.make_organisation("Jong"), title="Ander", turn=Side.PARTNER)
    drafted, signed = as_json()["covenants"]
    assert (drafted["state"], drafted["turn"]) == ("drafting", "partner")
    assert (signed["state"], signed["turn"]) == ("signed", None)
    assert "Ander (Jong): drafting, turn: partner" in report()


def test_gives_values_exactly_spread_and_what_is_unknown(covenant):
    number, scale = covenant_builders.make_number(covenant), covenant_builders.make_scale(covenant)
    silent = covenant_builders.make_number(covenant)
    period = covenant_builders.make_period(covenant, datetime.date(YEAR, 1, 1), ends_on=datetime.date(YEAR, 6, 30))
    for side, place in ((Side.PARTNER, 2), (Side.CITY, 1)):
        sent = covenant_builders.make_report(period, side, submitted_at=timezone.now())
        covenant_builders.make_reflection(sent, scale, place)
        if side == Side.PARTNER:
            covenant_builders.make_measurement(sent, number, 12.5)
            covenant_builders.make_measurement(sent, silent, None)
    (found,) = as_json(f"--period={YEAR}")["covenants"]
    by_name = {each["name"]: each for each in found["indicators"]}
    assert by_name[number.name]["value"] == "12.5"
    assert by_name[silent.name]["value"] is None
    assert by_name[silent.name]["periods_unknown"] == 1
    assert by_name[scale.name]["spread"] == {"city": [1, 0, 0], "partner": [0, 1, 0]}
    assert by_name[scale.name]["last"] == {"city": 1, "partner": 2}
    assert found["periods"][0]["state"] == "submitted"


def test_counts_only_what_ended_in_the_period(covenant):
    number = covenant_builders.make_number(covenant)
    period = covenant_builders.make_period(covenant, datetime.date(YEAR, 1, 1), ends_on=datetime.date(YEAR, 6, 30))
    sent = covenant_builders.make_report(period, submitted_at=timezone.now())
    covenant_builders.make_measurement(sent, number, 3)

    def value(period: str):
        return as_json("--period", period)["covenants"][0]["indicators"][0]["value"]

    assert value(f"{YEAR}-Q2") == "3"
    assert value(f"{YEAR}-Q1") is None
    assert value(f"{YEAR - 1}-{YEAR}") == "3"


def test_counts_the_promises_of_both_sides_and_what_is_overdue(covenant):
    late = today() - datetime.timedelta(days=1)
    covenant_builders.make_commitment(covenant, Side.CITY, due_on=late)
    covenant_builders.make_commitment(covenant, Side.PARTNER)
    covenant_builders.make_commitment(covenant, Side.PARTNER, due_on=late, dropped_on=late)
    promises = as_json()["covenants"][0]["commitments"]
    assert promises["city"] == {"open": 1, "under_way": 0, "kept": 0, "not_kept": 0, "overdue": 1}
    assert promises["partner"]["open"] == 1
    assert promises["partner"]["overdue"] == 0


def test_names_who_is_late_with_a_report(covenant):
    covenant_builders.make_period(covenant, datetime.date(2020, 1, 1))
    assert as_json()["covenants"][0]["periods"][0]["late"] == ["city", "partner"]
    assert "is overdue: city, partner" in report()


def test_an_amendment_is_no_covenant_of_its_own(covenant):
    covenant_builders.make_covenant(covenant.organisation, amends=covenant)
    assert len(as_json()["covenants"]) == 1


def test_a_period_it_cannot_read_is_refused_with_what_to_write(db):
    with pytest.raises(CommandError, match="is no period"):
        report("--period", "gisteren")


@pytest.mark.parametrize("number", [3, 12])
def test_asks_as_much_however_many_there_are(number, db, django_assert_num_queries):
    for _each in range(number):
        covenant_builders.make_period(covenant_builders.make_covenant(state=CovenantState.SIGNED))
    with django_assert_num_queries(8):
        report()
