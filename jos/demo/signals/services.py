"""City services that act on what young people say, beside those of the list of partners."""

import datetime

from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.utils.text import slugify

from jos.accounts.models import User
from jos.demo.accounts import DOMAIN
from jos.demo.partners import company_number
from jos.demo.people import Colleagues
from jos.demo.writing import write
from jos.shared.time import months_later
from organisations.enums import MemberRole, OrganisationKind, Sector, Size
from organisations.models import Membership, Organisation

SERVICES = (
    ("Dienst Openbare Werken", Sector.OTHER, "Straten, pleinen en verlichting.", "Wim Aerts"),
    ("Dienst Mobiliteit", Sector.OTHER, "Fietspaden, oversteken en overleg met de bus.", "Marleen Kaya"),
    ("Woonwinkel Lindermonde", Sector.WELFARE, "Alles over huren, kot en premies.", "Bart Osmani"),
    ("Sociaal Huis Linder", Sector.WELFARE, "Steun en papieren, aan één loket.", "Naima Coppens"),
    ("Dienst Gelijke Kansen", Sector.WELFARE, "Tegen racisme en uitsluiting.", "Thijs Traoré"),
    ("Dienst Onderwijs", Sector.EDUCATION, "De brug tussen stad en scholen.", "Hilde Rahimi"),
)
FIRST_NUMBER = 9_900  # after those of the partners


def write_services(colleagues: Colleagues, *, at: datetime.date, by) -> dict[str, Organisation]:
    """With one person each. Gives all services of the city by name."""
    known = {o.name: o for o in colleagues if o.kind == OrganisationKind.CITY_SERVICE}
    services = [
        Organisation(
            name=name,
            slug=slugify(name),
            kind=OrganisationKind.CITY_SERVICE,
            sector=sector,
            company_number=company_number(FIRST_NUMBER + number),
            size=Size.MEDIUM,
            languages=["nl"],
            description=description,
            charter_signed_on=months_later(at, -20),
        )
        for number, (name, sector, description, _person) in enumerate(SERVICES)
    ]
    people = [_person(name, number) for number, (*_service, name) in enumerate(SERVICES)]
    begun = months_later(at, -30)
    write(services, by=by, on=begun)
    write(people)
    members = [
        Membership(user=person, organisation=service, role=MemberRole.COORDINATOR)
        for person, service in zip(people, services, strict=True)
    ]
    write(members, by=by, on=begun)
    colleagues |= {service: [person] for service, person in zip(services, people, strict=True)}
    return known | {service.name: service for service in services}


def _person(name: str, number: int) -> User:
    """Somebody who stands in histories, but cannot sign in."""
    email = f"{slugify(name).replace('-', '.')}@{DOMAIN}"
    return User(email=email, name=name, password=f"{UNUSABLE_PASSWORD_PREFIX}{number:039d}s")
