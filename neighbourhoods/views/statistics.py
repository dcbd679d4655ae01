"""Forms about statistics and data sets."""

from collections.abc import Callable

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from jos.shared.access import require
from jos.shared.drafts import form_page, keeps_draft
from jos.shared.forms import RecordForm
from jos.shared.record_views import changed, made, posted
from neighbourhoods.actions.statistics import change_data_set, change_statistic, create_data_set, create_statistic
from neighbourhoods.forms.statistics import DataSetForm, StatisticForm
from neighbourhoods.models import DataSet, Statistic
from neighbourhoods.permissions import can_edit_statistics

STATISTIC_PAGE = "neighbourhoods/statistic_form.html"
DATA_SET_PAGE = "neighbourhoods/data_set_form.html"


@keeps_draft
@require_http_methods(["GET", "HEAD", "POST"])
def statistic_new(request: HttpRequest) -> HttpResponse:
    require(can_edit_statistics(request.user))
    form = StatisticForm(posted(request), initial={"data_set": request.GET.get("data_set")})
    return _new(
        request,
        form,
        lambda: create_statistic(statistic=form.instance, by=request.user),
        STATISTIC_PAGE,
        title=_("New statistic"),
        back=reverse("statistics"),
    )


@keeps_draft
@require_http_methods(["GET", "HEAD", "POST"])
def statistic_edit(request: HttpRequest, slug: str) -> HttpResponse:
    require(can_edit_statistics(request.user))
    statistic = get_object_or_404(Statistic, slug=slug)
    form = StatisticForm(posted(request), instance=statistic)

    def change(version: int) -> None:
        try:
            change_statistic(statistic=statistic, version=version, by=request.user)
        except ValidationError as made_of_itself:
            form.add_error(None, made_of_itself)
        else:
            messages.success(request, _("Saved."))

    return _edit(request, form, change, lambda saved: StatisticForm(request.POST, instance=saved), STATISTIC_PAGE)


@keeps_draft
@require_http_methods(["GET", "HEAD", "POST"])
def data_set_new(request: HttpRequest) -> HttpResponse:
    require(can_edit_statistics(request.user))
    form = DataSetForm(posted(request))
    return _new(
        request,
        form,
        lambda: create_data_set(data_set=form.instance, by=request.user),
        DATA_SET_PAGE,
        title=_("New data set"),
        back=reverse("data_sets"),
    )


@keeps_draft
@require_http_methods(["GET", "HEAD", "POST"])
def data_set_edit(request: HttpRequest, slug: str) -> HttpResponse:
    require(can_edit_statistics(request.user))
    data_set = get_object_or_404(DataSet, slug=slug)
    form = DataSetForm(posted(request), instance=data_set)

    def change(version: int) -> None:
        change_data_set(data_set=data_set, version=version, by=request.user)
        messages.success(request, _("Saved."))

    return _edit(request, form, change, lambda saved: DataSetForm(request.POST, instance=saved), DATA_SET_PAGE)


def _new(request: HttpRequest, form: RecordForm, create: Callable, template: str, *, title: str, back: str):
    if record := made(form, create):
        messages.success(request, _("Saved."))
        return redirect(record)
    return form_page(request, template, {"form": form, "title": title, "back": back})


def _edit(request: HttpRequest, form: RecordForm, change: Callable, again: Callable, template: str) -> HttpResponse:
    title, done = _("Change %(name)s") % {"name": form.instance}, form.instance.get_absolute_url()
    answer = changed(request, form, change, again=again, done=done)
    return answer or form_page(request, template, {"form": form, "title": title, "back": done})
