"""Signing a covenant: the text that was offered, its hash, and the signature under it."""

from http import HTTPStatus

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from covenants.actions.signing import sign
from covenants.drafting.next_steps import not_now
from covenants.enums import CovenantState, CovenantStep, Side
from covenants.forms.signing import SignForm
from covenants.models import Covenant, Signature
from covenants.permissions import can_decide, side_of
from covenants.views.covenants import visible_covenant
from jos.shared.access import require
from jos.shared.record_views import posted


@require_http_methods(["GET", "HEAD", "POST"])
def covenant_sign(request: HttpRequest, slug: str) -> HttpResponse:
    """Read the text, and sign it for one's own side. What changed since it was read, is not signed."""
    covenant = visible_covenant(request, slug)
    require(can_decide(request.user, covenant))
    form = SignForm(posted(request), initial=_as_before(request.user))
    if covenant.state == CovenantState.DRAFTING and form.is_bound:
        return _taken_back(request, covenant)
    if refusal := not_now(covenant, CovenantStep.SIGN, request.user):
        messages.error(request, refusal)
        return redirect(covenant)
    if form.is_valid() and _signed(form, covenant, request.user):
        messages.success(request, _("You signed for %(side)s.") % {"side": _side(request.user, covenant)})
        return redirect(covenant)
    return _page(request, covenant, form)


def _signed(form: SignForm, covenant: Covenant, user) -> Signature | None:
    typed = {name: form.cleaned_data[name] for name in ("name", "job", "sha256")}
    try:
        return sign(covenant=covenant, side=side_of(user, covenant) or "", by=user, **typed)
    except ValidationError as refusal:
        form.add_error(None, refusal.messages)
        return None


def _page(request: HttpRequest, covenant: Covenant, form: SignForm) -> HttpResponse:
    """The text that stands now, and the form under it with the hash of that text."""
    document = covenant.documents.standing().defer("pdf").latest("pk")
    form.initial["sha256"] = document.sha256
    is_another_text = form.is_bound and form["sha256"].data != document.sha256
    if is_another_text:
        form.read_again(document)
    return render(
        request,
        "covenants/signing/sign.html",
        {
            "covenant": covenant,
            "document": document,
            "form": form,
            "side": _side(request.user, covenant),
            "signatures": document.signatures.all(),
        },
        status=HTTPStatus.CONFLICT if is_another_text else HTTPStatus.OK,
    )


def _taken_back(request: HttpRequest, covenant: Covenant) -> HttpResponse:
    """While somebody read the text, the other side took it back: nothing was signed."""
    context = {"covenant": covenant}
    return render(request, "covenants/signing/taken_back.html", context, status=HTTPStatus.CONFLICT)


def _side(user, covenant: Covenant) -> str:
    """For whom they sign, in the middle of a sentence."""
    return str(Side.CITY.label) if side_of(user, covenant) == Side.CITY else str(covenant.partner)


def _as_before(user) -> dict[str, str]:
    """Their name, and the function in which they signed before."""
    before = Signature.objects.filter(by=user).order_by("-at").first()
    return {"name": user.name, "job": before.job if before else ""}
