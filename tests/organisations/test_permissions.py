"""The rights as sentences. Which page asks for which stands in tests/route_table.py."""

import pytest
from django.contrib.auth.models import AnonymousUser

from jos.accounts.enums import Role
from jos.accounts.models import User
from organisations import permissions
from organisations.enums import InvitedAs
from organisations.models import Offer
from tests import builders

pytestmark = pytest.mark.django_db


def test_who_left_the_last_organisation_sees_what_visitors_see(organisation, member):
    builders.make_offer(organisation, audience="PROFESSIONALS")
    assert permissions.can_see_professional_information(member)
    assert Offer.objects.visible_to(member).exists()
    member.memberships.all().delete()
    left = User.objects.get(pk=member.pk)
    assert not permissions.can_see_professional_information(left)
    assert not Offer.objects.visible_to(left).exists()


def test_a_visitor_has_no_right_at_all(organisation):
    visitor = AnonymousUser()
    offer = builders.make_offer(organisation)
    assert not permissions.can_see_professional_information(visitor)
    assert not permissions.can_edit_organisation(visitor, organisation)
    assert not permissions.can_edit_offer(visitor, offer)
    assert not permissions.can_manage_members(visitor, organisation)
    assert not permissions.can_import(visitor)


def test_every_member_edits_and_only_coordinators_manage_members(organisation, member, coordinator, stranger):
    offer = builders.make_offer(organisation)
    assert permissions.can_edit_offer(member, offer)
    assert permissions.can_edit_organisation(member, organisation)
    assert not permissions.can_manage_members(member, organisation)
    assert permissions.can_manage_members(coordinator, organisation)
    assert not permissions.can_edit_offer(stranger, offer)
    assert not permissions.can_manage_members(stranger, organisation)


@pytest.mark.parametrize(
    ("role", "invites"),
    [
        (Role.ADMINISTRATOR, {InvitedAs.POLICYMAKER, InvitedAs.STAFF, InvitedAs.ADMINISTRATOR}),
        (Role.STAFF, {InvitedAs.POLICYMAKER, InvitedAs.STAFF}),
        (Role.POLICYMAKER, set()),
        ("", set()),
    ],
)
def test_nobody_invites_for_more_than_their_own_role(role, invites):
    assert set(permissions.city_roles_to_invite(builders.make_user(role=role))) == invites


def test_rights_of_many_offers_cost_one_question(organisation, member, django_assert_num_queries):
    offers = [builders.make_offer(organisation) for _ in range(5)]
    person = User.objects.get(pk=member.pk)
    with django_assert_num_queries(1):
        assert all(permissions.can_edit_offer(person, offer) for offer in offers)
