"""Changing a covenant both sides signed, and beginning one that follows it. `covenants.amending` does the copying."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction

from covenants.actions.drafting import move_on, write_move
from covenants.actions.periods import lay_out_periods
from covenants.amending.copying import copy_about, copy_parts
from covenants.amending.following import copy_parts_later, following
from covenants.amending.merging import merge_text
from covenants.enums import CovenantStep, Side
from covenants.models import Covenant
from covenants.permissions import can_open_covenants, side_of
from jos.shared.saving import save_new


@transaction.atomic
def open_amendment(*, covenant: Covenant, by, token: UUID | None = None) -> Covenant:
    """A copy to change, in the turn of whoever proposes it: either side may (R10). Signed by both, it is merged."""
    stored = Covenant.objects.held().get(pk=covenant.pk)
    if token and (twin := stored.amendments.filter(created_with=token).first()):
        return twin
    move_on(stored, stored, CovenantStep.AMEND, by)
    draft = copy_about(stored)
    draft.amends, draft.created_with = stored, token
    draft.turn = side_of(by, stored) or Side.CITY
    amendment, _is_new = save_new(draft, by=by, named=draft.title)
    copy_parts(stored, amendment, by=by)
    write_move(amendment, CovenantStep.OPEN, source="", by=by, other=stored)
    write_move(stored, CovenantStep.AMEND, source=stored.state, by=by, other=amendment)
    return amendment


@transaction.atomic
def merge(*, amendment: Covenant, by) -> Covenant:
    """Make the covenant say what its amendment says, now that both sides signed that."""
    covenant = Covenant.objects.held().get(pk=amendment.amends_id)
    move_on(covenant, covenant, CovenantStep.MERGE, by)
    merge_text(amendment, covenant, by=by)
    lay_out_periods(covenant=covenant, by=by)
    write_move(covenant, CovenantStep.MERGE, source=covenant.state, by=by, other=amendment)
    return covenant


@transaction.atomic
def follow(*, covenant: Covenant, by, token: UUID | None = None) -> Covenant:
    """A new draft that follows this covenant and says the same: nobody types it all again."""
    if not can_open_covenants(by):
        raise PermissionDenied
    draft = following(covenant)
    draft.created_with = token
    follower, is_new = save_new(draft, by=by, named=draft.title)
    if is_new:
        copy_parts_later(covenant, follower, by=by)
        write_move(follower, CovenantStep.OPEN, source="", by=by, other=covenant)
    return follower
