"""What covenants add up to, as plain reads: the dashboards show it, `manage.py covenants report` writes it.

`followed.py` is what was said of each indicator in each period, `results.py` lays it beside baseline and target,
`hours.py` lays agreed hours beside offers, `money.py` divides the budget over neighbourhoods, and `report.py` tells how
each covenant stands. `reach.py` says in which neighbourhoods a covenant works.
"""
