"""Plain functions that make one believable record each. Tests say only what matters to them."""

import datetime
import itertools
import time

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value

from jos.accounts.models import User
from jos.shared.models import unique_slug
from neighbourhoods.enums import Direction, Missing
from neighbourhoods.models import (
    DataSet,
    MovementCircle,
    Neighbourhood,
    NeighbourhoodCode,
    PriorityDecision,
    Statistic,
    StatisticValue,
    Weighing,
    WeighingItem,
    WeighingVersion,
)
from organisations.enums import Function, MemberRole, OfferStatus, OrganisationKind
from organisations.models import (
    Membership,
    Offer,
    OfferFunction,
    OfferMoment,
    OfferNeighbourhood,
    Organisation,
    Partnership,
    PartnershipMember,
    Place,
)

_numbers = itertools.count(1)
PASSWORD = "een-lang-wachtwoord"
ALL_FOUR = dict.fromkeys(Function, 4)


def make_user(name: str = "Sara", *, role: str = "", email: str | None = None) -> User:
    return User.objects.create_user(email or f"{name.lower()}{next(_numbers)}@example.org", name, PASSWORD, role=role)


def make_app(user: User) -> Authenticator:
    """An app with codes on somebody's phone."""
    return TOTP.activate(user, generate_totp_secret()).instance


def code_of(secret: str, steps_ago: int = 0) -> str:
    """What an app with this secret shows now, or showed half a minute ago."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 - steps_ago))


def square(column: float, row: float = 0, size: float = 0.01) -> dict:
    """A square near Brussels, so that neighbourhoods in a row touch without overlapping."""
    x, y = 4.3 + column * size, 50.8 + row * size
    ring = [[x, y], [x + size, y], [x + size, y + size], [x, y + size], [x, y]]
    return {"type": "MultiPolygon", "coordinates": [[ring]]}


def make_neighbourhood(name: str = "", *, code: str | None = None, source: str = "stad", **fields) -> Neighbourhood:
    number = next(_numbers)
    name = name or f"Wijk {number}"
    neighbourhood = Neighbourhood.objects.create(
        **{"name": name, "slug": unique_slug(Neighbourhood, name), "geometry": square(number)} | fields
    )
    NeighbourhoodCode.objects.create(neighbourhood=neighbourhood, source=source, code=code or f"N{number}")
    return neighbourhood


def make_circle(*neighbourhoods: Neighbourhood, name: str = "", **fields) -> MovementCircle:
    name = name or f"Cirkel {next(_numbers)}"
    circle = MovementCircle.objects.create(name=name, slug=unique_slug(MovementCircle, name), **fields)
    circle.neighbourhoods.set(neighbourhoods)
    return circle


def make_priority(area: Neighbourhood | MovementCircle, **fields) -> PriorityDecision:
    about = {"neighbourhood": area} if isinstance(area, Neighbourhood) else {"circle": area}
    defaults = {
        "valid_from": datetime.date(2020, 1, 1),
        "reasons": "Veel jongeren, weinig aanbod.",
        "decided_by": "College",
    }
    return PriorityDecision.objects.create(**about | defaults | fields)


def make_data_set(name: str = "", **fields) -> DataSet:
    name = name or f"Gegevensset {next(_numbers)}"
    return DataSet.objects.create(**{"name": name, "slug": unique_slug(DataSet, name)} | fields)


def make_statistic(name: str = "", *, values: dict | None = None, period: str = "2024", **fields) -> Statistic:
    """`values`: by neighbourhood (None: the city), a number or the reason why there is none."""
    name = name or f"Cijfer {next(_numbers)}"
    defaults = {"slug": unique_slug(Statistic, name), "direction": Direction.MORE_IS_WORSE}
    statistic = Statistic.objects.create(**{"name": name} | defaults | fields)
    for neighbourhood, value in (values or {}).items():
        make_value(statistic, neighbourhood, value, period=period)
    return statistic


def make_value(statistic: Statistic, neighbourhood: Neighbourhood | None, value: float | Missing, **fields):
    known = {"missing": value} if isinstance(value, Missing) else {"value": value}
    return StatisticValue.objects.create(
        **{"statistic": statistic, "neighbourhood": neighbourhood, "period": "2024"} | known | fields
    )


def make_weighing(name: str = "", *, weights: dict[Statistic, float], **fields) -> WeighingVersion:
    """A weighing with its first version; `fields` are of the version."""
    name = name or f"Weging {next(_numbers)}"
    weighing = Weighing.objects.create(name=name, slug=unique_slug(Weighing, name))
    version = WeighingVersion.objects.create(**{"weighing": weighing, "number": 1} | fields)
    for statistic, weight in weights.items():
        WeighingItem.objects.create(version=version, statistic=statistic, weight=weight)
    return version


def make_organisation(name: str = "", *, members: tuple[User, ...] = (), coordinator: User | None = None, **fields):
    name = name or f"Organisatie {next(_numbers)}"
    organisation = Organisation.objects.create(
        **{"name": name, "slug": unique_slug(Organisation, name), "kind": OrganisationKind.YOUTH_WORK} | fields
    )
    for user in members:
        Membership.objects.create(user=user, organisation=organisation)
    if coordinator:
        Membership.objects.create(user=coordinator, organisation=organisation, role=MemberRole.COORDINATOR)
    return organisation


def make_partnership(lead: Organisation, *others: Organisation, name: str = "", **fields) -> Partnership:
    name = name or f"Samenwerking {next(_numbers)}"
    partnership = Partnership.objects.create(name=name, slug=unique_slug(Partnership, name), lead=lead, **fields)
    for organisation in (lead, *others):
        PartnershipMember.objects.create(partnership=partnership, organisation=organisation)
    return partnership


def make_place(organisation: Organisation, neighbourhood: Neighbourhood, name: str = "", **fields) -> Place:
    return Place.objects.create(
        organisation=organisation,
        neighbourhood=neighbourhood,
        name=name or f"Huis {next(_numbers)}",
        **fields,
    )


def make_offer(
    organisation: Organisation,
    *neighbourhoods: Neighbourhood,
    functions: dict | tuple = (Function.FREE_TIME,),
    title: str = "",
    **fields,
) -> Offer:
    """A published offer. `functions`: hours a week by function (None: unknown), or just the functions for 4 hours."""
    title = title or f"Aanbod {next(_numbers)}"
    offer = Offer.objects.create(
        **{
            "organisation": organisation,
            "title": title,
            "slug": unique_slug(Offer, title),
            "status": OfferStatus.PUBLISHED,
        }
        | fields
    )
    hours = functions if isinstance(functions, dict) else dict.fromkeys(functions, 4)
    for function, hours_per_week in hours.items():
        OfferFunction.objects.create(offer=offer, function=function, hours_per_week=hours_per_week)
    for neighbourhood in neighbourhoods:
        OfferNeighbourhood.objects.create(offer=offer, neighbourhood=neighbourhood)
    return offer


def make_moment(offer: Offer, weekday: int, starts: int, ends: int) -> OfferMoment:
    """Every week on this day, from one whole hour until another."""
    return OfferMoment.objects.create(
        offer=offer, weekday=weekday, starts_at=datetime.time(starts), ends_at=datetime.time(ends)
    )
