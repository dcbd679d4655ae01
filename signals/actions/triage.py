"""What staff do with a signal, with who did it. `signals.triage.transitions` says which step may be taken when."""

from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone
from simple_history.utils import bulk_update_with_history

from jos.shared.saving import ChangedMeanwhile, claim_version, save_version
from organisations.models import Organisation
from signals.enums import Author, SignalStep
from signals.models import Dossier, Message, Signal
from signals.triage.transitions import move


@transaction.atomic
def ask(*, signal: Signal, words: str, version: int, by) -> Signal:
    """Ask who sent it something. It waits until they answer, or until staff go on without."""
    _take(signal, SignalStep.ASK, version, by, words)
    Message.objects.create(signal=signal, author=Author.CITY, by=by, text=words)
    return signal


@transaction.atomic
def refer(*, signal: Signal, to: Organisation | None, words: str, version: int, by) -> Signal:
    """Tell who sent it who can help."""
    signal.referred_to = to
    return _take(signal, SignalStep.REFER, version, by, words)


@transaction.atomic
def not_take_up(*, signal: Signal, words: str, version: int, by) -> Signal:
    """Tell who sent it why nothing follows from it."""
    return _take(signal, SignalStep.NOT_TAKE_UP, version, by, words)


@transaction.atomic
def take_out(*, signal: Signal, version: int, by) -> Signal:
    """Out of its dossier: it waits again."""
    return _take(signal, SignalStep.TAKE_OUT, version, by)


@transaction.atomic
def take_up_again(*, signal: Signal, version: int, by) -> Signal:
    """What was said to who sent it does not hold any more: it waits again."""
    return _take(signal, SignalStep.TAKE_UP_AGAIN, version, by)


@transaction.atomic
def bundle(*, signals: Iterable[Signal], dossier: Dossier, by) -> list[Signal]:
    """Put them in a dossier, from another one where they are in one: all of them, or none.

    `ChangedMeanwhile` where somebody saved one of them since it was read.
    """
    versions = {signal.pk: signal.version for signal in signals}
    dossier = Dossier.objects.select_for_update().get(pk=dossier.pk)  # it cannot be merged or answered meanwhile
    held = Signal.objects.select_for_update().filter(pk__in=versions).order_by("pk")
    moved = [signal for signal in held if signal.dossier_id != dossier.pk]
    for signal in moved:
        if signal.version != versions[signal.pk]:
            raise ChangedMeanwhile
        signal.dossier = dossier
        move(signal, SignalStep.BUNDLE, by=by, source=signal.state)
        _answered(signal)  # who sent it reads that others say so too, and when there is more
        signal.version += 1
    fields = ["state", "dossier", "reply", "referred_to", "answered_at", "version"]
    bulk_update_with_history(moved, Signal, fields, batch_size=500, default_user=by)
    return moved


@transaction.atomic
def correct(*, signal: Signal, version: int, by) -> Signal:
    """Save the theme and neighbourhood that staff read in it, over `version`."""
    save_version(signal, version=version, by=by)
    return signal


def _take(signal: Signal, step: SignalStep, version: int, by, words: str = "") -> Signal:
    """Nobody else touches it until the transaction ends."""
    stored = Signal.objects.select_for_update().get(pk=signal.pk)
    claim_version(signal, version=version)
    move(signal, step, by=by, source=stored.state, words=words)
    if words:
        _answered(signal)
    signal.save_by(by)
    return signal


def _answered(signal: Signal) -> None:
    """The first time that something goes back to who sent it. It stays as it is after that."""
    signal.answered_at = signal.answered_at or timezone.now()
