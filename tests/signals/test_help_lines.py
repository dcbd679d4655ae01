from django.template.loader import render_to_string

from signals.help_lines import help_lines


def test_those_of_flanders_stand_there_with_what_they_are_for():
    lines = help_lines()

    assert [line.phone for line in lines] == ["112", "102", "1712", "106", "1813", "0800 13 500"]
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
