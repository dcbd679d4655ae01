"""The style guide shows all there is."""

import pytest
from django.conf import settings

from jos.dashboards import styleguide
from tests.house.sources import templates

PAGES = ("/-/styleguide/", "/-/styleguide/charts/")
FOR_OTHER_EYES = {"components/share.html"}  # search engines and other portals: nothing to see on a page


@pytest.fixture
def shown(sign_in, staff) -> set[str]:
    """The templates of both of its pages."""
    client = sign_in(staff)
    pages = [client.get(page) for page in PAGES]
    return {template.name for page in pages for template in page.templates}


def test_every_component_is_on_it(shown):
    components = {name for name, _text in templates() if name.startswith("components/")}

    assert components - shown - FOR_OTHER_EYES == set()


@pytest.mark.parametrize("page", PAGES)
def test_it_asks_the_database_for_nothing_but_who_looks(sign_in, staff, django_assert_num_queries, page):
    client = sign_in(staff)
    with django_assert_num_queries(3):
        client.get(page)


@pytest.mark.parametrize("page", PAGES)
def test_everybody_sees_it_where_the_portal_is_being_worked_on(client, monkeypatch, page):
    monkeypatch.setattr(settings, "DEBUG", True)  # past Django's own, which would make the templates' engine anew

    assert client.get(page).status_code == 200


def test_the_flower_is_shown_in_every_state():
    areas = styleguide.flowers()
    states = {(area.priority, area.norm_met, area.status) for area in areas}

    assert {status for *_others, status in states} == {"WHOLE", "SCATTERED", "PARTIAL", "NONE"}
    assert {(priority, met) for priority, met, _status in states} == {
        (True, True),
        (True, False),
        (False, True),
        (False, False),
    }
    assert any(function.unconfirmed_only for area in areas for function in area.functions.values())
