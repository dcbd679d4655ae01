"""Where need is high and little is on offer: the score of a weighing (R5) against what partners do (R4).

`forms.py` is what one can ask, `supply.py` what is on offer for how many young people, `standings.py` sets the two
beside each other, `drawing.py` draws them, and `table.py` is what leaves as a file.
"""
