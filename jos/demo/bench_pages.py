"""The main pages, who opens them, and for each the least a database must do: the same question as one SQL query.

The floors are written by hand and read only what the page is about. No page can be faster than its floor.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from dateutil.relativedelta import relativedelta
from django.db import connection
from django.urls import reverse

from jos.demo.accounts import ACCOUNTS
from jos.shared.time import today
from neighbourhoods.models import MovementCircle, Neighbourhood
from organisations.models import Offer, Organisation

# An offer that counts today (R4): published, in its period, of an active organisation.
COUNTING = """
    o.status = 'PUBLISHED'
    AND (o.valid_from IS NULL OR o.valid_from <= %(at)s) AND (o.valid_until IS NULL OR o.valid_until >= %(at)s)
    AND (g.valid_from IS NULL OR g.valid_from <= %(at)s) AND (g.valid_until IS NULL OR g.valid_until >= %(at)s)
"""
OFFERS = "organisations_offer o JOIN organisations_organisation g ON g.id = o.organisation_id"
FUNCTIONS = "organisations_offerfunction f ON f.offer_id = o.id"
REACH = "organisations_offerneighbourhood r ON r.offer_id = o.id"

# Which neighbourhood has how much of which function, by how many.
COVERAGE = f"""
    SELECT r.neighbourhood_id, f.function, SUM(f.hours_per_week),
        COUNT(DISTINCT o.id), COUNT(DISTINCT o.organisation_id)
    FROM {OFFERS} JOIN {FUNCTIONS} JOIN {REACH} WHERE {COUNTING} %(more)s
    GROUP BY r.neighbourhood_id, f.function
"""  # noqa: S608 (constants)
AGES_12_TO_15 = "AND (o.age_min IS NULL OR o.age_min <= 15) AND (o.age_max IS NULL OR o.age_max >= 12)"
WORK_IN = f"""
    SELECT o.id, o.title, g.name, o.work_form, f.function, f.hours_per_week
    FROM {OFFERS} JOIN {FUNCTIONS} JOIN {REACH} WHERE {COUNTING} AND r.neighbourhood_id %(where)s
"""  # noqa: S608
WORK_OF = f"""
    SELECT o.id, o.title, o.status, o.confirmed_on, f.function, f.hours_per_week
    FROM {OFFERS} JOIN {FUNCTIONS} WHERE o.organisation_id = %(organisation)s
"""  # noqa: S608
IN_CIRCLE = """IN (
    SELECT neighbourhood_id FROM neighbourhoods_movementcircle_neighbourhoods WHERE movementcircle_id = %(circle)s)"""
SILENT = f"""
    SELECT g.id, g.name, COUNT(*) FROM {OFFERS}
    WHERE o.status = 'PUBLISHED' AND (o.valid_until IS NULL OR o.valid_until >= %(at)s)
    AND (g.confirms_every = 3 AND o.confirmed_on < %(quarter_ago)s
      OR g.confirms_every = 6 AND o.confirmed_on < %(half_year_ago)s
      OR g.confirms_every = 12 AND o.confirmed_on < %(year_ago)s)
    GROUP BY g.id, g.name
"""  # noqa: S608


@dataclass(frozen=True)
class Sample:
    """The records the pages are opened for."""

    neighbourhood: Neighbourhood
    circle: MovementCircle
    organisation: Organisation
    offer: Offer

    @classmethod
    def pick(cls) -> "Sample":
        """A whole neighbourhood in the centre, and the offer with the longest story of its organisation's first."""
        return cls(
            neighbourhood=Neighbourhood.objects.order_by("pk")[1],
            circle=MovementCircle.objects.order_by("pk")[0],
            organisation=Organisation.objects.get(name="Jeugdhuis De Kaaihal"),
            offer=Offer.objects.filter(audience="PUBLIC", status="PUBLISHED").order_by("-version", "pk")[0],
        )

    def values(self) -> dict[str, int | date]:
        """What the floors ask with."""
        day = today()
        return {
            "at": day,
            "quarter_ago": day - relativedelta(months=3),
            "half_year_ago": day - relativedelta(months=6),
            "year_ago": day - relativedelta(months=12),
            "neighbourhood": self.neighbourhood.pk,
            "circle": self.circle.pk,
            "organisation": self.organisation.pk,
            "offer": self.offer.pk,
        }


@dataclass(frozen=True)
class Page:
    name: str
    who: str  # the mailbox of a demo account; empty for a visitor
    address: Callable[[Sample], str]
    floor: str

    @property
    def email(self) -> str:
        return next(account.email for account in ACCOUNTS if account.mailbox == self.who) if self.who else ""

    def ask_floor(self, values: Mapping[str, int | date]) -> None:
        with connection.cursor() as cursor:
            cursor.execute(self.floor, values)
            cursor.fetchall()


def to(route: str, record: str = "", query: str = "") -> Callable[[Sample], str]:
    """The address of a route, for a record of the sample where it needs one."""

    def address(sample: Sample) -> str:
        return reverse(route, args=[getattr(sample, record).slug] if record else []) + query

    return address


def _floor(query: str, **parts: str) -> str:
    for name, part in parts.items():
        query = query.replace(f"%({name})s", part)
    return query


ALL_COVERAGE = _floor(COVERAGE, more="")
ONE_NEIGHBOURHOOD = _floor(WORK_IN, where="= %(neighbourhood)s")
FIRST_ORGANISATIONS = "SELECT * FROM organisations_organisation ORDER BY name, id LIMIT 30"
FIRST_OFFERS = f"SELECT o.*, g.name FROM {OFFERS} WHERE {COUNTING} ORDER BY o.title, o.id LIMIT 24"  # noqa: S608
ONE_OFFER = f"SELECT o.*, g.*, f.* FROM {OFFERS} JOIN {FUNCTIONS} WHERE o.id = %(offer)s"  # noqa: S608
STORY = "SELECT * FROM organisations_historicaloffer WHERE id = %(offer)s"
PARTNERSHIPS = """SELECT p.id, p.name, COUNT(m.id) FROM organisations_partnership p
    LEFT JOIN organisations_partnershipmember m ON m.partnership_id = p.id GROUP BY p.id, p.name ORDER BY p.name"""

PAGES = (
    Page("coverage", "beleid", to("coverage"), ALL_COVERAGE),
    Page(
        "coverage, 12 to 15, gaps",
        "beleid",
        to("coverage", query="?ages=12-15&gaps=on"),
        _floor(COVERAGE, more=AGES_12_TO_15),
    ),
    Page("neighbourhood", "beleid", to("neighbourhood", "neighbourhood"), ONE_NEIGHBOURHOOD),
    Page("movement circle", "beleid", to("circle", "circle"), _floor(WORK_IN, where=IN_CIRCLE)),
    Page("organisations", "", to("organisations"), FIRST_ORGANISATIONS),
    Page("organisation", "staf", to("organisation", "organisation"), WORK_OF),
    Page("partnerships", "staf", to("partnerships"), PARTNERSHIPS),
    Page("offers", "", to("offers"), FIRST_OFFERS),
    Page("offer", "", to("offer", "offer"), ONE_OFFER),
    Page("story of an offer", "staf", to("offer_story", "offer"), STORY),
    Page("own offers", "huis", to("own_offers"), WORK_OF),
    Page("unconfirmed", "staf", to("unconfirmed"), SILENT),
    Page("home, visitor", "", to("home"), ALL_COVERAGE),
    Page("home, staff", "staf", to("home"), ALL_COVERAGE),
    Page("home, policymaker", "beleid", to("home"), ALL_COVERAGE),
    Page("home, coordinator", "huis", to("home"), WORK_OF),
)
