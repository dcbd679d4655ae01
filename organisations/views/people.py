"""The people of an organisation and of the city: who is in, who is invited, who may do what."""

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from jos.accounts.actions import change_city_role, close_account, remove_second_step, reopen_account
from jos.accounts.models import User
from jos.shared.access import require
from organisations.actions.people import (
    change_member_role,
    invite,
    remove_member,
    send_invitation_again,
    withdraw_invitation,
)
from organisations.current import SESSION_KEY
from organisations.enums import InvitedAs
from organisations.forms.people import CityRoleForm, FindPeopleForm, InvitationForm, MemberRoleForm
from organisations.models import Invitation, Membership, Organisation
from organisations.models.invitation import FOR_AN_ORGANISATION
from organisations.permissions import (
    can_invite_for_city,
    can_manage_accounts,
    can_manage_invitation,
    can_manage_members,
    can_remove_member,
    city_roles_to_invite,
    memberships_of,
)

INVITATIONS_SHOWN = 50


@require_http_methods(["GET", "HEAD", "POST"])
def members(request: HttpRequest, slug: str) -> HttpResponse:
    """Who belongs to an organisation. A POST invites somebody."""
    organisation = get_object_or_404(Organisation.objects.workable_by(request.user), slug=slug)
    may_manage = can_manage_members(request.user, organisation)
    form = InvitationForm(request.POST or None)
    if request.method == "POST":
        require(may_manage)
        if _invited(request, form, organisation):
            return redirect("members", slug)
    context = {
        "organisation": organisation,
        "memberships": organisation.memberships.select_related("user"),
        "invitations": _invitations(organisation) if may_manage else (),
        "may_manage": may_manage,
        "form": form,
        "roles": MemberRoleForm.base_fields["role"].choices,
    }
    return render(request, "people/members.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def people(request: HttpRequest) -> HttpResponse:
    """Everybody with an account, first those of the city. A POST invites somebody for the city."""
    require(can_invite_for_city(request.user))
    roles = city_roles_to_invite(request.user)
    form = InvitationForm(request.POST or None, roles=roles)
    if request.method == "POST" and _invited(request, form, None):
        return redirect("people")
    search = FindPeopleForm(request.GET)
    context = {
        "form": form,
        "search": search,
        "page": Paginator(search.found(), 50).get_page(request.GET.get("page")),
        "invitations": _invitations(None, roles),
        "may_manage": can_manage_accounts(request.user),
        "roles": CityRoleForm.base_fields["role"].choices,
    }
    return render(request, "people/people.html", context)


def _invited(request: HttpRequest, form: InvitationForm, organisation: Organisation | None) -> bool:
    """Invite as the form says; what stands in the way is said in the form."""
    if not form.is_valid():
        return False
    try:
        invitation = invite(**form.cleaned_data, organisation=organisation, by=request.user)
    except ValidationError as error:
        form.add_error("email", error)
        return False
    messages.success(request, _("An invitation is on its way to %(email)s.") % {"email": invitation.email})
    return True


def _invitations(organisation: Organisation | None, roles: tuple[InvitedAs, ...] = FOR_AN_ORGANISATION):
    """Those the reader could have sent as well."""
    invitations = Invitation.objects.filter(organisation=organisation, invited_as__in=roles)
    return invitations.select_related("invited_by", "organisation")[:INVITATIONS_SHOWN]


@require_POST
def member_role(request: HttpRequest, pk: int) -> HttpResponse:
    membership = _membership(request, pk)
    require(can_manage_members(request.user, membership.organisation))
    form = MemberRoleForm(request.POST)
    if form.is_valid():
        done = _tried(request, change_member_role, membership, role=form.cleaned_data["role"])
        if done:
            messages.success(request, _("The role of %(name)s has changed.") % {"name": membership.user})
    return redirect("members", membership.organisation.slug)


@require_POST
def member_remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Remove somebody, or leave."""
    membership = _membership(request, pk)
    require(can_remove_member(request.user, membership))
    organisation, leaves = membership.organisation, membership.user_id == request.user.pk
    if _tried(request, remove_member, membership):
        if leaves:
            messages.success(request, _("You left %(name)s.") % {"name": organisation})
            return redirect("home")
        messages.success(request, _("%(name)s is no longer a member.") % {"name": membership.user})
    return redirect("members", organisation.slug)


def _membership(request: HttpRequest, pk: int) -> Membership:
    memberships = Membership.objects.filter(organisation__in=Organisation.objects.workable_by(request.user))
    return get_object_or_404(memberships.select_related("user", "organisation"), pk=pk)


@require_POST
def invitation_resend(request: HttpRequest, pk: int) -> HttpResponse:
    invitation = _invitation(request, pk)
    if _tried(request, send_invitation_again, invitation):
        messages.success(request, _("A new invitation is on its way to %(email)s.") % {"email": invitation.email})
    return _back_to_list(invitation)


@require_POST
def invitation_withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    invitation = _invitation(request, pk)
    if _tried(request, withdraw_invitation, invitation):
        messages.success(request, _("The invitation to %(email)s is withdrawn.") % {"email": invitation.email})
    return _back_to_list(invitation)


def _invitation(request: HttpRequest, pk: int) -> Invitation:
    known = Invitation.objects.workable_by(request.user).select_related("organisation")
    invitation = get_object_or_404(known, pk=pk)
    require(can_manage_invitation(request.user, invitation))
    return invitation


def _back_to_list(invitation: Invitation) -> HttpResponse:
    return redirect("members", invitation.organisation.slug) if invitation.organisation else redirect("people")


@require_POST
def person_role(request: HttpRequest, pk: int) -> HttpResponse:
    require(can_manage_accounts(request.user))
    user, form = get_object_or_404(User, pk=pk), CityRoleForm(request.POST)
    if form.is_valid() and _tried(request, change_city_role, user, role=form.cleaned_data["role"]):
        messages.success(request, _("The role of %(name)s has changed.") % {"name": user})
    return redirect("people")


@require_POST
def person_close(request: HttpRequest, pk: int) -> HttpResponse:
    require(can_manage_accounts(request.user))
    user = get_object_or_404(User, pk=pk)
    if _tried(request, close_account, user):
        messages.success(request, _("The account of %(name)s is closed.") % {"name": user})
    return redirect("people")


@require_POST
def person_reopen(request: HttpRequest, pk: int) -> HttpResponse:
    require(can_manage_accounts(request.user))
    user = get_object_or_404(User, pk=pk)
    reopen_account(user, by=request.user)
    messages.success(request, _("The account of %(name)s is open again.") % {"name": user})
    return redirect("people")


@require_POST
def person_remove_second_step(request: HttpRequest, pk: int) -> HttpResponse:
    require(can_manage_accounts(request.user))
    user = get_object_or_404(User, pk=pk)
    if _tried(request, remove_second_step, user):
        messages.success(request, _("%(name)s can set up a new second step.") % {"name": user})
    return redirect("people")


def _tried(request: HttpRequest, action, *args, **kwargs) -> bool:
    """Do it, or say why not. What somebody else removed a moment ago is not there."""
    try:
        action(*args, **kwargs, by=request.user)
    except ObjectDoesNotExist as error:
        raise Http404 from error
    except ValidationError as error:
        messages.error(request, error.message)
        return False
    return True


@require_POST
def switch_organisation(request: HttpRequest) -> HttpResponse:
    """Work for another of one's own organisations, in this session."""
    chosen = request.POST.get("organisation")
    for membership in memberships_of(request.user):
        if membership.organisation.slug == chosen:
            request.session[SESSION_KEY] = membership.organisation_id
            return redirect("home")
    raise Http404
