"""Organisations that fulfil functions together. For professionals."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from jos.shared.access import require
from jos.shared.drafts import form_page, keeps_draft
from jos.shared.record_views import changed, made, posted
from jos.shared.saving import unless_taken
from jos.shared.time import today
from organisations import permissions
from organisations.actions.partnerships import change_partnership, create_partnership, save_member
from organisations.forms.partnerships import PartnershipForm, PartnershipMemberForm
from organisations.models import Offer, Partnership, PartnershipMember

PER_PAGE = 30


@require_safe
def partnerships(request: HttpRequest) -> HttpResponse:
    found = _readable(request).with_number_of_members(today()).order_by("name")
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "can_create": permissions.can_edit_partnerships(request.user)}
    return render(request, "organisations/partnerships.html", context)


@require_safe
def partnership(request: HttpRequest, slug: str) -> HttpResponse:
    partnership = get_object_or_404(_readable(request), slug=slug)
    offers = Offer.objects.visible_to(request.user).counting(today()).filter(partnership=partnership)
    context = {
        "partnership": partnership,
        "members": partnership.members.select_related("organisation"),
        "offers": offers.with_details(),
        "can_edit": permissions.can_edit_partnerships(request.user),
        "can_edit_members": permissions.can_edit_partnership_members(request.user, partnership),
    }
    return render(request, "organisations/partnership.html", context)


@keeps_draft
@require_http_methods(["GET", "HEAD", "POST"])
def partnership_new(request: HttpRequest) -> HttpResponse:
    require(permissions.can_edit_partnerships(request.user))
    form = PartnershipForm(posted(request))
    if partnership := made(form, lambda: create_partnership(partnership=form.instance, by=request.user)):
        messages.success(request, _("%(partnership)s is added.") % {"partnership": partnership})
        return redirect(partnership)
    context = {"form": form, "title": _("A new partnership"), "back": reverse("partnerships")}
    return form_page(request, "shared/record_form.html", context)


@keeps_draft
@require_http_methods(["GET", "HEAD", "POST"])
def partnership_edit(request: HttpRequest, slug: str) -> HttpResponse:
    partnership = get_object_or_404(_readable(request), slug=slug)
    require(permissions.can_edit_partnerships(request.user))
    title, done = partnership.name, partnership.get_absolute_url()
    form = PartnershipForm(posted(request), instance=partnership)

    def change(version: int) -> None:
        change_partnership(partnership=partnership, version=version, by=request.user)
        messages.success(request, _("%(partnership)s is saved.") % {"partnership": partnership})

    answer = changed(
        request, form, change, again=lambda saved: PartnershipForm(request.POST, instance=saved), done=done
    )
    context = {"form": form, "title": title, "back": done}
    return answer or form_page(request, "shared/record_form.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def partnership_join(request: HttpRequest, slug: str) -> HttpResponse:
    partnership = _led(request, slug)
    return _member_page(request, PartnershipMember(partnership=partnership), _("Add a member"))


@require_http_methods(["GET", "HEAD", "POST"])
def partnership_member(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Change the period in which an organisation takes part; leaving is an end date."""
    members = PartnershipMember.objects.select_related("organisation", "partnership")
    member = get_object_or_404(members, partnership=_led(request, slug), pk=pk)
    return _member_page(request, member, member.organisation.name)


def _member_page(request: HttpRequest, member: PartnershipMember, title: str) -> HttpResponse:
    form = PartnershipMemberForm(posted(request), instance=member)
    if form.is_valid() and (saved := unless_taken(form, lambda: save_member(member=member, by=request.user))):
        messages.success(request, _("%(organisation)s is saved.") % {"organisation": saved.organisation})
        return redirect(saved.partnership)
    context = {"form": form, "title": title, "partnership": member.partnership}
    return render(request, "organisations/partnership_member.html", context)


def _readable(request: HttpRequest):
    return Partnership.objects.visible_to(request.user).select_related("lead")


def _led(request: HttpRequest, slug: str) -> Partnership:
    partnership = get_object_or_404(_readable(request), slug=slug)
    require(permissions.can_edit_partnership_members(request.user, partnership))
    return partnership
