"""What a change says: one plain sentence, in the language of the page."""

from collections.abc import Sequence

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from organisations.coverage.enums import AreaKind
from organisations.coverage.results import FunctionCoverage
from organisations.coverage.sentences import join_names, number_of_hours
from organisations.enums import Function


def new(kind: AreaKind) -> str:
    if kind == AreaKind.CIRCLE:
        return _("This movement circle did not exist yet.")
    return _("This neighbourhood did not exist yet.")


def gone(kind: AreaKind) -> str:
    if kind == AreaKind.CIRCLE:
        return _("This movement circle does not exist any more.")
    return _("This neighbourhood does not exist any more.")


def priority(has: bool) -> str:
    return _("It became a priority.") if has else _("It is no priority any more.")


def norm(met: bool) -> str:
    return _("The norm is met now.") if met else _("The norm is no longer met.")


def together(before: Sequence[str], now: Sequence[str]) -> str:
    if now:
        return _("The four functions are one whole now, by %s.") % join_names(now)
    return _("The four functions are no longer one whole, as they were by %s.") % join_names(before)


def together_by_others(before: Sequence[str], now: Sequence[str]) -> str:
    return _("The four functions are one whole by %(now)s; it was by %(before)s.") % {
        "now": join_names(now),
        "before": join_names(before),
    }


def came(function: FunctionCoverage, names: Sequence[str]) -> str:
    words = {"function": _name(function.function), "names": join_names(names), "hours": _hours(function)}
    if function.hours is None:
        return _("%(function)s came: %(names)s, hours not known.") % words
    return _("%(function)s came: %(names)s, %(hours)s hours a week.") % words


def went(function: FunctionCoverage, names: Sequence[str]) -> str:
    words = {"function": _name(function.function), "names": join_names(names), "hours": _hours(function)}
    if function.hours is None:
        return _("%(function)s fell away: it was done by %(names)s, hours not known.") % words
    return _("%(function)s fell away: it was done by %(names)s, %(hours)s hours a week.") % words


def hours(then: FunctionCoverage, now: FunctionCoverage) -> str:
    words = {"function": _name(now.function), "then": _hours(then), "now": _hours(now)}
    if then.hours is None:
        return _("%(function)s: %(now)s hours a week; before, the hours were not known.") % words
    if now.hours is None:
        return _("%(function)s: the hours are not known now; it was %(then)s hours a week.") % words
    return _("%(function)s: from %(then)s to %(now)s hours a week.") % words


def partners(function: Function, came: Sequence[str], went: Sequence[str]) -> str:
    words = {"function": _name(function), "came": join_names(came), "went": join_names(went)}
    if not went:
        return _("%(function)s: %(came)s joined.") % words
    if not came:
        return _("%(function)s: %(went)s stopped.") % words
    return _("%(function)s: %(came)s came, %(went)s stopped.") % words


def warm_place(has: bool) -> str:
    return _("A warm place came.") if has else _("There is no warm place any more.")


def outreach(has: bool) -> str:
    if has:
        return _("Mobile or outreach work came.")
    return _("There is no mobile or outreach work any more.")


def _name(function: Function) -> str:
    return capfirst(str(function.label))


def _hours(function: FunctionCoverage) -> str:
    if function.hours is None:
        return ""
    return number_of_hours(function.hours, and_more=function.some_hours_unknown)
