"""For whom a covenant waits: whose turn it is to write, and who still has to sign."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from covenants.enums import CovenantState, Side
from covenants.models import Covenant, Signature
from jos.accounts.permissions import is_staff
from organisations.models import Membership, Organisation


def waiting_for(covenants: QuerySet[Covenant], user) -> QuerySet[Covenant]:
    """Those in which this person's side has to do something before they are signed by both."""
    if is_staff(user):
        return waiting_for_side(covenants, Side.CITY)
    own = Organisation.objects.carried_on_by(user).values("pk")
    spoken_for = covenants.filter(Q(organisation__in=own) | Q(partnership__lead__in=own))
    return waiting_for_side(spoken_for, Side.PARTNER)


def who_to_tell(covenant: Covenant, side: str) -> list[int]:
    """Who hears that it is the turn of their side, by key: coordinators; of the city who took its last step."""
    if side == Side.CITY:
        last = covenant.moves.filter(side=Side.CITY, by__is_active=True).last()
        return [last.by_id] if last and last.by_id else []
    speaker = covenant.speaker.merged_into_id or covenant.speaker.pk
    return list(Membership.objects.coordinators().filter(organisation=speaker).values_list("user", flat=True))


def waiting_for_side(covenants: QuerySet[Covenant], side: Side) -> QuerySet[Covenant]:
    """It is its turn to write, or its signature is not there yet."""
    signed = Signature.objects.filter(document__covenant=OuterRef("pk"), document__taken_back_at=None, side=side)
    to_write = Q(state=CovenantState.DRAFTING, turn=side)
    return covenants.filter(to_write | Q(state=CovenantState.OFFERED) & ~Exists(signed))
