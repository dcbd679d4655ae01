"""What workers pass on of groups. What comes back to them is kept like that of anybody else: `actions.following`."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from jos.shared.saving import save_new
from signals.models import GroupVoice, Signal
from signals.tracking import new_reference
from signals.watchful.danger import mentions_danger


@transaction.atomic
def pass_on(*, signal: Signal, voice: GroupVoice, by) -> Signal:
    """Pass on what a group says, or what a worker noticed. Without a code: the answer returns through the worker.

    Sent twice, it is one: the signal that was made the first time comes back. ValidationError where that was
    somebody else's.
    """
    signal.reference = new_reference()
    signal.language = get_language() or signal.language
    signal.mentions_danger = mentions_danger(signal.text) or mentions_danger(voice.quote)
    signal.age_band = voice.age_bands[0] if len(voice.age_bands) == 1 else ""
    signal, is_new = save_new(signal, by=by)
    if is_new:
        voice.signal, voice.by = signal, by
        voice.save()
    elif not GroupVoice.objects.filter(signal=signal, organisation=voice.organisation).exists():
        raise ValidationError(_("This was sent already, and not by you. Write it again."))
    return signal


def note_read(*, signal: Signal, what: str, by) -> None:
    """Its worker read what came back. That a colleague read it changes nothing: the worker tells the group."""
    GroupVoice.objects.filter(signal=signal, by=by).exclude(read=what).update(read=what)
