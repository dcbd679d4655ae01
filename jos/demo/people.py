"""The people of the demo city: those who sign in, the colleagues whose names stand in the history, contacts."""

import datetime

from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX, make_password
from django.utils.text import slugify

from jos.accounts.models import User
from jos.demo.accounts import ACCOUNTS, DOMAIN, PASSWORD
from jos.demo.names import JOBS, person_name
from jos.demo.writing import made, write
from jos.shared.time import months_later
from organisations.enums import MemberRole
from organisations.models import Contact, Membership, Organisation

LEADERLESS_EVERY = 32  # organisations
Colleagues = dict[Organisation, list[User]]  # the people of each organisation, coordinator first


def write_accounts() -> dict[str, User]:
    """One account per role, by e-mail address. They share a password, so it is hashed once."""
    password = make_password(PASSWORD)
    users = [User(email=a.email, name=a.name, role=a.role, password=password) for a in ACCOUNTS]
    write(users)
    EmailAddress.objects.bulk_create(
        EmailAddress(user=user, email=user.email, verified=True, primary=True) for user in users
    )
    return {user.email: user for user in users}


def write_members(organisations: list[Organisation], accounts: dict[str, User], *, at: datetime.date) -> Colleagues:
    """Two people in most organisations, one in every third; and those who can sign in where they work.

    A few have no coordinator any more.
    """
    colleagues: Colleagues = {organisation: [] for organisation in organisations}
    memberships = _memberships_of_accounts({o.name: o for o in organisations}, accounts)
    for membership in memberships:
        colleagues[membership.organisation].append(membership.user)
    coordinated = {membership.organisation for membership in memberships if membership.role == MemberRole.COORDINATOR}
    coordinated.update(organisations[LEADERLESS_EVERY - 1 :: LEADERLESS_EVERY])  # they had one, who left
    people: list[User] = []
    for number, organisation in enumerate(organisations):
        for _each in range(1 if number % 3 == 2 else 2):
            person = _person(len(people))
            role = MemberRole.MEMBER
            if organisation not in coordinated:
                role = MemberRole.COORDINATOR
                coordinated.add(organisation)
            people.append(person)
            colleagues[organisation].append(person)
            memberships.append(Membership(user=person, organisation=organisation, role=role))
    write(people)
    for number, membership in enumerate(memberships):
        made(membership, by=None, on=months_later(at, -50 + number % 45))
    write(memberships)
    _date_back(memberships)
    return colleagues


def _memberships_of_accounts(organisations: dict[str, Organisation], accounts: dict[str, User]) -> list[Membership]:
    return [
        Membership(user=accounts[account.email], organisation=organisations[name], role=role)
        for account in ACCOUNTS
        for name, role in account.member_of
    ]


def _person(number: int) -> User:
    """A colleague who stands in lists and histories, but cannot sign in."""
    name = person_name(number)
    email = f"{slugify(name).replace('-', '.')}.{number}@{DOMAIN}"
    return User(email=email, name=name, password=f"{UNUSABLE_PASSWORD_PREFIX}{number:040d}")


def _date_back(memberships: list[Membership]) -> None:
    """`since` is set to today by itself; the demo's people came earlier."""
    for membership in memberships:
        membership.since = membership._history_date.date()  # type: ignore[attr-defined]
    Membership.objects.bulk_update(memberships, ["since"], batch_size=200)


def write_contacts(organisations: list[Organisation], *, at: datetime.date, by) -> None:
    """Somebody professionals can call, at two organisations out of three."""
    contacts = []
    for number, organisation in enumerate(organisations):
        if number % 3 == 2:
            continue
        name = person_name(number + 700)
        contacts.append(
            Contact(
                organisation=organisation,
                name=name,
                job=JOBS[number % len(JOBS)],
                email=f"{slugify(name).replace('-', '.')}@example.org",
                phone=f"052 00 {number // 100 % 100:02d} {number % 100:02d}",
            )
        )
    write(contacts, by=by, on=months_later(at, -29))
