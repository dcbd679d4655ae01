"""What both sides of a covenant look at together: chosen from the library, or thought out for this covenant."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from covenants.enums import Part
from covenants.forms.indicators import NumberIndicatorForm, ScaleIndicatorForm
from covenants.indicators.applying import begin_from, begin_own
from covenants.indicators.balance import missing_for_balance
from covenants.indicators.library import BlueprintFilter, by_function
from covenants.models import Blueprint, Indicator
from covenants.views.blueprints import kind_named
from covenants.views.parts import back_where_not_now, covenant_to_write, part_address
from covenants.views.pieces import edit_piece, new_piece, remove_piece
from jos.shared.drafts import keeps_draft
from jos.shared.record_views import posted


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
        "back": part_address(covenant, Part.INDICATORS),
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
    return edit_piece(request, _form_of(indicator), indicator, _("Change “%(indicator)s”") % {"indicator": indicator})


@require_http_methods(["GET", "HEAD", "POST"])
def indicator_remove(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    return remove_piece(request, _indicator(request, slug, pk))


def _indicator(request: HttpRequest, slug: str, pk: int) -> Indicator:
    covenant = covenant_to_write(request, slug)
    indicator = get_object_or_404(covenant.indicators.standing().select_related("blueprint"), pk=pk)
    indicator.covenant = covenant
    return indicator


def _new(request: HttpRequest, indicator: Indicator) -> HttpResponse:
    form = _form_of(indicator)(posted(request), instance=indicator)
    return new_piece(request, form, indicator.name or _("A new indicator"))


def _form_of(indicator: Indicator) -> type[NumberIndicatorForm | ScaleIndicatorForm]:
    return NumberIndicatorForm if indicator.is_quantitative else ScaleIndicatorForm
