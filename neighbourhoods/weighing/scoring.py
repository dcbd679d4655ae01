"""How figures of different units make one row of places: the arithmetic of a weighing, on plain tables of numbers.

A row of a table is a place, a column a statistic; NaN stands for what is not known. It is in no mean, rank or sum:
what is not known weighs nothing, and the other statistics of that place share its weight.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from neighbourhoods.enums import Method

DRAWS = 1000  # sets of weights to see how sure a rank is
LEAST, MOST = 0.5, 1.5  # each weight times something between these
SEED = 5  # R5; the same draws each time, so that the same figures give the same answer
FROM, TO = 5, 95  # percents of the draws: the ranks between which a place lies
DECIMALS = 9  # scores that differ less are a tie: what is left is how computers round

Numbers = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
Ranks = npt.NDArray[np.intp]


@dataclass(frozen=True)
class Scores:
    """Of each place, in the order of the rows. Rank 0: nothing is known of it."""

    contributions: Numbers  # 0 where not known
    totals: Numbers
    ranks: Ranks
    lows: Ranks
    highs: Ranks
    in_worst_quarter: Flags


def score(values: Numbers, weights: Numbers, method: Method) -> Scores:
    """A negative weight: more of it means less need. `weights` are not 0."""
    need = values * np.sign(weights)
    known = ~np.isnan(need)
    comparable = np.zeros_like(need)
    for column in range(need.shape[1]):
        here = known[:, column]
        comparable[here, column] = _COMPARABLE[method](need[here, column])
    heavy = np.abs(weights) / (np.abs(weights).max(initial=0) or 1)
    contributions = comparable * heavy / _share(known @ heavy)[:, None]
    totals = contributions.sum(axis=1)
    ranks = _ranks(totals[None, :], known)[0]
    lows, highs = _interval(comparable, known, heavy)
    return Scores(
        contributions, totals, ranks, np.minimum(lows, ranks), np.maximum(highs, ranks), _in_worst_quarter(need)
    )


def _share(known_weight: Numbers) -> Numbers:
    """What to divide by; 1 where nothing is known, and so nothing to divide."""
    return np.where(known_weight > 0, known_weight, 1)


def _zscores(need: Numbers) -> Numbers:
    """The distance from the mean, in standard deviations. All 0 where all are equal."""
    if need.size == 0 or need.min() == need.max():
        return np.zeros_like(need)
    scaled = need / np.abs(need).max()  # so that no square is too large or too small for a computer
    away = scaled - scaled.mean()
    away /= np.abs(away).max()
    return away / np.sqrt((away**2).mean())


def _places(need: Numbers) -> Numbers:
    """The place in the row, from 0 (least need) to 1 (most need). Equal ones share the middle of their places."""
    if need.size < 2:
        return np.full_like(need, 0.5)
    in_order = np.sort(need)
    first, after = (np.searchsorted(in_order, need, side=side) for side in ("left", "right"))
    return (first + after - 1) / 2 / (need.size - 1)


_COMPARABLE = {Method.ZSCORE: _zscores, Method.RANK: _places}


def _ranks(totals: Numbers, known: Flags) -> Ranks:
    """Rank 1 for the highest of each line; a tie shares the best rank. 0 for a place of which nothing is known."""
    has_any = known.any(axis=1)
    scores = np.where(has_any, np.round(totals, DECIMALS), -np.inf)
    order = np.argsort(-scores, axis=1, kind="stable")
    in_order = np.take_along_axis(scores, order, axis=1)
    is_next = np.ones_like(in_order, dtype=bool)
    is_next[:, 1:] = in_order[:, 1:] != in_order[:, :-1]
    place = np.where(is_next, np.arange(1, scores.shape[1] + 1), 0)
    ranks = np.empty_like(order)
    np.put_along_axis(ranks, order, np.maximum.accumulate(place, axis=1), axis=1)
    return np.where(has_any, ranks, 0)


def _interval(comparable: Numbers, known: Flags, heavy: Numbers) -> tuple[Ranks, Ranks]:
    """The ranks between which each place lies when the weights move."""
    moved = heavy * np.random.default_rng(SEED).uniform(LEAST, MOST, (DRAWS, heavy.size))
    totals = (moved @ comparable.T) / _share(moved @ known.T.astype(float))
    low, high = np.percentile(_ranks(totals, known), [FROM, TO], axis=0, method="nearest")
    return low.astype(np.intp), high.astype(np.intp)


def _in_worst_quarter(need: Numbers) -> Flags:
    """At most a quarter of the places of which it is known are as bad or worse."""
    flags = np.zeros(need.shape, dtype=bool)
    for column in range(need.shape[1]):
        here = ~np.isnan(need[:, column])
        as_bad = here.sum() - np.searchsorted(np.sort(need[here, column]), need[here, column], side="left")
        flags[here, column] = as_bad * 4 <= here.sum()
    return flags
