"""How many organisations are probably in the list twice."""

import datetime
from collections.abc import Iterable, Mapping

from django.core.cache import caches
from django.db.models import F, QuerySet, TextField, Value
from django.db.models.functions import Cast, Concat

from jos.dashboards.homes.waiting import Waiting, each
from organisations.duplicates import likely_pairs
from organisations.models import Distinction, Organisation

MAY_BE_OLD = datetime.timedelta(minutes=10)
MOST = 1_000  # names: more take seconds to compare, which is for the page about it and not for a home
KEY = "likely-twice"


class LikelyTwice:
    """Comparing all names takes a while, so that is done now and then. What people said of two since counts at once."""

    def __init__(self) -> None:
        self.known: set[tuple[str, str]] | None = caches["process"].get(KEY)

    def questions(self) -> dict[str, QuerySet]:
        """For `waiting.ask`: who was told apart; all names with key and website, where they are to be compared."""
        told_apart = {"told_apart": each(Distinction.objects.all(), F("one"), F("other"))}
        if self.known is not None:
            return told_apart
        key_and_website = Concat(Cast("pk", TextField()), Value(" "), F("website"), output_field=TextField())
        return told_apart | {"names": each(Organisation.objects.standing(), F("name"), key_and_website)}

    def number(self, waiting: Mapping[str, list[Waiting]]) -> int:
        if self.known is None:
            names = waiting["names"]
            self.known = _compare(names) if len(names) <= MOST else set()
            caches["process"].set(KEY, self.known, MAY_BE_OLD.total_seconds())
        return len(self.known - {(pair.called, pair.found_at) for pair in waiting["told_apart"]})


def _compare(names: Iterable[Waiting]) -> set[tuple[str, str]]:
    organisations = []
    for each_one in names:
        key, _space, website = each_one.found_at.partition(" ")
        organisations.append(Organisation(pk=int(key), name=each_one.called, website=website))
    pairs = likely_pairs(organisations)
    return {(str(min(pair.one.pk, pair.other.pk)), str(max(pair.one.pk, pair.other.pk))) for pair in pairs}
