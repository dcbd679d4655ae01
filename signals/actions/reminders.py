"""Mails as a term comes to its end and after it: once each time a dossier climbs (`signals.dossiers.overdue`)."""

import datetime
from collections import defaultdict
from dataclasses import dataclass
from functools import partial

from django.db import transaction

from jos.accounts.enums import Role
from jos.accounts.models import User
from organisations.models import Membership, Organisation
from signals.dossiers.overdue import climbed_to, last_climb, level
from signals.enums import Escalation
from signals.models import Dossier
from signals.tasks import mail_due, mail_late


@dataclass(frozen=True)
class Reminders:
    """What leaves on a day."""

    dossiers: tuple[Dossier, ...]
    to_services: tuple[tuple[Membership, tuple[Dossier, ...]], ...]
    to_staff: tuple[User, ...]
    late: tuple[Dossier, ...]  # what staff read about
    without_coordinator: tuple[Organisation, ...]


def reminders(at: datetime.date) -> Reminders:
    """Those that climbed since the last mail about them. Four queries."""
    near = climbed_to(Escalation.SERVICE, at).select_related("owner__merged_into", "theme")
    due = tuple(dossier for dossier in near if _climbed_since(dossier, at))
    of_service: dict[Organisation, list[Dossier]] = defaultdict(list)
    for dossier in due:
        if dossier.owner:
            of_service[dossier.owner.continued_as].append(dossier)
    coordinators = Membership.objects.coordinators().filter(organisation__in=of_service)
    members = list(coordinators.select_related("organisation", "user"))
    reached = {membership.organisation for membership in members}
    late = tuple(dossier for dossier in due if level(dossier, at) >= Escalation.STAFF)
    staff = User.objects.filter(role__in=(Role.STAFF, Role.ADMINISTRATOR), is_active=True) if late else ()
    return Reminders(
        dossiers=due,
        to_services=tuple((each, tuple(of_service[each.organisation])) for each in members),
        to_staff=tuple(staff),
        late=late,
        without_coordinator=tuple(service for service in of_service if service not in reached),
    )


@transaction.atomic
def send_reminders(*, at: datetime.date) -> Reminders:
    """Mail what is due, and note the day, so that nothing leaves twice."""
    list(climbed_to(Escalation.SERVICE, at).select_for_update())  # a second one waits, and then finds nothing
    sent = reminders(at)
    Dossier.objects.filter(pk__in=[dossier.pk for dossier in sent.dossiers]).update(reminded_on=at)
    for membership, dossiers in sent.to_services:
        transaction.on_commit(partial(mail_due.enqueue, membership.pk, [dossier.pk for dossier in dossiers]))
    for user in sent.to_staff:
        transaction.on_commit(partial(mail_late.enqueue, user.pk, [dossier.pk for dossier in sent.late]))
    return sent


def _climbed_since(dossier: Dossier, at: datetime.date) -> bool:
    climbed_on = last_climb(dossier.due_on, at) if dossier.due_on else None
    return climbed_on is not None and (dossier.reminded_on is None or dossier.reminded_on < climbed_on)
