"""A covenant that follows another: the same agreements, begun on the day after that one ends."""

import datetime

from covenants.amending.copying import copy_about, copy_parts
from covenants.models import Covenant
from jos.shared.time import months_later

DAY = datetime.timedelta(days=1)


def following(covenant: Covenant) -> Covenant:
    """The draft, not saved yet. It lasts as long, with the organisation that goes on where that one was merged."""
    draft = copy_about(covenant)
    months = _months_later(covenant)
    draft.follows = covenant
    draft.valid_from = covenant.valid_until + DAY
    draft.valid_until = months_later(draft.valid_from, months) - DAY
    draft.own_periods = [[_later(day, months) for day in period] for period in covenant.own_periods]
    if covenant.organisation and covenant.organisation.merged_into:
        draft.organisation = covenant.organisation.merged_into
    return draft


def copy_parts_later(covenant: Covenant, into: Covenant, *, by) -> None:
    """All that the covenant says, with its terms and years as many months later as `into` begins."""
    copy_parts(covenant, into, by=by)
    months = _months_later(covenant)
    for commitment in into.commitments.all():
        commitment.due_on = months_later(commitment.due_on, months)
        commitment.save_by(by)
    years = into.valid_from.year - covenant.valid_from.year
    for line in into.budget.order_by("-year"):  # the last one first: no two lines are of one year for a moment
        line.year += years
        line.save_by(by)


def _months_later(covenant: Covenant) -> int:
    start, following_start = covenant.valid_from, covenant.valid_until + DAY
    return max(1, (following_start.year - start.year) * 12 + following_start.month - start.month)


def _later(day: str, months: int) -> str:
    return months_later(datetime.date.fromisoformat(day), months).isoformat()
