"""What both sides promised, in one list, and how each of it goes."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from covenants.actions.commitments import say_how_it_goes
from covenants.enums import CovenantState
from covenants.following_up.commitment_filters import CommitmentFilter
from covenants.following_up.promises import (
    COLUMNS,
    late,
    most_pressing_first,
    promises_visible_to,
    rows,
    table,
    with_parties,
)
from covenants.forms.commitments import CommitmentStateForm
from covenants.models import Commitment
from covenants.permissions import can_say_how_it_goes, can_see_covenants
from covenants.views.covenants import visible_covenant
from jos.shared.access import require
from jos.shared.drafts import form_page, keeps_draft
from jos.shared.record_views import changed, posted, unless_refused
from jos.shared.saved_views import saved_views
from jos.shared.steps import NOT_ANY_MORE
from jos.shared.tables.writing import table_response
from jos.shared.time import today

PER_PAGE = 40


@require_safe
def commitments(request: HttpRequest) -> HttpResponse:
    """Of both sides, what is late first."""
    found = _asked(request)
    page = Paginator(with_parties(most_pressing_first(found.qs, today())), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "filter": found,
        "saved_views": saved_views(request, "commitments"),
        "page": page,
        "rows": rows(page, user=request.user, at=today()),
        "late": late(promises_visible_to(request.user), today()),
    }
    return render(request, "covenants/commitments/commitments.html", context)


@require_safe
def commitments_export(request: HttpRequest, file_format: str) -> HttpResponseBase:
    """What the filters in the address ask."""
    asked = most_pressing_first(_asked(request).qs, today())
    return table_response(f"commitments-{today()}", file_format, COLUMNS, table(asked, today()))


@keeps_draft
@require_http_methods(["GET", "HEAD", "POST"])
def commitment_state(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """A side says how a promise of its own goes, once both signed."""
    covenant = visible_covenant(request, slug)
    promise = get_object_or_404(Commitment.objects.standing().select_related("owner"), covenant=covenant, pk=pk)
    promise.covenant = covenant
    require(can_say_how_it_goes(request.user, promise))
    if covenant.state != CovenantState.SIGNED:
        messages.error(request, NOT_ANY_MORE)
        return redirect(covenant)
    form = CommitmentStateForm(posted(request), instance=promise)

    def change(version: int) -> None:
        if unless_refused(form, lambda: say_how_it_goes(commitment=promise, version=version, by=request.user)):
            messages.success(request, _("Saved."))

    def again(saved: Commitment) -> CommitmentStateForm:
        return CommitmentStateForm(request.POST, instance=saved)

    back = f"{covenant.get_absolute_url()}#commitment-{promise.pk}"
    context = {"form": form, "covenant": covenant, "promise": promise, "title": _("How does it go?"), "back": back}
    answer = changed(request, form, change, again=again, done=back)
    return answer or form_page(request, "covenants/commitments/state_form.html", context)


def _asked(request: HttpRequest) -> CommitmentFilter:
    """For who may see covenants at all."""
    require(can_see_covenants(request.user))
    return CommitmentFilter(request.GET, promises_visible_to(request.user), request=request)
