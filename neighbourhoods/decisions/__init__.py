"""Which areas come first, as people decided with reasons (R5).

`transitions.py` is the table of steps a decision can take, `frozen.py` keeps the figures it rested on as they were
that day, `words.py` says those, and `priorities.py` knows which decisions hold, come, went or want a new look.
"""
