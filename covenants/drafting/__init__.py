"""Drawing up a covenant in turns, until both sides accept one text (R10, docs/decisions/0022-covenants-in-turns.md).

`transitions.py` is the table of steps, with what they need in `needs.py` and `completeness.py`. `turns.py` and
`next_steps.py` say for whom it waits; `page.py` and `text.py` what one covenant shows, `listing.py` what many do.
"""
