"""What becomes of a signal, in one table: which step leads where, who may take it, and what it needs.

Steps are taken by `signals.actions.triage`, and the answer of who sent it by `signals.actions.following`: both move a
signal with `move`, and nothing else does.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.core.exceptions import PermissionDenied, ValidationError
from django.utils.translation import gettext as _

from jos.shared.steps import NOT_ANY_MORE, Lack, lacks
from signals.enums import SignalState, SignalStep
from signals.models import Signal
from signals.permissions import can_triage

Need = Callable[[Signal, str], Iterator[Lack]]  # of the signal, and of what is said with the step
When = Callable[[Signal], str]  # why not now; nothing when it may


@dataclass(frozen=True)
class Transition:
    """One row of the table."""

    step: SignalStep
    source: SignalState
    target: SignalState
    may: Callable[..., bool]
    when: When
    needs: tuple[Need, ...]


def staff(user) -> bool:
    """The youth service, and never the system."""
    return user is not None and can_triage(user)


def who_sent_it(user) -> bool:
    """Has the code, and no account: no professional answers in the place of a young person."""
    return user is None


def any_time(_signal: Signal) -> str:
    return ""


def while_followed(signal: Signal) -> str:
    """Who sent it still has a code, or it came through a worker."""
    if signal.code_hash or hasattr(signal, "voice"):
        return ""
    return _("Nobody follows this signal any more. A question would never be read.")


def some_words(_signal: Signal, words: str) -> Iterator[Lack]:
    if not words.strip():
        yield "words", _("Write what who sent it will read.")


def a_dossier(signal: Signal, _words: str) -> Iterator[Lack]:
    if signal.dossier is None:
        yield "dossier", _("Choose a dossier.")
    elif signal.dossier.merged_into_id:
        yield "dossier", _("This dossier was merged into another one. Choose that one.")


def somebody_else(signal: Signal, _words: str) -> Iterator[Lack]:
    if signal.referred_to is None:
        yield "referred_to", _("Choose who can help.")


RECEIVED, ASKED, BUNDLED, REFERRED, NOT_TAKEN_UP = SignalState
A_REFERRAL = (somebody_else, some_words)
Step = SignalStep

# fmt: off
TRANSITIONS = (
    # step                        from          to            who          when            what it needs
    Transition(Step.ASK,           RECEIVED,     ASKED,        staff,       while_followed, (some_words,)),
    Transition(Step.BUNDLE,        RECEIVED,     BUNDLED,      staff,       any_time,       (a_dossier,)),
    Transition(Step.REFER,         RECEIVED,     REFERRED,     staff,       any_time,       A_REFERRAL),
    Transition(Step.NOT_TAKE_UP,   RECEIVED,     NOT_TAKEN_UP, staff,       any_time,       (some_words,)),
    Transition(Step.REPLY,         ASKED,        RECEIVED,     who_sent_it, any_time,       (some_words,)),
    Transition(Step.ASK,           ASKED,        ASKED,        staff,       while_followed, (some_words,)),
    Transition(Step.BUNDLE,        ASKED,        BUNDLED,      staff,       any_time,       (a_dossier,)),
    Transition(Step.REFER,         ASKED,        REFERRED,     staff,       any_time,       A_REFERRAL),
    Transition(Step.NOT_TAKE_UP,   ASKED,        NOT_TAKEN_UP, staff,       any_time,       (some_words,)),
    Transition(Step.BUNDLE,        BUNDLED,      BUNDLED,      staff,       any_time,       (a_dossier,)),
    Transition(Step.TAKE_OUT,      BUNDLED,      RECEIVED,     staff,       any_time,       ()),
    Transition(Step.TAKE_UP_AGAIN, REFERRED,     RECEIVED,     staff,       any_time,       ()),
    Transition(Step.TAKE_UP_AGAIN, NOT_TAKEN_UP, RECEIVED,     staff,       any_time,       ()),
)
# fmt: on


def transition(state: str, step: str) -> Transition | None:
    """The row of the table, if there is one."""
    return next((row for row in TRANSITIONS if row.source == state and row.step == step), None)


def not_now(signal: Signal, step: str) -> str:
    """Why this step cannot be taken now; nothing where it can."""
    row = transition(signal.state, step)
    return row.when(signal) if row else str(NOT_ANY_MORE)


def steps_for(signal: Signal, user) -> list[SignalStep]:
    """What this person can do with it now."""
    rows = [row for row in TRANSITIONS if row.source == signal.state]
    return [row.step for row in rows if row.may(user) and not row.when(signal)]


def move(signal: Signal, step: SignalStep, *, by, source: str, words: str = "") -> None:
    """Put a signal that stands in `source` where the step leads, or say what is in the way. It does not save.

    What only belongs to the state it leaves goes with it: the dossier, to whom it was referred, why.
    """
    row = transition(source, step)
    if row is None:
        raise ValidationError(NOT_ANY_MORE)
    if not row.may(by):
        raise PermissionDenied
    if refusal := row.when(signal):
        raise ValidationError(refusal)
    if lacking := lacks(row.needs, signal, words):
        raise ValidationError(lacking)
    signal.state = row.target
    signal.reply = words if row.target in (REFERRED, NOT_TAKEN_UP) else ""
    if row.target != BUNDLED:
        signal.dossier = None
    if row.target != REFERRED:
        signal.referred_to = None
