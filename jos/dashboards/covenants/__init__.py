"""What covenants add up to, as pages: `figures.py` over the whole city, `results.py` of one covenant, `promised.py`
lays agreed hours beside offers, and `money.py` lays the budget beside need and coverage.

`covenants.counting` does the sums. `spread.py` and `trend.py` are what is drawn, `forms.py` is what one can ask, and
`tables.py` what leaves as a file.
"""
