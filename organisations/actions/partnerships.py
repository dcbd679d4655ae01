"""What is done with partnerships and who takes part in them."""

from django.db import transaction

from jos.shared.saving import save_if_changed, save_new, save_version
from organisations.models import Partnership, PartnershipMember


@transaction.atomic
def create_partnership(*, partnership: Partnership, by) -> Partnership:
    """Add a partnership. Its lead is its first member."""
    partnership, is_new = save_new(partnership, by=by, named=partnership.name)
    if is_new:
        _let_lead_take_part(partnership, by)
    return partnership


@transaction.atomic
def change_partnership(*, partnership: Partnership, version: int, by) -> Partnership:
    save_version(partnership, version=version, by=by)
    _let_lead_take_part(partnership, by)
    return partnership


@transaction.atomic
def save_member(*, member: PartnershipMember, by) -> PartnershipMember:
    """Let an organisation take part, or change the period in which it does."""
    if member.pk is None:
        member.save_by(by)
    else:
        save_if_changed(member, by=by)
    return member


def _let_lead_take_part(partnership: Partnership, by) -> None:
    if not partnership.members.filter(organisation=partnership.lead).exists():
        start = partnership.valid_from
        PartnershipMember(partnership=partnership, organisation=partnership.lead, valid_from=start).save_by(by)
