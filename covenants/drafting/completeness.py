"""What the text of a covenant needs before it can be offered for signature. Each yields the part, and what to do.

These are asked while drafting too: nobody has to wait for the offer to hear what is missing.
"""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from covenants.amending.hours import less_in, says_something
from covenants.document.words import euros, number
from covenants.drafting.grids import apart, functions_of, total, years_of
from covenants.enums import Part
from covenants.following_up.schedule import periods_of_covenant
from covenants.indicators.balance import missing_for_balance
from covenants.models import Covenant
from jos.shared.capitals import capfirst
from jos.shared.steps import Lack
from organisations.enums import Function


def hours_for_each_function(covenant: Covenant, _user=None) -> Iterator[Lack]:
    """For every function it funds there are hours a week, and for no other."""
    agreed = {hours.function for hours in covenant.hours.all()}
    for function in functions_of(covenant):
        if function not in agreed:
            yield Part.HOURS, _("Agree on hours a week for: %(function)s.") % {"function": function.label}
    for function in _others(covenant, agreed):
        yield (
            Part.HOURS,
            _("There are hours for a function it does not fund: %(function)s.") % {"function": function.label},
        )


def hours_where_it_reaches(covenant: Covenant, _user=None) -> Iterator[Lack]:
    somewhere = {hours.neighbourhood for hours in covenant.hours.all() if hours.neighbourhood_id}
    if not somewhere:
        return
    reach = {area.pk for area in covenant.neighbourhoods.all()}
    reach |= {area.pk for circle in covenant.circles.all() for area in circle.neighbourhoods.all()}
    outside = [area for area in somewhere if reach and area.pk not in reach]
    for area in sorted(outside, key=str):
        yield Part.HOURS, _("There are hours in a neighbourhood it does not reach: %(area)s.") % {"area": area}


def a_budget_that_adds_up(covenant: Covenant, _user=None) -> Iterator[Lack]:
    if covenant.total_budget is None:
        yield Part.BUDGET, _("Say what the budget is in all.")
        return
    made = total(line.amount for line in covenant.budget.all()) or Decimal(0)
    if difference := apart(covenant.total_budget, made):
        amounts = {"total": covenant.total_budget, "sum": made, "difference": abs(difference)}
        words = {name: euros(amount) for name, amount in amounts.items()}
        yield (
            Part.BUDGET,
            _("The budget is %(total)s in all, and its lines make %(sum)s: %(difference)s apart.") % words,
        )


def budget_of_its_years_and_functions(covenant: Covenant, _user=None) -> Iterator[Lack]:
    by_function: dict[str, Decimal] = defaultdict(Decimal)
    for line in covenant.budget.all():
        by_function[line.function] += line.amount
        if line.year not in years_of(covenant) and line.amount:
            yield (
                Part.BUDGET,
                _("There is a budget for %(year)d, a year in which it does not hold.") % {"year": line.year},
            )
    for function in _others(covenant, {function for function, amount in by_function.items() if amount}):
        yield (
            Part.BUDGET,
            _("There is a budget for a function it does not fund: %(function)s.") % {"function": function.label},
        )


def indicators_in_balance(covenant: Covenant, _user=None) -> Iterator[Lack]:
    """Enough in stories beside the numbers (R10)."""
    for missing in missing_for_balance(covenant):
        yield Part.INDICATORS, str(missing)


def a_schedule(covenant: Covenant, _user=None) -> Iterator[Lack]:
    try:
        periods_of_covenant(covenant)
    except ValidationError as error:
        yield from ((Part.FOLLOWING_UP, text) for text in error.messages)


def reasons_of_both(amendment: Covenant, _user=None) -> Iterator[Lack]:
    """Why other functions lose hours while free time gains (R7): each side says it."""
    if says_something(amendment.city_reason_for_less) and says_something(amendment.partner_reason_for_less):
        return
    for less in less_in(amendment):
        words = {"function": capfirst(less.function.label), "before": number(less.before), "after": number(less.after)}
        yield (
            Part.HOURS,
            _("%(function)s goes from %(before)s to %(after)s hours while free time gains: both sides say why.")
            % words,
        )


WHOLE_TEXT = (
    hours_for_each_function,
    hours_where_it_reaches,
    reasons_of_both,
    a_budget_that_adds_up,
    budget_of_its_years_and_functions,
    indicators_in_balance,
    a_schedule,
)


def _others(covenant: Covenant, functions: set[str]) -> list[Function]:
    return [function for function in Function if function in functions and function not in covenant.functions]
