"""Writing the parts of a draft that are one form each: hours, budget, and when both sides report."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from covenants.actions.parts import set_budget, set_hours, set_schedule
from covenants.drafting.areas import AreaToDivide, areas_to_divide, shown
from covenants.drafting.next_steps import not_now
from covenants.enums import CovenantStep, Part
from covenants.forms.grids import BudgetForm, HoursForm
from covenants.forms.parts import ScheduleForm
from covenants.models import Covenant
from covenants.permissions import can_write
from covenants.views.covenants import visible_covenant
from jos.shared.access import require
from jos.shared.drafts import form_page, keeps_draft
from jos.shared.forms import RecordForm
from jos.shared.record_views import changed, posted, unless_refused
from neighbourhoods.models import Neighbourhood


@keeps_draft
@require_http_methods(["GET", "HEAD", "POST"])
def covenant_hours(request: HttpRequest, slug: str, area: str = "") -> HttpResponse:
    """The hours a week in one area at a time: over the whole reach, or in a neighbourhood."""
    covenant = covenant_to_write(request, slug)
    areas = areas_to_divide(covenant)
    if chosen := request.GET.get("area"):
        return redirect("covenant_hours", covenant.slug, _named(chosen, areas).slug)
    neighbourhood = _named(area, areas) if area else None

    def form_of(data, instance: Covenant) -> HoursForm:
        return HoursForm(data, instance=instance, area=neighbourhood)

    def save(form: HoursForm, version: int) -> Covenant:
        return set_hours(
            covenant=covenant, neighbourhood=neighbourhood, hours=form.amounts, version=version, by=request.user
        )

    more = {"area": neighbourhood, "areas": shown(areas, neighbourhood)}
    return _part(request, covenant, Part.HOURS, "covenants/drafting/hours_form.html", form_of, save, more)


@keeps_draft
@require_http_methods(["GET", "HEAD", "POST"])
def covenant_budget(request: HttpRequest, slug: str) -> HttpResponse:
    """The euros by year and function, which make what is promised in all."""
    covenant = covenant_to_write(request, slug)

    def form_of(data, instance: Covenant) -> BudgetForm:
        return BudgetForm(data, instance=instance)

    def save(form: BudgetForm, version: int) -> Covenant:
        return set_budget(covenant=covenant, amounts=form.amounts, version=version, by=request.user)

    return _part(request, covenant, Part.BUDGET, "covenants/drafting/budget_form.html", form_of, save)


@keeps_draft
@require_http_methods(["GET", "HEAD", "POST"])
def covenant_schedule(request: HttpRequest, slug: str) -> HttpResponse:
    """Over which periods both sides report, and how long after."""
    covenant = covenant_to_write(request, slug)

    def form_of(data, instance: Covenant) -> ScheduleForm:
        return ScheduleForm(data, instance=instance)

    def save(_form: ScheduleForm, version: int) -> Covenant:
        return set_schedule(covenant=covenant, version=version, by=request.user)

    return _part(request, covenant, Part.FOLLOWING_UP, "covenants/drafting/schedule_form.html", form_of, save)


def covenant_to_write(request: HttpRequest, slug: str) -> Covenant:
    """For who writes for one of both sides."""
    covenant = visible_covenant(request, slug)
    require(can_write(request.user, covenant))
    return covenant


def back_where_not_now(request: HttpRequest, covenant: Covenant) -> HttpResponse | None:
    """To the covenant, where it is not this side's turn. Of what was typed nothing is thrown away like that."""
    refusal = not_now(covenant, CovenantStep.CHANGE, request.user)
    if not refusal or request.method == "POST":
        return None
    messages.error(request, refusal)
    return redirect(covenant)


def part_address(covenant: Covenant, part: str) -> str:
    """Where that part stands on the page of the covenant."""
    return f"{covenant.get_absolute_url()}#{part}"


def _named(slug: str, areas: list[AreaToDivide]) -> Neighbourhood:
    found = next((each.area for each in areas if each.area and each.area.slug == slug), None)
    if found is None:
        raise Http404
    return found


def _part(
    request: HttpRequest,
    covenant: Covenant,
    part: Part,
    template: str,
    form_of: Callable[..., RecordForm],
    save: Callable[..., Covenant],
    more: dict | None = None,
) -> HttpResponse:
    if answer := back_where_not_now(request, covenant):
        return answer
    form = form_of(posted(request), covenant)

    def change(version: int) -> None:
        if not form.has_changed() or unless_refused(form, lambda: save(form, version)):
            messages.success(request, _("Saved."))

    done = part_address(covenant, part)
    answer = changed(request, form, change, again=lambda saved: form_of(request.POST, saved), done=done)
    context = {"form": form, "covenant": covenant, "title": part.label, "back": done} | (more or {})
    return answer or form_page(request, template, context)
