"""Figures of a city that does not exist: twelve statistics over ten years, believable in each neighbourhood.

`lives.py` says what each neighbourhood is like, `sources.py` who publishes what, `definitions.py` what is counted;
`values.py` makes the numbers of it, and what is missing among them. The same city has the same figures every time.
"""
