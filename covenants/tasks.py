"""Mails about covenants, through the queue. They name the covenant and the day, and nothing of what is in it."""

from typing import Any

from django.urls import reverse
from django_tasks import task

from covenants.enums import Side
from covenants.reminding import Due, commitments, of_side, periods, speaks_for
from jos.accounts.models import User
from jos.shared.mail import mail_patiently
from jos.shared.time import today
from organisations.models import Membership, Organisation


@task()
def mail_partner(membership_id: int, period_ids: list[int], commitment_ids: list[int], attempt: int = 1) -> None:
    """Tell a coordinator which days come near or passed. Nothing leaves where all is done meanwhile."""
    coordinators = Membership.objects.coordinators().select_related("organisation", "user")
    membership = coordinators.filter(pk=membership_id).first()
    if membership and (due := _own(_still(Side.PARTNER, period_ids, commitment_ids), membership.organisation)):
        context = reminder_context(due, Side.PARTNER, membership.organisation)
        about = (membership_id, period_ids, commitment_ids)
        mail_patiently(
            "covenants_due", [membership.user.email], context, again=mail_partner, about=about, attempt=attempt
        )


@task()
def mail_city(user_id: int, period_ids: list[int], commitment_ids: list[int], attempt: int = 1) -> None:
    """Tell somebody of the youth service what the city promised, and still has to report."""
    user = User.objects.filter(pk=user_id, is_active=True).first()
    if user and (due := _still(Side.CITY, period_ids, commitment_ids)):
        context = reminder_context(due, Side.CITY)
        about = (user_id, period_ids, commitment_ids)
        mail_patiently("covenants_due", [user.email], context, again=mail_city, about=about, attempt=attempt)


def reminder_context(due: Due, side: str, organisation: Organisation | None = None) -> dict[str, Any]:
    """What the mail says, and to whom."""
    path = f"{reverse('commitments')}?side={side}" if due.commitments else reverse("covenants")
    return {"due": due, "organisation": organisation, "today": today(), "path": path}


def _still(side: str, period_ids: list[int], commitment_ids: list[int]) -> Due:
    asked = periods(today()).filter(pk__in=period_ids), commitments(today()).filter(pk__in=commitment_ids)
    return of_side(side, *asked)


def _own(due: Due, organisation: Organisation) -> Due:
    """What is this organisation's to do: a covenant can have gone over to another meanwhile."""
    return Due(
        *(tuple(each for each in some if speaks_for(organisation, each)) for some in (due.periods, due.commitments))
    )
