"""Where allauth asks this portal what to do."""

from http import HTTPStatus

import qrcode
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.models import EmailAddress
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialApp
from allauth.socialaccount.providers.base import AuthProcess
from django.conf import settings
from django.http import HttpRequest
from django.shortcuts import redirect, render
from qrcode.image.svg import SvgPathImage

from jos.accounts.devices import device_in_words


class InvitationOnlyAdapter(DefaultAccountAdapter):
    """Accounts are made by accepting an invitation, never by signing up."""

    def is_open_for_signup(self, request) -> bool:
        return False

    def get_login_stages(self) -> list[str]:
        """With our own second step in the place of allauth's."""
        ours = {"allauth.mfa.stages.AuthenticateStage": "jos.accounts.second_step.SecondStep"}
        return [ours.get(stage, stage) for stage in super().get_login_stages()]


class SecondStepAdapter(DefaultMFAAdapter):
    def get_totp_issuer(self) -> str:
        """As an app names it among the others."""
        return f"JOS {settings.CITY_NAME}".strip()

    def build_totp_svg(self, url: str) -> str:
        """Drawn in the page itself: an image in a `data:` address would be refused by our policy."""
        return qrcode.make(url, image_factory=SvgPathImage, border=2).to_string(encoding="unicode")

    def generate_authenticator_name(self, user, type) -> str:
        """“Firefox on Windows”: a name to start from, which people change as they like."""
        return device_in_words(self.request.META.get("HTTP_USER_AGENT", ""))


class CityAdapter(DefaultSocialAccountAdapter):
    """The city's own sign-in, by OpenID Connect. It lets in who was invited here, and makes no accounts."""

    def list_apps(self, request, provider=None, client_id=None) -> list[SocialApp]:
        """One, from the settings: none from the database."""
        if not settings.OIDC_ISSUER or provider not in (None, "city", "openid_connect"):
            return []
        return [
            SocialApp(
                provider="openid_connect",
                provider_id="city",
                name=settings.OIDC_NAME,
                client_id=settings.OIDC_CLIENT_ID,
                secret=settings.OIDC_CLIENT_SECRET,
                settings={"server_url": settings.OIDC_ISSUER, "oauth_pkce_enabled": True},
            )
        ]

    def pre_social_login(self, request: HttpRequest, sociallogin) -> None:
        """It is for signing in only. Nobody ties another person's account elsewhere to their own here."""
        if sociallogin.state.get("process") != AuthProcess.LOGIN:
            raise ImmediateHttpResponse(redirect("account"))

    def authenticate_by_email(self, sociallogin):
        """Who has an address that was verified here and there. Only a plain true counts: "false" is not nothing."""
        for address in sociallogin.email_addresses:
            ours = EmailAddress.objects.filter(email=address.email.lower(), verified=True)  # kept in small letters
            if address.verified is True and (known := ours.select_related("user").first()):
                return known.user, known.email
        return None

    def is_open_for_signup(self, request: HttpRequest, sociallogin) -> bool:
        """Never; and say why nobody was found."""
        address = next(iter(sociallogin.email_addresses), None)
        context = {"city": settings.OIDC_NAME, "address": address, "verified": address and address.verified is True}
        page = render(request, "socialaccount/not_invited.html", context, status=HTTPStatus.FORBIDDEN)
        raise ImmediateHttpResponse(page)
