"""`manage.py signals report` says how it stands, to people and to machines; `tally` counts, `publish` writes."""

import datetime
import json

import pytest
from django.core.management import CommandError, call_command

from jos.shared.time import midnight, today
from neighbourhoods.enums import AddsUp, Category
from neighbourhoods.models import Statistic
from organisations.enums import AgeBand
from signals.enums import Cause, DossierState, SignalState
from signals.models import Signal, Tally, Theme
from tests import builders, signal_builders

LAST_YEAR = today().year - 1
SPRING = midnight(datetime.date(LAST_YEAR, 3, 10)) + datetime.timedelta(hours=12)


def asked(capsys, *words: str) -> str:
    call_command("signals", *words)
    return capsys.readouterr().out


@pytest.fixture
def city(db):
    """Rabot sent 20, of which 17 have an answer; Ham sent 3; one did not say where."""
    rabot, ham = builders.make_neighbourhood("Rabot"), builders.make_neighbourhood("Ham")
    theme = signal_builders.make_theme("School")
    for number in range(24):
        signal_builders.make_signal(
            neighbourhood=rabot if number < 20 else ham if number < 23 else None,
            theme=theme,
            age_band=AgeBand.CHILDREN,
            received_at=SPRING,
            answered_at=SPRING if number < 17 else None,
        )
    return rabot


class TestReport:
    def test_as_json_has_counts_by_state_area_and_theme_and_medians(self, city, capsys):
        in_action = {"state": DossierState.IN_ACTION, "first_action_on": today()}
        signal_builders.make_dossier(theme=Theme.objects.get(), cause=Cause.RULE, **in_action)
        found = json.loads(asked(capsys, "report", "--format", "json"))
        assert found["signals"]["total"] == 24
        assert found["signals"]["by_state"] == {state: 24 * (state == "RECEIVED") for state in SignalState.values}
        assert found["signals"]["by_theme"] == {"school": 24, "not_said": 0}
        assert found["signals"]["first_answer"]["number"] == 17
        assert found["signals"]["first_answer"]["median_working_days"] == 0
        assert found["dossiers"]["by_cause"]["RULE"] == 1
        assert found["dossiers"]["first_action"]["number"] == 1

    def test_hides_what_is_too_few_also_here(self, city, capsys):
        areas = json.loads(asked(capsys, "report", "--format", "json"))["signals"]["by_area"]
        assert areas == {"ham": None, "rabot": None, "not_said": 1}

    def test_as_text_can_be_read(self, city, capsys):
        text = asked(capsys, "report")
        assert "  total: 24" in text
        assert "    ham: -" in text

    def test_of_nothing_is_nothing(self, db, capsys):
        found = json.loads(asked(capsys, "report", "--format", "json"))
        assert found["signals"]["total"] == 0
        assert found["signals"]["first_answer"]["median_working_days"] is None


class TestTally:
    def test_counts_all_anew(self, city, capsys):
        assert "tallies written" in asked(capsys, "tally")
        assert Tally.objects.get(of="area", key=str(city.pk)).signals == 20
        Signal.objects.filter(neighbourhood=city).delete()
        asked(capsys, "tally")
        assert not Tally.objects.filter(of="area", key=str(city.pk)).exists()

    def test_dry_counts_as_many_and_writes_nothing(self, city, capsys):
        said = asked(capsys, "tally", "--dry-run")
        assert "nothing was written" in said
        assert not Tally.objects.exists()
        assert asked(capsys, "tally").split()[0] == said.split()[0]


class TestPublish:
    @pytest.fixture
    def population(self, db):
        return Statistic.objects.create(
            name="Jongeren", slug="jongeren", category=Category.POPULATION, counts_people=True, adds_up=AddsUp.SUM
        )

    def test_dry_writes_nothing(self, city, capsys):
        assert "nothing was written" in asked(capsys, "publish", "--dry-run")
        assert not Statistic.objects.exists()

    def test_writes_once(self, city, population, capsys):
        assert "Changed: 0" in asked(capsys, "publish", "--population", "jongeren")
        assert Statistic.objects.filter(slug="signals-per-1000", whole=population).exists()
        assert "Added: 0" in asked(capsys, "publish", "--population", "jongeren")

    def test_says_which_populations_there_are(self, city, population):
        with pytest.raises(CommandError, match="Those that do: jongeren"):
            call_command("signals", "publish", "--population", "atlantis")
