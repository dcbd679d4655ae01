"""How every covenant stands, for `manage.py covenants report`: a terminal, cron, or another system."""

import datetime
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import Any

from covenants.counting.followed import PastPeriod, followed
from covenants.counting.results import NumberResult, Result, ScaleResult, result_of
from covenants.counting.spans import days_of
from covenants.drafting.words import whose_turn
from covenants.enums import CommitmentState, CovenantState, PeriodState, Side
from covenants.following_up.states import state_of, still_to_report, with_reports
from covenants.models import Commitment, Covenant, ReportingPeriod
from jos.shared.time import today


def report(period: str | None = None) -> dict[str, Any]:
    """Plain values, ready for JSON; numbers as text, so that they stay exact. None: not known.

    `period`: only the values of reporting periods that ended in it, as `covenants.counting.spans` writes it.
    """
    at = today()
    covenants = Covenant.objects.covenants().with_parties().order_by("slug")
    results, promises = _results(covenants, at, _within(period)), _promises(covenants)
    periods = _periods(covenants)
    return {
        "on": at.isoformat(),
        "period": period,
        "covenants": [_covenant(each, at, results[each.pk], periods[each.pk], promises[each.pk]) for each in covenants],
    }


def _within(period: str | None) -> Callable[[PastPeriod], bool]:
    if not period:
        return lambda _days: True
    first, last = days_of(period)
    return lambda days: first <= days.ends_on <= last


def _results(covenants, at: datetime.date, is_asked: Callable[[PastPeriod], bool]) -> Mapping[int, list[Result]]:
    found: dict[int, list[Result]] = defaultdict(list)
    for each in followed(covenants, at, by_area=False):
        asked = each.of(filter(is_asked, each.periods))
        found[each.covenant.pk].append(result_of(asked))
    return found


def _promises(covenants) -> Mapping[int, list[Commitment]]:
    found: dict[int, list[Commitment]] = defaultdict(list)
    for each in Commitment.objects.standing().filter(covenant__in=covenants):
        found[each.covenant_id].append(each)
    return found


def _periods(covenants) -> Mapping[int, list[ReportingPeriod]]:
    found: dict[int, list[ReportingPeriod]] = defaultdict(list)
    for each in with_reports(ReportingPeriod.objects.filter(covenant__in=covenants)):
        found[each.covenant_id].append(each)
    return found


def _covenant(
    covenant: Covenant,
    at: datetime.date,
    results: Iterable[Result],
    periods: Iterable[ReportingPeriod],
    promises: list[Commitment],
) -> dict[str, Any]:
    return {
        "covenant": covenant.slug,
        "title": covenant.title,
        "partner": str(covenant.partner),
        "from": covenant.valid_from.isoformat(),
        "until": covenant.valid_until.isoformat(),
        "state": CovenantState(covenant.state).name.lower(),
        "turn": _turn(covenant),
        "indicators": [_indicator(result) for result in results],
        "periods": [_period(period, at) for period in periods],
        "commitments": {_name(side): _commitments(promises, side, at) for side in Side},
    }


def _turn(covenant: Covenant) -> str | None:
    turn = whose_turn(covenant)
    return _name(turn) if turn else None


def _indicator(result: Result) -> dict[str, Any]:
    return _number(result) if isinstance(result, NumberResult) else _scale(result)


def _number(result: NumberResult) -> dict[str, Any]:
    return {
        "name": result.indicator.name,
        "function": result.indicator.function.lower(),
        "unit": result.indicator.unit,
        "baseline": _exact(result.indicator.baseline),
        "value": _exact(result.value.value),
        "at_least": result.value.is_at_least,
        "periods_unknown": result.value.unknown,
        "target": _exact(result.indicator.target),
        "reached": result.is_reached,
    }


def _scale(result: ScaleResult) -> dict[str, Any]:
    """The spread: how often each side placed itself on each statement, and where last."""
    places = range(1, len(result.indicator.statements) + 1)
    followed = result.followed
    said = {side: Counter(followed.place(period, side) for period in followed.periods) for side in Side}
    return {
        "name": result.indicator.name,
        "function": result.indicator.function.lower(),
        "statements": result.indicator.statements,
        "start": result.indicator.baseline_place,
        "last": {_name(side): result.places[side] for side in Side},
        "spread": {_name(side): [said[side][place] for place in places] for side in Side},
        "aim": result.indicator.aim_place,
        "reached": result.is_reached,
    }


def _period(period: ReportingPeriod, at: datetime.date) -> dict[str, Any]:
    state = state_of(period, at)
    late = still_to_report(period) if state == PeriodState.OVERDUE else ()
    return {
        "from": period.starts_on.isoformat(),
        "until": period.ends_on.isoformat(),
        "state": state.name.lower(),
        "late": [_name(side) for side in late],
    }


def _commitments(promises: Iterable[Commitment], side: Side, at: datetime.date) -> dict[str, int]:
    here = [each for each in promises if each.side == side]
    states = Counter(each.state for each in here)
    counts = {state.name.lower(): states[state] for state in CommitmentState}
    return counts | {"overdue": sum(each.is_overdue(at) for each in here)}


def _name(side: Side) -> str:
    return side.name.lower()


def _exact(value: Decimal | None) -> str | None:
    """Without zeros that say nothing: a mean has many decimals, of which four are enough."""
    return None if value is None else f"{round(value, 4).normalize() + 0:f}"
