"""The documents both sides signed, or can sign: made of the text as it stands, on the day it was offered."""

import copy
import datetime
from hashlib import sha256

from django.utils.timezone import localtime

from covenants.document.content import content_of, offered
from covenants.document.pdf import pdf_of
from covenants.enums import CovenantStep, Side
from covenants.models import CovenantMove, Document, Signature
from jos.demo.covenants.told import Told

JOBS = {Side.CITY: "diensthoofd jeugd", Side.PARTNER: "coördinator"}


def write_documents(all_told: list[Told]) -> None:
    documents, signatures = [], []
    for told in all_told:
        document = None
        for version, move in enumerate(told.moves, start=1):
            if move.step == CovenantStep.OFFER:
                document = _document(told, version, move.at)
                documents.append(document)
            elif document and move.step in (CovenantStep.TAKE_BACK, CovenantStep.WITHDRAW):
                document.taken_back_at = move.at
            elif document and move.step == CovenantStep.SIGN:
                signatures.append(_signature(document, move))
    Document.objects.bulk_create(documents)
    Signature.objects.bulk_create(signatures)


def _document(told: Told, version: int, at: datetime.datetime) -> Document:
    then = copy.copy(told.covenant)
    then.version = version
    content = offered(content_of(then), on=localtime(at).date())
    pdf = pdf_of(content)
    return Document(
        covenant=told.covenant, content=content, pdf=pdf, sha256=sha256(pdf).hexdigest(), made_at=at
    )  # fmt: skip


def _signature(document: Document, move: CovenantMove) -> Signature:
    side, who = Side(move.side), move.by
    return Signature(
        document=document, side=side, by=who, name=who.name if who else "", job=JOBS[side], sha256=document.sha256,
        at=move.at,
    )  # fmt: skip
