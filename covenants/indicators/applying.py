"""An indicator of a covenant, begun from a blueprint or from nothing."""

from covenants.enums import IndicatorKind
from covenants.models import Blueprint, Covenant, Indicator
from covenants.models.indicators import Measure

# What is measured, and how. Of a blueprint it is the same wherever it is applied, so that covenants can be laid beside
# each other; of what an amendment copied, so that its values go on. The rest, such as the target, may differ.
ALWAYS_THE_SAME = ("function", "unit", "better_when", "over_periods", "over_areas", "statements")


def begin_from(blueprint: Blueprint, covenant: Covenant) -> Indicator:
    """With all that the blueprint says, to be filled in."""
    measure = {field.name: getattr(blueprint, field.name) for field in Measure._meta.local_fields}
    return Indicator(covenant=covenant, blueprint=blueprint, position=_next_place(covenant), **measure)


def begin_own(kind: IndicatorKind, covenant: Covenant) -> Indicator:
    return Indicator(covenant=covenant, kind=kind, position=_next_place(covenant))


def _next_place(covenant: Covenant) -> int:
    last = covenant.indicators.order_by("position").last()
    return last.position + 10 if last else 10
