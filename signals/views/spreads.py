"""Spreading the points of an organisation over a round."""

from http import HTTPStatus

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from jos.shared.access import require
from jos.shared.drafts import FIELD, form_page, keeps_draft
from jos.shared.record_views import posted
from jos.shared.saving import ChangedMeanwhile
from jos.shared.time import today
from organisations.current import current_organisation
from organisations.models import Organisation
from signals.actions.rounds import spread_points
from signals.forms.spreads import SpreadForm
from signals.models import Round
from signals.permissions import can_see_dossiers, organisations_to_spread_for
from signals.rounds.meanwhile import differences
from signals.rounds.reading import given_by, last_change, times_changed
from signals.rounds.spreading import why_not_now

NOT_TYPED = ("csrfmiddlewaretoken", "version")


@keeps_draft
@require_http_methods(["GET", "HEAD", "POST"])
def round_spread(request: HttpRequest, slug: str, organisation: str = "") -> HttpResponse:
    """The points of one organisation: any member changes them until the last day. Each has an address of its own."""
    require(can_see_dossiers(request.user))
    prioritising = get_object_or_404(Round, slug=slug)
    own = organisations_to_spread_for(request.user)
    require(bool(own))
    if not organisation:
        current = current_organisation(request)
        return redirect("round_spread", slug, (current if current in own else own[0]).slug)
    return _spread(request, prioritising, _named(organisation, own), own)


def _spread(request: HttpRequest, prioritising: Round, organisation: Organisation, own: list) -> HttpResponse:
    not_now = why_not_now(prioritising, today())
    if not_now and request.method != "POST":
        messages.error(request, not_now)
        return redirect(prioritising)
    form = _form(posted(request), prioritising, organisation)
    if form.is_bound and form.is_valid():
        try:
            _give(form, prioritising, organisation, by=request.user)
        except ChangedMeanwhile:
            return _both_versions(request, prioritising, organisation, form)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, _("Thank you. Your points are kept. You can change them until the last day."))
            return redirect(prioritising)
    context = {
        "form": form,
        "round": prioritising,
        "organisation": organisation,
        "others": [each for each in own if each != organisation],
        "latest": last_change(organisation, prioritising),
        "back": prioritising.get_absolute_url(),
    }
    return form_page(request, "signals/rounds/spread.html", context)


def _give(form: SpreadForm, prioritising: Round, organisation: Organisation, *, by) -> None:
    version = form.cleaned_data["version"]
    spread_points(prioritising=prioritising, organisation=organisation, gifts=form.gifts, version=version, by=by)


def _named(slug: str, own: list[Organisation]) -> Organisation:
    """One's own. Of another, nobody learns what it gives, or whether."""
    found = next((organisation for organisation in own if organisation.slug == slug), None)
    if found is None:
        raise Http404
    return found


def _form(data, prioritising: Round, organisation: Organisation) -> SpreadForm:
    given, version = given_by(organisation, prioritising), times_changed(organisation, prioritising)
    return SpreadForm(data, prioritising=prioritising, given=given, version=version)


def _both_versions(request, prioritising: Round, organisation: Organisation, form: SpreadForm) -> HttpResponse:
    """A colleague changed the points meanwhile: both side by side, and nothing is lost."""
    given = given_by(organisation, prioritising)
    found = differences(form.candidates, given, form.gifts)
    if not found:  # the same was saved already: this form was sent twice
        return redirect(prioritising)
    context = {
        "title": _("What %(organisation)s gave") % {"organisation": organisation},
        "differences": found,
        "latest": last_change(organisation, prioritising),
        "version": times_changed(organisation, prioritising),
        "typed": [(name, values) for name, values in request.POST.lists() if name not in NOT_TYPED],
        "keeps_draft": FIELD in request.POST,
        "back": prioritising.get_absolute_url(),
    }
    return render(request, "shared/both_versions.html", context, status=HTTPStatus.CONFLICT)
