"""The people of an organisation and of the city, and what takes effect on the next request."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from jos.accounts.actions import change_city_role, close_account, reopen_account
from jos.accounts.enums import Role
from jos.accounts.models import User
from organisations.actions.people import CannotAccept, change_member_role, invite, open_account, remove_member
from organisations.current import SESSION_KEY
from organisations.enums import InvitedAs, MemberRole
from organisations.models import Invitation, Membership
from tests import builders

pytestmark = pytest.mark.django_db


def membership_of(user) -> Membership:
    return user.memberships.get()


def members_page(organisation) -> str:
    return reverse("members", args=[organisation.slug])


# --- Members of an organisation ---


def test_a_coordinator_sees_the_members_and_what_to_do(sign_in, organisation, coordinator):
    page = sign_in(coordinator).get(members_page(organisation)).content.decode()
    assert "Mira" in page
    assert "Invite somebody" in page
    assert "Yes, remove" in page


def test_a_member_sees_the_members_but_can_only_leave(sign_in, organisation, member):
    page = sign_in(member).get(members_page(organisation)).content.decode()
    assert "Cem" in page
    assert "Invite somebody" not in page
    assert "Yes, remove" not in page
    assert "Yes, leave" in page


def test_a_coordinator_invites_and_sees_the_invitation(sign_in, organisation, coordinator):
    form = {"email": "Nora@Example.org", "invited_as": "COORDINATOR"}
    page = sign_in(coordinator).post(members_page(organisation), form, follow=True).content.decode()
    assert "An invitation is on its way to nora@example.org" in page
    invitation = Invitation.objects.get()
    assert (invitation.organisation, invitation.invited_by) == (organisation, coordinator)
    assert invitation.history.get().history_user == coordinator


def test_an_invitation_that_cannot_be_says_why_beside_the_field(sign_in, organisation, coordinator, member):
    form = {"email": member.email, "invited_as": "MEMBER"}
    page = sign_in(coordinator).post(members_page(organisation), form).content.decode()
    assert "already a member of De Kring vzw" in page
    assert f'value="{member.email}"' in page


@pytest.mark.parametrize("role", ["ADMINISTRATOR", "STAFF", "POLICYMAKER", "", "x" * 5000])
def test_a_coordinator_cannot_invite_for_the_city(sign_in, organisation, coordinator, role):
    sign_in(coordinator).post(members_page(organisation), {"email": "n@example.org", "invited_as": role})
    assert not Invitation.objects.exists()


def test_fields_that_were_not_asked_are_not_stored(sign_in, organisation, stranger, coordinator):
    other = membership_of(stranger).organisation
    form = {"email": "n@example.org", "invited_as": "MEMBER", "organisation": other.pk, "invited_by": stranger.pk}
    sign_in(coordinator).post(members_page(organisation), form)
    invitation = Invitation.objects.get()
    assert (invitation.organisation, invitation.invited_by) == (organisation, coordinator)


def test_a_removed_member_is_out_on_the_next_request(client, sign_in, organisation, member, coordinator):
    sign_in(member)
    assert client.get(members_page(organisation)).status_code == 200
    membership = membership_of(member)
    remove_member(membership, by=coordinator)
    assert client.get(members_page(organisation)).status_code == 404
    removed = Membership.history.filter(user=member).first()
    assert (removed.history_type, removed.history_user) == ("-", coordinator)


def test_who_is_no_longer_coordinator_no_longer_manages_on_the_next_request(sign_in, organisation, coordinator, staff):
    client = sign_in(coordinator)
    change_member_role(membership_of(coordinator), role=MemberRole.MEMBER, by=staff)
    response = client.post(members_page(organisation), {"email": "n@example.org", "invited_as": "MEMBER"})
    assert response.status_code == 403


def test_the_only_coordinator_cannot_leave_or_step_down_alone(organisation, coordinator):
    with pytest.raises(ValidationError, match="only coordinator"):
        remove_member(membership_of(coordinator), by=coordinator)
    with pytest.raises(ValidationError, match="only coordinator"):
        change_member_role(membership_of(coordinator), role=MemberRole.MEMBER, by=coordinator)


def test_a_coordinator_leaves_once_there_is_another(sign_in, organisation, member, coordinator):
    change_member_role(membership_of(member), role=MemberRole.COORDINATOR, by=coordinator)
    response = sign_in(coordinator).post(reverse("member_remove", args=[membership_of(coordinator).pk]))
    assert response.url == reverse("home")
    assert not coordinator.memberships.exists()


def test_staff_remove_even_the_only_coordinator(organisation, coordinator, staff):
    remove_member(membership_of(coordinator), by=staff)
    assert not coordinator.memberships.exists()


def test_what_cannot_be_done_is_said_and_changes_nothing(sign_in, organisation, coordinator):
    address = reverse("member_remove", args=[membership_of(coordinator).pk])
    page = sign_in(coordinator).post(address, follow=True).content.decode()
    assert "only coordinator" in page
    assert coordinator.memberships.exists()


def test_a_role_that_does_not_exist_changes_nothing(sign_in, organisation, coordinator, member):
    sign_in(coordinator).post(reverse("member_role", args=[membership_of(member).pk]), {"role": "ADMINISTRATOR"})
    assert membership_of(member).role == MemberRole.MEMBER


@pytest.mark.parametrize("name", ["member_role", "member_remove", "invitation_resend", "invitation_withdraw"])
def test_an_absurd_number_is_simply_not_found(sign_in, staff, name):
    assert sign_in(staff).post(reverse(name, args=[10**30])).status_code == 404


def test_another_organisations_people_do_not_exist_for_a_stranger(sign_in, organisation, member, coordinator, stranger):
    invitation = invite(email="n@example.org", invited_as=InvitedAs.MEMBER, organisation=organisation, by=coordinator)
    client = sign_in(stranger)
    assert client.get(members_page(organisation)).status_code == 404
    assert client.post(reverse("member_remove", args=[membership_of(member).pk])).status_code == 404
    assert client.post(reverse("invitation_withdraw", args=[invitation.pk])).status_code == 404
    assert client.post(reverse("invitation_resend", args=[invitation.pk])).status_code == 404
    assert Invitation.objects.get().is_usable
    assert member.memberships.exists()


def test_a_list_of_members_costs_the_same_for_three_and_for_sixty(
    sign_in, organisation, coordinator, django_assert_num_queries
):
    client = sign_in(coordinator)
    client.get(members_page(organisation))
    for number in range(60):
        builders.make_organisation(members=(coordinator,)) if number < 3 else None
        user = builders.make_user(f"lid{number}")
        Membership.objects.create(user=user, organisation=organisation)
        if number in (2, 59):
            with django_assert_num_queries(6):  # session, user, organisation, own memberships, members, invitations
                client.get(members_page(organisation))


# --- People of the city ---


def test_staff_see_the_people_of_the_city_and_invite_colleagues(sign_in, staff, policymaker, member):
    client = sign_in(staff)
    page = client.get("/people/").content.decode()
    assert "Paula" in page
    assert "Mira" not in page
    client.post("/people/", {"email": "n@example.org", "invited_as": "STAFF"})
    assert Invitation.objects.get().invited_as == InvitedAs.STAFF


def test_only_administrators_make_administrators(sign_in, staff, administrator):
    form = {"email": "n@example.org", "invited_as": "ADMINISTRATOR"}
    sign_in(staff).post("/people/", form)
    assert not Invitation.objects.exists()
    sign_in(administrator).post("/people/", form)
    assert Invitation.objects.get().invited_by == administrator


def test_people_are_found_by_name_or_address_among_partners_and_closed_accounts(
    sign_in, organisation, staff, administrator
):
    client = sign_in(staff)
    assert "De Kring vzw" in client.get("/people/?show=partners&q=MIRA").content.decode()
    close_account(builders.make_user("Gert"), by=administrator)
    assert "Gert" in client.get("/people/?show=closed").content.decode()
    assert "Nobody found" in client.get("/people/?q=niemand").content.decode()


@pytest.mark.parametrize("query", ["?show=x", "?page=abc", "?page=99999999999999999999", "?q=" + "x" * 5000])
def test_a_strange_question_for_people_gets_an_ordinary_answer(sign_in, staff, query):
    assert sign_in(staff).get(f"/people/{query}").status_code == 200


def test_the_list_of_people_costs_the_same_for_three_and_for_forty(sign_in, administrator, django_assert_num_queries):
    client = sign_in(administrator)
    client.get("/people/")
    for number in range(40):
        builders.make_organisation(members=(builders.make_user(f"iemand{number}", role=Role.STAFF),))
        if number in (2, 39):
            with django_assert_num_queries(8):
                client.get("/people/")


def test_an_administrator_changes_a_role_and_it_works_on_the_next_request(sign_in, client, staff, administrator):
    sign_in(staff)
    assert client.get("/people/").status_code == 200
    change_city_role(staff, role="", by=administrator)
    assert client.get("/people/").status_code == 403
    assert User.objects.get(pk=staff.pk).history.first().history_user == administrator


def test_an_administrator_closes_and_reopens_an_account(sign_in, administrator, member):
    client = sign_in(administrator)
    client.post(reverse("person_close", args=[member.pk]))
    assert not User.objects.get(pk=member.pk).is_active
    client.post(reverse("person_reopen", args=[member.pk]))
    assert User.objects.get(pk=member.pk).is_active


def test_staff_change_no_roles_and_close_no_accounts(sign_in, staff, policymaker):
    client = sign_in(staff)
    assert client.post(reverse("person_role", args=[staff.pk]), {"role": "ADMINISTRATOR"}).status_code == 403
    assert client.post(reverse("person_close", args=[policymaker.pk])).status_code == 403
    assert User.objects.get(pk=staff.pk).role == Role.STAFF


def test_the_only_administrator_stays_one(administrator, staff):
    with pytest.raises(ValidationError, match="only administrator"):
        change_city_role(administrator, role=Role.STAFF, by=administrator)
    with pytest.raises(ValidationError, match="only administrator"):
        close_account(administrator, by=administrator)
    change_city_role(staff, role=Role.ADMINISTRATOR, by=administrator)
    close_account(administrator, by=staff)
    reopen_account(administrator, by=staff)
    assert User.objects.get(pk=administrator.pk).is_active


# --- Working for several organisations ---


def test_somebody_switches_between_own_organisations(sign_in, organisation, member):
    second = builders.make_organisation("Zomerwerking", members=(member,))
    client = sign_in(member)
    assert client.post("/switch/", {"organisation": second.slug}).url == reverse("home")
    assert client.session[SESSION_KEY] == second.pk
    assert str(client.get("/account/password/").context["working_for"]) == "Zomerwerking"


def test_nobody_switches_to_somebody_elses_organisation(sign_in, organisation, member, stranger):
    foreign = membership_of(stranger).organisation
    client = sign_in(member)
    assert client.post("/switch/", {"organisation": foreign.slug}).status_code == 404
    assert client.post("/switch/").status_code == 404
    assert str(client.get("/account/password/").context["working_for"]) == "De Kring vzw"


def test_who_leaves_the_chosen_organisation_works_for_the_other_on_the_next_request(
    sign_in, organisation, member, staff
):
    second = builders.make_organisation("Zomerwerking", members=(member,))
    client = sign_in(member)
    client.post("/switch/", {"organisation": second.slug})
    remove_member(second.memberships.get(user=member), by=staff)
    assert str(client.get("/account/password/").context["working_for"]) == "De Kring vzw"


def test_only_administrators_work_on_the_invitation_of_an_administrator(sign_in, staff, administrator):
    invitation = invite(
        email="new@example.org", invited_as=InvitedAs.ADMINISTRATOR, organisation=None, by=administrator
    )
    again = reverse("invitation_resend", args=[invitation.pk])

    assert "new@example.org" not in sign_in(staff).get(reverse("people")).content.decode()
    assert sign_in(staff).post(again).status_code == 403
    assert "new@example.org" in sign_in(administrator).get(reverse("people")).content.decode()
    assert sign_in(administrator).post(again).status_code == 302


def test_a_member_who_is_gone_since_a_moment_is_not_there(sign_in, staff, organisation, member, monkeypatch):
    def remove_second(membership, *, by):
        remove_member(membership, by=by)
        remove_member(membership, by=by)

    monkeypatch.setattr("organisations.views.people.remove_member", remove_second)

    response = sign_in(staff).post(reverse("member_remove", args=[membership_of(member).pk]))

    assert response.status_code == 404


def test_two_invitations_of_one_person_accepted_at_once_make_one_account(organisation, coordinator, monkeypatch):
    create = User.objects.create_user

    def create_second(email, *args, **kwargs):
        create(email, "Somebody quicker")
        return create(email, *args, **kwargs)

    monkeypatch.setattr(User.objects, "create_user", create_second)
    invitation = invite(email="n@example.org", invited_as=InvitedAs.MEMBER, organisation=organisation, by=coordinator)

    with pytest.raises(CannotAccept):
        open_account(invitation, name="Noor", password=builders.PASSWORD)

    assert not Membership.objects.filter(user__email="n@example.org").exists()
