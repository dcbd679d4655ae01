"""What would become of two organisations that are made one: what moves, and what the coverage of areas becomes."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, replace

from organisations.actions.mergers import FACTS
from organisations.coverage import AreaCoverage
from organisations.coverage.facts import CityFacts
from organisations.coverage.loading import load_city
from organisations.coverage.rules import assess
from organisations.models import Organisation


@dataclass(frozen=True)
class WhatMoves:
    """How much of the one that goes becomes of the one that stays."""

    offers: int
    places: int
    contacts: int
    members: int
    invitations: int
    partnerships: int


def what_moves(other: Organisation) -> WhatMoves:
    return WhatMoves(
        offers=other.offers.count(),
        places=other.places.count(),
        contacts=other.contacts.count(),
        members=other.memberships.count(),
        invitations=other.invitations.count(),
        partnerships=other.partnerships.count(),
    )


def differing(kept: Organisation, other: Organisation) -> list[str]:
    """The facts in which they differ, so that somebody has to choose."""
    return [name for name in FACTS if getattr(kept, name) != getattr(other, name)]


@dataclass(frozen=True)
class ChangedArea:
    """An area that stands otherwise once the two are one."""

    before: AreaCoverage
    after: AreaCoverage


def changed_areas(*, kept: Organisation, other: Organisation, at: datetime.date) -> list[ChangedArea]:
    """Areas whose state would change: one organisation may have all four functions where two had a part each."""
    city = load_city(at)
    pairs = zip(assess(city), assess(_as_one(city, kept, other)), strict=True)
    return [
        ChangedArea(before, after)
        for before, after in pairs
        if (before.status, before.whole_by, before.gaps) != (after.status, after.whole_by, after.gaps)
    ]


def _as_one(city: CityFacts, kept: Organisation, other: Organisation) -> CityFacts:
    offers = (replace(o, organisation=kept.pk) if o.organisation == other.pk else o for o in city.offers)
    partnerships = {
        pk: replace(partnership, members=frozenset(_renamed(partnership.members, kept, other)))
        for pk, partnership in city.partnerships.items()
    }
    names = {**city.organisations, kept.pk: kept.name}
    return replace(city, offers=tuple(offers), partnerships=partnerships, organisations=names)


def _renamed(members: frozenset[int], kept: Organisation, other: Organisation) -> Iterator[int]:
    return (kept.pk if member == other.pk else member for member in members)
