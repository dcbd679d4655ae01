"""What of covenants waits for somebody: which questions a home asks, all answered in one query."""

from django.db.models import F, Q, QuerySet, TextField, Value
from django.db.models.functions import Cast, Concat

from covenants.drafting.turns import waiting_for_side
from covenants.enums import Side
from covenants.following_up.states import late_for, waiting_for
from covenants.models import Commitment, Covenant, ReportingPeriod
from jos.dashboards.homes.waiting import each, together
from jos.shared.time import today
from organisations.models import Organisation

TITLE, SLUG = F("title"), F("slug")
COVENANT = F("covenant__title")
PERIOD = Concat("covenant__slug", Value(" "), Cast("pk", TextField()), output_field=TextField())


def for_staff() -> dict[str, QuerySet]:
    """The side of the city."""
    everything = Covenant.objects.all()
    return {
        "covenants": together(waiting_for_side(everything, Side.CITY), TITLE, SLUG),
        "reports_late": together(late_for(Side.CITY, today()), COVENANT, PERIOD),
        "reports_due": together(_due(Side.CITY), COVENANT, PERIOD),
        "talks": together(_talks(Side.CITY), COVENANT, PERIOD),
        "promises_late": together(_promises(Side.CITY), F("what"), F("covenant__slug")),
    }


def for_organisation(organisation: Organisation) -> dict[str, QuerySet]:
    """The side of the partner, where this organisation speaks for it."""
    own = Organisation.objects.continued_by(organisation).values("pk")
    ours = Covenant.objects.filter(Q(organisation__in=own) | Q(partnership__lead__in=own))
    return {
        "covenants": each(waiting_for_side(ours, Side.PARTNER), TITLE, SLUG),
        "reports": each(waiting_for(Side.PARTNER, today()).filter(covenant__in=ours), COVENANT, PERIOD, F("due_on")),
        "talks": each(_talks(Side.PARTNER).filter(covenant__in=ours), COVENANT, PERIOD),
        "promises_late": together(_promises(Side.PARTNER).filter(covenant__in=ours), F("what"), F("covenant__slug")),
    }


def for_policymakers() -> dict[str, QuerySet]:
    """Where the city does not do what it promised."""
    return {
        "promises_late": together(_promises(Side.CITY), F("what"), F("covenant__slug")),
        "reports_late": together(late_for(Side.CITY, today()), COVENANT, PERIOD),
    }


def _due(side: Side) -> QuerySet[ReportingPeriod]:
    return waiting_for(side, today()).filter(due_on__gte=today())


def _talks(side: Side) -> QuerySet[ReportingPeriod]:
    """The other side asked for the talk, or what was written down of it waits for this side."""
    agreed = {Side.CITY: "agreed_by_city", Side.PARTNER: "agreed_by_partner"}[side]
    asked = Q(talk_asked_by=side.other, talked_on=None)
    return ReportingPeriod.objects.filter(asked | Q(talked_on__isnull=False, **{agreed: False}), settled_on=None)


def _promises(side: Side) -> QuerySet[Commitment]:
    return Commitment.objects.overdue(today()).filter(side=side, covenant__in=Covenant.objects.signed())
