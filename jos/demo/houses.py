"""The organisations of the demo city and the partnerships between them."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from jos.demo.areas import chance_for
from jos.demo.descriptions import DESCRIPTIONS
from jos.demo.partners import Partner, company_number, partners
from jos.demo.sizes import Sizes
from jos.demo.writing import made, write
from jos.shared.models import unique_slug
from jos.shared.time import months_later
from organisations.enums import ConfirmationRhythm, OrganisationKind
from organisations.models import Organisation, Partnership, PartnershipMember

PARTNERSHIPS = (
    ("Samen rond de vaart", "Eén ploeg met vier petten: spelen, zorgen, bruggen slaan en luisteren."),
    ("Spoorverbond", "Jeugdhuis, school en welzijn aan beide kanten van het spoor."),
    ("Kaaikracht", "Wij brengen werk, school en vrije tijd naar de kaaien."),
    ("Jong Oost", "Kleine en grote partners in het oosten van de stad."),
    ("Kouterkompas", "Samen de weg vinden, van speelplein tot eerste job."),
    ("Brug over de Linder", "Een proefproject van twee jaar, intussen afgerond."),
)
SIDE_BY_SIDE = (
    OrganisationKind.WELFARE,
    OrganisationKind.EDUCATION,
    OrganisationKind.WORK,
    OrganisationKind.SELF_ORGANISATION,
)
RHYTHMS = (
    ConfirmationRhythm.HALF_YEAR,
    ConfirmationRhythm.HALF_YEAR,
    ConfirmationRhythm.QUARTER,
    ConfirmationRhythm.YEAR,
)
STOPPED_EVERY = 30  # one organisation in so many has stopped: the first some months ago, the second lately
LATELY = datetime.timedelta(days=20)


@dataclass(frozen=True)
class Houses:
    organisations: list[Organisation]
    by_kind: dict[OrganisationKind, list[Organisation]]  # those that are active
    stopped: dict[OrganisationKind, list[Organisation]]
    partnerships: list[Partnership]  # those that still run
    partners_of: dict[Partnership, dict[OrganisationKind, Organisation]]
    partnership_of: dict[Organisation, Partnership]

    def house(self, number: int) -> Organisation:
        """The big house of youth work that serves a neighbourhood: the first five of every twelve."""
        youth_work = self.by_kind[OrganisationKind.YOUTH_WORK]
        return youth_work[number % max(5, len(youth_work) // 3)]

    def regular(self, kind: OrganisationKind, number: int) -> Organisation:
        """Whom a neighbourhood usually works with."""
        return self.by_kind[kind][number % len(self.by_kind[kind])]


def write_houses(sizes: Sizes, neighbourhood_names: list[str], *, at: datetime.date, by) -> Houses:
    chance, slugs = chance_for("organisations"), set[str]()
    organisations = []
    for number, partner in enumerate(partners(sizes.organisations, neighbourhood_names)):
        organisation = _organisation(partner, number, at, slugs)
        made(organisation, by=by, on=months_later(at, -chance.randint(30, 58)))
        organisations.append(organisation)
    write(organisations)
    active = _by_kind(o for o in organisations if o.holds_on(at))
    stopped = _by_kind(o for o in organisations if not o.holds_on(at))
    houses = Houses(organisations, active, stopped, [], {}, {})
    return _with_partnerships(sizes, houses, neighbourhood_names, at=at, by=by)


def _by_kind(organisations: Iterable[Organisation]) -> dict[OrganisationKind, list[Organisation]]:
    in_order = sorted(organisations, key=lambda o: o.kind)
    return {kind: list(same) for kind, same in groupby(in_order, key=lambda o: OrganisationKind(o.kind))}


def _organisation(partner: Partner, number: int, at: datetime.date, slugs: set[str]) -> Organisation:
    slug = unique_slug(Organisation, partner.name, slugs)
    return Organisation(
        name=partner.name,
        slug=slug,
        kind=partner.kind,
        sector=partner.sector,
        company_number="" if partner.kind == OrganisationKind.SELF_ORGANISATION else company_number(number),
        size=partner.size,
        languages=partner.languages.split(),
        website="" if number % 5 == 3 else f"https://{slug}.example.org",
        description=DESCRIPTIONS.get(partner.name, ""),
        charter_signed_on=None if number % 6 == 4 else months_later(at, -36 + number % 30),
        confirms_every=RHYTHMS[number % len(RHYTHMS)],
        reminded_on=at - datetime.timedelta(days=9 + number) if number % 7 == 3 else None,
        valid_from=months_later(at, -90 - number % 80) if number % 4 == 0 else None,
        valid_until=_last_day(number, at),
    )


def _last_day(number: int, at: datetime.date) -> datetime.date | None:
    if number % STOPPED_EVERY != STOPPED_EVERY - 1:
        return None
    return at - LATELY if number // STOPPED_EVERY % 2 else months_later(at, -8)


def _with_partnerships(sizes: Sizes, houses: Houses, neighbourhood_names, *, at: datetime.date, by) -> Houses:
    together, slugs = [], set[str]()
    for number in range(sizes.partnerships):
        partnership = _partnership(number, houses.house(number), neighbourhood_names, at, slugs)
        made(partnership, by=by, on=months_later(at, -48))
        partners = {OrganisationKind.YOUTH_WORK: partnership.lead}
        together.append((partnership, partners | {kind: houses.regular(kind, number) for kind in SIDE_BY_SIDE}))
    write([partnership for partnership, _partners in together])
    write(
        [m for partnership, partners in together for m in _members(partnership, [*partners.values()], at)],
        by=by,
        on=months_later(at, -27),
    )
    for partnership, partners in together:
        if partnership.holds_on(at):
            houses.partnerships.append(partnership)
            houses.partners_of[partnership] = partners
            for organisation in partners.values():
                houses.partnership_of.setdefault(organisation, partnership)
    return houses


def _partnership(number: int, lead: Organisation, neighbourhood_names, at, slugs) -> Partnership:
    finished = number % len(PARTNERSHIPS) == len(PARTNERSHIPS) - 1
    name, description = PARTNERSHIPS[number % len(PARTNERSHIPS)]
    if number >= len(PARTNERSHIPS):
        name = f"{name}, {neighbourhood_names[number % len(neighbourhood_names)]}"
    return Partnership(
        name=name,
        slug=unique_slug(Partnership, name, slugs),
        lead=lead,
        description=description,
        valid_from=months_later(at, -48),
        valid_until=months_later(at, -16) if finished else None,
    )


def _members(partnership: Partnership, organisations: list[Organisation], at: datetime.date) -> list[PartnershipMember]:
    """All from the start, but the last, which joined later; in some partnerships it has left again."""
    members = [
        PartnershipMember(
            partnership=partnership,
            organisation=organisation,
            valid_from=partnership.valid_from,
            valid_until=partnership.valid_until,
        )
        for organisation in organisations
    ]
    members[-1].valid_from = months_later(at, -28)
    if partnership.lead.slug < organisations[-1].slug:
        members[-1].valid_until = members[-1].valid_until or months_later(at, -4)
    return members
