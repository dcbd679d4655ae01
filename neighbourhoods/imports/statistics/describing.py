"""Tells what would happen to many values in a few sentences: per statistic, with examples of what is corrected."""

from collections import Counter
from collections.abc import Iterable, Mapping

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jos.shared.imports import Change, ChangeKind
from neighbourhoods.enums import Missing
from neighbourhoods.figures import periods
from neighbourhoods.imports.statistics.plans import ValueStep
from neighbourhoods.models import Statistic, StatisticValue

EXAMPLES = 10
DECIMALS = 4

Names = Mapping[int | None, str]


def described(steps: list[ValueStep], names: Names, *, new_statistics: list[Statistic]) -> list[Change]:
    """A change for each statistic and kind, by the name of the statistic."""
    groups: dict[tuple[str, ChangeKind], list[ValueStep]] = {}
    for step in steps:
        groups.setdefault((step.statistic.name, step.kind), []).append(step)
    made = {statistic.name for statistic in new_statistics}
    return [
        Change(kind, _label(name, group), tuple(_details(kind, group, names, is_made=name in made)))
        for (name, kind), group in sorted(groups.items(), key=lambda each: (each[0][0].casefold(), each[0][1]))
    ]


def _label(name: str, steps: list[ValueStep]) -> str:
    return f"{name}, {between({step.place[1] for step in steps})}"


def between(found: Iterable[str]) -> str:
    """The first and the last of these periods."""
    ordered = sorted(found, key=periods.order)
    return ordered[0] if len(ordered) == 1 else f"{ordered[0]} … {ordered[-1]}"


def _details(kind: ChangeKind, steps: list[ValueStep], names: Names, *, is_made: bool) -> list[str]:
    words = {"number": len(steps)}
    details = [ngettext("%(number)d value", "%(number)d values", len(steps)) % words]
    details += _reasons(steps)
    if kind == ChangeKind.NEW and is_made:
        details.insert(0, _("a new figure, still to complete"))
    if kind == ChangeKind.CHANGED:
        details += _examples([_correction(step, names) for step in steps])
    if kind == ChangeKind.MISSING:
        details += _examples([f"{names[step.place[0]]} {step.place[1]}" for step in steps])
    return details


def _reasons(steps: list[ValueStep]) -> list[str]:
    """How many have no value, and why."""
    reasons = Counter(step.record.missing for step in steps if step.record.missing)
    return [
        _("%(number)d without a number (%(reason)s)") % {"number": number, "reason": Missing(reason).label}
        for reason, number in sorted(reasons.items())
    ]


def _examples(told: list[str]) -> list[str]:
    left = len(told) - EXAMPLES
    return told[:EXAMPLES] + ([_("and %(number)d more") % {"number": left}] if left > 0 else [])


def _correction(step: ValueStep, names: Names) -> str:
    words = {"area": names[step.place[0]], "period": step.place[1]}
    before, after = (_said(record) for record in (step.before, step.record))
    if before == after:
        return _("%(area)s %(period)s: still %(value)s, but converted otherwise") % (words | {"value": after})
    return _("%(area)s %(period)s from %(before)s to %(after)s") % (words | {"before": before, "after": after})


def _said(record: StatisticValue | None) -> str:
    if record is None or record.value is None:
        return str(Missing(record.missing).label) if record else ""
    text = number_format(round(record.value, DECIMALS), DECIMALS, force_grouping=True)
    return text.rstrip("0").rstrip(",.") if DECIMALS else text
