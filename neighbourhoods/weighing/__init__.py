"""Which neighbourhoods come first when some figures are weighed (R5, docs/decisions/0011).

`ranking.py` says how, in words and in code; `scoring.py` is its arithmetic. `page.py` is what the page of a weighing
tells of it, `table.py` the same as a table, and `versions.py` what changed from one version to the next.
"""

from neighbourhoods.weighing.ranking import (
    Place,
    Ranking,
    Weighed,
    all_say,
    column,
    rank,
    reweigh,
    says,
    weigh,
    weigh_version,
)

__all__ = ["Place", "Ranking", "Weighed", "all_say", "column", "rank", "reweigh", "says", "weigh", "weigh_version"]
