import csv
import datetime
import io
import json

import pytest
from django.core.management import CommandError, call_command

from organisations.coverage import coverage
from organisations.enums import Function
from tests.builders import make_circle, make_neighbourhood, make_offer, make_organisation, make_priority

pytestmark = pytest.mark.django_db

AT = "2026-03-01"


@pytest.fixture
def north():
    """Priority, where De Kring gives 4.5 hours of free time, and bridge of nobody knows how many hours."""
    north = make_neighbourhood("Noord", code="440211")
    make_priority(north)
    hours = {Function.FREE_TIME: "4.5", Function.BRIDGE: None}
    make_offer(make_organisation("De Kring"), north, functions=hours, confirmed_on=datetime.date(2026, 2, 1))
    return north


@pytest.fixture
def circle(north):
    return make_circle(north, name="Rond de vaart")


def ask(*arguments: str) -> str:
    output = io.StringIO()
    call_command("coverage", *arguments, stdout=output)
    return output.getvalue()


def ask_json(*arguments: str) -> list[dict]:
    return json.loads(ask("--format", "json", *arguments))


def test_json_says_all_there_is_to_know_of_an_area(north):
    (area,) = ask_json("--at", AT)
    missing = {"covered": False, "hours": 0, "offers": 0, "organisations": 0, "unconfirmed_only": False}
    one = {"covered": True, "offers": 1, "organisations": 1, "unconfirmed_only": False}
    assert area == {
        "code": "440211",
        "name": "Noord",
        "kind": "neighbourhood",
        "priority": True,
        "status": "PARTIAL",
        "whole_by": [],
        "functions": {
            "FREE_TIME": one | {"hours": 4.5},
            "WELFARE": missing,
            "BRIDGE": one | {"hours": None},
            "SIGNAL": missing,
        },
        "warm_place": False,
        "outreach": False,
        "norm_met": False,
        "gaps": [
            {"kind": "FUNCTION_MISSING", "text": "Nobody takes up the function welfare here."},
            {"kind": "FUNCTION_MISSING", "text": "Nobody takes up the function signal here."},
            {"kind": "NO_WARM_PLACE", "text": "No offer takes place in a warm place here."},
            {"kind": "NO_OUTREACH", "text": "No mobile or outreach work goes to young people here."},
        ],
        "warnings": [],
    }


def test_json_keeps_the_order_that_was_agreed(north):
    (area,) = ask_json()
    keys = "code name kind priority status whole_by functions warm_place outreach norm_met gaps warnings"
    assert " ".join(area) == keys
    assert list(area["functions"]) == ["FREE_TIME", "WELFARE", "BRIDGE", "SIGNAL"]
    assert list(area["functions"]["BRIDGE"]) == ["covered", "hours", "offers", "organisations", "unconfirmed_only"]


def test_neighbourhoods_come_first_then_circles(circle):
    assert [(area["kind"], area["name"]) for area in ask_json()] == [
        ("neighbourhood", "Noord"),
        ("circle", "Rond de vaart"),
    ]


def test_one_area_or_circle_can_be_asked_for(circle):
    make_neighbourhood("Zuid")
    assert [area["name"] for area in ask_json("--area", "440211")] == ["Noord"]
    assert [area["name"] for area in ask_json("--circle", "Rond de vaart")] == ["Rond de vaart"]
    assert len(ask_json("--circle", "Rond de vaart", "--area", "440211")) == 2


def test_a_code_is_text_that_may_begin_with_a_zero_or_be_part_of_another(north):
    with pytest.raises(CommandError):
        ask("--area", "44021")
    make_neighbourhood("Nul", code="044021")
    assert [area["name"] for area in ask_json("--area", "044021")] == ["Nul"]


@pytest.mark.parametrize("day", ["2026-03-01", "1/3/2026", "01/03/2026"])
def test_the_day_is_written_either_way(day):
    make_offer(make_organisation(), make_neighbourhood(), valid_from=AT, valid_until=AT)
    assert ask_json("--at", day)[0]["norm_met"]


def test_without_a_day_it_is_today(time_machine):
    time_machine.move_to("2026-03-01T23:30:00Z")  # already 2 March in Brussels
    make_offer(make_organisation(), make_neighbourhood(), valid_from="2026-03-02")
    assert ask_json()[0]["norm_met"]


def test_ages_are_asked():
    make_offer(make_organisation(), make_neighbourhood(), age_min=12, age_max=15)
    assert ask_json("--ages", "12-15")[0]["norm_met"]
    assert not ask_json("--ages", "6-11")[0]["norm_met"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--at", "30/2/2026"], "“30/2/2026” is not a date. Write 2026-03-01 or 1/3/2026."),
        (["--at", "tomorrow"], "“tomorrow” is not a date. Write 2026-03-01 or 1/3/2026."),
        (["--ages", "15-12"], "“15-12” is not an age band. Write it as 12-15."),
        (["--ages", ""], "“” is not an age band. Write it as 12-15."),
        (["--area", "9", "--at", AT], "No neighbourhood has the code “9” on 2026-03-01."),
        (["--circle", "Rond", "--at", AT], "No movement circle is called “Rond” on 2026-03-01."),
        (["--circle", "Rond de vaart", "--area", "9", "--at", AT], "No neighbourhood has the code “9” on 2026-03-01."),
    ],
)
def test_what_cannot_be_answered_is_said(circle, arguments, message):
    with pytest.raises(CommandError) as refused:
        ask(*arguments)
    assert str(refused.value) == message


def test_a_table_reads_at_a_glance(north):
    header, row = ask("--at", AT).splitlines()
    assert " ".join(header.split()) == "code name priority free time welfare bridge signal norm met state"
    assert " ".join(row.split()) == "440211 Noord yes 4.5 - ? - no lacks welfare and signal"
    assert header.index("state") == row.index("lacks")


def test_csv_opens_in_a_spreadsheet_and_is_no_formula(north):
    north.name = "=1+1"
    north.save()
    (row,) = csv.DictReader(io.StringIO(ask("--at", AT, "--format", "csv")))
    assert row["name"] == "'=1+1"
    assert [row[function] for function in Function.values] == ["4.5", "", "?", ""]
    assert row["status"] == "PARTIAL"
    assert row["gaps"].startswith("Nobody takes up the function welfare here.")


def test_an_empty_city_is_an_answer_too():
    assert ask_json() == []
    assert ask("--format", "csv").startswith("code,name,kind")
    assert len(ask().splitlines()) == 1


def test_the_command_says_what_the_pages_say(circle):
    texts = [gap.text for area in coverage(at=datetime.date(2026, 3, 1)) for gap in area.gaps]
    assert [gap["text"] for area in ask_json("--at", AT) for gap in area["gaps"]] == texts
