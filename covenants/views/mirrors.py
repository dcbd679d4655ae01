"""The mirror of the staff: one's own, given freely, and what all of them say together (R16)."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from covenants.actions.mirrors import change_mirror, hold_mirror, take_mirror_away
from covenants.following_up.mirror import reflected, years
from covenants.following_up.telling import FEWEST, last_told
from covenants.forms.mirrors import MirrorForm
from covenants.models import StaffMirror
from covenants.permissions import can_see_mirrors, organisations_with_a_mirror
from jos.shared.access import require
from jos.shared.drafts import form_page, keeps_draft
from jos.shared.record_views import changed, made, posted, unless_refused
from jos.shared.time import today


@require_safe
def mirrors(request: HttpRequest) -> HttpResponse:
    """What at least five organisations say together, and one's own."""
    require(can_see_mirrors(request.user))
    shown = years(today())
    asked = next((year for year in shown if str(year) == request.GET.get("year")), next(iter(shown), None))
    own = organisations_with_a_mirror(request.user)
    context = {
        "years": shown,
        "reflected": reflected(asked) if asked else None,
        "organisations": own,
        "own": StaffMirror.objects.filter(organisation__in=own).select_related("organisation"),
        "fewest": FEWEST,
        "last_told": last_told(today()),
    }
    return render(request, "covenants/mirrors/mirrors.html", context)


@keeps_draft
@require_http_methods(["GET", "HEAD", "POST"])
def mirror_new(request: HttpRequest, slug: str) -> HttpResponse:
    """Of one's own organisation: 404 for everybody else."""
    own = (each for each in organisations_with_a_mirror(request.user) if each.slug == slug)
    if (organisation := next(own, None)) is None:
        raise Http404
    form = MirrorForm(posted(request), instance=StaffMirror(organisation=organisation))

    def create() -> StaffMirror | None:
        return unless_refused(form, lambda: hold_mirror(mirror=form.instance, by=request.user))

    if made(form, create):
        messages.success(request, _("Thank you. Only your organisation sees these counts."))
        return redirect("mirrors")
    return _page(request, form)


@keeps_draft
@require_http_methods(["GET", "HEAD", "POST"])
def mirror_edit(request: HttpRequest, pk: int) -> HttpResponse:
    mirror = _own(request, pk)
    form = MirrorForm(posted(request), instance=mirror)

    def change(version: int) -> None:
        if unless_refused(form, lambda: change_mirror(mirror=mirror, version=version, by=request.user)):
            messages.success(request, _("Saved."))

    def again(saved: StaffMirror) -> MirrorForm:
        return MirrorForm(request.POST, instance=saved)

    return changed(request, form, change, again=again, done=reverse("mirrors")) or _page(request, form)


@require_http_methods(["GET", "HEAD", "POST"])
def mirror_remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Asks first."""
    mirror = _own(request, pk)
    if request.method == "POST":
        take_mirror_away(mirror=mirror, by=request.user)
        messages.success(request, _("The counts are gone."))
        return redirect("mirrors")
    return render(request, "covenants/mirrors/remove.html", {"mirror": mirror})


def _own(request: HttpRequest, pk: int) -> StaffMirror:
    """404 for everybody else: nobody but the organisation sees its own."""
    own = StaffMirror.objects.filter(organisation__in=organisations_with_a_mirror(request.user))
    return get_object_or_404(own.select_related("organisation"), pk=pk)


def _page(request: HttpRequest, form: MirrorForm) -> HttpResponse:
    title = _("The staff of %(organisation)s") % {"organisation": form.instance.organisation}
    context = {"form": form, "title": title, "mirror": form.instance, "back": reverse("mirrors")}
    return form_page(request, "covenants/mirrors/mirror_form.html", context)
