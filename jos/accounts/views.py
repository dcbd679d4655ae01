"""One's own account: what one signs in with, and where one is signed in."""

from http import HTTPStatus

from allauth.mfa.base.views import IndexView
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.internal.auth import begin_registration
from allauth.mfa.webauthn.views import AddWebAuthnView
from allauth.socialaccount.models import SocialAccount
from allauth.socialaccount.providers.openid_connect import views as openid_connect
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from requests import RequestException

from jos.accounts.second_step import must_set_up_second_factor


@require_safe
def account(request: HttpRequest) -> HttpResponse:
    """Everything about signing in, on one page."""
    factors = {factor.type: factor.wrap() for factor in Authenticator.objects.filter(user=request.user)}
    context = {
        "has_app": Authenticator.Type.TOTP in factors,
        "has_passkey": Authenticator.Type.WEBAUTHN in factors,
        "recovery_codes": factors.get(Authenticator.Type.RECOVERY_CODES),
        "city": settings.OIDC_ISSUER and settings.OIDC_NAME,
        "knows_city": SocialAccount.objects.filter(user=request.user).exists(),
    }
    return render(request, "account/account.html", context)


class SecondStepView(IndexView):
    """The ways to give a second step, and whether one is needed before anything else."""

    def get_context_data(self, **kwargs) -> dict:
        return super().get_context_data(must_set_up=must_set_up_second_factor(self.request), **kwargs)


class AddPasskeyView(AddWebAuthnView):
    """A passkey can stand for the password as well, so the device asks for a finger, a face or a PIN."""

    def get_context_data(self, **kwargs) -> dict:
        context = super().get_context_data(**kwargs)
        options = begin_registration(self.request.user, passwordless=True)
        return context | {"js_data": {"creation_options": options}}


@login_not_required
def city_login(request: HttpRequest, provider_id: str) -> HttpResponse:
    """To the city's own sign-in; in words where it does not answer."""
    try:
        return openid_connect.login(request, provider_id)
    except RequestException:
        return render(request, "socialaccount/authentication_error.html", status=HTTPStatus.BAD_GATEWAY)
