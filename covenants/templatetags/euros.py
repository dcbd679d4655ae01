"""Amounts of money on a page."""

from decimal import Decimal

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from covenants.euros import in_euros

register = template.Library()


@register.filter
def euros(amount: Decimal | None) -> SafeString | str:
    """€ 12.500, or a dash where nothing was said."""
    return format_html("€&nbsp;{}", in_euros(amount)) if amount is not None else "–"
