"""Several codes of one area: what they are together, if they can be anything together."""

from collections.abc import Iterable
from dataclasses import dataclass

from neighbourhoods.enums import AddsUp, Missing
from neighbourhoods.figures import MAY_BE_SUMMED
from neighbourhoods.imports.statistics.values import Value

Weighed = tuple[Value, float]


@dataclass(frozen=True)
class Combined:
    """A value, and whether it had to be left unknown because these values cannot be put together."""

    value: Value
    cannot_be: bool = False


def together(values: list[Value], adds_up: str) -> Combined:
    """One value is itself; numbers are added up; of means and medians nobody knows what they are together."""
    if len(values) == 1:
        return Combined(values[0])
    if adds_up == AddsUp.SUM:
        return Combined(total((value, 1) for value in values))
    return Combined(Missing.UNKNOWN, cannot_be=True)


def total(parts: Iterable[Weighed]) -> Value:
    """Parts added up. Nothing to add is left out; what is secret or unknown makes the whole so."""
    parts = list(parts)
    if reason := _reason([value for value, _weight in parts]):
        return reason
    known = [value * weight for value, weight in parts if not isinstance(value, Missing)]
    return sum(known) if known else _nothing([value for value, _weight in parts])


def mean(parts: Iterable[Weighed]) -> Value:
    """The mean of parts, each as heavy as its weight. One without a value makes it missing."""
    parts = list(parts)
    values = [value for value, _weight in parts]
    whole = sum(weight for _value, weight in parts)
    if any(isinstance(value, Missing) for value in values) or not whole:
        return _reason(values) or _nothing(values)
    return sum(value * weight for value, weight in parts if not isinstance(value, Missing)) / whole


def _reason(values: list[Value]) -> Missing | None:
    """Why a sum cannot be known. What is kept secret comes first: that is what the source says most clearly."""
    reasons = {value for value in values if isinstance(value, Missing)} - set(MAY_BE_SUMMED)
    return min(reasons, key=list(Missing).index) if reasons else None


def _nothing(values: list[Value]) -> Missing:
    reasons = {value for value in values if isinstance(value, Missing)}
    return reasons.pop() if len(reasons) == 1 else Missing.EMPTY
