"""What asks for attention today, for whoever looks: a home for each role.

`item.py` says what one such thing is; `city.py` knows how the city stands, at most a minute late.
"""
