"""Who covers which function in which neighbourhood, judged by the rules of the charter (R1 to R7).

`facts.py` says what is looked at, `loading.py` fetches it, `rules.py` judges it, `results.py` is what comes out. The
same rules are asked of two days (`changes.py`), of every month (`trend.py`) and without one partner (`part.py`). Texts
are in the language that is active when the question is asked.
"""

import datetime

from organisations.coverage.enums import AreaKind, Direction, GapKind, Status, WarningKind
from organisations.coverage.facts import EVERYTHING, Ages, AreaFacts, Selection
from organisations.coverage.loading import load_city
from organisations.coverage.results import AreaCoverage, Finding, FunctionCoverage
from organisations.coverage.rules import assess

__all__ = [
    "Ages",
    "AreaCoverage",
    "AreaKind",
    "Direction",
    "Finding",
    "FunctionCoverage",
    "GapKind",
    "Selection",
    "Status",
    "WarningKind",
    "coverage",
]


def coverage(
    *,
    at: datetime.date,
    ages: Ages | None = None,
    selection: Selection = EVERYTHING,
    area_code: str | None = None,
    circle_name: str | None = None,
    circles: bool = True,
) -> list[AreaCoverage]:
    """Neighbourhoods by name, then `circles` by name; only those asked for where a code or a circle's name is given.

    Any code of a neighbourhood will do, whoever gave it. Nothing is found where nothing has that code or name on `at`.
    """

    def is_asked_for(area: AreaFacts) -> bool:
        if area.kind == AreaKind.CIRCLE:
            return area.name == circle_name
        return area_code in area.codes

    everything = area_code is None and circle_name is None
    return assess(load_city(at, None if everything else is_asked_for, circles=circles), ages, selection)
