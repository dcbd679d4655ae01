"""Asking organisations to say that their offers are still right."""

import datetime
from collections.abc import Iterable
from functools import partial

from django.db import transaction
from django.db.models import Q, QuerySet

from jos.shared.time import today
from organisations.models import Membership, Organisation
from organisations.tasks import mail_reminder

DAYS_OF_REST = 7


def to_remind(organisations: Iterable[Organisation]) -> QuerySet[Organisation]:
    """Those that get a mail now: they have a coordinator, and had a week of rest, or their last mail got lost."""
    rested = Q(reminded_on=None) | Q(reminded_on__lte=today() - datetime.timedelta(days=DAYS_OF_REST))
    keys = [organisation.pk for organisation in organisations]
    coordinated = Membership.objects.coordinators().filter(organisation__in=keys).values("organisation")
    return Organisation.objects.filter(rested | Q(reminder_failed=True), pk__in=coordinated)


@transaction.atomic
def send_reminders(*, organisations: Iterable[Organisation], by) -> list[Organisation]:
    """Mail the coordinators, each apart, and return the organisations that were reminded."""
    reminded = list(to_remind(organisations).select_for_update())
    for organisation in reminded:
        organisation.reminded_on, organisation.reminder_failed = today(), False
        organisation.save_by(by)
    for membership in Membership.objects.coordinators().filter(organisation__in=reminded):
        transaction.on_commit(partial(mail_reminder.enqueue, membership.pk))
    return reminded
