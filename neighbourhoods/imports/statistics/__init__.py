"""Imports figures: values per neighbourhood and period, from tables as cities and provinces publish them.

`grids` reads any file as a table, `proposals` guesses what its columns are, `choices` keeps what staff make of that,
`reading` takes the values, `areas` knows whose they are, `combining` and `converting` bring them to today's
neighbourhoods, `planning` compares with what the portal has, and writes.
"""

from neighbourhoods.imports.statistics.planning import plan_statistics, proposed_of
from neighbourhoods.imports.statistics.plans import apply_statistics

__all__ = ["apply_statistics", "plan_statistics", "proposed_of"]
