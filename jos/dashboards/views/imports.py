"""Importing files: upload, look at what it would do, then confirm or withdraw; and undo the last. For staff."""

from http import HTTPStatus

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from jos.dashboards.imports.forms import UploadForm
from jos.dashboards.imports.importers import IMPORTERS
from jos.dashboards.imports.importing import Outcome, choose, confirm, is_chosen, keep, preview, reason, withdraw
from jos.dashboards.imports.undoing import last_import, undo_import, undoing_of
from jos.shared.access import require
from jos.shared.audit import story
from jos.shared.enums import ImportKind
from jos.shared.imports import ChangeKind, FileRefused
from jos.shared.models import FileImport
from jos.shared.record_views import posted, story_page
from jos.shared.undoing import CannotUndo
from organisations.permissions import can_import

PER_PAGE = 25


@require_safe
def imports(request: HttpRequest) -> HttpResponse:
    """What can be imported, what is still to be finished, and what was done."""
    require(can_import(request.user))
    every = FileImport.objects.defer("content", "beside").select_related("by")
    context = {
        "kinds": ImportKind,
        "to_finish": every.open(),
        "page": Paginator(every.closed(), PER_PAGE).get_page(request.GET.get("page")),
    }
    return render(request, "imports/imports.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def import_new(request: HttpRequest, kind: str) -> HttpResponse:
    """Upload a file of one kind."""
    require(can_import(request.user))
    kind = _kind(kind)
    importer = IMPORTERS[kind]
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = UploadForm(*sent, accepts=importer.accepts)
    if form.is_valid() and (kept := _kept(form, kind, request.user)):
        return redirect("import", kept.pk)
    return render(request, "imports/import_new.html", {"form": form, "kind": kind, "importer": importer})


def _kind(name: str) -> ImportKind:
    try:
        return ImportKind(name.upper())
    except ValueError:
        raise Http404 from None


def _kept(form: UploadForm, kind: ImportKind, user) -> FileImport | None:
    file = form.cleaned_data["file"]
    try:
        return keep(kind=kind, name=file.name, content=file.read(), by=user)
    except FileRefused as refusal:
        form.add_error("file", f"{file.name}: {refusal}")
        return None


@require_http_methods(["GET", "HEAD", "POST"])
def import_preview(request: HttpRequest, pk: int) -> HttpResponse:
    """What an import would do, or did. For borders the choices stand beside it, and can be changed here."""
    require(can_import(request.user))
    file_import = get_object_or_404(FileImport.objects.select_related("by", "closed_by", "undone_by"), pk=pk)
    if not file_import.is_open:
        context = {"file_import": file_import, "can_be_undone": file_import == last_import()}
        return render(request, "imports/import_closed.html", context)
    form = _form(request, file_import)
    if form and form.is_valid():
        choose(file_import, options=form.options, beside=form.beside)
        return redirect("import", pk)
    plan = preview(file_import) if is_chosen(file_import) and not (form and form.errors) else None
    context = {"file_import": file_import, "form": form, "plan": plan, "groups": _groups(plan)}
    return render(request, "imports/import_preview.html", context)


def _form(request: HttpRequest, file_import: FileImport):
    """To choose what the columns or fields of the file hold, where there is something to choose."""
    form = IMPORTERS[ImportKind(file_import.kind)].form
    return form.of(file_import, posted(request), request.FILES or None) if form else None


def _groups(plan) -> list[tuple[ChangeKind, int, list]]:
    counts = plan.counts() if plan else {}
    return [(kind, counts[kind], plan.of_kind(kind)) for kind in ChangeKind if counts]


@require_POST
def import_confirm(request: HttpRequest, pk: int) -> HttpResponse:
    require(can_import(request.user))
    get_object_or_404(FileImport.objects.only("pk"), pk=pk)
    outcome = confirm(pk, fingerprint=request.POST.get("fingerprint", ""), by=request.user)
    if outcome is Outcome.WRITTEN:
        messages.success(request, _("Imported."))
    elif outcome is Outcome.OTHER_PREVIEW:
        messages.warning(request, _("The data changed since you looked. Nothing was written: this is the new preview."))
    return redirect("import", pk)


@require_POST
def import_withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    require(can_import(request.user))
    withdraw(get_object_or_404(FileImport.objects.only("pk"), pk=pk), by=request.user)
    return redirect("imports")


@require_http_methods(["GET", "HEAD", "POST"])
def import_undo(request: HttpRequest, pk: int) -> HttpResponse:
    """What undoing the last import would do and what stands in its way; and doing it."""
    require(can_import(request.user))
    file_import = get_object_or_404(FileImport.objects.defer("content", "beside"), pk=pk)
    status = HTTPStatus.OK
    if request.method == "POST":
        try:
            undo_import(pk, by=request.user)
        except CannotUndo:
            status = HTTPStatus.CONFLICT
        else:
            messages.success(request, _("The import is undone. Every record is again what it was before."))
            return redirect("import", pk)
    context = {"file_import": file_import, "undoing": undoing_of(file_import), "refused": status != HTTPStatus.OK}
    return render(request, "imports/import_undo.html", context, status=status)


@require_safe
def import_story(request: HttpRequest, pk: int) -> HttpResponse:
    """What an import changed, record by record."""
    require(can_import(request.user))
    file_import = get_object_or_404(FileImport.objects.defer("content", "beside"), pk=pk)
    why = reason(file_import)
    entries = story(
        *(_whole_history(model, why) for model in IMPORTERS[ImportKind(file_import.kind)].writes), because=why
    )
    return story_page(request, file_import, entries, back=reverse("import", args=[pk]))


def _whole_history(model, why: str):
    """Of the records that were written for this reason: also what they were before."""
    return model.history.filter(id__in=model.history.filter(history_change_reason=why).values("id"))
