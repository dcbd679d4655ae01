"""The page an invitation leads to."""

from http import HTTPStatus

from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from jos.accounts.models import User
from organisations.actions.people import CannotAccept, accept_invitation, open_account
from organisations.current import SESSION_KEY
from organisations.enums import InvitationState
from organisations.forms.people import OpenAccountForm
from organisations.models import Invitation


@login_not_required
@sensitive_post_parameters("password")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """Accept an invitation: with a new account, or with the one this address already has.

    The token stays on this host: the site-wide referrer policy is same-origin. (A stricter `no-referrer` would make
    browsers send forms with the origin "null", which the check against forged forms refuses.)
    """
    found = Invitation.objects.with_token(token).select_related("organisation", "invited_by").first()
    if found is None:
        return render(request, "people/invitation_unknown.html", status=HTTPStatus.NOT_FOUND)
    if not found.is_usable:
        return _no_longer(request, found)
    try:
        if _is_invited(request, found):
            return _with_own_account(request, found)
        if request.user.is_authenticated:
            return _show(request, found, "other")
        if account := User.objects.filter(email__iexact=found.email).first():
            return _show(request, found, "known", account=account)
        return _with_new_account(request, found)
    except CannotAccept:  # used or withdrawn while this request waited: show how it stands now
        return redirect("invitation", token)


def _is_invited(request: HttpRequest, found: Invitation) -> bool:
    return request.user.is_authenticated and request.user.email.lower() == found.email


def _with_own_account(request: HttpRequest, found: Invitation) -> HttpResponse:
    if request.method != "POST":
        return _show(request, found, "own")
    accept_invitation(found, by=request.user)
    return _welcome(request, found)


def _with_new_account(request: HttpRequest, found: Invitation) -> HttpResponse:
    form = OpenAccountForm(request.POST or None, email=found.email)
    if not form.is_valid():
        return _show(request, found, "new", form=form)
    login(request, open_account(found, **form.cleaned_data))
    UserSession.objects.create_from_request(request)  # among the devices on the page of one's account
    return _welcome(request, found)


def _show(request: HttpRequest, found: Invitation, to_whom: str, **context) -> HttpResponse:
    return render(request, f"people/invitation_{to_whom}.html", {"invitation": found} | context)


def _welcome(request: HttpRequest, found: Invitation) -> HttpResponse:
    request.session[SESSION_KEY] = found.organisation_id
    messages.success(request, _("Welcome. The invitation is accepted."))
    return redirect("home")


def _no_longer(request: HttpRequest, found: Invitation) -> HttpResponse:
    """Expired, withdrawn or used. Who clicks twice is simply in."""
    if found.state == InvitationState.ACCEPTED and _is_invited(request, found):
        return redirect("home")
    return render(request, "people/invitation_gone.html", {"invitation": found}, status=HTTPStatus.GONE)
