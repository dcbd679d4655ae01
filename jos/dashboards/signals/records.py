"""Where the records behind a number are: the inbox for who reads signals, the dossiers for everybody else."""

from collections.abc import Mapping

from django.urls import reverse
from django.utils.http import urlencode

from neighbourhoods.figures.periods import ends_on, starts_on
from signals.permissions import can_triage

NONE = "none"  # what the inbox calls what was not said
OF_BOTH = ("neighbourhood", "theme")  # what can be asked of dossiers as well


class Records:
    """Addresses of the lists that a reader may see, asked for what a number counts."""

    def __init__(self, user, period: str) -> None:
        self._reads_signals = can_triage(user)
        self._days = {"since": starts_on(period).isoformat(), "until": ends_on(period).isoformat()}

    def signals(self, asked: Mapping[str, str]) -> str:
        """These signals. Who may not read signals sees the dossiers that came of them; nothing where there are none."""
        if self._reads_signals:
            return f"{reverse('inbox')}?{urlencode({'state': 'ALL', **self._days, **asked})}"
        of_both = {name: value for name, value in asked.items() if name in OF_BOTH}
        return "" if NONE in of_both.values() or of_both.keys() != asked.keys() else self.opened(of_both)

    def opened(self, asked: Mapping[str, str]) -> str:
        """These dossiers, of those opened in the period."""
        return self.dossiers({**self._days, **asked})

    def dossiers(self, asked: Mapping[str, str]) -> str:
        """These dossiers, whenever they were opened."""
        return f"{reverse('dossiers')}?{urlencode({'state': 'ALL', **asked})}"
