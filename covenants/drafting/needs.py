"""What the steps of a covenant need, and what can stand in the way. The table says which step needs what.

A need yields the field or part, and what to do about it. A refusal gives the reason why the step cannot be taken now.
What the text itself needs before it can be offered for signature stands in `covenants.drafting.completeness`.
"""

from collections.abc import Callable, Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from covenants.amending.hours import less_in, says_something
from covenants.drafting.completeness import WHOLE_TEXT
from covenants.enums import NOT_SIGNED, CovenantState, Side
from covenants.models import Covenant, Signature
from covenants.permissions import side_of
from jos.shared.steps import Lack
from jos.shared.time import months_later, today

Need = Callable[..., Iterator[Lack]]  # of the covenant as typed, and who asks
REASON_OF = {Side.CITY: "city_reason_for_less", Side.PARTNER: "partner_reason_for_less"}
SAY_WHY_LESS = gettext_lazy("Free time gains hours, and another function loses some. Say why your side agrees.")
YEARS = range(2000, 2091)  # in which one can begin
LONGEST = 10  # years

Refusal = Callable[..., str]  # of the stored covenant and who asks; nothing where it may


def a_title(covenant: Covenant, _user) -> Iterator[Lack]:
    if not covenant.title.strip():
        yield "title", _("Give it a title.")


def one_party(covenant: Covenant, _user) -> Iterator[Lack]:
    if bool(covenant.organisation_id) == bool(covenant.partnership_id):
        yield "organisation", _("Choose one organisation or one partnership.")


def days_that_can_be(covenant: Covenant, _user) -> Iterator[Lack]:
    if covenant.valid_until < covenant.valid_from:
        yield "valid_until", _("The end date is before the start date.")
    elif covenant.valid_until >= months_later(covenant.valid_from, 12 * LONGEST):
        yield (
            "valid_until",
            _("A covenant holds %(years)d years at most. Let another one follow it.") % {"years": LONGEST},
        )
    if covenant.valid_from.year not in YEARS:
        yield "valid_from", _("Check the year.")


def a_function(covenant: Covenant, _user) -> Iterator[Lack]:
    if not covenant.functions:
        yield "functions", _("Choose at least one function.")


def why(covenant: Covenant, _user) -> Iterator[Lack]:
    if not covenant.why.strip():
        yield "why", _("Say why. It stays with the covenant.")


def the_own_reason_for_less(covenant: Covenant, user) -> Iterator[Lack]:
    """Each side says for itself why other functions lose hours while free time gains (R7)."""
    name = REASON_OF[side_of(user, covenant) or Side.CITY]
    if not says_something(getattr(covenant, name)) and less_in(covenant):
        yield name, str(SAY_WHY_LESS)


def anothers_turn(covenant: Covenant, user) -> str:
    if side_of(user, covenant) == covenant.turn:
        return ""
    if covenant.turn == Side.CITY:
        return _("It is the turn of the city.")
    return _("It is the turn of %(partner)s.") % {"partner": covenant.partner}


def accepted_by_both(covenant: Covenant, _user) -> str:
    if covenant.accepted_by_city and covenant.accepted_by_partner:
        return _("Both sides accept this text. Offer it for signature, or change it.")
    return ""


def accepted_by_side(covenant: Covenant, user) -> str:
    side = side_of(user, covenant)
    return _("Your side accepts this text already.") if side and covenant.is_accepted_by(side) else ""


def not_accepted_by_both(covenant: Covenant, _user) -> str:
    if covenant.accepted_by_city and covenant.accepted_by_partner:
        return ""
    lacking = _("the city") if not covenant.accepted_by_city else str(covenant.partner)
    if not covenant.accepted_by_city and not covenant.accepted_by_partner:
        return _("Both sides accept the text first.")
    return _("It can be offered once %(who)s accepts the text too.") % {"who": lacking}


def signed_by_side(covenant: Covenant, user) -> str:
    signed = Signature.objects.filter(document__covenant=covenant, document__taken_back_at=None)
    return _("Your side signed already.") if signed.filter(side=side_of(user, covenant)).exists() else ""


def ended(covenant: Covenant, _user) -> str:
    return _("This covenant ended. Begin one that follows it.") if covenant.valid_until < today() else ""


def amended_right_now(covenant: Covenant, _user) -> str:
    known = getattr(covenant, "is_amended_now", None)  # of a covenant that was read whole
    if covenant.amendments.filter(state__in=NOT_SIGNED).exists() if known is None else known:
        return _("There is an amendment of this covenant already that is not signed yet.")
    return ""


def amends_what_does_not_stand(covenant: Covenant, _user) -> str:
    """What it would be merged into is still the covenant both sides signed."""
    if covenant.amends and covenant.amends.state != CovenantState.SIGNED:
        return _("The covenant it amends is not signed.")
    return ""


A_SUBJECT = (a_title, one_party, a_function, days_that_can_be)
WHY = (why,)
TO_ACCEPT = (the_own_reason_for_less,)
TO_OFFER = WHOLE_TEXT

ANOTHERS_TURN = (anothers_turn,)
NOT_TO_HAND_OVER = (anothers_turn, accepted_by_both)
NOT_TO_ACCEPT = (accepted_by_both, accepted_by_side, anothers_turn)
NOT_ACCEPTED = (not_accepted_by_both, amends_what_does_not_stand)
SIGNED_BY_SIDE = (signed_by_side,)
NOT_TO_AMEND = (ended, amended_right_now)
