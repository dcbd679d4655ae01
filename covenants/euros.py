"""Euros as people read them."""

from decimal import Decimal

from django.utils.formats import number_format


def in_euros(amount: Decimal) -> str:
    """With cents only where there are any: 12.500, or 12.500,50, in the way of the page's language."""
    places = 0 if amount == amount.to_integral() else 2
    return number_format(amount, decimal_pos=places, use_l10n=True, force_grouping=True)
