"""Every text the portal shows exists in Dutch. `make messages` brings the file in step and says what is missing."""

import ast

import polib
import pytest
from django.conf import settings

from jos import settings as installation
from jos import translations
from tests.house.sources import CODE, PROJECT, trees


@pytest.mark.parametrize("language", translations.LANGUAGES, ids=lambda language: language.code)
def test_every_text_is_translated(language):
    path = PROJECT / "jos" / "locale" / language.code / "LC_MESSAGES" / "django.po"

    faults = translations.faults(PROJECT, polib.pofile(str(path)), language)

    assert not faults, f"{len(faults)} faults (make messages):\n" + "\n".join(faults)


def test_every_language_offered_is_the_source_or_translated():
    complete = {language.code for language in translations.LANGUAGES if language.sources == translations.SOURCES}
    assert set(dict(settings.LANGUAGES)) == {"en", *complete}


def test_every_language_a_city_can_switch_on_for_young_people_is_translated():
    assert set(installation._MORE) == {language.code for language in translations.LANGUAGES} - {"nl"}


def test_what_young_people_read_stands_where_it_is_translated():
    for source in translations.YOUNG_SOURCES:
        assert (PROJECT / source).exists(), source


def test_no_text_hides_behind_a_name_of_our_own():
    """`from django.utils.translation import gettext as _text`: its texts would not be found, and stay English."""
    known = {"_", *translations.KEYWORDS}
    hidden = [
        f"{file}: {name.name} as {name.asname}"
        for file, tree in trees(*CODE)
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "django.utils.translation"
        for name in node.names
        if name.name in translations.KEYWORDS and name.asname and name.asname not in known
    ]

    assert not hidden


@pytest.fixture
def small_project(tmp_path):
    for folder in translations.SOURCES:
        (tmp_path / folder).mkdir()
    (tmp_path / "jos" / "code.py").write_text(
        "a = _('Hello %(name)s')\n"
        "# Translators: on a button\n"
        "b = pgettext_lazy('verb', 'Open')\n"
        "c = ngettext('%(n)s day', '%(n)s days', n)\n"
    )
    (tmp_path / "templates" / "page.html").write_text(
        '{% load i18n %}\n    <p>{% translate "Hours" %} 50%</p>\n'
        "  {% blocktranslate trimmed %}\n    Two\n    lines {{ name }}\n  {% endblocktranslate %}\n"
    )
    return tmp_path


def test_texts_are_found_in_code_and_in_templates(small_project):
    found = translations.texts(small_project)

    assert set(found) == {
        (None, "Hello %(name)s"),
        ("verb", "Open"),
        (None, "%(n)s day"),
        (None, "Hours"),
        (None, "Two lines %(name)s"),
    }
    assert found[("verb", "Open")].comments == ["Translators: on a button"]
    assert found[(None, "%(n)s day")].plural == "%(n)s days"


def test_an_update_keeps_what_is_translated_and_drops_what_is_not_used(small_project):
    old = polib.POFile()
    old.append(polib.POEntry(msgid="Hours", msgstr="Uren"))
    old.append(polib.POEntry(msgid="Gone", msgstr="Weg"))

    new = translations.updated(small_project, old)

    assert new.find("Hours").msgstr == "Uren"
    assert new.find("Gone") is None
    assert "python-format" in new.find("Hello %(name)s").flags
    assert translations.faults(small_project, new)


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"flags": ["fuzzy"], "msgstr": "Dag %(name)s"}, "not sure"),
        ({"msgstr": ""}, "not translated"),
        ({"msgstr": "Dag %(naam)s"}, "other placeholders"),
        ({"msgstr": "Dag"}, "placeholders left out"),
        ({"msgstr": "Dag %(name)s"}, None),
    ],
)
def test_a_faulty_translation_is_reported(small_project, change, fault):
    catalogue = translations.updated(small_project, polib.POFile())
    entry = catalogue.find("Hello %(name)s")
    for attribute, value in change.items():
        setattr(entry, attribute, value)

    reported = [text for text in translations.faults(small_project, catalogue) if "Hello" in text]

    assert reported == ([f"{fault} (jos/code.py): Hello %(name)s"] if fault else [])


def test_a_text_that_is_no_longer_used_is_reported(small_project):
    catalogue = translations.updated(small_project, polib.POFile())
    catalogue.append(polib.POEntry(msgid="Gone", msgstr="Weg"))

    assert "no longer used: Gone" in translations.faults(small_project, catalogue)
