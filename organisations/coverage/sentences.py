"""What a finding says to a policymaker: one plain sentence, in the language of the page."""

import datetime
from collections.abc import Sequence
from decimal import Decimal

from django.utils.formats import number_format
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from jos.shared.time import in_words
from organisations.coverage.facts import Ages
from organisations.coverage.hours import Hours
from organisations.enums import Function

NAMES_AT_MOST = 4


def join(words: Sequence) -> str:
    """ "a, b and c" """
    return get_text_list([str(word) for word in words], pgettext("between the last two of a list", "and"))


def join_names(names: Sequence[str]) -> str:
    """As many names as one reads at a glance, and how many there are beside them."""
    if len(names) <= NAMES_AT_MOST:
        return join(names)
    others = len(names) - NAMES_AT_MOST + 1
    return join([*names[: NAMES_AT_MOST - 1], ngettext("%d other", "%d others", others) % others])


def function_missing(function: Function, ages: Ages | None) -> str:
    if ages is None:
        return _("Nobody takes up the function %(function)s here.") % {"function": function.label}
    return _("Nobody takes up the function %(function)s here for ages %(lowest)s to %(highest)s.") % {
        "function": function.label,
        "lowest": ages.lowest,
        "highest": ages.highest,
    }


def no_entry(others: Sequence[Function]) -> str:
    return _("There is %(functions)s, but no free time: young people have no way in.") % {
        "functions": join([function.label for function in others])
    }


def not_together(names: Sequence[str]) -> str:
    return _("All four functions are here, but spread over %(names)s: nobody has all four together.") % {
        "names": join_names(names)
    }


def no_warm_place(ages: Ages | None) -> str:
    if ages is None:
        return _("No offer takes place in a warm place here.")
    return _("No offer for ages %(lowest)s to %(highest)s takes place in a warm place here.") % vars(ages)


def no_outreach(ages: Ages | None) -> str:
    if ages is None:
        return _("No mobile or outreach work goes to young people here.")
    return _("No mobile or outreach work goes to young people of %(lowest)s to %(highest)s here.") % vars(ages)


def thin(function: Function, name: str, until: datetime.date) -> str:
    return _("Only %(name)s takes up the function %(function)s here, and that ends on %(until)s.") % {
        "name": name,
        "function": function.label,
        "until": in_words(until),
    }


def unconfirmed(function: Function, names: Sequence[str]) -> str:
    text = ngettext(
        "Nobody has confirmed lately that %(names)s still takes up the function %(function)s here.",
        "Nobody has confirmed lately that %(names)s still take up the function %(function)s here.",
        len(names),
    )
    return text % {"names": join_names(names), "function": function.label}


def crowding_out(function: Function, free_time: tuple[Hours, Hours], other: tuple[Hours, Hours]) -> str:
    """Each pair: a year ago, now."""
    return _(
        "In a year free time went from %(free_then)s to %(free_now)s hours a week, "
        "and %(function)s from %(then)s to %(now)s."
    ) % {
        "free_then": _hours(free_time[0]),
        "free_now": _hours(free_time[1]),
        "function": function.label,
        "then": _hours(other[0]),
        "now": _hours(other[1]),
    }


def _hours(hours: Hours) -> str:
    return number_of_hours(hours.rounded, and_more=hours.some_unknown)


def number_of_hours(hours: Decimal, *, and_more: bool) -> str:
    """As it is written; where some hours are not known, as the least that it can be (R17)."""
    number = number_format(hours.normalize())
    return _("at least %s") % number if and_more else number
