"""What both sides of a covenant look at together: chosen from the library, or thought out for this covenant."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from covenants.actions.parts import add_to, change_in, remove_from
from covenants.enums import Part
from covenants.forms.indicators import NumberIndicatorForm, ScaleIndicatorForm
from covenants.indicators.applying import begin_from, begin_own
from covenants.indicators.balance import missing_for_balance
from covenants.indicators.library import BlueprintFilter, by_function
from covenants.models import Blueprint, Covenant, Indicator
from covenants.views.blueprints import kind_named
from covenants.views.parts import back_where_not_now, covenant_to_write, part_address
from jos.shared.drafts import form_page, keeps_draft
from jos.shared.record_views import changed, made, posted, unless_refused

Form = NumberIndicatorForm | ScaleIndicatorForm


@require_safe
def indicator_new(request: HttpRequest, slug: str) -> HttpResponse:
    """Choose a blueprint of the functions it funds, what is lacking first; or begin an indicator of one's own."""
    covenant = covenant_to_write(request, slug)
    if answer := back_where_not_now(request, covenant):
        return answer
    some = Blueprint.objects.to_choose().filter(function__in=covenant.functions)
    found = BlueprintFilter(request.GET, some, request=request)
    context = {
        "covenant": covenant,
        "filter": found,
        "groups": by_function(found.qs),
        "missing": missing_for_balance(covenant),
        "chosen": set(covenant.indicators.standing().values_list("blueprint", flat=True)),
        "can_edit": False,  # here one chooses
        "back": _address(covenant),
    }
    return render(request, "covenants/indicators/choose.html", context)


@keeps_draft
@require_http_methods(["GET", "HEAD", "POST"])
def indicator_from(request: HttpRequest, slug: str, blueprint: str) -> HttpResponse:
    """Apply a blueprint: where it stands, and where both sides want to get."""
    covenant = covenant_to_write(request, slug)
    chosen = get_object_or_404(Blueprint.objects.to_choose(), slug=blueprint, function__in=covenant.functions)
    return _new(request, begin_from(chosen, covenant))


@keeps_draft
@require_http_methods(["GET", "HEAD", "POST"])
def indicator_own(request: HttpRequest, slug: str, kind: str) -> HttpResponse:
    """Think one out for this covenant."""
    covenant = covenant_to_write(request, slug)
    return _new(request, begin_own(kind_named(kind), covenant))


@keeps_draft
@require_http_methods(["GET", "HEAD", "POST"])
def indicator_edit(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    indicator = _indicator(request, slug, pk)
    covenant = indicator.covenant
    if answer := back_where_not_now(request, covenant):
        return answer
    form = _form(request, indicator)

    def change(version: int) -> None:
        def save() -> Indicator:
            return change_in(covenant, piece=indicator, version=version, by=request.user)

        if not form.has_changed() or unless_refused(form, save):
            messages.success(request, _("Saved."))

    def again(saved: Indicator) -> Form:
        return _form(request, saved)

    answer = changed(request, form, change, again=again, done=_address(covenant))
    return answer or _page(request, form, _("Change “%(indicator)s”") % {"indicator": indicator})


@require_http_methods(["GET", "HEAD", "POST"])
def indicator_remove(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Asks first. Whose turn it is, is looked at again as it goes."""
    indicator = _indicator(request, slug, pk)
    covenant = indicator.covenant
    if answer := back_where_not_now(request, covenant):
        return answer
    back = _address(covenant)
    if request.method != "POST":
        context = {"covenant": covenant, "piece": indicator, "back": back}
        return render(request, "covenants/drafting/piece_remove.html", context)
    try:
        remove_from(covenant, piece=indicator, by=request.user)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, _("“%(what)s” is taken out.") % {"what": str(indicator)})
    return redirect(back)


def _indicator(request: HttpRequest, slug: str, pk: int) -> Indicator:
    covenant = covenant_to_write(request, slug)
    indicator = get_object_or_404(covenant.indicators.standing().select_related("blueprint"), pk=pk)
    indicator.covenant = covenant
    return indicator


def _new(request: HttpRequest, indicator: Indicator) -> HttpResponse:
    covenant = indicator.covenant
    if answer := back_where_not_now(request, covenant):
        return answer
    form = _form(request, indicator)

    def create() -> Indicator | None:
        return unless_refused(form, lambda: add_to(covenant, piece=form.instance, by=request.user))

    if made_now := made(form, create):
        messages.success(request, _("“%(what)s” is added.") % {"what": made_now})
        return redirect(_address(covenant))
    return _page(request, form, indicator.name or _("A new indicator"))


def _form(request: HttpRequest, indicator: Indicator) -> Form:
    form_class = NumberIndicatorForm if indicator.is_quantitative else ScaleIndicatorForm
    return form_class(posted(request), instance=indicator)


def _page(request: HttpRequest, form: Form, title: str) -> HttpResponse:
    covenant = form.instance.covenant
    context = {"form": form, "title": title, "back": _address(covenant), "covenant": covenant}
    return form_page(request, "covenants/indicators/form.html", context)


def _address(covenant: Covenant) -> str:
    return part_address(covenant, Part.INDICATORS)
