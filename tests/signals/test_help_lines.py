import pytest
from django.core.checks import run_checks
from django.template.loader import render_to_string

from signals.help_lines import help_lines


def test_those_of_flanders_stand_there_with_what_they_are_for():
    lines = help_lines()

    assert [line.phone for line in lines] == ["112", "102", "1712", "1813", "106", "0800 13 500"]
    assert all(line.text for line in lines)
    assert lines[-1].dials == "080013500"


def test_a_city_names_its_own(settings):
    settings.HELP_LINES = [{"name": "Jongerenlijn", "phone": "+32 9 000 00 00", "text": "Elke dag", "url": ""}]

    html = render_to_string("signals/young/help_lines.html", {"prominent": False})

    assert "tel:+3290000000" in html
    assert "Awel" not in html


def test_words_of_danger_open_them_and_bring_them_to_the_front():
    assert " open" not in render_to_string("signals/young/help_lines.html", {"prominent": False})
    assert " open" in render_to_string("signals/young/help_lines.html", {"prominent": True})


@pytest.mark.parametrize("wrong", ["112", {"name": "112"}, ["112"], [{"name": "112"}], [{"nummer": "112"}], 7])
def test_the_portal_says_at_its_start_what_is_wrong_in_them(settings, wrong):
    settings.HELP_LINES = wrong

    assert [error.id for error in run_checks()] == ["signals.E001"]


def test_those_of_flanders_and_good_ones_are_right(settings):
    assert run_checks() == []
    settings.HELP_LINES = [{"name": "Hulp", "phone": "112", "text": "Altijd"}]
    assert run_checks() == []
