"""Asking organisations to say that their offers are still right."""

import datetime
from collections.abc import Iterable
from functools import partial

from django.db import transaction
from django.db.models import Q

from jos.shared.time import today
from organisations.enums import MemberRole
from organisations.models import Membership, Organisation
from organisations.tasks import mail_reminder

DAYS_OF_REST = 7


@transaction.atomic
def send_reminders(*, organisations: Iterable[Organisation], by) -> list[Organisation]:
    """Mail the coordinators, and return the organisations that were reminded.

    Who was reminded less than a week ago, or has no coordinator, is left alone.
    """
    keys = [organisation.pk for organisation in organisations]
    rested = Q(reminded_on=None) | Q(reminded_on__lte=today() - datetime.timedelta(days=DAYS_OF_REST))
    coordinated = Membership.objects.filter(role=MemberRole.COORDINATOR, organisation__in=keys).values("organisation")
    reminded = list(Organisation.objects.select_for_update().filter(rested, pk__in=coordinated))
    for organisation in reminded:
        organisation.reminded_on = today()
        organisation.save_by(by)
        transaction.on_commit(partial(mail_reminder.enqueue, organisation.pk))
    return reminded
