"""What both sides look at, in numbers and statements, and what it adds up to (R10, docs/decisions/0020-indicators.md).

`library.py` and `standard_blueprints.py` are what a covenant chooses from, `balance.py` says whether it looks at each
function in both ways, and `adding_up.py` what values of several periods, areas and ages say together.
"""
