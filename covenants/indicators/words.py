"""Values as people read them. What is unknown is said, and never zero (R17)."""

from decimal import ROUND_HALF_UP, Decimal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from covenants.document.words import number
from covenants.indicators.adding_up import Amount

CENTS = Decimal("0.01")  # a mean has no end: it is rounded once, here


def amount_in_words(amount: Amount, unit: str = "") -> str:
    """“At least 55 young people”, or “30, one part unknown”."""
    if amount.value is None:
        return _("not known")
    text = f"{number(amount.value.quantize(CENTS, ROUND_HALF_UP))} {unit}".strip()
    if amount.is_at_least:
        text = _("at least %(amount)s") % {"amount": text}
    if not amount.is_partial:
        return text
    words = {"amount": text, "number": amount.unknown}
    return ngettext("%(amount)s, one part unknown", "%(amount)s, %(number)d parts unknown", amount.unknown) % words
