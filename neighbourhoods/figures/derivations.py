"""How a statistic follows from others: in words, and never from itself."""

from django.utils.translation import gettext as _

from neighbourhoods.enums import Derivation
from neighbourhoods.figures.words import number
from neighbourhoods.models import Statistic


def in_words(statistic: Statistic) -> str:
    """The formula, for whoever wants to check it. Empty for what was imported."""
    words = {"part": statistic.part, "whole": statistic.whole, "years": statistic.years}
    match statistic.derivation:
        case Derivation.PER if statistic.per == 1:
            return _("%(part)s, divided by %(whole)s") % words
        case Derivation.PER:
            return _("%(part)s, divided by %(whole)s, times %(per)s") % (words | {"per": number(statistic.per or 0)})
        case Derivation.SHARE:
            return _("%(part)s as a part of %(whole)s, in percent") % words
        case Derivation.CHANGE:
            return _("%(part)s, less the same %(years)d years before") % words
        case Derivation.GROWTH:
            return _("how much %(part)s grew in %(years)d years, in percent") % words
        case _:
            return ""


def needs_itself(statistic: Statistic) -> bool:
    """It is made of something that is made of it, over whatever way. Asks for all statistics at once."""
    known = Statistic.objects.in_bulk()
    asked, seen = list(statistic.needs), set()
    while asked:
        key = asked.pop()
        if key == statistic.pk:
            return True
        if key not in seen:
            seen.add(key)
            asked += known[key].needs
    return False
