"""Offering a text for signature, signing it, and taking it back. `covenants.drafting.transitions` says who may, when.

What a signature here is and what it is not: docs/decisions/0018-signing-a-covenant.md.
"""

from hashlib import sha256 as hashed

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from covenants.actions.amending import merge
from covenants.actions.drafting import go_on, tell, unaccept, write_move
from covenants.actions.periods import lay_out_periods
from covenants.document.content import content_of, offered
from covenants.document.pdf import pdf_of
from covenants.document.reading import with_parts
from covenants.enums import CovenantState, CovenantStep, Side
from covenants.models import Covenant, Document, Signature
from covenants.permissions import side_of
from jos.shared.models import Draft
from jos.shared.time import today

CHANGED = _("The text is not the one you read any more, so nothing was signed. Read what stands here now, then sign.")


@transaction.atomic
def offer(*, covenant: Covenant, version: int, by) -> Document:
    """Freeze the text of `version` as a document that both sides can sign. ValidationError says what is in the way."""
    stored = go_on(covenant, CovenantStep.OFFER, version, by)
    covenant.why = ""
    covenant.save_by(by)
    write_move(covenant, CovenantStep.OFFER, source=stored.state, by=by)
    tell(covenant, Side.PARTNER)
    # Anew: nothing that was looked up before its turn came.
    as_saved = with_parts(Covenant.objects.with_parties()).get(pk=covenant.pk)
    content = offered(content_of(as_saved), on=today())
    pdf = pdf_of(content)
    return Document.objects.create(covenant=covenant, content=content, pdf=pdf, sha256=hashed(pdf).hexdigest())


@transaction.atomic
def sign(*, covenant: Covenant, side: str, name: str, job: str, sha256: str, by) -> Signature:
    """Sign for one side the document with this hash, which is the one that was read. With both, it holds."""
    held = Covenant.objects.held().get(pk=covenant.pk)
    document = held.documents.standing().defer("pdf").last()
    if document and (signed_before := document.signatures.filter(side=side, by=by, sha256=sha256).first()):
        return signed_before  # sent twice
    if held.state != CovenantState.OFFERED or document is None or document.sha256 != sha256:
        raise ValidationError(CHANGED)
    stored = go_on(held, CovenantStep.SIGN, held.version, by)
    if side_of(by, held) != side:
        raise PermissionDenied
    signature = Signature(document=document, side=side, by=by, name=name, job=job, sha256=sha256)
    signature.full_clean()  # nobody signs for both
    signature.save()
    if document.signatures.count() == len(Side):
        _seal(held, by)
    held.save_by(by)
    write_move(held, CovenantStep.SIGN, source=stored.state, by=by)
    return signature


@transaction.atomic
def take_back(*, covenant: Covenant, version: int, why: str, by) -> Covenant:
    """Back to the draft, in the hands of who asks. The document stays, and nobody can sign it any more."""
    covenant.why = why
    stored = go_on(covenant, CovenantStep.TAKE_BACK, version, by)
    unaccept(covenant)
    covenant.turn = side_of(by, covenant) or covenant.turn
    covenant.save_by(by)
    covenant.documents.standing().update(taken_back_at=timezone.now())
    write_move(covenant, CovenantStep.TAKE_BACK, source=stored.state, by=by, why=why)
    return covenant


def _seal(covenant: Covenant, by) -> None:
    """Both signed. An amendment is merged into the covenant it amends; a covenant gets its periods to report on.

    What somebody still typed in a part of this text comes too late: no home leads there any more.
    """
    covenant.signed_on = today()
    Draft.objects.filter(form__startswith=covenant.get_absolute_url()).delete()
    if covenant.amends_id:
        covenant.state = CovenantState.MERGED
        merge(amendment=covenant, by=by)
    else:
        covenant.state = CovenantState.SIGNED
        lay_out_periods(covenant=covenant, by=by)
