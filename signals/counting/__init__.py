"""How many signals there are, about what, and how long they take: for people of the city (docs/decisions/0017).

`count.py` counts signals, `tallies.py` keeps the counts of every year, `small.py` says which are too small to show,
`figures.py` is what a page asks. `dossiers.py`, `loop.py` and `report.py` answer the other questions.
"""
