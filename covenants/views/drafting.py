"""Drawing up a covenant: the list, beginning one, and its subject."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from covenants.actions.drafting import change_covenant, open_covenant
from covenants.drafting.exports import COLUMNS, covenant_rows
from covenants.drafting.listing import ENDS_SOON, counts, rows
from covenants.enums import Side
from covenants.filters import CovenantFilter
from covenants.forms.covenants import CovenantForm
from covenants.models import Covenant
from covenants.permissions import can_open_covenants, can_see_covenants, can_write, side_of
from covenants.views.covenants import visible_covenant
from covenants.views.parts import back_where_not_now
from jos.shared.access import require
from jos.shared.drafts import form_page, keeps_draft
from jos.shared.record_views import changed, made, posted, unless_refused
from jos.shared.saved_views import saved_views
from jos.shared.tables.writing import table_response
from jos.shared.time import months_later, today

PER_PAGE = 24


@require_safe
def covenants(request: HttpRequest) -> HttpResponse:
    """What waits for somebody first, then what runs."""
    found = _asked(request)
    loaded = found.sorted.with_parties().with_areas()
    page = Paginator(loaded, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "filter": found,
        "saved_views": saved_views(request, "covenants"),
        "page": page,
        "rows": rows(page, user=request.user, at=today(), late=found.late_side),
        "counts": counts(Covenant.objects.visible_to(request.user), user=request.user, at=today()),
        "ends_soon": months_later(today(), ENDS_SOON),
        "can_open": can_open_covenants(request.user),
    }
    return render(request, "covenants/covenants.html", context)


@require_safe
def covenants_export(request: HttpRequest, file_format: str) -> HttpResponseBase:
    """What the filters in the address ask."""
    found = _asked(request)
    return table_response(f"covenants-{today()}", file_format, COLUMNS, covenant_rows(found.sorted))


@keeps_draft
@require_http_methods(["GET", "HEAD", "POST"])
def covenant_new(request: HttpRequest) -> HttpResponse:
    """Begin one: first its subject, then the city writes its proposal part by part."""
    require(can_open_covenants(request.user))
    form = CovenantForm(posted(request), side=Side.CITY)

    def create() -> Covenant | None:
        return unless_refused(form, lambda: open_covenant(covenant=form.instance, by=request.user, **form.areas))

    if made_now := made(form, create):
        messages.success(request, _("“%(covenant)s” is a draft. It is your turn.") % {"covenant": made_now})
        return redirect(made_now)
    context = {"form": form, "title": _("A new covenant"), "back": reverse("covenants")}
    return form_page(request, "covenants/drafting/subject.html", context)


@keeps_draft
@require_http_methods(["GET", "HEAD", "POST"])
def covenant_edit(request: HttpRequest, slug: str) -> HttpResponse:
    """Its subject. Its other parts have a page each."""
    found = visible_covenant(request, slug)
    require(can_write(request.user, found))
    if answer := back_where_not_now(request, found):
        return answer
    side = side_of(request.user, found)
    form = CovenantForm(posted(request), instance=found, side=side)

    def change(version: int) -> None:
        if unless_refused(
            form, lambda: change_covenant(covenant=found, version=version, by=request.user, **form.areas)
        ):
            messages.success(request, _("Saved."))

    def again(saved: Covenant) -> CovenantForm:
        return CovenantForm(request.POST, instance=saved, side=side)

    done = found.get_absolute_url()
    answer = changed(request, form, change, again=again, done=done)
    context = {"form": form, "title": _("Who, where and how long"), "back": done, "covenant": found}
    return answer or form_page(request, "covenants/drafting/subject.html", context)


def _asked(request: HttpRequest) -> CovenantFilter:
    """For who may see covenants at all, of those this person may see."""
    require(can_see_covenants(request.user))
    return CovenantFilter(request.GET, Covenant.objects.visible_to(request.user), request=request)
