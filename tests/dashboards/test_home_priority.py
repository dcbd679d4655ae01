"""What homes say about figures and decisions on priority."""

import datetime

import pytest
from django.core.cache import caches

from jos.shared.time import today
from neighbourhoods.enums import DecisionStage, Stance
from neighbourhoods.models import DataSet, DecisionComment, Statistic
from tests import builders
from tests.builders import ALL_FOUR

pytestmark = pytest.mark.django_db

SOON, LATELY = today() + datetime.timedelta(days=9), today() - datetime.timedelta(days=2)


@pytest.fixture
def home_of(client):
    def home_of(user) -> str:
        client.force_login(user)
        return " ".join(client.get("/").content.decode().split())

    return home_of


@pytest.fixture
def rabot(db):
    return builders.make_neighbourhood("Rabot")


def propose(area, *, until: datetime.date | None = None):
    stage = DecisionStage.CONSULTATION if until else DecisionStage.PROPOSAL
    return builders.make_priority(area, stage=stage, decided_by="", comments_until=until)


def test_a_partner_is_asked_what_it_thinks_until_it_answered(rabot, organisation, member, home_of):
    decision = propose(rabot, until=SOON)
    assert "You are asked what you think of priority for <strong>Rabot</strong>" in home_of(member)
    assert f'href="/priorities/{decision.pk}/"' in home_of(member)
    DecisionComment.objects.create(
        decision=decision, by=member, on_behalf_of=organisation.name, stance=Stance.AGREE, text="Goed."
    )
    assert "You are asked" not in home_of(member)


def test_a_partner_is_not_asked_too_late(rabot, organisation, member, home_of):
    propose(rabot, until=LATELY)
    assert "You are asked" not in home_of(member)


def test_a_partner_is_asked_though_another_answered(rabot, organisation, member, stranger, home_of):
    decision = propose(rabot, until=SOON)
    DecisionComment.objects.create(
        decision=decision, by=stranger, on_behalf_of="Een ander", stance=Stance.AGREE, text="Goed."
    )
    assert "You are asked" in home_of(member)


def test_staff_read_what_waits_for_a_next_step(rabot, staff, home_of):
    proposal = propose(rabot)
    answered = propose(builders.make_neighbourhood("Muide"), until=LATELY)
    page = home_of(staff)
    assert "The proposal to give <strong>Rabot</strong> priority waits for you." in page
    assert f'href="/priorities/{proposal.pk}/"' in page
    assert "Partners could comment on <strong>Muide</strong>" in page
    assert f'href="/priorities/{answered.pk}/"' in page
    assert "proposals</strong>" not in page


def test_staff_read_which_figures_to_complete(rabot, staff, home_of):
    complete = {"explanation": "Wat het is.", "data_set": DataSet.objects.create(name="Bron", slug="bron")}
    builders.make_statistic("Armoede", **complete)
    assert "no explanation, direction or data set" not in home_of(staff)
    builders.make_statistic("Speelruimte")
    page = home_of(staff)
    assert "The figures <strong>Speelruimte</strong> have no explanation" in page
    assert 'href="/figures/speelruimte/edit/"' in page
    builders.make_statistic("Dichtheid")
    assert "<strong>Two figures</strong> have no explanation" in home_of(staff)


@pytest.mark.parametrize("lacks", ["direction", "explanation", "data_set"])
def test_incomplete_is_the_same_for_one_and_for_many(db, lacks):
    complete = {"explanation": "Wat het is.", "data_set": DataSet.objects.create(name="Bron", slug="bron")}
    builders.make_statistic(**complete)
    without = builders.make_statistic(**complete | {lacks: None if lacks == "data_set" else ""})
    assert list(Statistic.objects.incomplete()) == [without]
    assert [each.is_complete for each in Statistic.objects.order_by("pk")] == [True, False]


def test_a_policymaker_reads_which_consultations_run(rabot, policymaker, home_of):
    decision = propose(rabot, until=SOON)
    page = home_of(policymaker)
    assert "Partners are asked what they think of priority for <strong>Rabot</strong>." in page
    assert f'href="/priorities/{decision.pk}/"' in page
    propose(builders.make_neighbourhood("Muide"), until=SOON)
    assert "of <strong>two proposals</strong> for priority" in home_of(policymaker)


def test_a_policymaker_reads_where_need_is_high_and_a_function_lacks(rabot, policymaker, organisation, home_of):
    whole, low = builders.make_neighbourhood("Muide"), builders.make_neighbourhood("Dampoort")
    builders.make_offer(organisation, whole, functions=ALL_FOUR)
    poverty = builders.make_statistic(values={rabot: 30, whole: 40, low: 2})
    builders.make_weighing(weights={poverty: 1}, top=2)
    caches["process"].clear()
    home_of(policymaker)
    page = home_of(policymaker)
    assert "<strong>Rabot</strong> has high need and lacks a function." in page
    assert 'href="/need/?supply=functions"' in page


def test_looking_for_high_need_never_makes_a_home_slow(rabot, policymaker, client, django_assert_num_queries):
    """It is looked for in another go than the city is judged in, and then kept."""
    builders.make_weighing(weights={builders.make_statistic(values={rabot: 30}): 1})
    client.force_login(policymaker)
    caches["process"].clear()
    for queries in (8, 8, 4):
        with django_assert_num_queries(queries):
            client.get("/")
