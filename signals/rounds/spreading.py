"""How an organisation spreads its points over the dossiers of a round."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jos.shared.time import in_words
from signals.enums import RoundState
from signals.models import Round


@dataclass(frozen=True)
class Gift:
    """What one organisation gives to one dossier, and why."""

    points: int = 0
    reason: str = ""

    def __bool__(self) -> bool:
        """Whether there is anything to keep. A reason without points is one too."""
        return bool(self.points or self.reason)


def too_many(gifts: Iterable[Gift], most: int) -> int:
    """How many points were given that are not there. All of them need not be spread."""
    return max(sum(gift.points for gift in gifts) - most, 0)


def too_many_in_words(number: int, most: int) -> str:
    words = ngettext(
        "You have %(most)s points, and gave %(number)s too many. Take that one away somewhere.",
        "You have %(most)s points, and gave %(number)s too many. Take those away somewhere.",
        number,
    )
    return words % {"most": most, "number": number}


def why_not_now(prioritising: Round, at: datetime.date) -> str:
    """Why nobody can spread points on this day; nothing while they can."""
    state = prioritising.state(at)
    if state == RoundState.PREPARED:
        return _("This round opens on %(day)s.") % {"day": in_words(prioritising.opens_on)}
    if state != RoundState.OPEN:
        return _("You could spread points until %(day)s. What is given now stays as it is.") % {
            "day": in_words(prioritising.closes_on)
        }
    return ""
