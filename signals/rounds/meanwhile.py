"""What two members of an organisation gave at the same time, side by side."""

from collections.abc import Iterable, Mapping

from django.utils.translation import gettext as _

from jos.shared.record_views import Difference
from signals.models import Candidate
from signals.rounds.spreading import Gift

NOTHING = Gift()


def differences(
    candidates: Iterable[Candidate], saved: Mapping[int, Gift], typed: Mapping[int, Gift]
) -> list[Difference]:
    """Of each dossier on which they differ: what is saved now, and what was typed."""
    pairs = ((each, saved.get(each.pk, NOTHING), typed.get(each.pk, NOTHING)) for each in candidates)
    return [Difference(str(each.dossier), _in_words(old), _in_words(new)) for each, old, new in pairs if old != new]


def _in_words(gift: Gift) -> str:
    if not gift.reason:
        return str(gift.points)
    return _("%(points)s, because %(reason)s") % {"points": gift.points, "reason": gift.reason}
