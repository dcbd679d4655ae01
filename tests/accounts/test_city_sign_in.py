"""The city's own sign-in, as far as no city is needed (the walk there and back is in `tests/browser`)."""

import pytest
from allauth.account.models import EmailAddress
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.models import SocialLogin
from django.urls import reverse

from jos.accounts.adapter import CityAdapter
from jos.accounts.models import User
from tests.builders import make_user

pytestmark = pytest.mark.django_db


def found_by(email: str, verified) -> User | None:
    address = EmailAddress(email=email, verified=verified)
    found = CityAdapter().authenticate_by_email(SocialLogin(email_addresses=[address]))
    return found and found[0]


def test_somebody_is_found_by_an_address_that_is_verified_there_and_here(staff):
    assert found_by(staff.email.upper(), True) == staff


@pytest.mark.parametrize("verified", [False, None, "false", "true", 1])
def test_only_a_plain_true_is_verified(staff, verified):
    assert found_by(staff.email, verified) is None


def test_an_address_somebody_only_asked_for_here_is_not_theirs(member):
    EmailAddress.objects.create(user=member, email="burgemeester@example.org", verified=False)
    assert found_by("burgemeester@example.org", True) is None


def test_an_unknown_address_is_nobodys(staff):
    assert found_by("iemand@example.org", True) is None


def test_an_address_that_only_looks_alike_is_somebody_elses(staff):
    assert found_by(staff.email.replace("s", "ſ"), True) is None  # in capitals, the two are one


@pytest.mark.parametrize("process", ["connect", "redirect", None])
def test_it_is_for_signing_in_and_not_for_tying_accounts_together(rf, process):
    login = SocialLogin(user=make_user())
    login.state = {"process": process}
    with pytest.raises(ImmediateHttpResponse):
        CityAdapter().pre_social_login(rf.get("/"), login)


def test_where_the_city_does_not_answer_the_page_says_so(client):
    response = client.get(reverse("openid_connect_login"))
    assert response.status_code == 502
    assert "did not answer" in response.content.decode()


def test_coming_back_without_having_left_is_refused_in_words(client):
    response = client.get(reverse("openid_connect_callback"), {"code": "1", "state": "2"})
    assert response.status_code == 401
    assert "Signing in did not work" in response.content.decode()


def test_the_button_takes_along_where_somebody_was_going(client):
    page = client.get("/account/login/?next=/coverage/").content.decode()
    assert f'href="{reverse("openid_connect_login")}?next=%2Fcoverage%2F"' in page
