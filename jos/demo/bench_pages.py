"""The main pages, who opens them, and beside each the least a database must do for it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import date

from dateutil.relativedelta import relativedelta
from django.db import connection
from django.db.models import Count
from django.urls import reverse

from jos.demo import bench_floors as floors
from jos.demo.accounts import ACCOUNTS
from jos.demo.weighings import OPPORTUNITIES
from jos.shared.models import FileImport
from jos.shared.time import today
from neighbourhoods.models import DataSet, MovementCircle, Neighbourhood, PriorityDecision, Statistic, Weighing
from organisations.models import Offer, Organisation


@dataclass(frozen=True)
class Sample:
    """The records the pages are opened for."""

    neighbourhood: Neighbourhood
    circle: MovementCircle
    organisation: Organisation
    offer: Offer
    one: Organisation
    twin: Organisation  # the same as the one, spelled otherwise
    begun: FileImport  # and not finished
    statistic: Statistic  # public, and derived from others
    weighing: Weighing  # with most figures in it
    data_set: DataSet
    decision: PriorityDecision  # with the figures it rested on, and comments
    published: PriorityDecision

    @classmethod
    def pick(cls) -> "Sample":
        """A whole neighbourhood in the centre, and of the offers with days and hours the one with the longest story."""
        weekly = Offer.objects.running().filter(audience="PUBLIC", moments__isnull=False, season="ALL_YEAR")
        return cls(
            neighbourhood=Neighbourhood.objects.order_by("pk")[1],
            circle=MovementCircle.objects.order_by("pk")[0],
            organisation=Organisation.objects.get(name="Jeugdhuis De Kaaihal"),
            offer=weekly.order_by("-version", "pk")[0],
            one=Organisation.objects.get(name="Inloophuis Tussentijd"),
            twin=Organisation.objects.get(name="Inloophuis Tussen Tijd"),
            begun=FileImport.objects.open()[0],
            statistic=Statistic.objects.get(slug="aandeel-laag-inkomen"),
            weighing=Weighing.objects.get(slug=OPPORTUNITIES),
            data_set=DataSet.objects.annotate(n=Count("statistics")).order_by("-n", "pk")[0],
            decision=PriorityDecision.objects.annotate(n=Count("comments")).order_by("-n", "pk")[0],
            published=PriorityDecision.objects.exclude(published_on=None).exclude(figures={}).order_by("pk")[0],
        )

    def values(self) -> dict[str, int | date]:
        """What the floors ask with."""
        day = today()
        return {
            "at": day,
            "quarter_ago": day - relativedelta(months=3),
            "half_year_ago": day - relativedelta(months=6),
            "year_ago": day - relativedelta(months=12),
        } | {field.name: getattr(self, field.name).pk for field in fields(self)}


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


def to(route: str, *records: str, query: str = "") -> Callable[[Sample], str]:
    """The address of a route, for records of the sample where it needs them. `query` may name what floors ask with."""

    def address(sample: Sample) -> str:
        found = [getattr(sample, record) for record in records]
        asked = query.format(**sample.values(), where=sample.neighbourhood.slug)
        return reverse(route, args=[getattr(record, "slug", record.pk) for record in found]) + asked

    return address


CITY = (
    Page("coverage", "beleid", to("coverage"), floors.ALL_COVERAGE),
    Page("coverage, 12 to 15, gaps", "beleid", to("coverage", query="?ages=12-15&gaps=on"), floors.FOR_TEENAGERS),
    Page("coverage, two days", "beleid", to("coverage", query="?since={quarter_ago}"), floors.ALL_COVERAGE_TWICE),
    Page("coverage, equal cells", "beleid", to("coverage", query="?map=tiles"), floors.ALL_COVERAGE),
    Page("coverage, saved view", "beleid", to("coverage", query="?ages=12-15&lacks=BRIDGE"), floors.FOR_TEENAGERS),
    Page("coverage, map as SVG", "beleid", to("coverage_map"), floors.BORDERS),
    Page("neighbourhoods", "beleid", to("neighbourhoods"), floors.ALL_COVERAGE),
    Page("neighbourhood", "beleid", to("neighbourhood", "neighbourhood"), floors.ONE_NEIGHBOURHOOD),
    Page("neighbourhood as PDF", "beleid", to("neighbourhood_pdf", "neighbourhood"), floors.ONE_NEIGHBOURHOOD),
    Page("movement circle", "beleid", to("circle", "circle"), floors.IN_A_CIRCLE),
)
PRIORITY = (
    Page("need and offer", "beleid", to("need_and_supply"), floors.NEED),
    Page(
        "need, 12 to 15, functions", "beleid", to("need_and_supply", query="?ages=12-15&supply=functions"), floors.NEED
    ),
    Page("figures", "beleid", to("statistics"), floors.FIGURES),
    Page("one figure", "beleid", to("statistic", "statistic"), floors.ONE_FIGURE),
    Page("figures of a neighbourhood", "beleid", to("neighbourhood_figures", "neighbourhood"), floors.FIGURES_HERE),
    Page("data sets", "beleid", to("data_sets"), floors.DATA_SETS),
    Page("data set", "beleid", to("data_set", "data_set"), floors.DATA_SET),
    Page("weighings", "beleid", to("weighings"), floors.WEIGHINGS),
    Page("weighing", "beleid", to("weighing", "weighing"), floors.WEIGHING),
    Page("weighing, by ranks", "beleid", to("weighing", "weighing", query="?method=rank"), floors.WEIGHING),
    Page("decisions", "beleid", to("priorities"), floors.DECISIONS),
    Page("decision", "beleid", to("priority", "decision"), floors.DECISION),
)
EVERYBODY = (
    Page("figures, public", "", to("statistics"), floors.FIGURES),
    Page("one figure, public", "", to("statistic", "statistic"), floors.ONE_FIGURE),
    Page("figures of a neighbourhood, public", "", to("neighbourhood_figures", "neighbourhood"), floors.FIGURES_HERE),
    Page("decisions, public", "", to("published_priorities"), floors.PUBLISHED),
    Page("decision, public", "", to("priority", "published"), floors.ONE_DECISION),
    Page("home, visitor", "", to("home"), floors.NOTHING),
    Page("find", "", to("find"), floors.NEAR),
    Page("find, near, 12 to 15", "", to("find", query="?where={where}&age=12-15"), floors.NEAR),
    Page("neighbourhoods, public", "", to("neighbourhoods"), floors.ALL_COVERAGE),
    Page("neighbourhood, public", "", to("neighbourhood", "neighbourhood"), floors.ONE_NEIGHBOURHOOD),
    Page("organisations", "", to("organisations"), floors.FIRST_ORGANISATIONS),
    Page("organisation, public", "", to("organisation", "organisation"), floors.WORK_OF),
    Page("offers", "", to("offers"), floors.FIRST_OFFERS),
    Page("offer", "", to("offer", "offer"), floors.ONE_OFFER),
    Page("offer as calendar", "", to("offer_calendar", "offer"), floors.MOMENTS),
    Page("about", "", to("about"), floors.NOTHING),
    Page("help", "", to("help"), floors.NOTHING),
    Page("sign in", "", to("account_login"), floors.NOTHING),
)
PARTNER = (
    Page("home, coordinator", "huis", to("home"), floors.WORK_OF),
    Page("own offers", "huis", to("own_offers"), floors.WORK_OF),
    Page("new offer", "huis", to("offer_new", "organisation"), floors.BORDERS),
    Page("our part", "huis", to("organisation_part", "organisation"), floors.ALL_COVERAGE),
    Page("what is shown of us", "huis", to("organisation_shown", "organisation"), floors.WORK_OF),
    Page("members", "huis", to("members", "organisation"), floors.MEMBERS),
)
STAFF = (
    Page("home, staff", "staf", to("home"), floors.ALL_COVERAGE),
    Page("home, policymaker", "beleid", to("home"), floors.ALL_COVERAGE_TWICE),
    Page("organisation", "staf", to("organisation", "organisation"), floors.WORK_OF),
    Page("partnerships", "staf", to("partnerships"), floors.PARTNERSHIPS),
    Page("unconfirmed", "staf", to("unconfirmed"), floors.SILENT),
    Page("likely duplicates", "staf", to("organisation_duplicates"), floors.ALL_NAMES),
    Page("merge two", "staf", to("organisation_merge", "one", "twin"), floors.BOTH),
    Page("story of an offer", "staf", to("offer_story", "offer"), floors.STORY),
    Page("story of an organisation", "staf", to("organisation_story", "organisation"), floors.STORY_OF_ORGANISATION),
    Page("imports", "staf", to("imports"), floors.IMPORTS),
    Page("preview of an import", "staf", to("import", "begun"), floors.ALL_NAMES),
    Page("people", "staf", to("people"), floors.PEOPLE),
    Page("sessions", "staf", to("usersessions_list"), floors.NOTHING),
    Page("style guide", "staf", to("styleguide"), floors.NOTHING),
)
PAGES = CITY + PRIORITY + EVERYBODY + PARTNER + STAFF
