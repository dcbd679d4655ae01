"""Letters in another spelling of the same word."""

import unicodedata


def without_accents(text: str) -> str:
    """Each letter as it is without its marks, of whatever alphabet. Capitals stay."""
    if text.isascii():
        return text
    return "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
