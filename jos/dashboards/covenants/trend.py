"""A line no larger than a word: how values went. Of fewer than two known values there is nothing to draw."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from jos.shared.charts import Sparkline, in_words


def trend_line(values: Sequence[Decimal | None]) -> Sparkline | None:
    return Sparkline(tuple(values)) if sum(value is not None for value in values) > 1 else None


def trend_words(names: Iterable[str], values: Iterable[Decimal | None]) -> str:
    """The same for who does not see it."""
    return "; ".join(f"{name}: {in_words(value)}" for name, value in zip(names, values, strict=True))
