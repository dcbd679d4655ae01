"""The two texts that are laid beside each other: what a covenant says, and what it said before."""

from covenants.amending.difference import ChangedPart, difference
from covenants.document.content import content_of
from covenants.document.lines import Content, lines_of
from covenants.document.reading import read_parts
from covenants.enums import CovenantState
from covenants.models import Covenant, Document


def changes_of(covenant: Covenant, before: Covenant) -> list[ChangedPart]:
    """What `covenant` changes of the one it amends or follows.

    Once merged, both say the same: then it is the documents that were signed that are laid beside each other.
    """
    if covenant.state == CovenantState.MERGED:
        old, new = _signed_texts(covenant, before)
    else:
        read_parts([before, covenant])
        old, new = content_of(before), content_of(covenant)
    return difference(lines_of(old), lines_of(new))


def _signed_texts(amendment: Covenant, covenant: Covenant) -> tuple[Content, Content]:
    signed = amendment.documents.standing().latest("made_at")
    chain = [covenant.pk, *covenant.amendments.filter(state=CovenantState.MERGED).values_list("pk", flat=True)]
    earlier = Document.objects.standing().filter(covenant__in=chain, made_at__lt=signed.made_at).latest("made_at")
    return earlier.content, signed.content
