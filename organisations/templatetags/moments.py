from django import template

from organisations.models import Offer
from organisations.schedule import in_words

register = template.Library()


@register.filter
def when(offer: Offer) -> str:
    """On which days and hours, and what more there is to say of it."""
    return ", ".join(filter(None, [in_words(offer.moments.all()), offer.schedule]))
