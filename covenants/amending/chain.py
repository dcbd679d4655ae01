"""What a covenant follows, what follows it, and its amendments: the chain it is part of."""

from dataclasses import dataclass

from django.db.models import Q

from covenants.enums import NOT_SIGNED
from covenants.models import Covenant


@dataclass(frozen=True)
class Chain:
    """Around one covenant, or around the one that an amendment amends."""

    covenant: Covenant
    amendments: tuple[Covenant, ...]  # the first one first
    before: Covenant | None
    after: tuple[Covenant, ...]


def chain_of(covenant: Covenant) -> Chain:
    """In one query; in none where nobody signed yet, since only a signed covenant is amended or followed."""
    base = covenant.amends or covenant
    if base.state in NOT_SIGNED:
        return Chain(covenant=base, amendments=(), before=base.follows, after=())
    around = Covenant.objects.filter(Q(amends=base) | Q(follows=base) | Q(pk=base.follows_id)).order_by("pk")
    found = list(around)
    return Chain(
        covenant=base,
        amendments=tuple(each for each in found if each.amends_id == base.pk),
        before=next((each for each in found if each.pk == base.follows_id), None),
        after=tuple(each for each in found if each.follows_id == base.pk),
    )
