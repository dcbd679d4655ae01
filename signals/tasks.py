"""Mails about dossiers, through the queue. They hold no words of a signal, and no title of a sensitive dossier."""

import datetime
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django_tasks import default_task_backend, task
from django_tasks.base import Task

from jos.accounts.models import User
from jos.shared.mail import mail
from organisations.models import Membership, Organisation
from signals.enums import ON_TERM, WITH_ANSWER
from signals.models import Dossier, GroupVoice

ATTEMPTS = 3
WAIT = datetime.timedelta(minutes=10)  # before the second; twice as long before the third


@task()
def mail_due(membership_id: int, dossier_ids: list[int], attempt: int = 1) -> None:
    """Tell a coordinator of the service which terms end soon, or ended. Nothing leaves when all is done meanwhile."""
    coordinators = Membership.objects.coordinators().select_related("organisation", "user")
    membership = coordinators.filter(pk=membership_id).first()
    if membership and (dossiers := list(_on_term(dossier_ids).of_service(membership.organisation))):
        context = due_context(membership.organisation, dossiers)
        _send("dossiers_due", membership.user, context, attempt, mail_due, membership_id, dossier_ids)


@task()
def mail_late(user_id: int, dossier_ids: list[int], attempt: int = 1) -> None:
    """Tell somebody of the youth service which dossiers have climbed to staff."""
    user = User.objects.filter(pk=user_id, is_active=True).first()
    if user and (dossiers := list(_on_term(dossier_ids))):
        context = {"dossiers": dossiers, "path": reverse("dossiers")}
        _send("dossiers_late", user, context, attempt, mail_late, user_id, dossier_ids)


@task()
def mail_group_answer(user_id: int, dossier_id: int, attempt: int = 1) -> None:
    """Tell a worker that there is an answer to read to the group. Once, however many voices were passed on."""
    user = User.objects.filter(pk=user_id, is_active=True).first()
    voices = GroupVoice.objects.filter(by=user_id, signal__dossier=dossier_id, signal__dossier__state__in=WITH_ANSWER)
    if user and (references := list(voices.values_list("signal__reference", flat=True))):
        context = {"references": references, "path": reverse("group_signals")}
        _send("group_answer", user, context, attempt, mail_group_answer, user_id, dossier_id)


def due_context(organisation: Organisation, dossiers: list[Dossier]) -> dict[str, Any]:
    """What the mail says."""
    return {"organisation": organisation, "dossiers": dossiers, "path": f"{reverse('dossiers')}?mine=on"}


def _on_term(dossier_ids: list[int]) -> QuerySet[Dossier]:
    return Dossier.objects.standing().filter(pk__in=dossier_ids, state__in=ON_TERM).select_related("theme")


def _send(template: str, user: User, context: dict, attempt: int, again: Task, *about) -> None:
    try:
        mail(template, [user.email], context)
    except OSError:  # the mail server is away, or refuses: SMTPException is one
        if attempt >= ATTEMPTS or not default_task_backend.supports_defer:
            raise
        again.using(run_after=timezone.now() + attempt * WAIT).enqueue(*about, attempt + 1)
