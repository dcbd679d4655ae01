"""The counts of every year, worked out each night; what came since is counted when somebody looks."""

import datetime
from collections import defaultdict
from collections.abc import Collection, Sequence

from django.db import transaction
from django.utils import timezone

from jos.shared.time import midnight
from neighbourhoods.figures.periods import ends_on, starts_on
from signals.counting.count import Count, Counts, count
from signals.enums import TallyOf
from signals.models import Signal, Tally

STILL_BEING_SAVED = datetime.timedelta(minutes=5)  # what a request that runs now may have dated before it is there
AT_ONCE = 500


def tallies_now() -> list[Tally]:
    """All signals, counted anew."""
    until = timezone.now() - STILL_BEING_SAVED
    return [
        Tally(period=year, of=of, key=key, signals=counted.signals, counts=counted.by, until=until)
        for year, counts in count(Signal.objects.filter(received_at__lt=until)).items()
        for (of, key), counted in counts.items()
    ]


def write_tallies() -> int:
    """Count all signals anew. So nothing that was changed, redacted or erased stays counted for more than a day."""
    tallies = tallies_now()
    with transaction.atomic():  # counting takes long, writing does not: nobody waits for the count
        Tally.objects.all().delete()
        Tally.objects.bulk_create(tallies, batch_size=AT_ONCE)
    return len(tallies)


def counted(years: Sequence[str], of: Collection[str] = ()) -> Counts:
    """All signals of these years, which follow each other, in two queries: last night's counts, and what came since.

    Of the city, and of each neighbourhood or theme where asked. Where nobody counted yet, all of them are looked at.
    """
    start, end = midnight(starts_on(years[0])), midnight(ends_on(years[-1]) + datetime.timedelta(days=1))
    counts: Counts = defaultdict(Count)
    tallies = Tally.objects.filter(period__in=years, of__in={TallyOf.CITY, *of}).order_by()
    for name, key, signals, by, until in tallies.values_list("of", "key", "signals", "counts", "until"):
        counts[name, key].add(signals, by)
        start = max(start, until)
    for fresh in count(Signal.objects.filter(received_at__gte=start, received_at__lt=end)).values():
        for (name, key), since in fresh.items():
            counts[name, key].add(since.signals, since.by)
    return counts


def counted_until() -> datetime.datetime | None:
    """When signals were last counted; None where they never were."""
    return Tally.objects.order_by("-until").values_list("until", flat=True).first()
