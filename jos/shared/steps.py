"""What every table of steps shares. The tables stand with what they move, each in a module `transitions` (R5, R8)."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from django.utils.translation import gettext_lazy as _

NOT_ANY_MORE = _("This is not possible any more. Look at how it stands now.")  # no row of the table leads from here

Lack = tuple[str, str]  # the field, and what to do about it


def lacks(needs: Iterable[Callable[..., Iterator[Lack]]], *known) -> dict[str, list[str]]:
    """What is still to be filled in, by field. `known`: what each need looks at."""
    found: dict[str, list[str]] = defaultdict(list)
    for need in needs:
        for field, text in need(*known):
            found[field].append(text)
    return dict(found)
