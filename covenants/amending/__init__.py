"""Changing a signed covenant: by an amendment, which is a copy that both sides sign, and that is merged then (R10).

Why an amendment is a whole text, and what `merging.py` keeps in its place: docs/decisions/0019-amendments.md.
"""
