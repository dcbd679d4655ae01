"""No page weighs much, also where a city has all it will ever have: 25 neighbourhoods, 60 organisations, 300 offers."""

import datetime

import pytest
from django.db import connection
from django.db.models import Count
from django.test import Client
from django.urls import reverse

from jos.accounts.enums import Role
from jos.accounts.models import User
from jos.demo.city import build
from jos.demo.sizes import CITY
from jos.shared.models import FileImport
from jos.shared.time import today
from neighbourhoods.enums import DecisionStage
from neighbourhoods.models import DataSet, MovementCircle, Neighbourhood, PriorityDecision, Statistic, Weighing
from organisations.enums import Audience, OfferStatus
from organisations.models import Contact, Membership, Offer, Organisation, Partnership, Place
from signals.enums import DossierState, SignalState
from signals.models import Dossier, DossierAction, Round, Signal, StandardReply, Theme
from tests.covenant_weights import covenants
from tests.route_table import ROLES, ROWS
from tests.signal_builders import make_dossier, make_round, make_signal

PAST = datetime.date(2026, 1, 1)
MOST = 60 * 1024  # bytes of HTML, before it is compressed
PLAIN = {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
SMALL = {"key", "reset", "passkey", "token", "unknown_token", "sitemap_part"}  # one question, or no page

pytestmark = pytest.mark.skipif(connection.vendor != "sqlite", reason="a page weighs the same on every database")


@pytest.fixture
def demo_city(db, settings):
    settings.STORAGES = settings.STORAGES | PLAIN
    build(CITY, at=today())


@pytest.fixture
def heaviest(demo_city) -> dict[str, list]:
    """What the rows of the table are about, as large as the city has it."""
    with_most = Count("offers")
    organisation = Organisation.objects.annotate(n=with_most).order_by("-n")[0]
    offer = organisation.offers.filter(status=OfferStatus.PUBLISHED).first()
    partnership = Partnership.objects.annotate(n=Count("members")).order_by("-n")[0]
    place = Place.objects.select_related("organisation").first()
    contact = Contact.objects.select_related("organisation").first()
    neighbourhood = Neighbourhood.objects.annotate(n=Count("offers")).order_by("-n")[0]
    weighing = Weighing.objects.annotate(n=Count("versions__items")).order_by("-n")[0]
    return {
        "-": [],
        "csv": ["csv"],
        "help_role": ["partner"],
        "organisation": [organisation.slug],
        "offer": [offer.slug],
        "draft": [offer.slug],
        "weekly": [offer.slug],
        "professional": [Offer.objects.filter(audience=Audience.PROFESSIONALS).first().slug],
        "place": [place.organisation.slug, place.pk],
        "contact": [contact.organisation.slug, contact.pk],
        "partnership": [partnership.slug],
        "partner": [partnership.slug, partnership.members.first().pk],
        "neighbourhood": [neighbourhood.slug],
        "circle": [MovementCircle.objects.annotate(n=Count("neighbourhoods")).order_by("-n")[0].slug],
        **priorities(),
        **dossiers(),
        **voices(organisation),
        **rounds(organisation),
        **covenants(),
        "neighbourhood_csv": [neighbourhood.slug, "csv"],
        "circle_csv": [MovementCircle.objects.all()[0].slug, "csv"],
        "statistic": [(public := Statistic.objects.filter(is_public=True).order_by("pk")[0]).slug],
        "statistic_csv": [public.slug, "csv"],
        "internal": [(internal := Statistic.objects.filter(is_public=False).order_by("pk")[0]).slug],
        "internal_csv": [internal.slug, "csv"],
        "data_set": [(largest := DataSet.objects.annotate(n=Count("statistics")).order_by("-n")[0]).slug],
        "public_data_set": [largest.slug],
        "weighing": [weighing.slug],
        "weighing_csv": [weighing.slug, "csv"],
        "import": [FileImport.objects.first().pk],
        "import_kind": ["offers"],
        "merger": [organisation.slug, Organisation.objects.exclude(pk=organisation.pk).first().slug],
        "merged": [organisation.slug],
        "person": [User.objects.filter(role=Role.POLICYMAKER).first().pk],
        "membership": [Membership.objects.first().pk],
        "coordinator": [Membership.objects.first().pk],
    }


def priorities() -> dict[str, list]:
    """The longest of every stage, with what can be done with it."""
    decisions = PriorityDecision.objects.all()
    asked = decisions.filter(stage=DecisionStage.CONSULTATION).annotate(n=Count("comments")).order_by("-n")[0]
    proposal = decisions.filter(stage=DecisionStage.PROPOSAL)[0].pk
    decided = decisions.filter(stage=DecisionStage.DECIDED, circle__isnull=False)[0].pk
    return {
        "priority": [decided],
        "proposal": [proposal],
        "published": [decisions.exclude(published_on=None)[0].pk],
        "consultation": [asked.pk],
        "decide": [proposal, "decide"],
        "withdraw": [asked.pk, "withdraw"],
        "publish": [decided, "publish"],
        "consult_late": [decided, "consult"],
    }


def dossiers() -> dict[str, list]:
    """The one with most voices, and one in the hands of a service."""
    with_voices = Dossier.objects.standing().annotate(n=Count("signals")).order_by("-n")
    largest = with_voices.filter(state=DossierState.OPEN)[0]
    assigned = with_voices.filter(state__in=(DossierState.ASSIGNED, DossierState.IN_ACTION))[0]
    action = DossierAction.objects.filter(dossier__in=with_voices.filter(state=DossierState.IN_ACTION))[0]
    return {
        "dossier": [with_voices[0].slug],
        "assigned": [assigned.slug],
        "dossier_park": [largest.slug, "park"],
        "dossier_decline": [assigned.slug, "decline"],
        "dossier_start": [assigned.slug, "start"],
        "dossier_action": [action.dossier.slug, action.pk],
    }


def voices(organisation) -> dict[str, list]:
    """One that the largest organisation passed on, with most that was said back and forth."""
    signals = Signal.objects.annotate(n=Count("messages")).order_by("-n", "pk")
    passed_on = signals.filter(voice__organisation=organisation).first() or signals[0]
    return {
        "signal": [passed_on.reference],
        "refer": [signals.waiting()[0].reference, "refer"],
        "take_out": [signals.filter(state=SignalState.BUNDLED)[0].reference, "take-out"],
        "theme": [Theme.objects.all()[0].slug],
        "reply": [StandardReply.objects.all()[0].pk],
        "said": [Dossier.objects.public().annotate(n=Count("actions")).order_by("-n")[0].slug],
    }


def rounds(organisation) -> dict[str, list]:
    """The open one, the decided one, and one with as many dossiers that still has to be decided."""
    open_round = Round.objects.get(decided_on=None)
    decided = Round.objects.exclude(decided_on=None).get()
    closed = make_round(*Dossier.objects.filter(candidacies__round=decided), opens_on=PAST, closes_on=PAST)
    return {
        "round": [open_round.slug],
        "round_own": [open_round.slug, organisation.slug],
        "round_csv": [open_round.slug, "csv"],
        "closed_round": [closed.slug],
        "closed_csv": [closed.slug, "csv"],
        "decided_round": [decided.slug],
    }


@pytest.fixture
def lookers(heaviest) -> dict[str, Client]:
    """A visitor, somebody of the largest organisation, staff and a policymaker, by their letter in the table."""
    member = Membership.objects.filter(organisation__slug=heaviest["organisation"][0]).first()
    people = {
        "V": None,
        "C": member.user if member else User.objects.filter(role="").first(),
        "Y": User.objects.filter(role=Role.STAFF).first(),
        "P": User.objects.filter(role=Role.POLICYMAKER).first(),
    }
    clients = {role: Client() for role in people}
    for role, user in people.items():
        if user:
            clients[role].force_login(user)
    return clients


def test_no_page_weighs_more_than_sixty_kilobytes(heaviest, lookers):
    assert {about for method, _name, about, *_ in ROWS if method == "GET"} - heaviest.keys() - SMALL == set()
    weights = {}
    for method, name, about, *answers in ROWS:
        for role, client in lookers.items():
            if method == "GET" and about not in SMALL and answers[ROLES.index(role)] == "ok":
                response = client.get(reverse(name, args=heaviest[about]))
                if response.status_code == 200 and response["Content-Type"].startswith("text/html"):
                    weights[f"{name} ({about}) as {role}"] = len(response.content)

    assert len(weights) > 100
    assert {page: weight for page, weight in weights.items() if weight > MOST} == {}


@pytest.fixture
def region(db) -> None:
    """As many to choose from as a portal will ever have."""
    areas = [Neighbourhood(name=f"Oude Haven {n}", slug=f"oude-haven-{n}", geometry={}, box=[]) for n in range(500)]
    Neighbourhood.objects.bulk_create(areas)
    names = [f"Jeugdhuis aan de Haven {n}" for n in range(500)]
    Organisation.objects.bulk_create(Organisation(name=name, slug=f"haven-{n}") for n, name in enumerate(names))
    theme = make_dossier().theme
    titles = [f"Nergens een bank om te zitten {n}" for n in range(500)]
    Dossier.objects.bulk_create(Dossier(title=title, slug=f"bank-{n}", theme=theme) for n, title in enumerate(titles))


@pytest.mark.parametrize("name", ["dossier_new", "dossier_action_new", "signal_step", "partnership_new", "round_new"])
def test_no_form_weighs_more_where_there_is_much_to_choose_from(region, sign_in, staff, name):
    about = {
        "dossier_action_new": lambda: [make_dossier(state=DossierState.IN_ACTION).slug],
        "signal_step": lambda: [make_signal().reference, "refer"],
    }
    response = sign_in(staff).get(reverse(name, args=about.get(name, list)()))

    assert response.status_code == 200
    assert len(response.content) <= MOST
