"""A page to measure: who opens it, for which records, and what the least is a database must do for it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any, cast

from dateutil.relativedelta import relativedelta
from django.db import connection
from django.db.models import Count, Model
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from covenants.enums import CovenantState
from covenants.models import Covenant, Document, ReportingPeriod, Story
from jos.demo.accounts import ACCOUNTS
from jos.demo.signals.followed import FOLLOWED
from jos.demo.signals.steps import ROUND
from jos.demo.weighings import OPPORTUNITIES
from jos.shared.models import FileImport
from jos.shared.time import today
from neighbourhoods.models import DataSet, MovementCircle, Neighbourhood, PriorityDecision, Statistic, Weighing
from organisations.models import Offer, Organisation
from signals.enums import DossierState
from signals.models import Dossier, Round, Signal


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
    signal: Signal  # in a dossier, and everybody knows its code
    passed_on: Signal  # by the first organisation, for a group
    dossier: Dossier  # with most signals of those that have an answer
    round: Round  # decided and published
    open_round: Round
    covenant: Covenant  # of the first organisation
    drafted: Covenant  # in the turn of the city
    offered: Covenant  # of an organisation whose coordinator still has to sign
    amendment: Covenant  # of the first one
    document: Document  # that both sides signed
    due: ReportingPeriod  # that the first organisation can report on
    reported: ReportingPeriod  # by both sides
    told: Story  # of change
    followed: Covenant  # with most measurements

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
            signal=Signal.objects.get(reference=FOLLOWED[0].reference),
            passed_on=Signal.objects.filter(voice__organisation__name="Jeugdhuis De Kaaihal").order_by("pk")[0],
            dossier=_answered().annotate(n=Count("signals")).order_by("-n", "pk")[0],
            round=Round.objects.get(title=ROUND),
            open_round=Round.objects.filter(decided_on=None)[0],
            **_covenants(),
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
    typed: Callable[[Sample], dict[str, str]] | None = None  # what is sent, each time anew; nothing: it is only asked

    def ask(self, client: Client, sample: Sample) -> HttpResponse:
        address = self.address(sample)
        response = client.post(address, self.typed(sample)) if self.typed else client.get(address)
        return cast(HttpResponse, response)

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
        return reverse(route, args=[_key(record) for record in found]) + asked

    return address


def _key(record: Model) -> str | int:
    """By which addresses know it."""
    return getattr(record, "slug", None) or getattr(record, "reference", record.pk)


def _answered():
    return Dossier.objects.public().filter(state=DossierState.ANSWERED)


def _covenants() -> dict[str, Any]:
    """Of the house where huis@ signs in, and what others still have to do."""
    covenants = Covenant.objects.covenants()
    covenant = covenants.get(title="De Kaaihal, een huis met vier deuren")
    periods, day = covenant.periods, today()
    measured = Covenant.objects.signed().annotate(n=Count("periods__reports__measurements"))
    return {
        "covenant": covenant,
        "drafted": covenants.get(title="Vaders van de Vaart", state=CovenantState.DRAFTING),
        "offered": Covenant.objects.get(title="Straatkracht blijft buiten", state=CovenantState.OFFERED),
        "amendment": covenant.amendments.get(state=CovenantState.DRAFTING),
        "document": covenant.documents.get(),
        "due": periods.filter(ends_on__lt=day, due_on__gte=day)[0],
        "reported": periods.exclude(settled_on=None).order_by("-starts_on")[0],
        "told": Story.objects.exclude(choices=None).order_by("pk")[0],
        "followed": measured.order_by("-n", "pk")[0],
    }
