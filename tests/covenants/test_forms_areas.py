"""Choosing among hundreds of neighbourhoods: by their names, on pages that stay small."""

import pytest
from django.urls import reverse

from covenants.forms.areas import TICKED
from covenants.models import Covenant
from neighbourhoods.models import Neighbourhood
from tests.builders import make_neighbourhood
from tests.covenant_builders import make_covenant, make_hours

pytestmark = pytest.mark.django_db

MOST = 60 * 1024  # bytes of a page
NEW = "/covenants/new/"
SUBJECT = {
    "title": "Samen",
    "organisation": "de kring",
    "valid_from": "2026-09-01",
    "valid_until": "2029-08-31",
    "functions": ["BRIDGE"],
}


@pytest.fixture
def region(organisation):
    """Of several cities: more neighbourhoods than anybody looks through."""
    for number in range(500):
        make_neighbourhood(f"Een wijk met een lange naam {number}")
    return Neighbourhood.objects.all()


@pytest.fixture
def names(organisation):
    return [make_neighbourhood(f"Wijk {number}") for number in range(TICKED + 1)]


@pytest.fixture
def desk(sign_in, staff):
    return sign_in(staff)


def test_a_city_ticks_its_neighbourhoods(desk, organisation):
    make_neighbourhood("Rabot")
    assert 'type="checkbox" name="neighbourhoods" value="rabot"' in desk.get(NEW).text


def test_a_region_writes_their_names(desk, names):
    desk.post(NEW, SUBJECT | {"neighbourhoods": f" wijk 3 \r\n\r\n{names[7].slug}\nWijk 3"})
    assert set(Covenant.objects.get().neighbourhoods.all()) == {names[3], names[7]}


def test_names_that_are_none_are_said_and_stay_typed(desk, names):
    page = desk.post(NEW, SUBJECT | {"neighbourhoods": "Wijk 3\nWijk3x\nOveral"})
    assert "No neighbourhood is called “Wijk3x”. Did you mean" in page.text
    assert "No neighbourhood is called “Overal”." in page.text
    assert "Wijk3x" in page.context["form"]["neighbourhoods"].value()
    assert not Covenant.objects.exists()


def test_who_changes_something_else_keeps_the_neighbourhoods(desk, organisation, names):
    covenant = make_covenant(organisation, *names[:2])
    address = reverse("covenant_edit", args=[covenant.slug])
    shown = desk.get(address).context["form"]["neighbourhoods"].value()
    desk.post(address, SUBJECT | {"neighbourhoods": shown, "version": 1})
    assert list(covenant.neighbourhoods.all()) == names[:2]


def test_two_people_who_write_other_names_see_both(desk, organisation, names):
    covenant = make_covenant(organisation, *names[:2])
    Covenant.objects.update(version=2)
    page = desk.post(
        reverse("covenant_edit", args=[covenant.slug]), SUBJECT | {"neighbourhoods": "Wijk 5", "version": 1}
    )
    assert page.status_code == 409
    assert "Wijk 0, Wijk 1" in page.text
    assert "Wijk 5" in page.text


def test_of_many_neighbourhoods_those_with_hours_stand_beside_each_other(desk, organisation, names):
    covenant = make_covenant(organisation)
    make_hours(covenant, "BRIDGE", 4, neighbourhood=names[5])
    page = desk.get(reverse("covenant_hours", args=[covenant.slug]))
    assert f'<option value="{names[6].slug}">' in page.text
    assert f'<option value="{names[5].slug}">' not in page.text
    chosen = desk.get(reverse("covenant_hours", args=[covenant.slug]), {"area": names[6].slug})
    assert chosen.url == reverse("covenant_hours", args=[covenant.slug, names[6].slug])
    assert desk.get(reverse("covenant_hours", args=[covenant.slug]), {"area": "é/"}).status_code == 404


def test_pages_of_a_region_stay_small(desk, region, organisation):
    covenant = make_covenant(organisation)
    for address in (NEW, reverse("covenant_hours", args=[covenant.slug])):
        assert len(desk.get(address).content) < MOST


def test_two_neighbourhoods_of_one_name_are_told_apart(desk, organisation, names):
    _first, second = make_neighbourhood("Centrum"), make_neighbourhood("Centrum")
    desk.post(NEW, SUBJECT | {"neighbourhoods": second.slug})
    covenant = Covenant.objects.get()
    assert list(covenant.neighbourhoods.all()) == [second]
    shown = desk.get(reverse("covenant_edit", args=[covenant.slug])).context["form"]["neighbourhoods"].value()
    assert shown == second.slug
