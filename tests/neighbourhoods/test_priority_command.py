"""`manage.py priority`: what other tools read, and what people read in a terminal."""

import csv
import datetime
import io
import json

import pytest
from django.core.management import CommandError, call_command

from neighbourhoods.enums import DecisionStage, Missing
from neighbourhoods.models import WeighingItem, WeighingVersion
from tests.builders import make_neighbourhood, make_priority, make_statistic, make_value, make_weighing

pytestmark = pytest.mark.django_db


@pytest.fixture
def areas():
    return [make_neighbourhood(name, code=name[:3]) for name in ("Bloemekens", "Dampoort", "Meulestede", "Wondelgem")]


@pytest.fixture
def poor(areas):
    return make_statistic("Arme kinderen", values=dict(zip(areas, (1, 4, 3, 2), strict=True)))


@pytest.fixture
def green(areas):
    return make_statistic("Groen", values=dict(zip(areas, (9, 2, 1, Missing.EMPTY), strict=True)))


def output(*arguments: str) -> str:
    written = io.StringIO()
    call_command("priority", *arguments, stdout=written)
    return written.getvalue()


def rows(*arguments: str) -> list[dict]:
    return json.loads(output(*arguments, "--format", "json"))


def test_json_is_a_list_in_order_of_rank_with_these_keys(areas, poor):
    found = rows("--weights", "arme-kinderen=2")
    assert [row["name"] for row in found] == ["Dampoort", "Meulestede", "Wondelgem", "Bloemekens"]
    assert list(found[0]) == [
        *("code", "name", "score", "rank", "rank_low", "rank_high", "contributions", "missing"),
        *("worst_quarter_count", "priority", "decided_on"),
    ]
    assert found[0]["score"] == pytest.approx(1.341641, abs=1e-6)
    assert found[0] | {"score": None, "contributions": None} == {
        "code": "Dam",
        "name": "Dampoort",
        "score": None,
        "rank": 1,
        "rank_low": 1,
        "rank_high": 1,
        "contributions": None,
        "missing": [],
        "worst_quarter_count": 1,
        "priority": False,
        "decided_on": None,
    }


def test_a_negative_weight_says_that_more_is_better(areas, poor, green):
    assert rows("--weights", "groen=-1")[0]["name"] == "Meulestede"


def test_contributions_and_what_is_missing_go_by_slug(areas, poor, green):
    found = {row["name"]: row for row in rows("--weights", "arme-kinderen=1,groen=-1")}
    assert found["Wondelgem"]["missing"] == ["groen"]
    assert list(found["Wondelgem"]["contributions"]) == ["arme-kinderen"]
    assert sum(found["Dampoort"]["contributions"].values()) == pytest.approx(found["Dampoort"]["score"])


def test_where_nothing_is_known_there_is_no_score_and_no_rank(areas, green):
    last = rows("--weights", "groen=-1")[-1]
    assert (last["name"], last["score"], last["rank"], last["rank_low"]) == ("Wondelgem", None, None, None)


def test_a_statistic_is_found_by_its_name_as_well(areas, poor):
    assert rows("--weights", "Arme kinderen = 1")[0]["name"] == "Dampoort"


def test_also_where_its_name_has_a_comma(areas, poor, green):
    make_statistic("Spelen, en meer", values=dict.fromkeys(areas, 1))
    assert "spelen-en-meer" in rows("--weights", "groen=-1,Spelen, en meer=1")[0]["contributions"]


def test_it_is_a_z_score_unless_told_otherwise(areas, poor):
    assert rows("--weights", "arme-kinderen=1", "--method", "rank")[0]["score"] == 1


def test_a_saved_weighing_is_its_last_version_by_its_own_method(areas, poor, green):
    version = make_weighing("Kansen", weights={poor: 1})
    second = WeighingVersion.objects.create(weighing=version.weighing, number=2, method="rank")
    WeighingItem.objects.create(version=second, statistic=green, weight=-1)
    first = rows("--weighing", "kansen")[0]
    assert (first["name"], first["score"]) == ("Meulestede", 1)
    assert rows("--weighing", "kansen", "--method", "zscore")[0]["score"] != 1


def test_the_only_weighing_needs_no_name(areas, poor):
    make_weighing("Kansen", weights={poor: 1})
    assert rows()[0]["name"] == "Dampoort"


def test_no_figures_of_later_than_the_period_asked(areas, poor):
    for area, value in zip(areas, (9, 1, 2, 3), strict=True):
        make_value(poor, area, value, period="2025")
    assert rows("--weights", "arme-kinderen=1")[0]["name"] == "Bloemekens"
    assert rows("--weights", "arme-kinderen=1", "--period", "2024")[0]["name"] == "Dampoort"


def test_a_decision_in_force_today_gives_priority(areas, poor):
    day = datetime.date(2025, 6, 30)
    make_priority(areas[0], decided_on=day)
    make_priority(areas[1], valid_until=datetime.date(2021, 1, 1))
    make_priority(areas[2], stage=DecisionStage.PROPOSAL)
    make_priority(areas[3], is_priority=False)
    found = {row["name"]: (row["priority"], row["decided_on"]) for row in rows("--weights", "arme-kinderen=1")}
    assert found.pop("Bloemekens") == (True, "2025-06-30")
    assert set(found.values()) == {(False, None)}


def test_csv_has_a_column_for_each_statistic(areas, poor, green):
    table = list(csv.DictReader(io.StringIO(output("--weights", "arme-kinderen=1,groen=-1", "--format", "csv"))))
    assert [row["rank"] for row in table] == ["1", "2", "3", "4"]
    last = next(row for row in table if row["name"] == "Wondelgem")
    assert (last["value:groen"], last["contribution:groen"], last["missing"]) == ("", "", "groen")
    assert (last["value:arme-kinderen"], last["score"]) == ("2", "-0.447214")


def test_the_table_is_for_people(areas, poor, green):
    lines = output("--weights", "arme-kinderen=1,groen=-1").splitlines()
    assert lines[0].split()[:2] == ["rank", "from–to"]
    assert lines[1].split() == ["1", "1–1", "Dam", "Dampoort", "0.95", "1", "no"]
    assert lines[3].split() == ["3", "3–3", "Won", "Wondelgem", "-0.45", "0", "no", "groen"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--weights", "arme-kinder=1"], "Did you mean: arme-kinderen?"),
        (["--weights", "onbestaand=1"], "There are: arme-kinderen"),
        (["--weights", "arme-kinderen=0"], "is 0"),
        (["--weights", "arme-kinderen=veel"], "is no number"),
        (["--weights", "arme-kinderen=nan"], "is no number"),
        (["--weights", "arme-kinderen=1e999"], "is no number"),
        (["--weights", "arme-kinderen"], "Give each statistic a weight"),
        (["--weights", ""], "Give each statistic a weight"),
        (["--weights", "arme-kinderen=1,arme-kinderen=2"], "twice"),
        (["--weights", "arme-kinderen=1", "--weighing", "kansen"], "Choose one of"),
        (["--weights", "arme-kinderen=1", "--period", "gisteren"], "is no period"),
        (["--weighing", "kansen"], "There is no weighing “kansen”. There are: none yet."),
        ([], "There is no weighing yet"),
    ],
)
def test_what_cannot_be_asked_is_said_and_nothing_is_written(areas, poor, arguments, words):
    written = io.StringIO()
    with pytest.raises(CommandError) as refusal:
        call_command("priority", *arguments, stdout=written)
    assert words in str(refusal.value)
    assert written.getvalue() == ""


def test_of_several_weighings_one_has_to_be_chosen(areas, poor):
    make_weighing("Kansen", weights={poor: 1})
    make_weighing("Ruimte", weights={poor: 1})
    with pytest.raises(CommandError, match="--weighing kansen, ruimte"):
        output()
