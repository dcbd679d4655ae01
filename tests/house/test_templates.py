"""House rules for templates: they compile, they are used, and they keep to the strict policy for scripts and styles."""

import re

import pytest
from django.apps import apps
from django.template import Context, Template, TemplateDoesNotExist, engines
from django.template.loader import get_template

from tests.house.sources import CODE, PROJECT, python_files, templates

TEMPLATES = dict(templates())
ASKED_BY_DJANGO = {"400.html", "403.html", "404.html", "429.html", "500.html"}  # and by allauth
INLINE = re.compile(r"<style|<script(?![^>]*\bsrc=)|\sstyle=|\son[a-z]+=|javascript:", re.IGNORECASE)


@pytest.mark.parametrize("name", TEMPLATES)
def test_every_template_compiles(name):
    get_template(name)


def test_every_template_is_used():
    said = [text for _name, text in python_files(*CODE)] + list(TEMPLATES.values())
    named = {name for text in said for name in re.findall(r"[\"'(]([\w/.-]+\.(?:html|txt|svg|js))[\"')]", text)}
    patterns = [
        re.sub(r"\{[^}]*\}", ".*", pattern)
        for text in said
        for pattern in re.findall(r"f\"([^\"]*\{[^\"]*\.(?:html|txt|svg|js))\"", text)
    ]
    unused = [
        name
        for name in set(TEMPLATES) - named - ASKED_BY_DJANGO
        if not any(re.fullmatch(pattern, name) for pattern in patterns) and not _replaces_a_librarys(name)
    ]

    assert not unused


def _replaces_a_librarys(name: str) -> bool:
    """A template of the same name in an installed app, which asks for it."""
    return any((PROJECT / app.path / "templates" / name).exists() for app in apps.get_app_configs())


@pytest.mark.parametrize("name", TEMPLATES)
def test_no_template_has_script_or_style_in_its_lines(name):
    if not name.startswith("mail/"):  # a mail has no policy, and no style sheet either
        assert not INLINE.findall(TEMPLATES[name])


def test_an_undefined_variable_in_our_templates_fails():
    """What `tests/undefined.py` does for the whole suite, tried."""
    engine = engines["django"].engine
    ours = Template("{{ nowhere }}", engine=engine)
    ours.origin.name = str(PROJECT / "templates" / "some.html")
    for node in ours.nodelist:
        node.origin = ours.origin

    with pytest.raises(AssertionError, match="nowhere"):
        ours.render(Context())


def test_an_undefined_variable_in_a_librarys_template_is_its_own_business():
    assert Template("{{ nowhere }}", engine=engines["django"].engine).render(Context()) == ""


def test_a_template_that_is_not_there_is_no_excuse():
    with pytest.raises(TemplateDoesNotExist):
        get_template("nowhere.html")
