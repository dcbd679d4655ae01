"""Small helpers every template can use without loading them."""

from decimal import Decimal

from django import template
from django.urls import NoReverseMatch, reverse
from django.utils.formats import number_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

register = template.Library()


@register.inclusion_tag("components/nav_link.html", takes_context=True)
def nav_link(context, name: str, label: str) -> dict:
    """A link of the main navigation, which says where one is."""
    try:
        url = reverse(name)
    except NoReverseMatch:
        return {}
    path = context["request"].path
    return {"url": url, "label": label, "current": "page" if path == url else "true" if path.startswith(url) else ""}


@register.filter
def hours(value: Decimal | None) -> SafeString:
    """Hours a week, short: "4 h". Unknown is a question mark, never zero (R17)."""
    if value is None:
        return format_html('<abbr title="{}">?</abbr>', _("hours not known"))
    number = value.quantize(Decimal("0.1"))
    text = number_format(number, decimal_pos=0 if number == number.to_integral() else 1)
    return format_html('{} <span class="unit">{}</span>', text, pgettext("hours, after a number", "h"))
