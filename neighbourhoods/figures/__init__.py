"""What is known of the neighbourhoods in numbers, per period (R5).

`reading.py` is the only way figures are read: of what is `stored.py` it leaves out what an audience may not see
(`disclosure.py`) and works out what follows from others (`derivations.py` says how). `periods.py` knows a year from a
school year and a quarter, and `words.py` writes a figure with its unit, or why there is none.
"""

from neighbourhoods.figures.figure import UNKNOWN, Figure, Row
from neighbourhoods.figures.reading import MAY_BE_SUMMED, Figures, statistics_for

__all__ = ["MAY_BE_SUMMED", "UNKNOWN", "Figure", "Figures", "Row", "statistics_for"]
