"""A covenant in words: how it stands, whose turn it is, and with whom and where."""

import datetime

from django.utils.translation import gettext as _

from covenants.enums import CovenantState, Side
from covenants.models import Covenant
from jos.shared.time import in_words

AREAS_SHOWN = 3


def standing(covenant: Covenant, at: datetime.date) -> str:
    """Where it stands, and who has to do something."""
    days = {name: in_words(getattr(covenant, name)) for name in ("valid_from", "valid_until")}
    signed = in_words(covenant.signed_on) if covenant.signed_on else "–"
    words = days | {"partner": str(covenant.partner), "signed": signed, "amended": str(covenant.amends or "–")}
    return _STANDINGS[CovenantState(covenant.state)](covenant, at) % words


def whose_turn(covenant: Covenant) -> Side | None:
    """The side that has to do something before it is signed. Offered for signature, both have to: nobody's turn."""
    return Side(covenant.turn) if covenant.state == CovenantState.DRAFTING else None


def party(covenant: Covenant, side: str) -> str:
    """How a side is called on screen."""
    return _("The city") if side == Side.CITY else str(covenant.partner)


def where(covenant: Covenant) -> str:
    names = [str(area) for area in (*covenant.circles.all(), *covenant.neighbourhoods.all())]
    if not names:
        return _("the whole city")
    shown, more = ", ".join(names[:AREAS_SHOWN]), len(names) - AREAS_SHOWN
    return _("%(areas)s and %(number)d more") % {"areas": shown, "number": more} if more > 0 else shown


def _drafting(covenant: Covenant, _at) -> str:
    if covenant.accepted_by_city and covenant.accepted_by_partner:
        return _("Both sides accept the text. The city offers it for signature.")
    if covenant.turn == Side.CITY:
        if covenant.accepted_by_partner:
            return _("It is the turn of the city. %(partner)s accepts the text.")
        return _("It is the turn of the city.")
    if covenant.accepted_by_city:
        return _("It is the turn of %(partner)s. The city accepts the text.")
    return _("It is the turn of %(partner)s.")


def _signed(covenant: Covenant, at: datetime.date) -> str:
    if at > covenant.valid_until:
        return _("Signed by both on %(signed)s. It ended on %(valid_until)s.")
    if at < covenant.valid_from:
        return _("Signed by both on %(signed)s. It holds from %(valid_from)s.")
    return _("Signed by both on %(signed)s. It holds until %(valid_until)s.")


_STANDINGS = {
    CovenantState.DRAFTING: _drafting,
    CovenantState.OFFERED: lambda *_c: _("Offered for signature: both sides read the same text, and sign it."),
    CovenantState.SIGNED: _signed,
    CovenantState.MERGED: lambda *_c: _("Signed by both on %(signed)s, and part of “%(amended)s” since then."),
    CovenantState.WITHDRAWN: lambda *_c: _("Withdrawn: it was never signed by both."),
}
