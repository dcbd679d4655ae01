"""The administration is for looking things up. What it does change, history knows who."""

import pytest
from django.urls import reverse

from jos.accounts.models import User

pytestmark = pytest.mark.django_db


def test_a_name_is_put_right_with_who_did_it(sign_in, administrator, member):
    sign_in(administrator).post(reverse("admin:accounts_user_change", args=[member.pk]), {"name": "Mira De Smet"})
    latest = User.objects.get(pk=member.pk).history.first()
    assert (latest.name, latest.history_user) == ("Mira De Smet", administrator)


def test_roles_addresses_and_passwords_are_not_changed_here(sign_in, administrator, member):
    extra = {"role": "ADMINISTRATOR", "email": "ander@example.org", "is_active": "", "password": "x", "is_staff": "1"}
    sign_in(administrator).post(reverse("admin:accounts_user_change", args=[member.pk]), {"name": "Mira"} | extra)
    after = User.objects.get(pk=member.pk)
    assert (after.role, after.email, after.is_active, after.password) == (
        "",
        member.email,
        True,
        member.password,
    )


@pytest.mark.parametrize("model", ["organisation", "membership", "invitation", "offer", "partnership", "place"])
def test_what_partners_record_is_only_read(sign_in, administrator, organisation, model):
    client = sign_in(administrator)
    assert client.get(reverse(f"admin:organisations_{model}_changelist")).status_code == 200
    assert client.get(reverse(f"admin:organisations_{model}_add")).status_code == 403


def test_history_is_read_and_never_rewritten(sign_in, administrator, organisation):
    client = sign_in(administrator)
    version = organisation.history.first()
    assert client.get(reverse("admin:organisations_organisation_history", args=[organisation.pk])).status_code == 200
    address = reverse("admin:organisations_organisation_simple_history", args=[organisation.pk, version.pk])
    client.post(address, {"name": "Anders"})
    organisation.refresh_from_db()
    assert organisation.name == "De Kring vzw"
    assert organisation.history.count() == 1


def test_the_administration_says_so_when_all_is_fictional(sign_in, administrator):
    assert "Demo: all data are fictional." in sign_in(administrator).get("/admin/").content.decode()
