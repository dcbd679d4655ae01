"""What both sides say about the text while it is drafted. A remark moves nothing: no turn, and no acceptance."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone

from covenants.drafting.next_steps import may_remark
from covenants.models import Covenant, Remark
from covenants.permissions import can_write, side_of
from jos.shared.saving import save_new
from jos.shared.steps import NOT_ANY_MORE


@transaction.atomic
def make_remark(*, remark: Remark, by) -> Remark:
    """Say something about a part, or about an article."""
    held = _held(remark.covenant_id, by)
    remark.side, remark.by = side_of(by, held) or "", by
    return save_new(remark, by=by)[0]


@transaction.atomic
def settle_remark(*, remark: Remark, by) -> Remark:
    """The text answers it now, or both sides leave it: either of them may say so."""
    _held(remark.covenant_id, by)
    if remark.settled_at is None:
        remark.settled_at = timezone.now()
        remark.save_by(by)
    return remark


def _held(covenant_id: int, by) -> Covenant:
    held = Covenant.objects.held().get(pk=covenant_id)
    if not can_write(by, held):
        raise PermissionDenied
    if not may_remark(held, by):
        raise ValidationError(NOT_ANY_MORE)
    return held
