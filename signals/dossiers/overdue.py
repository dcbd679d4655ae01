"""What is overdue climbs (R8): a reminder for the service, then staff, then the policymaker. All in working days."""

import datetime

from django.db.models import QuerySet

from signals.enums import ON_TERM, Escalation
from signals.models import Dossier
from signals.terms import working_days_after, working_days_before

REMINDED_BEFORE = 5  # the service hears that the day comes near
STAFF_AFTER = 5
POLICYMAKER_AFTER = 10
CLIMBS = (Escalation.POLICYMAKER, Escalation.STAFF, Escalation.SERVICE)  # the highest first


def level(dossier: Dossier, at: datetime.date) -> Escalation:
    """How high it has climbed on a day."""
    if dossier.due_on is None or dossier.state not in ON_TERM or dossier.merged_into_id:
        return Escalation.NONE
    return next((each for each in CLIMBS if dossier.due_on <= due_until(each, at)), Escalation.NONE)


def climbed_to(at_least: Escalation, at: datetime.date) -> QuerySet[Dossier]:
    """Those that climbed so high, the longest overdue first. Staff see theirs at home, and so does a policymaker."""
    on_term = Dossier.objects.standing().filter(state__in=ON_TERM, due_on__lte=due_until(at_least, at))
    return on_term.order_by("due_on", "pk")


def due_until(reached: Escalation, at: datetime.date) -> datetime.date:
    """The last day on which a term can end of what has climbed so high on `at`."""
    if reached == Escalation.SERVICE:
        return working_days_after(at, REMINDED_BEFORE)
    return working_days_before(at, STAFF_AFTER if reached == Escalation.STAFF else POLICYMAKER_AFTER)


def last_climb(due_on: datetime.date, at: datetime.date) -> datetime.date | None:
    """The last day, until `at`, on which a mail leaves: before the term ends, when it does, and as it climbs."""
    days = (
        working_days_before(due_on, REMINDED_BEFORE),
        due_on,
        working_days_after(due_on, STAFF_AFTER),
        working_days_after(due_on, POLICYMAKER_AFTER),
    )
    return max((day for day in days if day <= at), default=None)
