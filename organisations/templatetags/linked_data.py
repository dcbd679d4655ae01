import json

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from organisations.linked_data import offer_data, organisation_data
from organisations.models import Offer, Organisation

register = template.Library()

# Nothing in a text may end the block it stands in.
HARMLESS = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


@register.simple_tag
def linked_data(record: Offer | Organisation) -> SafeString:
    """What programs read of this record: a block of data, which no browser runs."""
    data = offer_data(record) if isinstance(record, Offer) else organisation_data(record)
    text = json.dumps(data, ensure_ascii=False).translate(HARMLESS)
    return format_html('<script type="application/ld+json">{}</script>', mark_safe(text))  # noqa: S308
