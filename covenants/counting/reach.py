"""In which neighbourhoods covenants work: those they name, and those of the circles they name. Or the whole city."""

from collections import defaultdict
from collections.abc import Collection, Mapping

from django.db.models import Q, QuerySet

from covenants.models import Covenant
from jos.shared.time import today
from neighbourhoods.models import Neighbourhood


def reaches(covenants: QuerySet[Covenant]) -> Mapping[int, frozenset[int]]:
    """The neighbourhoods that each covenant names, by their keys; of the whole city there are none. One query."""
    here = covenants.order_by()
    named = here.filter(neighbourhoods__isnull=False).values_list("pk", "neighbourhoods")
    around = here.filter(circles__neighbourhoods__isnull=False).values_list("pk", "circles__neighbourhoods")
    found: dict[int, set[int]] = defaultdict(set)
    for covenant, neighbourhood in named.union(around):
        found[covenant].add(neighbourhood)
    return defaultdict(frozenset, {pk: frozenset(some) for pk, some in found.items()})


def reach_of(covenant: Covenant) -> list[Neighbourhood]:
    """The same of one covenant. Of the whole city: its neighbourhoods of today."""
    every = Neighbourhood.objects.without_borders()
    own = Q(pk__in=covenant.neighbourhoods.values("pk")) | Q(pk__in=covenant.circles.values("neighbourhoods"))
    return list(every.filter(own)) or list(every.on(today()))


def within(reach: Collection[int], existing: Collection[int]) -> list[int]:
    """The neighbourhoods that this comes to, of those that exist. A covenant that names none works in all of them."""
    return sorted(set(reach) & set(existing)) if reach else sorted(existing)
