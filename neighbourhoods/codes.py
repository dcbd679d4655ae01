"""What a code in a file means: which neighbourhood, whatever source gave it the code."""

import re
from collections import defaultdict

from django.utils.translation import gettext as _

from neighbourhoods.models import NeighbourhoodCode

SEPARATOR = "|"
_SEPARATORS = re.compile(r"[|,;]")


class Codes:
    """All codes of all neighbourhoods, read in one query. Codes are text and compared exactly."""

    def __init__(self) -> None:
        self.names: dict[int, str] = {}
        self._meanings: dict[str, set[int]] = defaultdict(set)
        self._codes: dict[int, list[str]] = defaultdict(list)
        codes = NeighbourhoodCode.objects.values_list("code", "neighbourhood", "neighbourhood__name")
        for code, neighbourhood, name in codes.order_by("id"):
            self.names[neighbourhood] = name
            self._meanings[code.strip()].add(neighbourhood)
            self._codes[neighbourhood].append(code)

    def find(self, text: str) -> int:
        """The neighbourhood (its primary key) with this code. ValueError where there is none, or more than one."""
        meant = self._meanings.get(text.strip(), set())
        if len(meant) > 1:
            names = ", ".join(sorted(self.names[neighbourhood] for neighbourhood in meant))
            raise ValueError(
                _("The code %(code)s has several meanings: %(names)s. Use a code of another source.")
                % {"code": text.strip(), "names": names}
            )
        if not meant:
            raise ValueError(_("There is no neighbourhood with the code “%(code)s”.") % {"code": text.strip()})
        return next(iter(meant))

    def find_all(self, text: str) -> tuple[int, ...]:
        """The neighbourhoods in one cell, in order. Several codes are separated by | or , or ;."""
        if text.strip() in self._meanings:
            return (self.find(text),)
        codes = [code for code in _SEPARATORS.split(text) if code.strip()]
        if not codes:
            raise ValueError(_("Fill in the code of a neighbourhood."))
        return tuple(dict.fromkeys(self.find(code) for code in codes))

    def knows(self, text: str) -> bool:
        return text.strip() in self._meanings

    def code_of(self, neighbourhood: int) -> str:
        """The code to write it with: its first that means nothing else."""
        codes = self._codes.get(neighbourhood, [""])
        return next((code for code in codes if len(self._meanings[code.strip()]) == 1), codes[0])

    def names_of(self, neighbourhoods) -> str:
        return ", ".join(sorted(self.names[neighbourhood] for neighbourhood in neighbourhoods))
