"""Builds the demo city in an empty database: the same city for everybody on the same day."""

import datetime

from django.db import transaction

from jos.accounts.models import User
from jos.demo import stories
from jos.demo.accounts import POLICYMAKER_EMAIL, STAFF_EMAIL
from jos.demo.areas import Areas, write_areas
from jos.demo.beginnings import (
    IMPORTED,
    apply_import,
    begin_import,
    leave_drafts,
    save_views,
    write_invitations,
)
from jos.demo.covenants.city import write_covenants
from jos.demo.decisions import write_decisions
from jos.demo.figures.writing import write_figures
from jos.demo.houses import Houses, write_houses
from jos.demo.more import add_more
from jos.demo.offers import Offers, add_situations, sign
from jos.demo.people import write_accounts, write_contacts, write_members
from jos.demo.places import Places
from jos.demo.signals.city import write_signals
from jos.demo.silence import fall_silent
from jos.demo.sizes import Sizes
from jos.demo.weighings import write_weighings
from jos.demo.writing import write
from jos.shared.time import months_later
from organisations.models import Organisation


@transaction.atomic
def build(sizes: Sizes, *, at: datetime.date) -> None:
    accounts = write_accounts()
    staff = accounts[STAFF_EMAIL]
    areas = write_areas(sizes, at=at, by=staff)
    versions = write_weighings(write_figures(areas, at=at, by=staff), at=at, by=staff)
    write_decisions(areas, versions, accounts, at=at, by=staff)
    houses = write_houses(sizes, [n.name for n in areas.neighbourhoods], at=at, by=staff)
    colleagues = write_members(houses.organisations, accounts, at=at)
    write_contacts(houses.organisations, at=at, by=staff)
    house = houses.organisations[0]
    write_invitations(house, coordinator=colleagues[house][0], at=at, staff=staff)
    _write_offers(sizes, areas, houses, colleagues, at=at, by=staff)
    write_signals(sizes, areas, colleagues, at=at, by=staff)
    write_covenants(sizes, areas, at=at, by=staff)
    apply_import(at=at, by=staff)
    begin_import(at=at, by=staff)
    leave_drafts(house, coordinator=colleagues[house][0], staff=staff, at=at)
    save_views(staff, accounts[POLICYMAKER_EMAIL])


def _write_offers(
    sizes: Sizes,
    areas: Areas,
    houses: Houses,
    colleagues: dict[Organisation, list[User]],
    *,
    at: datetime.date,
    by: User,
) -> None:
    city = Offers(areas, houses, Places(areas), at)
    add_situations(city)
    add_more(city, sizes.offers - IMPORTED)
    fall_silent(city)
    sign(city, colleagues)
    told = stories.rewind(city, colleagues)
    write(list(city.places.places.values()), by=by, on=months_later(at, -28))
    write(city.offers)
    write(city.moments)
    write(city.functions)
    write(city.reach)
    stories.replay(told)
