"""The second step of signing in: an app, a passkey, or a recovery code where those are lost."""

from allauth.account.authentication import get_authentication_records
from allauth.mfa.models import Authenticator
from allauth.mfa.stages import AuthenticateStage
from django.http import HttpRequest

from jos.accounts.permissions import must_have_second_factor


def has_second_factor(user) -> bool:
    """Recovery codes alone are none: they open the door once each, until there is a factor again."""
    return Authenticator.objects.filter(user=user).exclude(type=Authenticator.Type.RECOVERY_CODES).exists()


def signed_in_by_the_city(request: HttpRequest, user) -> bool:
    """In this session somebody came through the city's own sign-in.

    Its second step is the city's affair: people who already gave one there are not asked for another here.
    """
    return any(record["method"] == "socialaccount" for record in get_authentication_records(request, user))


def must_set_up_second_factor(request: HttpRequest) -> bool:
    """Asked on every request: losing the last factor, or getting a role for the city, works at once."""
    return (
        must_have_second_factor(request.user)
        and not signed_in_by_the_city(request, request.user)
        and not has_second_factor(request.user)
    )


class SecondStep(AuthenticateStage):
    """Asks for the second step of whoever has one, unless the city vouches for them."""

    def handle(self) -> tuple:
        if signed_in_by_the_city(self.request, self.login.user):
            return None, True
        return super().handle()
