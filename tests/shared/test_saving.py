"""What happens when two people save at the same moment. The other one is played by somebody who is a moment earlier."""

import uuid

import pytest
from django.db import IntegrityError
from django.urls import reverse

from jos.shared import saving
from jos.shared.saving import save_new
from neighbourhoods.models import MovementCircle
from neighbourhoods.views import circles
from organisations.models import Offer, PartnershipMember, Place
from organisations.views import belongings, partnerships
from tests import builders

pytestmark = pytest.mark.django_db


@pytest.fixture
def taken_a_moment_ago(monkeypatch):
    """Runs `first` just before the view saves, after its form was found right."""

    def taken(view, action: str, first) -> None:
        save = getattr(view, action)

        def save_second(*args, **kwargs):
            first()
            return save(*args, **kwargs)

        monkeypatch.setattr(view, action, save_second)

    return taken


def test_a_slug_that_is_taken_at_the_same_moment_gives_the_next(organisation, monkeypatch):
    builders.make_offer(organisation, title="Sport")
    slugs = iter(["sport", "sport-2"])
    monkeypatch.setattr(saving, "unique_slug", lambda model, text: next(slugs))

    offer, is_new = save_new(Offer(organisation=organisation, title="Sport"), by=None, named="Sport")

    assert is_new
    assert offer.slug == "sport-2"
    assert Offer.history.filter(title="Sport", slug="sport-2").count() == 1


def test_a_form_that_is_sent_twice_gives_the_first_record_whatever_its_slug(organisation):
    token = uuid.uuid4()
    first = save_new(Offer(organisation=organisation, title="Sport", created_with=token), by=None, named="Sport")[0]

    again = save_new(Offer(organisation=organisation, title="Sport", created_with=token), by=None, named="Sport")

    assert again == (first, False)


def test_what_is_wrong_with_something_else_than_the_slug_is_not_tried_again(organisation):
    neighbourhood = builders.make_neighbourhood()
    builders.make_place(organisation, neighbourhood, "Huis")

    with pytest.raises(IntegrityError):
        save_new(Place(organisation=organisation, neighbourhood=neighbourhood, name="Huis"), by=None)


def test_a_place_that_is_there_since_a_moment_is_said_in_the_form(sign_in, organisation, member, taken_a_moment_ago):
    area = builders.make_neighbourhood()
    taken_a_moment_ago(belongings, "add_to_organisation", lambda: builders.make_place(organisation, area, "Huis"))

    page = sign_in(member).post(
        reverse("place_new", args=[organisation.slug]), {"name": "Huis", "neighbourhood": area.slug}
    )

    assert "already has a place with this name" in page.content.decode()
    assert Place.objects.count() == 1


def test_a_place_renamed_to_what_is_there_since_a_moment_is_said_too(sign_in, organisation, member, taken_a_moment_ago):
    area = builders.make_neighbourhood()
    place = builders.make_place(organisation, area, "Zaal")
    taken_a_moment_ago(belongings, "change_possession", lambda: builders.make_place(organisation, area, "Huis"))

    page = sign_in(member).post(
        reverse("place_edit", args=[organisation.slug, place.pk]),
        {"name": "Huis", "neighbourhood": area.slug, "version": 1},
    )

    assert "already has a place with this name" in page.content.decode()
    place.refresh_from_db()
    assert (place.name, place.version) == ("Zaal", 1)


def test_a_place_that_is_gone_since_a_moment_is_not_there(sign_in, organisation, member, taken_a_moment_ago):
    area = builders.make_neighbourhood()
    place = builders.make_place(organisation, area, "Zaal")
    taken_a_moment_ago(belongings, "change_possession", lambda: Place.objects.all().delete())

    page = sign_in(member).post(
        reverse("place_edit", args=[organisation.slug, place.pk]),
        {"name": "Huis", "neighbourhood": area.slug, "version": 1},
    )

    assert page.status_code == 404


def test_a_member_of_a_partnership_since_a_moment_is_said_in_the_form(sign_in, staff, organisation, taken_a_moment_ago):
    partnership, other = builders.make_partnership(organisation), builders.make_organisation("De Brug")
    member = {"partnership": partnership, "organisation": other, "valid_from": "2026-01-01"}
    taken_a_moment_ago(partnerships, "save_member", lambda: PartnershipMember.objects.create(**member))

    page = sign_in(staff).post(
        reverse("partnership_join", args=[partnership.slug]), {"organisation": other.slug, "valid_from": "2026-01-01"}
    )

    assert "already a member from that day" in page.content.decode()
    assert PartnershipMember.objects.filter(organisation=other).count() == 1


def test_a_circle_that_is_there_since_a_moment_is_said_in_the_form(sign_in, staff, taken_a_moment_ago):
    one, other = builders.make_neighbourhood(), builders.make_neighbourhood()
    taken_a_moment_ago(circles, "create_circle", lambda: builders.make_circle(one, name="Noord"))

    page = sign_in(staff).post(reverse("circle_new"), {"name": "Noord", "neighbourhoods": [one.slug, other.slug]})

    assert "already exists" in page.content.decode()
    assert MovementCircle.objects.count() == 1
