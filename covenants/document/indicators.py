"""What both sides look at together: for each function its numbers, and beside them its statements (R10)."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from covenants.document.words import number, or_unknown, paragraphs
from covenants.enums import AgeSplit
from covenants.models import Covenant, Indicator
from jos.shared.capitals import capfirst
from organisations.enums import Function


def indicators_in_words(covenant: Covenant) -> list[dict[str, Any]]:
    """By function, in the order of the charter."""
    standing = [indicator for indicator in covenant.indicators.all() if not indicator.dropped_on]
    groups = [
        (function, [indicator for indicator in standing if indicator.function == function]) for function in Function
    ]
    return [_group(function, indicators) for function, indicators in groups if indicators]


def _group(function: Function, indicators: list[Indicator]) -> dict[str, Any]:
    return {
        "function": capfirst(function.label),
        "code": function.value,
        "numbers": [_number(each) for each in indicators if each.is_quantitative],
        "scales": [_scale(each) for each in indicators if not each.is_quantitative],
    }


def _number(indicator: Indicator) -> dict[str, Any]:
    steps = [
        (_named("baseline"), or_unknown(_value(indicator, indicator.baseline))),
        (_named("target"), _value(indicator, indicator.target)),
        (_named("need"), _value(indicator, indicator.need)),
    ]
    facts = [
        (_named("why_backwards"), indicator.why_backwards),
        (_named("better_when"), indicator.get_better_when_display()),
        (_named("over_periods"), indicator.get_over_periods_display()),
        (_named("over_areas"), indicator.get_over_areas_display()),
        (_named("age_split"), indicator.get_age_split_display() if indicator.age_split != AgeSplit.NONE else ""),
        (_named("by_neighbourhood"), _("yes") if indicator.by_neighbourhood else ""),
    ]
    return _indicator(indicator, steps, facts)


def _scale(indicator: Indicator) -> dict[str, Any]:
    statements = [str(statement) for statement in indicator.statements]
    steps = [
        (_named("baseline_place"), or_unknown(_numbered(indicator, indicator.baseline_place))),
        (_named("aim_place"), _numbered(indicator, indicator.aim_place)),
    ]
    questions = " ".join(paragraphs(indicator.guiding_questions))
    facts = [(pgettext("indicator", "Questions that help to tell"), questions)]
    ladder = {"statements": statements, "now": indicator.baseline_place, "aim": indicator.aim_place}
    return _indicator(indicator, steps, facts) | ladder


def _indicator(indicator: Indicator, steps: list[tuple[str, str]], facts: list[tuple[str, str]]) -> dict[str, Any]:
    """`steps`: from where to where. `facts`: how it is looked at."""
    facts = [*facts, (_named("measured_by"), indicator.get_measured_by_display())]
    return {
        "name": indicator.name,
        "paragraphs": paragraphs(indicator.definition),
        "steps": [[name, text] for name, text in steps if text],
        "facts": [[name, str(text)] for name, text in facts if text],
    }


def _named(field: str) -> str:
    return capfirst(Indicator._meta.get_field(field).verbose_name)


def _value(indicator: Indicator, value) -> str:
    return "" if value is None else f"{number(value)} {indicator.unit}"


def _numbered(indicator: Indicator, place: int | None) -> str:
    statement = indicator.statement(place)
    return statement and f"{place}. {statement}"
