"""What every page with a form about one record does: make it once, and never save over somebody else."""

from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, TypeVar

from django import forms
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db import models
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.choices import flatten_choices
from django.utils.translation import gettext as _

from jos.shared.audit import Entry
from jos.shared.drafts import FIELD
from jos.shared.forms import RecordForm
from jos.shared.saving import ChangedMeanwhile, unless_taken
from jos.shared.time import in_words

Record = TypeVar("Record", bound=models.Model)


@dataclass(frozen=True)
class Difference:
    """One field on which what somebody typed differs from what somebody else saved meanwhile."""

    label: str
    theirs: str
    mine: str


ENTRIES_SHOWN = 50


def story_page(request: HttpRequest, record: object, entries: list[Entry], *, back: str) -> HttpResponse:
    """What happened to a record. `back`: the address of its page."""
    page = Paginator(entries, ENTRIES_SHOWN).get_page(request.GET.get("page"))
    return render(request, "shared/story.html", {"record": record, "page": page, "back": back})


def posted(request: HttpRequest) -> QueryDict | None:
    return request.POST if request.method == "POST" else None


def version_read(request: HttpRequest) -> int:
    """Of the record that was shown, where a button is the whole form. What is no number is no version."""
    typed = request.POST.get("version", "")
    return int(typed) if typed.isascii() and typed.isdecimal() and len(typed) < 10 else -1


def made(form: RecordForm, create: Callable[[], Record | None]) -> Record | None:
    """The record this form makes, or made when it was sent before. None while something is not right yet."""
    if not form.is_bound:
        return None
    record = form.made_before() or (unless_taken(form, create) if form.is_valid() else None)
    return record or form.made_before()  # sent twice at the same moment: the other one was just in time


def unless_refused(form: RecordForm, save: Callable[[], Record]) -> Record | None:
    """Save what the form holds; None where something stands in the way, and then the form says what."""
    try:
        return save()
    except ValidationError as error:
        form.refuse(error)
        return None


def changed(
    request: HttpRequest,
    form: forms.ModelForm,
    change: Callable[[int], object],
    *,
    again: Callable[[Any], forms.ModelForm],
    done: str,
) -> HttpResponse | None:
    """Save, and go to `done`. With 409, both versions side by side when somebody else saved in the meantime.

    `change` saves over the version it is given; `again` makes the same form for the record as it is now.
    """
    if not (form.is_bound and form.is_valid()):
        return None
    version = form.cleaned_data["version"]
    try:
        unless_taken(form, lambda: change(version))
    except ChangedMeanwhile:
        saved = get_object_or_404(form._meta.model, pk=form.instance.pk)  # or removed meanwhile
        return _both_versions(request, again(saved), saved, done)
    return redirect(done) if form.is_valid() else None


def _both_versions(request, form: forms.ModelForm, saved: models.Model, done: str) -> HttpResponse:
    version, title = saved.version, str(saved)
    form.is_valid()
    differences = [_difference(form[name], form) for name in form.changed_data if name != "version"]
    if not differences:  # the same was saved already: this form was sent twice
        return redirect(done)
    latest = saved.history.select_related("history_user").first()
    context = {
        "title": title,
        "differences": differences,
        "latest": latest,
        "version": version,
        "typed": [(name, values) for name, values in request.POST.lists() if name not in _NOT_TYPED],
        "keeps_draft": FIELD in request.POST,
        "back": done,
    }
    return render(request, "shared/both_versions.html", context, status=HTTPStatus.CONFLICT)


_NOT_TYPED = ("csrfmiddlewaretoken", "version")


def _difference(bound: forms.BoundField, form: forms.ModelForm) -> Difference:
    mine = form.cleaned_data.get(bound.name)
    return Difference(str(bound.label), _in_words(bound.field, bound.initial), _in_words(bound.field, mine))


def _in_words(field: forms.Field, value) -> str:
    if isinstance(value, models.Model):
        return str(value)
    if value is None or value == "" or value == []:
        return "–"
    if hasattr(field, "in_words"):  # a field of our own, which knows best
        return field.in_words(value)
    if isinstance(field, forms.BooleanField):
        return _("yes") if value else _("no")
    if isinstance(field, forms.ModelChoiceField) and not isinstance(field, forms.ModelMultipleChoiceField):
        return str(field.to_python(value))
    if isinstance(field, forms.ChoiceField):
        return _choices_in_words(field, value)
    if isinstance(field, forms.DateField):
        return in_words(value)
    return str(value)


def _choices_in_words(field: forms.ChoiceField, value) -> str:
    names = {str(key): str(name) for key, name in flatten_choices(field.choices)}  # type: ignore[arg-type]
    values = [value] if isinstance(value, (str, int)) else value
    keys = [getattr(each, "slug", None) or str(each) for each in values]
    return ", ".join(names.get(key, key) for key in keys) or "–"
