"""Periods on which both sides reported, and the talk about them."""

import datetime

from django.utils import timezone

from covenants.enums import CovenantState, Side
from covenants.models import ReportingPeriod
from jos.shared.time import today
from tests import covenant_builders as covenants


def reported(organisation, **fields) -> ReportingPeriod:
    """Half a year that ended yesterday, of which both sides sent their report."""
    yesterday = today() - datetime.timedelta(days=1)
    starts_on = yesterday - datetime.timedelta(days=180)
    days = {"valid_from": starts_on, "valid_until": today() + datetime.timedelta(days=400)}
    covenant = covenants.make_covenant(organisation, state=CovenantState.SIGNED, **days)
    period = covenants.make_period(covenant, starts_on, ends_on=yesterday, **fields)
    for side in Side:
        covenants.make_report(period, side, submitted_at=timezone.now(), how_it_went="Goed.")
    return period


def talked(organisation, **fields) -> ReportingPeriod:
    """The same, with a talk that is written down."""
    talk = {"talked_on": today(), "present": "Stef en Cem", "settled": "We doen zo voort."}
    asked = {"talk_asked_on": today(), "talk_asked_by": Side.CITY}
    return reported(organisation, **talk | asked | fields)
