"""Whether a file is what both sides signed, for whoever holds it: no names, and nothing is kept of the question."""

import datetime
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from hashlib import sha256

from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from covenants.enums import Side
from covenants.models import Document
from jos.shared.time import in_words, today

SHA256 = re.compile(r"[0-9a-f]{64}")


class Verdict(Enum):
    SIGNED = "signed"  # by both
    NOT_SIGNED = "not signed"  # offered for signature, and not signed by both yet
    TAKEN_BACK = "taken back"  # before both signed: it never held


@dataclass(frozen=True)
class SignedBy:
    """One side signed: in what function and when. Who it was, is for professionals."""

    party: str
    job: str
    on: datetime.date


@dataclass(frozen=True)
class Checked:
    """A document we know."""

    verdict: Verdict
    document: Document
    signed_by: tuple[SignedBy, ...]
    amended_on: tuple[datetime.date, ...]  # by later documents: since then it says something else

    @property
    def title(self) -> str:
        return self.document.content["title"]

    @property
    def parties(self) -> list[str]:
        """As they were called then."""
        return self.document.content["cover"]["between"]

    @property
    def is_signed(self) -> bool:
        return self.verdict == Verdict.SIGNED

    @property
    def sentences(self) -> list[str]:
        """What the verdict means, for a page and for a terminal."""
        return list(_sentences(self))


def fingerprint(chunks: Iterable[bytes]) -> str:
    """The SHA-256 of a file."""
    found = sha256()
    for chunk in chunks:
        found.update(chunk)
    return found.hexdigest()


def tidy_hash(typed: str) -> str:
    """As it is kept: people copy it with spaces, line ends and capitals. Nothing where it is no SHA-256."""
    tidied = "".join(typed.split()).lower()
    return tidied if SHA256.fullmatch(tidied) else ""


def look_up(fingerprint: str) -> Checked | None:
    """The document with this hash, if there ever was one. Three queries."""
    document = Document.objects.select_related("covenant").defer("pdf").filter(sha256=fingerprint).first()
    if document is None:
        return None
    parties = dict(zip(Side, document.content["cover"]["between"], strict=True))
    signed = [SignedBy(parties[Side(each.side)], each.job, _day(each.at)) for each in document.signatures.all()]
    amended = document.covenant.amendments.order_by("signed_on").values_list("signed_on", flat=True)
    return Checked(
        verdict=_verdict(document, len(signed)),
        document=document,
        signed_by=tuple(signed),
        amended_on=tuple(day for day in amended if day),
    )


def _verdict(document: Document, signatures: int) -> Verdict:
    if document.taken_back_at:
        return Verdict.TAKEN_BACK
    return Verdict.SIGNED if signatures == len(Side) else Verdict.NOT_SIGNED


def _sentences(checked: Checked) -> Iterator[str]:
    if checked.verdict == Verdict.TAKEN_BACK:
        yield _("This text was offered for signature, and taken back before both sides signed it. It does not hold.")
        return
    if checked.verdict == Verdict.NOT_SIGNED:
        yield _("This text was offered for signature. Not both sides signed it yet, so it does not hold.")
        return
    yield _("This is, byte for byte, the text that both sides signed.")
    covenant = checked.document.covenant
    days = {"first": in_words(covenant.valid_from), "last": in_words(covenant.valid_until)}
    if today() < covenant.valid_from:
        yield _("It holds from %(first)s until %(last)s.") % days
    elif today() > covenant.valid_until:
        yield _("It held from %(first)s until %(last)s.") % days
    else:
        yield _("It holds now, until %(last)s.") % days
    for day in checked.amended_on:
        yield _("An amendment changed it on %(day)s: that is a document of its own.") % {"day": in_words(day)}


def _day(moment: datetime.datetime) -> datetime.date:
    return localtime(moment).date()
