"""What who sent a signal does with it afterwards, with its code or through a worker. Nobody's name is with it."""

from uuid import UUID

from django.db import transaction
from django.utils import timezone

from jos.shared.saving import save_with
from signals.actions.dossiers import reopen_if_enough
from signals.enums import WITH_ANSWER, Author, DidItChange, RemovalReason, SignalStep
from signals.models import Dossier, Message, Removal, Signal
from signals.traces import forget_drafts
from signals.triage.transitions import move
from signals.watchful.danger import mentions_danger


@transaction.atomic
def reply(*, signal: Signal, text: str, token: UUID | None = None, by=None) -> Signal:
    """Answer the question that was asked back. `by`: the worker who speaks for a group, if any.

    Sent twice, it is one answer. ValidationError where no question waits any more.
    """
    signal = _hold(signal)
    if token and Message.objects.filter(created_with=token).exists():
        return signal
    move(signal, SignalStep.REPLY, by=None, source=signal.state, words=text)
    Message.objects.create(signal=signal, author=Author.SENDER, by=by, text=text, created_with=token)
    save_with(signal, by=None, mentions_danger=signal.mentions_danger or mentions_danger(text))
    return signal


@transaction.atomic
def say_whether_it_changed(*, signal: Signal, did_it_change: DidItChange) -> bool:
    """After the answer, and again whenever it is otherwise. False: there is no answer any more to say it about.

    Enough who say "not yet" bring the dossier back.
    """
    dossier = Dossier.objects.select_for_update(of=("self",)).filter(signals=signal, state__in=WITH_ANSWER).first()
    if dossier is None:
        return False
    signal = _hold(signal)
    save_with(signal, by=None, did_it_change=did_it_change, did_it_change_at=timezone.now())
    reopen_if_enough(dossier)
    return True


@transaction.atomic
def erase(*, signal: Signal) -> None:
    """It is gone for good: words, photo, messages, who looked and what happened. The register says that one went."""
    signal = _hold(signal)
    number, reference = signal.pk, signal.reference
    forget_drafts({reference})
    signal.delete()
    Signal.history.filter(id=number, reference=reference).delete()  # the row about its going as well
    Removal.objects.create(reason=RemovalReason.BY_SENDER, amount=1)


def _hold(signal: Signal) -> Signal:
    """As it stands now. Nobody else touches it until the transaction ends."""
    return Signal.objects.select_for_update(of=("self",)).select_related("dossier").get(pk=signal.pk)
