"""Following up as equals, period by period (R10, docs/decisions/0021-following-up-as-equals.md).

`schedule.py` lays out the periods, and `states.py` says how far each is. One side's report: `asked.py` is what it asks,
`numbers.py` reads what was typed, `sheet.py` takes it as a table, and `sending.py` says what it still needs. Then both
beside each other in `side_by_side.py`, and the talk in the steps of `transitions.py`. `promises.py`, `panels.py`,
`ratings.py` and `mirror.py` are what partners and the city read over all covenants together; `telling.py` keeps each of
them out of what is told.
"""
