"""The text of a covenant as a PDF, and whether a file is one that both sides signed."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from covenants.document.checking import look_up
from covenants.document.content import content_of
from covenants.document.pdf import CannotBeShown, pdf_of
from covenants.document.reading import read_parts
from covenants.enums import CovenantState
from covenants.forms.signing import CheckForm
from covenants.views.covenants import visible_covenant


@require_safe
def covenant_document(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """A text as it was offered for signature, with these bytes for good."""
    covenant = visible_covenant(request, slug)
    document = get_object_or_404(covenant.documents, pk=pk)
    return _pdf(bytes(document.pdf), f"{covenant.slug}-{document.sha256[:8]}")


@require_safe
def covenant_draft_pdf(request: HttpRequest, slug: str) -> HttpResponse:
    """The text as it stands, marked as a draft on each page. Once it was offered, the document that stands."""
    covenant = visible_covenant(request, slug)
    if covenant.state != CovenantState.DRAFTING:
        return redirect(covenant.documents.defer("pdf").last() or covenant)
    try:
        read_parts([covenant])
        return _pdf(pdf_of(content_of(covenant)), f"{covenant.slug}-{covenant.version}")
    except CannotBeShown as refusal:
        messages.error(request, " ".join(refusal.messages))
        return redirect(covenant)


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def covenant_check(request: HttpRequest) -> HttpResponse:
    """For everybody who holds a file, or its hash: what it is. Nothing of it is kept."""
    in_address = request.GET if "sha256" in request.GET else None
    form = CheckForm(request.POST if request.method == "POST" else in_address, request.FILES or None)
    context = {"form": form, "fingerprint": "", "checked": None}
    if form.is_valid():
        context |= {"fingerprint": form.fingerprint, "checked": look_up(form.fingerprint)}
    return render(request, "covenants/signing/check.html", context)


def _pdf(content: bytes, name: str) -> HttpResponse:
    disposition = f'inline; filename="{name}.pdf"'
    return HttpResponse(content, content_type="application/pdf", headers={"Content-Disposition": disposition})
