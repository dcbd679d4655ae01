"""The charts of a sheet: how each function went from month to month, and who carries how much of it."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import groupby
from typing import TYPE_CHECKING

from django.utils.formats import date_format, number_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from jos.shared.charts import BarChart, LineChart, Series, Stretch
from organisations.coverage.trend import MonthCoverage
from organisations.enums import Function

if TYPE_CHECKING:
    from jos.dashboards.sheets.sheet import OfferHere

Hours = dict[Function, Decimal | None]
MOST_PARTNERS = 12  # with a bar of their own
TICKS = 4  # words under the axis, as many as fit on a phone


def over_months(months: Sequence[MonthCoverage]) -> tuple[LineChart, tuple[str, ...]]:
    """Hours a week per function, and a sentence for each stretch in which free time crowded out another (R7)."""
    stretches = crowded_stretches(months)
    sentences = tuple(_stretch_in_words(months[first : last + 1]) for first, last in stretches)
    # Translators: in Django's letters: M is a short month with a capital, b one without.
    short = pgettext("date format", "M Y")
    chart = LineChart(
        id="trend",
        title=_("Month by month"),
        unit=_("hours a week, per function"),
        labels=tuple(date_format(month.day, short) for month in months),
        series=tuple(
            Series(capfirst(str(function.label)), tuple(month.hours[function] for month in months), function.value)
            for function in Function
        ),
        ticks=_ticks(len(months)),
        stretches=tuple(Stretch(first, last, "R7") for first, last in stretches),
        description=" ".join([*(_went(function, months) for function in Function), *sentences]),
    )
    return chart, sentences


def crowded_stretches(months: Sequence[MonthCoverage]) -> list[tuple[int, int]]:
    """From which month to which, counted from 0, the guard of R7 stood up."""
    runs = groupby(enumerate(months), key=lambda pair: bool(pair[1].crowded_out))
    places = [[index for index, _month in run] for crowded, run in runs if crowded]
    return [(run[0], run[-1]) for run in places]


def _stretch_in_words(stretch: Sequence[MonthCoverage]) -> str:
    """The numbers are those of its last month."""
    said = " ".join(finding.text for finding in stretch[-1].crowded_out)
    words = {"first": date_format(stretch[0].day, "F Y"), "last": date_format(stretch[-1].day, "F Y"), "said": said}
    if len(stretch) == 1:
        return _("%(first)s: %(said)s") % words
    return _("%(first)s to %(last)s: %(said)s") % words


def _went(function: Function, months: Sequence[MonthCoverage]) -> str:
    first, last = (_hours(month.hours[function]) for month in (months[0], months[-1]))
    return _("%(function)s: from %(first)s to %(last)s hours a week.") % {
        "function": capfirst(str(function.label)),
        "first": first,
        "last": last,
    }


def _hours(value: Decimal | None) -> str:
    return "?" if value is None else number_format(f"{value.normalize():f}")


def _ticks(number: int) -> tuple[int, ...]:
    """First, last, and some between at equal steps."""
    if number <= TICKS:
        return tuple(range(number))
    return tuple(round(i * (number - 1) / (TICKS - 1)) for i in range(TICKS))


def carried_by(offers: Iterable["OfferHere"]) -> BarChart:
    """Hours a week by organisation, whoever brings most on top."""
    by_partner: dict[str, Hours] = {}
    for here in offers:
        sums = by_partner.setdefault(here.offer.organisation.name, {})
        _add(sums, here.hours)
    names = sorted(by_partner, key=lambda name: (-sum(h or 0 for h in by_partner[name].values()), name.casefold()))
    if len(names) > MOST_PARTNERS:
        names = _others_together(by_partner, names)
    return BarChart(
        id="carried",
        title=_("Who carries how much"),
        unit=_("hours a week here"),
        labels=tuple(names),
        series=tuple(
            Series(
                capfirst(str(function.label)),
                tuple(by_partner[name].get(function, Decimal()) for name in names),
                function.value,
            )
            for function in Function
        ),
        description=_("Partners, from most to fewest hours."),
    )


def _add(sums: Hours, hours: Hours) -> None:
    """Unknown hours add nothing; a sum of only unknown hours stays unknown (R17)."""
    for function, value in hours.items():
        known = [one for one in (sums.get(function), value) if one is not None]
        sums[function] = sum(known, Decimal()) if known else None


def _others_together(by_partner: dict[str, Hours], names: list[str]) -> list[str]:
    """The partners that bring most, and one bar for the rest."""
    shown, rest = names[: MOST_PARTNERS - 1], names[MOST_PARTNERS - 1 :]
    others = ngettext("%d other", "%d others", len(rest)) % len(rest)
    sums: Hours = {}
    for name in rest:
        _add(sums, by_partner[name])
    by_partner[others] = sums
    return [*shown, others]
