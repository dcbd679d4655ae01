"""The pages of a decision: what each step asks, what everybody reads, and what nobody can forge."""

import datetime

import pytest
import time_machine
from django.urls import reverse

from neighbourhoods.actions.decisions import propose, take_step
from neighbourhoods.decisions.priorities import consultations
from neighbourhoods.enums import Missing, Stance
from neighbourhoods.models import PriorityDecision
from tests.builders import make_circle, make_neighbourhood, make_priority, make_statistic, make_user, make_weighing

pytestmark = pytest.mark.django_db

TODAY = datetime.date(2026, 6, 15)


@pytest.fixture(autouse=True)
def _on_a_fixed_day():
    with time_machine.travel(datetime.datetime(2026, 6, 15, 12, tzinfo=datetime.UTC), tick=False):
        yield


@pytest.fixture
def city():
    return [make_neighbourhood(name) for name in ("Rabot", "Muide", "Kouter", "Zuid", "Brug", "Dok", "Meers", "Heide")]


@pytest.fixture
def weighing(city):
    """Waiting is for who signs in only; Brug has too few of it to show."""
    values = {area: 90 - 10 * i for i, area in enumerate(city)}
    space = make_statistic("Speelruimte", values=values, is_public=True, unit="m²")
    waiting = make_statistic("Wachtlijst", values=values | {city[4]: 7}, counts_people=True, unit="jongeren")
    return make_weighing("Kansen", weights={space: 1, waiting: 1}, top=2)


def proposed(area, by, **fields) -> PriorityDecision:
    typed = {
        "valid_from": datetime.date(2026, 7, 1),
        "review_on": datetime.date(2028, 1, 1),
        "reasons": "Geheim intern.",
    }
    about = {"circle": area} if hasattr(area, "neighbourhoods") else {"neighbourhood": area}
    return propose(decision=PriorityDecision(**about, **typed | fields), by=by)


def decided(decision: PriorityDecision, by, **fields) -> PriorityDecision:
    typed = {"decided_by": "Gemeenteraad", "decided_on": datetime.date(2026, 6, 1), "council_number": "2026_GR_7"}
    for name, value in (typed | fields).items():
        setattr(decision, name, value)
    return take_step(decision=decision, step="decide", version=decision.version, by=by)


def published(decision: PriorityDecision, by) -> PriorityDecision:
    decision.plain_words = "Hier zijn veel jongeren."
    return take_step(decision=decision, step="publish", version=decision.version, by=by)


def address(decision: PriorityDecision, step: str) -> str:
    return reverse("priority_step", args=[decision.pk, step])


def test_from_a_proposal_to_a_published_decision_by_its_pages(sign_in, staff, city, weighing):
    client = sign_in(staff)
    typed = {
        "area": "neighbourhood:rabot",
        "is_priority": "True",
        "valid_from": "2026-07-01",
        "review_on": "2028-01-01",
        "reasons": "Veel jongeren.",
        "weighing_version": weighing.pk,
    }
    page = client.post(reverse("priority_propose"), typed, follow=True)
    decision = PriorityDecision.objects.get()
    assert "The proposal: <mark>Rabot</mark> comes first." in page.text
    assert "Place 1 of 8, however the weights move." in page.text
    asked = {"version": 1, "comments_until": "2026-06-20", "why": "Zien jullie dit ook?"}
    page = client.post(address(decision, "consult"), asked, follow=True)
    assert "Partners can say what they think until 20 June 2026." in page.text
    assert "Zien jullie dit ook?" in page.text
    with time_machine.travel(datetime.datetime(2026, 6, 21, 12, tzinfo=datetime.UTC), tick=False):
        said = typed | {"version": 2, "decided_by": "Gemeenteraad", "decided_on": "2026-06-21"}
        page = client.post(address(decision, "decide"), said, follow=True)
        assert "It holds from 1 July 2026 on, and not before." in page.text
        page = client.post(address(decision, "publish"), {"version": 3, "plain_words": "Hier eerst."}, follow=True)
    assert "stage from proposal to consultation" in page.text
    assert "published on: 21 June 2026" in page.text
    client.logout()
    assert "Hier eerst." in client.get(decision.get_absolute_url()).text


def test_nobody_forges_what_is_not_asked(sign_in, staff, city):
    """The stage, the figures and the day of publication follow from steps alone."""
    forged = {
        "stage": "DECIDED",
        "figures": '{"shape": 1}',
        "published_on": "2026-01-01",
        "recorded_by": "1",
        "decided_by": "Ik",
        "plain_words": "Gelogen",
    }
    typed = {"is_priority": "True", "valid_from": "2026-07-01", "review_on": "2028-01-01", "reasons": "Omdat."}
    client = sign_in(staff)
    client.post(reverse("priority_propose"), typed | forged | {"area": "neighbourhood:rabot"})
    decision = PriorityDecision.objects.get()
    client.post(reverse("priority_edit", args=[decision.pk]), typed | forged | {"version": 1, "reasons": "Beter."})
    client.post(address(decision, "withdraw"), forged | {"version": 2, "why": "Te vroeg."})
    decision.refresh_from_db()
    assert (decision.stage, decision.figures, decision.published_on) == ("WITHDRAWN", {}, None)
    assert (decision.decided_by, decision.plain_words, decision.recorded_by) == ("", "", staff)
    assert decision.reasons == "Beter."


@pytest.mark.parametrize("step", ["change", "propose", "record", "steal", "in-force"])
def test_only_steps_that_ask_something_have_a_page(sign_in, staff, city, step):
    assert sign_in(staff).get(address(make_priority(city[0]), step)).status_code == 404


def test_a_step_that_is_not_possible_any_more_says_so(sign_in, staff, city):
    decision = make_priority(city[0])
    page = sign_in(staff).get(address(decision, "consult"), follow=True)
    assert "This is not possible any more." in page.text
    page = sign_in(staff).get(
        reverse("priority_edit", args=[make_priority(city[1], stage="WITHDRAWN").pk]), follow=True
    )
    assert "A proposal that was withdrawn does not change any more." in page.text


def test_a_withdrawn_proposal_says_why_and_asks_nothing_more(sign_in, staff, policymaker, city, weighing):
    decision = proposed(city[5], staff, weighing_version=weighing)
    client, says_otherwise = sign_in(policymaker), "People may decide against them, when they say why."
    assert says_otherwise in client.get(decision.get_absolute_url()).text

    take_step(decision=decision, step="withdraw", version=decision.version, why="Het plein komt er toch.", by=staff)

    page = client.get(decision.get_absolute_url())
    assert "Withdrawn.</strong> The proposal does not go ahead." in page.text
    assert '<p class="notice">Het plein komt er toch.</p>' in page.text
    assert says_otherwise not in page.text


def test_what_a_step_lacks_stands_beside_its_question_and_nothing_typed_is_lost(sign_in, staff, city, weighing):
    decision = proposed(city[7], staff, weighing_version=weighing)
    typed = {"version": 1, "decided_by": "Raad", "decided_on": "2026-06-01", "valid_from": "2026-07-01"}
    typed |= {"review_on": "2028-01-01", "reasons": "Heel veel redenen."}
    page = sign_in(staff).post(address(decision, "decide"), typed)
    assert list(page.context["form"].errors) == ["why_against"]
    assert "Heel veel redenen." in page.text
    decision.refresh_from_db()
    assert decision.stage == "PROPOSAL"


def test_a_step_over_what_somebody_else_saved_shows_both(sign_in, staff, administrator, city):
    decision = proposed(city[0], administrator)
    take_step(decision=decision, step="withdraw", version=1, why="Te vroeg.", by=administrator)
    PriorityDecision.objects.filter(pk=decision.pk).update(stage="PROPOSAL")
    page = sign_in(staff).post(address(decision, "withdraw"), {"version": 1, "why": "Mijn reden."})
    assert page.status_code == 409
    assert "Mijn reden." in page.text


def test_the_decision_form_begins_with_what_partners_said_against_it(sign_in, staff, city, member):
    decision = make_priority(city[0], stage="CONSULTATION", comments_until=datetime.date(2026, 6, 14))
    for name, stance in (("Kring", Stance.AGREE), ("Overkant", Stance.DISAGREE)):
        decision.comments.create(by=member, on_behalf_of=name, stance=stance, text=f"Zegt {name}.")
    page = sign_in(staff).get(address(decision, "decide"))
    assert page.context["form"]["dissent"].value() == "Overkant: Zegt Overkant."


def test_the_chain_of_decisions_is_shown_both_ways(sign_in, policymaker, staff, city):
    old = make_priority(city[0])
    new = decided(proposed(city[0], staff, replaces=old), staff)
    client = sign_in(policymaker)
    assert (
        f'href="{old.get_absolute_url()}">the decision from 1 January 2020' in client.get(new.get_absolute_url()).text
    )
    page = client.get(old.get_absolute_url()).text
    assert f'href="{new.get_absolute_url()}">the decision from 1 July 2026' in page
    assert "The city looks" not in page


# For everybody


def test_everybody_reads_what_was_published_and_nothing_from_inside(client, staff, city, weighing):
    decision = decided(
        proposed(city[0], staff, weighing_version=weighing, why_against="Intern antwoord."),
        staff,
        dissent="Overkant zei nee.",
    )
    url = decision.get_absolute_url()
    assert client.get(url).url.startswith("/account/login/")
    page = client.get(published(decision, staff).get_absolute_url()).text
    for words in (
        "Hier zijn veel jongeren.",
        "Gemeenteraad, 1 June 2026",
        "2026_GR_7",
        "Speelruimte",
        "90\N{NO-BREAK SPACE}m²",
        "1 July 2026",
    ):
        assert words in page
    for words in (
        "Geheim intern",
        "Intern antwoord",
        "Overkant",
        "Wachtlijst",
        "Stef",
        "Score",
        "Place 1 of",
        "Kansen",
    ):
        assert words not in page
    assert '<meta property="og:description" content="Hier zijn veel jongeren.">' in page
    take_step(decision=decision, step="unpublish", version=decision.version, why="Fout.", by=staff)
    assert client.get(url).url.startswith("/account/login/")
    assert client.get(url, {"public": "on"}).url.startswith("/account/login/")


def test_small_counts_stay_hidden_in_what_was_frozen(client, staff, city, weighing):
    statistic = weighing.items.get(statistic__name="Wachtlijst").statistic
    statistic.is_public = True
    statistic.save()
    decision = published(decided(proposed(city[4], staff, weighing_version=weighing, is_priority=False), staff), staff)
    page = client.get(decision.get_absolute_url()).text
    assert str(Missing.TOO_FEW.label) in page
    assert "7 jongeren" not in page.replace("\N{NO-BREAK SPACE}", " ")


def test_what_became_internal_later_leaves_the_public_page(client, staff, city, weighing):
    decision = published(decided(proposed(city[0], staff, weighing_version=weighing), staff), staff)
    weighing.items.get(statistic__name="Speelruimte").statistic.__class__.objects.update(is_public=False)
    assert "Speelruimte" not in client.get(decision.get_absolute_url()).text


def test_who_signs_in_sees_how_the_public_sees_it_before_and_after(sign_in, member, organisation, staff, city):
    decision = decided(proposed(city[0], staff), staff)
    client = sign_in(member)
    assert "only who signs in sees how it would look" in client.get(decision.get_absolute_url(), {"public": "on"}).text
    published(decision, staff)
    assert "This is what the public sees." in client.get(decision.get_absolute_url(), {"public": "on"}).text


def test_who_left_the_last_organisation_sees_what_visitors_see(sign_in, staff, city, weighing):
    client = sign_in(make_user("Lou"))
    decision = decided(proposed(city[0], staff, weighing_version=weighing), staff)
    assert client.get(decision.get_absolute_url(), {"public": "on"}).status_code == 403
    page = client.get(published(decision, staff).get_absolute_url()).text
    assert "Hier zijn veel jongeren." in page
    assert all(inside not in page for inside in ("Geheim intern.", "Wachtlijst", "Back to the whole decision"))


def test_the_list_for_everybody_has_what_is_published_and_nothing_else(client, staff, city):
    published(decided(proposed(make_circle(*city[:2], name="Rond"), staff), staff), staff)
    decided(proposed(city[2], staff), staff)
    proposed(city[3], staff)
    page = client.get(reverse("published_priorities")).text
    assert "Rond" in page
    assert "decided, still to start" in page
    for area in city:
        assert area.name not in page


# Asked questions


def test_partners_are_asked_until_the_last_day_and_not_after(city):
    for days in (-1, 0, 3):
        until = TODAY + datetime.timedelta(days=days)
        make_priority(city[days], stage="CONSULTATION", comments_until=until)
    make_priority(city[5], stage="PROPOSAL", comments_until=TODAY)
    assert [decision.comments_until for decision in consultations(TODAY)] == [TODAY, datetime.date(2026, 6, 18)]


@pytest.mark.parametrize("rows", [3, 60])
def test_a_decision_asks_as_much_of_the_database_for_many_comments(
    sign_in, staff, city, weighing, member, rows, django_assert_num_queries
):
    decision = decided(proposed(city[0], staff, weighing_version=weighing), staff)
    for number in range(rows):
        decision.comments.create(by=member, on_behalf_of=f"Huis {number}", stance=Stance.AGREE, text="Ja. " * 20)
    client = sign_in(staff)
    with django_assert_num_queries(8):
        page = client.get(decision.get_absolute_url())
    assert len(page.content) < 60_000


@pytest.mark.parametrize("rows", [3, 60])
def test_the_list_for_everybody_asks_as_much_for_many(client, rows, django_assert_num_queries):
    for _number in range(rows):
        make_priority(make_neighbourhood(), plain_words="Hier eerst.", published_on=TODAY)
    with django_assert_num_queries(3):
        client.get(reverse("published_priorities"))
