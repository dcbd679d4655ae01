"""The reference and the code of a signal: how who sent it finds it back, and nobody else does.

The reference is public: it names a signal. The code is a secret of 60 bits that only who sent it has. It is no word
somebody thought up, so it needs no hash that takes half a second (docs/decisions/0013-signals-and-privacy.md).
"""

import secrets
import unicodedata

from django.contrib.auth.hashers import PBKDF2PasswordHasher

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's: no I, L, O or U
READS_AS = str.maketrans({"O": "0", "I": "1", "L": "1"})
REFERENCE_LENGTH = 8
CODE_LENGTH = 12


class CodeHasher(PBKDF2PasswordHasher):
    """Django's own hasher, with fewer rounds: a code of 60 random bits cannot be guessed from a list."""

    algorithm = "pbkdf2_sha256_code"
    iterations = 1_000


_hasher = CodeHasher()


def new_reference() -> str:
    return _random(REFERENCE_LENGTH)


def new_code() -> str:
    return _random(CODE_LENGTH)


def _random(length: int) -> str:
    return "".join(secrets.choice(ALPHABET) for _place in range(length))


def read(typed: str) -> str:
    """As somebody typed it: in any case, with the digits of any script, spaces or dashes, o for 0, i and l for 1."""
    letters = (letter for letter in typed.upper() if letter.isalnum())
    return "".join(str(unicodedata.digit(letter, letter)) for letter in letters).translate(READS_AS)


def in_groups(code: str) -> str:
    """In fours, as it is shown: K7Q2-MX4T-0PZ9."""
    return "-".join(code[start : start + 4] for start in range(0, len(code), 4))


def hash_code(code: str) -> str:
    return _hasher.encode(code, _hasher.salt())


def is_code(code: str, hashed: str) -> bool:
    """Whether it is the one that was hashed. Takes as long when there is nothing to compare with."""
    return _hasher.verify(code, hashed or _OF_NOTHING) and bool(hashed)


_OF_NOTHING = hash_code(new_code())
