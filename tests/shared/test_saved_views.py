"""Views people save: a page with what they asked of it, under a name of their own."""

import pytest
from django.http import QueryDict
from django.urls import reverse

from jos.shared.models import SavedView
from jos.shared.saved_views import PAGES, known_query
from tests import builders

pytestmark = pytest.mark.django_db


@pytest.fixture
def save(sign_in, policymaker):
    client = sign_in(policymaker)

    def save(name="Gaps", query="gaps=on", page="coverage"):
        return client.post(reverse("saved_view_save"), {"page": page, "name": name, "query": query})

    return save


def test_a_view_is_kept_and_opens_what_was_asked(save, policymaker):
    assert save().url == "/coverage/?gaps=on"
    (view,) = policymaker.saved_views.all()
    assert (view.page, view.name, view.query) == ("coverage", "Gaps", "gaps=on")


def test_the_page_lists_them_and_says_which_one_is_seen(save, client):
    builders.make_neighbourhood()
    save()
    save(name="Young", query="ages=6-11")
    page = client.get("/coverage/?gaps=on").content.decode()
    assert '<a href="/coverage/?gaps=on" aria-current="true">Gaps</a>' in page
    assert '<a href="/coverage/?ages=6-11">Young</a>' in page


def test_a_name_used_again_means_the_new_view(save, policymaker):
    save()
    save(query="ages=6-11")
    assert [view.query for view in policymaker.saved_views.all()] == ["ages=6-11"]


def test_the_same_name_on_another_page_or_of_somebody_else_is_another_view(save, policymaker, staff):
    SavedView.objects.create(user=staff, page="coverage", name="Gaps", query="")
    save()
    save(page="offers", query="q=dans")
    assert policymaker.saved_views.count() == 2
    assert staff.saved_views.get().query == ""


@pytest.mark.parametrize(
    "query", ["next=https://evil.example", "//evil.example", "https://evil.example/?gaps=on#x", "gaps=&lacks="]
)
def test_only_what_the_page_knows_is_kept_and_no_address_leads_away(save, policymaker, query):
    assert save(query=query).url == "/coverage/"
    assert policymaker.saved_views.get().query == ""


def test_what_would_not_fit_is_not_saved(save, policymaker):
    assert save(query="q=" + "é" * 900, page="offers").url == "/offers/"
    assert not policymaker.saved_views.exists()


def test_several_values_of_one_field_are_kept():
    query = "kind=SPORT&at=2026-01-01&kind=CULTURE&page=3"
    assert known_query("coverage", QueryDict(query)) == "at=2026-01-01&kind=SPORT&kind=CULTURE"


@pytest.mark.parametrize("name", ["", "  ", "x" * 61, "a\x00b"])
def test_a_name_that_cannot_be_is_refused_with_a_reason(save, policymaker, name, client):
    response = save(name=name)
    assert policymaker.saved_views.count() == 0
    if response.status_code != 400:
        assert response.url == "/coverage/?gaps=on"
        assert "it was not saved" in client.get(response.url).content.decode()


@pytest.mark.parametrize("page", ["", "admin:index", "home", "https://evil.example"])
def test_a_page_that_saves_no_views_is_refused(save, page):
    assert save(page=page).status_code == 400


@pytest.mark.parametrize("query", ["gaps=on&" * 3000, "%ED%A0%80=x", "at=" + "9" * 900])
def test_a_query_of_any_kind_breaks_nothing(save, query):
    assert save(query=query).status_code in (302, 400)


def test_one_throws_away_ones_own_view_only(save, client, policymaker, staff):
    save()
    view = policymaker.saved_views.get()
    client.force_login(staff)
    assert client.post(reverse("saved_view_delete", args=[view.pk])).status_code == 404
    client.force_login(policymaker)
    assert client.post(reverse("saved_view_delete", args=[view.pk])).url == "/coverage/?gaps=on"
    assert policymaker.saved_views.count() == 0


@pytest.mark.parametrize("page", PAGES)
def test_every_page_with_views_can_be_opened(page):
    assert reverse(page)
