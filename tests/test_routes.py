"""Walks the table of routes as each role, and finds what is missing from it."""

import datetime

import pytest
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, get_resolver, reverse

from jos.shared.enums import ImportKind
from jos.shared.models import FileImport, SavedView
from neighbourhoods.enums import DecisionStage, Stance
from organisations.enums import Audience, InvitedAs, OfferStatus
from organisations.models import Contact, Invitation
from organisations.models.invitation import hash_token
from tests import builders
from tests.covenant_routes import covenants
from tests.route_table import ROLES, ROWS
from tests.signal_routes import signals


@pytest.fixture
def cast(organisation, stranger, member, coordinator, service_member, staff, policymaker, administrator):
    """Everybody of `ROLES`, in that order."""
    loose = builders.make_user("Lou")
    people = (None, loose, stranger, member, coordinator, service_member, staff, policymaker, administrator)
    return dict(zip(ROLES, people, strict=True))


@pytest.fixture
def world(cast, organisation) -> dict[str, list]:
    """What the rows are about: the arguments of the route, by the name in the table."""
    drawn = {"path": "M0 0l9 0 0 9-9 0z", "label_x": 4, "label_y": 4, "box": [0, 0, 9, 9]}
    neighbourhood = builders.make_neighbourhood("Dampoort", **drawn)
    offer = builders.make_offer(organisation, neighbourhood)
    weekly = builders.make_offer(organisation, neighbourhood)
    builders.make_moment(weekly, 3, 14, 17)
    circle = builders.make_circle(neighbourhood)
    partnership = builders.make_partnership(organisation)
    file = FileImport.objects.create(kind=ImportKind.ORGANISATIONS, name="a.csv", content=b"name;kind", by=cast["Y"])
    return {
        "-": [],
        "organisation": [organisation.slug],
        "place": [organisation.slug, builders.make_place(organisation, neighbourhood).pk],
        "contact": [organisation.slug, Contact.objects.create(organisation=organisation, name="Balie").pk],
        "offer": [offer.slug],
        "draft": [builders.make_offer(organisation, status=OfferStatus.DRAFT).slug],
        "professional": [builders.make_offer(organisation, audience=Audience.PROFESSIONALS).slug],
        "weekly": [weekly.slug],
        "help_role": ["partner"],
        "sitemap_part": ["offers"],
        "partnership": [partnership.slug],
        "partner": [partnership.slug, partnership.members.get().pk],
        "merger": [organisation.slug, builders.make_organisation("De Kringen").slug],
        "merged": [builders.make_organisation("De Ring", merged_into=organisation).slug],
        "neighbourhood": [neighbourhood.slug],
        "circle": [circle.slug],
        **figures(neighbourhood, circle),
        **decisions(neighbourhood, cast["M"]),
        **signals(neighbourhood, organisation, cast["M"], cast["S"]),
        **covenants(organisation, neighbourhood),
        "import": [file.pk],
        "import_kind": ["organisations"],
        **people(cast),
        **invitations(organisation, cast),
        "key": ["unknown"],
        "reset": ["1", "unknown"],
        "passkey": [1],
        "saved_view": [SavedView.objects.create(user=cast["M"], page="coverage", name="Gaps", query="gaps=on").pk],
        "csv": ["csv"],
    }


def people(cast) -> dict[str, list]:
    """Somebody of the city, and two of De Kring."""
    return {
        "person": [cast["P"].pk],
        "membership": [cast["M"].memberships.get().pk],
        "coordinator": [cast["C"].memberships.get().pk],
    }


def invitations(organisation, cast) -> dict[str, list]:
    """To De Kring and to the city, and what came by mail."""
    sent = Invitation.objects.create
    to_partner = {"organisation": organisation, "invited_by": cast["C"], "token_hash": hash_token("token")}
    to_city = {"invited_as": InvitedAs.STAFF, "invited_by": cast["A"], "token_hash": hash_token("city")}
    return {
        "invitation": [sent(email="n@example.org", **to_partner).pk],
        "city_invitation": [sent(email="n@example.org", **to_city).pk],
        "token": ["token"],
        "unknown_token": ["unknown"],
    }


def figures(neighbourhood, circle) -> dict[str, list]:
    """A statistic for everybody and one for who signs in, each with its data set, and a weighing."""
    data_set, public_data_set = builders.make_data_set(), builders.make_data_set()
    statistic = builders.make_statistic(values={neighbourhood: 40}, is_public=True, data_set=public_data_set)
    internal = builders.make_statistic(values={neighbourhood: 40}, data_set=data_set)
    weighing = builders.make_weighing(weights={internal: 1}).weighing
    return {
        "neighbourhood_csv": [neighbourhood.slug, "csv"],
        "circle_csv": [circle.slug, "csv"],
        "statistic": [statistic.slug],
        "statistic_csv": [statistic.slug, "csv"],
        "internal": [internal.slug],
        "internal_csv": [internal.slug, "csv"],
        "data_set": [data_set.slug],
        "public_data_set": [public_data_set.slug],
        "weighing": [weighing.slug],
        "weighing_csv": [weighing.slug, "csv"],
    }


def decisions(area, member) -> dict[str, list]:
    """One in each stage, and steps that can be taken with them."""
    decided = builders.make_priority(area).pk
    proposal = builders.make_priority(area, stage=DecisionStage.PROPOSAL).pk
    published = builders.make_priority(area, plain_words="Hier eerst.", published_on=datetime.date(2026, 1, 1)).pk
    asked = builders.make_priority(area, stage=DecisionStage.CONSULTATION, comments_until=datetime.date(2099, 1, 1))
    comment = asked.comments.create(by=member, on_behalf_of="De Kring vzw", stance=Stance.AGREE, text="Ja.")
    return {
        "priority": [decided],
        "proposal": [proposal],
        "published": [published],
        "consultation": [asked.pk],
        "comment": [asked.pk, comment.pk],
        "decide": [proposal, "decide"],
        "withdraw": [asked.pk, "withdraw"],
        "publish": [decided, "publish"],
        "consult_late": [decided, "consult"],
    }


def answer(user, method: str, name: str, args: list) -> str:
    """What `user` gets, in the words of the table. Whatever it did is undone."""
    client = Client(headers={"Accept-Language": "en"})
    with transaction.atomic():
        if user:
            client.force_login(user)
        response = client.generic(method, reverse(name, args=args))
        transaction.set_rollback(True)
    if response.status_code in (301, 302):
        return "in" if response.url.startswith("/account/login/?next=") else "go"
    return {200: "ok"}.get(response.status_code, str(response.status_code))


@pytest.mark.django_db
@pytest.mark.parametrize("route", sorted({row[1] for row in ROWS}))
def test_each_role_gets_the_answer_of_the_table(cast, world, route):
    for method, name, about, *expected in ROWS:
        if name == route:
            answers = [answer(user, method, name, world[about]) for user in cast.values()]
            assert dict(zip(ROLES, answers, strict=True)) == dict(zip(ROLES, expected, strict=True)), (method, about)


@pytest.mark.django_db
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_what_the_table_does_not_say_is_impossible(cast, world, method):
    told = {row[1] for row in ROWS if row[0] == method}
    about = {row[1]: world[row[2]] for row in ROWS}
    for name in sorted(about.keys() - told):
        for role in "AM":
            assert answer(cast[role], method, name, about[name]) in ("405", "403", "404"), f"{method} {name} by {role}"


def routes(patterns, prefix: str = ""):
    """Name and pattern of everything this portal answers to, the administration apart."""
    for pattern in patterns:
        if isinstance(pattern, URLPattern):
            yield pattern.name, prefix + str(pattern.pattern)
        elif pattern.namespace != "admin":
            yield from routes(pattern.url_patterns, prefix + str(pattern.pattern))


def test_every_route_stands_in_the_table_and_nothing_else_does():
    named = dict(routes(get_resolver().url_patterns))
    assert None not in named, f"without a name: {named.get(None)}"
    in_table = {row[1] for row in ROWS}
    assert named.keys() - in_table == set(), "not in the table: add a line"
    assert in_table - named.keys() == set(), "in the table, but there is no such route"


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["", "accounts/user/", "organisations/organisation/", "neighbourhoods/neighbourhood/"])
def test_the_administration_is_for_administrators(cast, path):
    for role, user in cast.items():
        client = Client()
        if user:
            client.force_login(user)
        response = client.get(f"/admin/{path}", follow=True)
        final = response.redirect_chain[-1][0] if response.redirect_chain else ""
        if role == "A":
            assert response.status_code == 200
            assert not final
        else:
            assert final.startswith("/account/login/") or response.status_code in (403, 404) or final == "/", role
