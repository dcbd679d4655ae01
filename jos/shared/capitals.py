"""A capital at the start, as each language writes it."""

from django.utils import text


def capfirst(words: object) -> str:
    """Django's, but Dutch puts no accent on a capital: "één" becomes "Eén"."""
    capital = text.capfirst(str(words))
    return f"Eén{capital[3:]}" if capital.startswith("Één") else capital
