"""Mails about covenants, through the queue. They name the covenant and the day, and nothing of what is in it."""

from typing import Any

from django.urls import reverse
from django_tasks import task

from covenants.drafting.turns import waiting_for
from covenants.enums import Side
from covenants.models import Covenant
from covenants.reminding import Due, commitments, of_side, periods, spoken_for_by
from jos.accounts.models import User
from jos.shared.mail import mail_patiently
from jos.shared.time import today
from organisations.models import Membership, Organisation


@task()
def mail_partner(membership_id: int, period_ids: list[int], commitment_ids: list[int], attempt: int = 1) -> None:
    """Tell a coordinator which days come near or passed. Nothing leaves where all is done meanwhile."""
    coordinators = Membership.objects.coordinators().select_related("organisation", "user")
    membership = coordinators.filter(pk=membership_id).first()
    if membership and (due := spoken_for_by(membership.organisation, _still(Side.PARTNER, period_ids, commitment_ids))):
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


@task()
def mail_turn(user_id: int, covenant_id: int, attempt: int = 1) -> None:
    """Tell somebody that a covenant is in the hands of their side. Nothing leaves where it went on meanwhile."""
    user = User.objects.filter(pk=user_id, is_active=True).first()
    covenant = waiting_for(Covenant.objects.filter(pk=covenant_id), user).first() if user else None
    if user and covenant:
        about = (user_id, covenant_id)
        mail_patiently(
            "covenant_turn", [user.email], {"covenant": covenant}, again=mail_turn, about=about, attempt=attempt
        )


def reminder_context(due: Due, side: str, organisation: Organisation | None = None) -> dict[str, Any]:
    """What the mail says, and to whom."""
    path = f"{reverse('commitments')}?side={side}" if due.commitments else reverse("covenants")
    return {"due": due, "organisation": organisation, "today": today(), "path": path}


def _still(side: str, period_ids: list[int], commitment_ids: list[int]) -> Due:
    asked = periods(today()).filter(pk__in=period_ids), commitments(today()).filter(pk__in=commitment_ids)
    return of_side(side, *asked)
