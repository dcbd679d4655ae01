"""Changing a signed covenant: by an amendment, which is a copy that both sides sign, and that is merged then (R10)."""
