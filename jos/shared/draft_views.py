"""Keeping what is typed while it is typed, and throwing it away."""

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from jos.shared import drafts
from jos.shared.access import require


@login_not_required  # a session that ends must not take along what is typed
@require_POST
def draft_save(request: HttpRequest) -> HttpResponse:
    """What stands in a form now. Asked while somebody types; the answer is a line under the form."""
    page = _page(request)
    if not request.user.is_authenticated:
        context = {"draft": None, "signed_out": True, "kept": drafts.keep_until_sign_in(request)}
        return render(request, "components/draft_saved.html", context)
    require(page.user == request.user.pk)
    draft = drafts.keep(page, drafts.typed_in(request.POST))
    return render(request, "components/draft_saved.html", {"draft": draft, "signed_out": False, "kept": bool(draft)})


@require_POST
def draft_discard(request: HttpRequest) -> HttpResponse:
    """Throw away what was typed, and open the form as it is saved."""
    page = _page(request)
    require(page.user == request.user.pk)
    drafts.forget(page)
    return redirect(page.path)


def _page(request: HttpRequest) -> drafts.Page:
    page = drafts.Page.of(request)
    if page is None:
        raise BadRequest("no form of ours")
    return page
