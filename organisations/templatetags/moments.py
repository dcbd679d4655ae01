from django import template
from django.utils.translation import gettext as _

from organisations.dates import Meeting, next_meetings
from organisations.models import Offer
from organisations.schedule import in_words

register = template.Library()


@register.filter
def when(offer: Offer) -> str:
    """On which days and hours, and what more there is to say of it."""
    return ", ".join(filter(None, [in_words(offer.moments.all()), offer.schedule]))


@register.filter
def next_times(offer: Offer, number: int) -> list[Meeting]:
    """The first times that one can come."""
    return next_meetings(offer, number=number)


@register.filter
def areas(offer: Offer, most: int) -> str:
    """The neighbourhoods it reaches; of many, the first ones and how many more."""
    names = [area.name for area in offer.neighbourhoods.all()]
    shown = ", ".join(names[:most])
    if len(names) <= most:
        return shown
    return _("%(areas)s and %(number)s more") % {"areas": shown, "number": len(names) - most}
