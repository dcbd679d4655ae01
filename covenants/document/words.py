"""Numbers, money and paragraphs as the document writes them: exact, and in Dutch whoever asks."""

from decimal import Decimal

from django.utils.formats import number_format
from django.utils.translation import gettext as _

LANGUAGE = "nl"


def number(value: Decimal) -> str:
    """With the decimals it has and no others: 1.250 or 12,5."""
    exact = value.normalize()
    places = -int(exact.as_tuple().exponent)
    return number_format(exact, decimal_pos=max(places, 0), force_grouping=True)


def euros(value: Decimal) -> str:
    """€ 12.500,00, on one line."""
    return "€\N{NO-BREAK SPACE}" + number_format(value, decimal_pos=2, force_grouping=True)


def or_unknown(text: str) -> str:
    """Unknown is said, and never zero (R17)."""
    return text or _("not known yet")


def paragraphs(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]
