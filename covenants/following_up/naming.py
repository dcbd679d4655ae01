"""Whether a story names somebody else: what has a capital within a sentence, and is no place or partner (R14)."""

import re
from collections.abc import Iterable, Iterator

from jos.shared.tables.cells import same
from signals.watchful.names import CAPITALS

# After a word or a comma. The first word of a sentence, or of what somebody says, has a capital anyway.
_WITHIN = re.compile(rf"(?<=[\w,;] )[{CAPITALS}][\w'’-]*+(?: [{CAPITALS}][\w'’-]*+)*")


def names_in(text: str, known: Iterable[str]) -> Iterator[str]:
    """What may be somebody's name. Who wrote it knows; `known`: names that point at nobody, such as of places."""
    ours = {word for name in known for word in same(name).split()}
    for match in _WITHIN.finditer(text):
        words = [word for word in match[0].split() if not word.isupper() and same(word) not in ours]
        if words:
            yield " ".join(words)
