"""Each step of a covenant until it is signed, with who took it. `covenants.drafting.transitions` says which may be.

Offering, signing and taking back stand in `covenants.actions.signing`, amendments in `covenants.actions.amending`.
Every write to a part of a draft goes through `changing`.
"""

from collections.abc import Iterable
from functools import partial

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone

from covenants.amending.hours import less_in
from covenants.drafting.transitions import transition
from covenants.drafting.turns import who_to_tell
from covenants.enums import CovenantStep, Side
from covenants.models import Covenant, CovenantMove
from covenants.permissions import side_of
from covenants.tasks import mail_turn
from jos.shared.saving import claim_version, save_if_changed, save_new
from jos.shared.steps import NOT_ANY_MORE, lacks
from neighbourhoods.models import MovementCircle, Neighbourhood


@transaction.atomic
def open_covenant(
    *, covenant: Covenant, neighbourhoods: Iterable[Neighbourhood], circles: Iterable[MovementCircle], by
) -> Covenant:
    """Begin one, with the city's proposal: the first turn is the city's."""
    move_on(covenant, None, CovenantStep.OPEN, by)
    covenant, is_new = save_new(covenant, by=by, named=covenant.title)
    if is_new:
        _set_areas(covenant, neighbourhoods, circles, by)
        write_move(covenant, CovenantStep.OPEN, source="", by=by)
    return covenant


@transaction.atomic
def change_covenant(
    *,
    covenant: Covenant,
    neighbourhoods: Iterable[Neighbourhood],
    circles: Iterable[MovementCircle],
    version: int,
    by,
) -> Covenant:
    """Save its subject, typed over `version`: with whom, from when until when, where, and for which functions."""
    stored = go_on(covenant, CovenantStep.CHANGE, version, by)
    is_moved = set(stored.neighbourhoods.all()) != set(neighbourhoods) or set(stored.circles.all()) != set(circles)
    if save_if_changed(covenant, by=by) or is_moved:
        _set_areas(covenant, neighbourhoods, circles, by)
        _nobody_accepts(covenant, by)
    return covenant


@transaction.atomic
def changing(covenant: Covenant, *, version: int, by) -> Covenant:
    """What every write to a part of a draft goes through, inside its transaction, before it writes.

    Takes the CHANGE row of the table, makes the version after `version` ours (or `ChangedMeanwhile`), takes away
    what both sides accepted, since that was another text, and leaves it in the trail. ValidationError and
    PermissionDenied say why somebody may not. `covenant`: as it was fetched, without anything typed on it.
    """
    go_on(covenant, CovenantStep.CHANGE, version, by)
    _nobody_accepts(covenant, by)
    return covenant


@transaction.atomic
def take_step(*, covenant: Covenant, step: CovenantStep, version: int, by, why: str = "") -> Covenant:
    """Hand over, accept or withdraw, over `version`. ValidationError says what is in the way."""
    covenant.why = why
    stored = go_on(covenant, step, version, by)
    _EFFECTS[step](covenant, by)
    covenant.save_by(by)
    write_move(covenant, step, source=stored.state, by=by, why=why)
    if covenant.turn != stored.turn:
        tell(covenant, covenant.turn)
    return covenant


def go_on(covenant: Covenant, step: CovenantStep, version: int, by) -> Covenant:
    """Take the row of the table; the covenant as it was stored. Nobody else touches it until the transaction ends."""
    stored = Covenant.objects.held().get(pk=covenant.pk)
    claim_version(covenant, version=version)
    move_on(covenant, stored, step, by)
    return stored


def move_on(covenant: Covenant, stored: Covenant | None, step: CovenantStep, by) -> None:
    """Put it in the state where the step leads, or say what is in the way."""
    row = transition(stored.state if stored else None, step)
    if row is None:
        raise ValidationError(NOT_ANY_MORE)
    if not row.may(by, stored or covenant):
        raise PermissionDenied
    if stored and (not_now := row.not_now(stored, by)):
        raise ValidationError(not_now)
    if lacking := lacks(row.needs, covenant, by):
        raise ValidationError(lacking)
    covenant.state = row.target or (stored.state if stored else covenant.state)


def write_move(covenant: Covenant, step: CovenantStep, *, source: str, by, why: str = "", other=None) -> None:
    """Leave the step in the trail. `other`: the covenant it follows, amends, or was merged with."""
    CovenantMove.objects.create(
        covenant=covenant,
        step=step,
        side=side_of(by, covenant) or "" if by else "",
        source=source,
        target=covenant.state,
        by=by,
        why=why,
        other=other,
    )


def tell(covenant: Covenant, side: str) -> None:
    """By mail, that it is in the hands of this side now."""
    for person in who_to_tell(covenant, side):
        transaction.on_commit(partial(mail_turn.enqueue, person, covenant.pk))


def unaccept(covenant: Covenant) -> None:
    """What both sides accepted was another text. To be saved by who calls."""
    covenant.accepted_by_city = covenant.accepted_by_partner = False


def _nobody_accepts(covenant: Covenant, by) -> None:
    unaccept(covenant)
    covenant.save_by(by)
    write_move(covenant, CovenantStep.CHANGE, source=covenant.state, by=by)


def _hand_over(covenant: Covenant, _by) -> None:
    covenant.turn = Side(covenant.turn).other


def _accept(covenant: Covenant, by) -> None:
    """Once both did it is the city's turn: it offers the text for signature."""
    if side_of(by, covenant) == Side.CITY:
        covenant.accepted_by_city = True
    else:
        covenant.accepted_by_partner = True
    if not less_in(covenant):  # any more: what was said about another text is no reason for this one
        covenant.city_reason_for_less = covenant.partner_reason_for_less = ""
    both = covenant.accepted_by_city and covenant.accepted_by_partner
    covenant.turn = Side.CITY if both else Side(covenant.turn).other


def _withdraw(covenant: Covenant, _by) -> None:
    """Nobody signs it any more: what was offered is taken back."""
    covenant.documents.standing().update(taken_back_at=timezone.now())


_EFFECTS = {
    CovenantStep.HAND_OVER: _hand_over,
    CovenantStep.ACCEPT: _accept,
    CovenantStep.WITHDRAW: _withdraw,
}


def _set_areas(covenant: Covenant, neighbourhoods, circles, by) -> None:
    covenant._history_user = by
    covenant.neighbourhoods.set(neighbourhoods)
    covenant.circles.set(circles)
