"""Words and photos that staff take out of a signal for good."""

from collections.abc import Mapping

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from jos.shared.history import because
from jos.shared.saving import claim_version
from signals.enums import RemovalReason
from signals.models import GroupVoice, Photo, Removal, Signal
from signals.permissions import can_triage
from signals.traces import drafts_of
from signals.triage.redaction import MARK, Passage, passages, reason, removed, with_marks, without


@transaction.atomic
def redact(*, signal: Signal, texts: Mapping[str, str], photo: bool, version: int, by) -> Signal:
    """Take words out for good, and the photo where asked. Its history says that something went, and never what.

    `texts`: each passage as it is to be, by name (`signals.triage.redaction`). A piece that goes from one goes from
    all, also from what was said before, and from what somebody began to type. ValidationError where a text is anything
    else than the old one with marks in the place of pieces.
    """
    claim_version(signal, version=version)
    if not can_triage(by):
        raise PermissionDenied
    pieces = _pieces(signal, texts)
    if not pieces and not photo:
        raise ValidationError(_("Nothing goes yet. Put %(mark)s in the place of what has to go.") % {"mark": MARK})
    for passage in passages(signal):
        _write(signal, passage, without(with_marks(texts.get(passage.name, passage.text)), pieces))
    _forget_elsewhere(signal, pieces)
    photos, _by_model = Photo.objects.filter(signal=signal).delete() if photo else (0, {})
    signal.is_redacted = signal.is_redacted or bool(pieces)
    with because(reason(words=bool(pieces), photo=bool(photos))):
        signal.save_by(by)
    if gone := len(pieces) + photos:
        Removal.objects.create(reason=RemovalReason.REDACTED, amount=gone, by=by)
    return signal


def _pieces(signal: Signal, texts: Mapping[str, str]) -> list[str]:
    """What goes, from all passages together."""
    wrong = _("Only take words out: put %(mark)s in their place, and change nothing else.") % {"mark": MARK}
    pieces = {each.name: removed(each.text, texts[each.name]) for each in passages(signal) if each.name in texts}
    if errors := {name: wrong for name, gone in pieces.items() if gone is None}:
        raise ValidationError(errors)
    return [piece for gone in pieces.values() for piece in gone or ()]


def _write(signal: Signal, passage: Passage, text: str) -> None:
    """What belongs to the signal itself is saved with it."""
    kind, _dash, key = passage.name.partition("-")
    if kind == "message":
        signal.messages.filter(pk=key).update(text=text)
    elif kind == "quote":
        GroupVoice.objects.filter(signal=signal).update(quote=text)
    else:
        setattr(signal, kind, text)


def _forget_elsewhere(signal: Signal, pieces: list[str]) -> None:
    """What staff answered before stands in its history, what they and its worker did not send yet in drafts."""
    for row in signal.history.exclude(reply=""):
        if (reply := without(row.reply, pieces)) != row.reply:
            signal.history.filter(pk=row.pk).update(reply=reply)
    for draft in drafts_of(signal):
        typed = "\n".join(value for values in draft.typed.values() for value in values)
        if without(typed, pieces) != typed:
            draft.delete()
