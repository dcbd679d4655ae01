"""The mirror of the staff: given freely, told only together, and never of a few people (R16)."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse

from covenants.actions.mirrors import change_mirror, hold_mirror
from covenants.enums import MirrorAspect
from covenants.following_up.mirror import reflected, years
from covenants.following_up.telling import last_told, told_from
from covenants.models import StaffMirror
from jos.shared.time import today
from organisations.models import Organisation
from tests import builders
from tests.record_forms import opened

pytestmark = pytest.mark.django_db
WOMEN = MirrorAspect.WOMEN
YEAR = today().year  # the one that is being counted
TOLD = told_from(YEAR)


def mirrors(*counts: int | None, people: int = 10, aspect: str = WOMEN, year: int = YEAR) -> None:
    """One organisation each, with so many of ten people."""
    for count in counts:
        known = {} if count is None else {aspect: count}
        StaffMirror.objects.create(organisation=builders.make_organisation(), year=year, people=people, counts=known)


def share(aspect: str = WOMEN):
    return next(each for each in reflected(YEAR).shares if each.aspect == aspect)


def test_a_share_is_rounded_to_five_in_a_hundred():
    mirrors(5, 5, 5, 5, 6)
    assert (share().organisations, share().percent) == (5, 50)


def test_nothing_is_told_of_fewer_than_five_organisations():
    mirrors(5, 5, 5, 5)
    assert years(TOLD) == []
    mirrors(None)
    assert years(TOLD) == [YEAR]
    assert (share().organisations, share().percent) == (4, None)


def test_organisations_that_merged_are_one():
    """It knows the counts of both: four others would be left."""
    mirrors(5, 5, 5, 5, 5)
    first, last = Organisation.objects.filter(mirrors__isnull=False).order_by("pk")[:2]
    Organisation.objects.filter(pk=first.pk).update(merged_into=last)
    assert years(TOLD) == []
    assert (reflected(YEAR).organisations, share().organisations, share().percent) == (4, 4, None)


@pytest.mark.parametrize("counts", [(4, 0, 0, 0, 0), (10, 10, 10, 10, 6), (0, 0, 0, 0, 0)])
def test_nothing_is_told_of_fewer_than_five_people(counts):
    mirrors(*counts)
    assert share().percent is None


def test_who_did_not_count_is_unknown_and_no_zero():
    mirrors(5, 5, 5, 5, 5, None)
    assert share().percent == 50


def test_an_organisation_gives_changes_and_takes_back_its_own(sign_in, organisation, member):
    client, new = sign_in(member), reverse("mirror_new", args=[organisation.slug])
    token = {"token": client.get(new).context["form"]["token"].value()}
    answer = client.post(new, token | {"year": str(YEAR), "people": "4", WOMEN: "5"})
    assert "this cannot be more" in answer.content.decode()
    assert client.post(new, token | {"year": str(YEAR), "people": "4", WOMEN: "3"}).status_code == 302
    mirror = StaffMirror.objects.get()
    assert mirror.counts == {WOMEN: 3}
    edit = reverse("mirror_edit", args=[mirror.pk])
    client.post(edit, opened(client, edit) | {"year": str(YEAR), "people": "4", WOMEN: "", MirrorAspect.UNDER_30: "0"})
    mirror.refresh_from_db()
    assert mirror.counts == {MirrorAspect.UNDER_30: 0}
    client.post(reverse("mirror_remove", args=[mirror.pk]))
    assert not StaffMirror.objects.exists()
    assert not StaffMirror.history.exists()


def test_there_is_one_of_a_year(sign_in, organisation, member):
    organisation.mirrors.create(year=YEAR, people=4)
    client, new = sign_in(member), reverse("mirror_new", args=[organisation.slug])
    token = {"token": client.get(new).context["form"]["token"].value()}
    answer = client.post(new, token | {"year": str(YEAR), "people": "4"})
    assert "There is one of this year already." in answer.content.decode()


def test_what_is_told_changes_no_more_but_can_be_taken_away(sign_in, organisation, member, monkeypatch):
    """Who could change its own counts and look again, would read those of the others in what changes."""
    mirror = organisation.mirrors.create(year=YEAR, people=4)
    monkeypatch.setattr("covenants.actions.mirrors.today", lambda: TOLD)
    mirror.year = YEAR + 1  # nor in another year
    with pytest.raises(ValidationError, match="It stays as it is"):
        change_mirror(mirror=mirror, version=1, by=member)
    with pytest.raises(ValidationError, match="It stays as it is"):
        hold_mirror(mirror=StaffMirror(organisation=organisation, year=YEAR - 1, people=4), by=member)
    sign_in(member).post(reverse("mirror_remove", args=[mirror.pk]))
    assert not StaffMirror.objects.exists()


def test_nobody_else_sees_or_changes_it(sign_in, organisation, staff, policymaker, stranger):
    mirror = organisation.mirrors.create(year=YEAR, people=4321)
    for user in (staff, policymaker, stranger):
        assert "4321" not in sign_in(user).get(reverse("mirrors")).content.decode().replace(",", "")
        with pytest.raises(PermissionDenied):
            change_mirror(mirror=mirror, version=1, by=user)
    assert "4321" in sign_in(organisation.memberships.first().user).get(reverse("mirrors")).content.decode().replace(
        ",", ""
    )


@pytest.mark.parametrize("number", [5, 60])
def test_the_page_asks_the_same_of_the_database_whatever_it_holds(
    number, sign_in, organisation, member, django_assert_num_queries
):
    mirrors(*[5] * number, year=last_told(today()))
    client = sign_in(member)
    client.get(reverse("mirrors"))
    with django_assert_num_queries(6):
        assert client.get(reverse("mirrors")).context["reflected"].organisations == number
