"""The definition of a weighing once more, slowly and without numpy's help: what the real one is held against."""

import numpy as np

from neighbourhoods.enums import Method

Table = list[list[float | None]]  # a row a place, a column a statistic


def scores(table: Table, weights: list[float], method: Method) -> list[float | None]:
    added = contributions(table, weights, method)
    return [sum(row.values()) if row else None for row in added]


def contributions(table: Table, weights: list[float], method: Method) -> list[dict[int, float]]:
    """Of each place, what each known statistic adds."""
    columns = [
        _comparable(column, weight, method)
        for column, weight in zip(_turned(table, len(weights)), weights, strict=True)
    ]
    added = []
    for place in range(len(table)):
        known = {number: column[place] for number, column in enumerate(columns) if column[place] is not None}
        whole = sum(abs(weights[number]) for number in known)
        added.append({number: abs(weights[number]) * value / whole for number, value in known.items()})
    return added


def ranks(table: Table, weights: list[float], method: Method) -> list[int | None]:
    totals = [None if total is None else round(total, 9) for total in scores(table, weights, method)]
    known = [total for total in totals if total is not None]
    return [None if total is None else 1 + sum(other > total for other in known) for total in totals]


def intervals(table: Table, weights: list[float], method: Method) -> list[tuple[int, int] | None]:
    draws = np.random.default_rng(5)
    moved = [[weight * draws.uniform(0.5, 1.5) for weight in weights] for _draw in range(1000)]
    drawn = [ranks(table, each, method) for each in moved]
    found: list[tuple[int, int] | None] = []
    for place, own in enumerate(ranks(table, weights, method)):
        if own is None:
            found.append(None)
            continue
        in_order = sorted(each[place] for each in drawn)
        found.append((min(own, in_order[50]), max(own, in_order[949])))
    return found


def worst_quarters(table: Table, weights: list[float]) -> list[set[int]]:
    worst: list[set[int]] = [set() for _place in table]
    for number, (column, weight) in enumerate(zip(_turned(table, len(weights)), weights, strict=True)):
        known = [value for value in column if value is not None]
        for place, value in enumerate(column):
            if value is None:
                continue
            as_bad = [other for other in known if (other >= value if weight > 0 else other <= value)]
            if len(as_bad) <= len(known) / 4:
                worst[place].add(number)
    return worst


def _turned(table: Table, width: int) -> list[list]:
    return [[row[number] for row in table] for number in range(width)]


def _comparable(column: list[float | None], weight: float, method: Method) -> list[float | None]:
    known = [value for value in column if value is not None]
    compute = {Method.ZSCORE: _zscore, Method.RANK: _place}[method]
    sign = 1 if weight > 0 else -1
    return [None if value is None else compute(sign * value, [sign * each for each in known]) for value in column]


def _zscore(value: float, known: list[float]) -> float:
    if len(set(known)) == 1:
        return 0.0
    mean = sum(known) / len(known)
    deviation = (sum((each - mean) ** 2 for each in known) / len(known)) ** 0.5
    return (value - mean) / deviation


def _place(value: float, known: list[float]) -> float:
    if len(known) == 1:
        return 0.5
    places = [place for place, each in enumerate(sorted(known)) if each == value]
    return sum(places) / len(places) / (len(known) - 1)
