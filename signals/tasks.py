"""Mails about dossiers, through the queue. They hold no words of a signal, and no title of a sensitive dossier."""

from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django_tasks import task

from jos.accounts.models import User
from jos.shared.mail import mail_patiently
from organisations.models import Membership, Organisation
from signals.enums import ON_TERM, WITH_ANSWER
from signals.models import Dossier, GroupVoice


@task()
def mail_due(membership_id: int, dossier_ids: list[int], attempt: int = 1) -> None:
    """Tell a coordinator of the service which terms end soon, or ended. Nothing leaves when all is done meanwhile."""
    coordinators = Membership.objects.coordinators().select_related("organisation", "user")
    membership = coordinators.filter(pk=membership_id).first()
    if membership and (dossiers := list(_on_term(dossier_ids).of_service(membership.organisation))):
        context = due_context(membership.organisation, dossiers)
        about = (membership_id, dossier_ids)
        mail_patiently("dossiers_due", [membership.user.email], context, again=mail_due, about=about, attempt=attempt)


@task()
def mail_late(user_id: int, dossier_ids: list[int], attempt: int = 1) -> None:
    """Tell somebody of the youth service which dossiers have climbed to staff."""
    user = User.objects.filter(pk=user_id, is_active=True).first()
    if user and (dossiers := list(_on_term(dossier_ids))):
        context = {"dossiers": dossiers, "path": reverse("dossiers")}
        about = (user_id, dossier_ids)
        mail_patiently("dossiers_late", [user.email], context, again=mail_late, about=about, attempt=attempt)


@task()
def mail_group_answer(user_id: int, dossier_id: int, attempt: int = 1) -> None:
    """Tell a worker that there is an answer to read to the group. Once, however many voices were passed on."""
    user = User.objects.filter(pk=user_id, is_active=True).first()
    voices = GroupVoice.objects.filter(by=user_id, signal__dossier=dossier_id, signal__dossier__state__in=WITH_ANSWER)
    if user and (references := list(voices.values_list("signal__reference", flat=True))):
        context = {"references": references, "path": reverse("group_signals")}
        about = (user_id, dossier_id)
        mail_patiently("group_answer", [user.email], context, again=mail_group_answer, about=about, attempt=attempt)


def due_context(organisation: Organisation, dossiers: list[Dossier]) -> dict[str, Any]:
    """What the mail says."""
    return {"organisation": organisation, "dossiers": dossiers, "path": f"{reverse('dossiers')}?mine=on"}


def _on_term(dossier_ids: list[int]) -> QuerySet[Dossier]:
    return Dossier.objects.standing().filter(pk__in=dossier_ids, state__in=ON_TERM).select_related("theme")
