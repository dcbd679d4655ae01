"""What it means that values add up or not, worked out with a few numbers, so that one sees it while choosing."""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from covenants.enums import AddsUp
from covenants.indicators.adding_up import WHOLE, Amount, add_up, amount_of, of_area, of_period, over_periods
from covenants.indicators.words import amount_in_words
from jos.shared.capitals import capfirst

NORTH, SOUTH = 1, 2
VALUES = ((12, 15), (20, None), (16, 18))  # of three periods, in two neighbourhoods: one of them is unknown
SHORT = (12, 18)
LONGEST_UNIT = 40
OF_PERIODS = gettext_lazy("%(rule)s: %(first)d and then %(second)d say %(result)s")
OF_AREAS = gettext_lazy("%(rule)s: %(first)d in one area and %(second)d in another say %(result)s")


@dataclass(frozen=True)
class Row:
    """A period: what was measured in both neighbourhoods, and what they say together."""

    name: str
    areas: tuple[str, ...]
    together: str


@dataclass(frozen=True)
class Example:
    """For what is chosen: by `rule`, in words."""

    over_periods: AddsUp
    over_areas: AddsUp
    unit: str = ""

    @classmethod
    def of(cls, over_periods: str, over_areas: str, unit: str = "") -> "Example":
        """For what somebody chose so far; what is no choice, is not chosen yet."""
        periods, areas = (AddsUp(rule) if rule in AddsUp.values else AddsUp.SUM for rule in (over_periods, over_areas))
        return cls(periods, areas, unit[:LONGEST_UNIT])

    @property
    def rule(self) -> str:
        rules = {"periods": self.over_periods.label, "areas": self.over_areas.label}
        return _("Of several periods %(periods)s; of several areas %(areas)s.") % rules

    @property
    def rows(self) -> list[Row]:
        return [
            Row(
                name=_("Period %(number)d") % {"number": number},
                areas=tuple(amount_in_words(of_area(cells, area, self)) for area in (NORTH, SOUTH)),
                together=amount_in_words(of_period(cells, (NORTH, SOUTH), self)),
            )
            for number, cells in enumerate(_cells(), start=1)
        ]

    @property
    def result(self) -> str:
        periods = (of_period(cells, (NORTH, SOUTH), self) for cells in _cells())
        return amount_in_words(over_periods(periods, self), self.unit)


def choices_with_examples(choices: list[tuple[str, str]], sentence: str) -> list[tuple[str, str]]:
    """Each way to add up, with what it makes of two numbers: `OF_PERIODS` or `OF_AREAS`."""
    amounts = [amount_of(Decimal(value)) for value in SHORT]
    return [(value, _with_example(sentence, label, add_up(amounts, value))) for value, label in choices]


def _with_example(sentence: str, label: str, result: Amount) -> str:
    first, second = SHORT
    words = {"rule": capfirst(label), "first": first, "second": second, "result": amount_in_words(result)}
    return sentence % words


def _cells() -> list[dict]:
    exact = [[None if value is None else Decimal(value) for value in period] for period in VALUES]
    return [{(WHOLE, NORTH): north, (WHOLE, SOUTH): south} for north, south in exact]
