"""The pages on which a covenant is drawn up: the list, the covenant itself, its steps and remarks."""

import datetime

import pytest
import time_machine
from django.urls import reverse

from covenants.actions.amending import open_amendment
from covenants.drafting.trail import trail
from covenants.enums import CovenantState, CovenantStep, Part, Side
from covenants.models import Covenant, Document, Remark, Signature
from jos.shared.models import Draft
from organisations.enums import Function, OrganisationKind
from tests.builders import make_circle, make_neighbourhood, make_organisation, make_partnership
from tests.covenant_builders import (
    balance,
    make_blueprint,
    make_budget,
    make_commitment,
    make_covenant,
    make_hours,
    make_number,
    make_period,
    make_report,
)

pytestmark = pytest.mark.django_db

LIST = "/covenants/"
DRAFTING, OFFERED, SIGNED, MERGED, WITHDRAWN = CovenantState
SUBJECT = {
    "title": "Samen in Rabot",
    "organisation": "de kring",
    "valid_from": "2026-09-01",
    "valid_until": "2029-08-31",
    "council_decision": "GR-2026-114",
    "functions": ["FREE_TIME", "BRIDGE"],
    "neighbourhoods": ["rabot"],
}


@pytest.fixture(autouse=True)
def _on_a_fixed_day():
    with time_machine.travel(datetime.datetime(2026, 6, 15, 12, tzinfo=datetime.UTC), tick=False):
        yield


def step_page(covenant: Covenant, step: str) -> str:
    return reverse("covenant_step", args=[covenant.slug, step])


def make_whole(covenant: Covenant) -> None:
    """With all that offering needs."""
    for function in covenant.functions:
        make_hours(covenant, function, 4)
        make_budget(covenant, function, 100)
    covenant.total_budget = 100 * len(covenant.functions)
    covenant.save()
    balance(covenant)


# Drawn up in turns, by its pages


def test_from_a_first_draft_to_an_offer_by_its_pages(sign_in, organisation, staff, coordinator):
    rabot = make_neighbourhood("Rabot")
    client = sign_in(staff)
    page = client.post(reverse("covenant_new"), SUBJECT, follow=True)
    assert "“Samen in Rabot” is a draft. It is your turn." in page.text
    covenant = Covenant.objects.get()
    assert (covenant.organisation.name, list(covenant.neighbourhoods.all())) == ("De Kring vzw", [rabot])
    assert "Agree on hours a week for: bridge." in page.text
    client.post(step_page(covenant, "hand-over"), {"version": 1, "why": "Ons voorstel."})

    client = sign_in(coordinator)
    page = client.get(covenant.get_absolute_url())
    assert "It is your turn" in page.text
    assert "Ons voorstel." in page.text
    covenant.refresh_from_db()
    make_whole(covenant)
    client.post(step_page(covenant, "accept"), {"version": 2})
    covenant.refresh_from_db()
    assert (covenant.turn, covenant.accepted_by_partner) == (Side.CITY, True)

    client = sign_in(staff)
    client.post(step_page(covenant, "accept"), {"version": 3})
    page = client.get(covenant.get_absolute_url())
    assert "Both sides accept the text. The city offers it for signature." in page.text
    assert step_page(covenant, "offer") in page.text
    client.post(step_page(covenant, "offer"), {"version": 4})
    covenant.refresh_from_db()
    assert covenant.state == OFFERED
    page = client.get(covenant.get_absolute_url())
    assert page.text.count("Still has to sign") == 2
    assert covenant.documents.get().sha256 in page.text


def test_R10_the_balance_stops_the_offer_and_says_what_is_missing(sign_in, organisation, staff):
    covenant = make_covenant(organisation, accepted_by_city=True, accepted_by_partner=True)
    make_whole(covenant)
    covenant.indicators.filter(kind="QUALITATIVE", function=Function.BRIDGE).delete()
    client = sign_in(staff)
    says = "Bridge has no indicator in statements and stories yet."
    page = client.get(covenant.get_absolute_url())
    assert says in page.text
    assert step_page(covenant, "offer") not in page.text
    for ask in (client.get, client.post):
        assert says in ask(step_page(covenant, "offer"), follow=True).text
    covenant.refresh_from_db()
    assert covenant.state == DRAFTING
    assert not Document.objects.exists()


def test_what_stands_in_the_way_leads_to_the_part_it_is_about(sign_in, organisation, staff):
    page = sign_in(staff).get(make_covenant(organisation).get_absolute_url())
    assert {shown.part for shown in page.context["of"].lacking} == {Part.HOURS, Part.BUDGET, Part.INDICATORS}
    assert '<a href="#budget">' in page.text
    assert 'id="budget"' in page.text


def test_who_only_sees_it_finds_no_button(sign_in, organisation, policymaker):
    page = sign_in(policymaker).get(make_covenant(organisation).get_absolute_url())
    assert page.context["of"].steps == ()
    assert "Make a remark" not in page.text
    assert "/edit/" not in page.text


def test_two_people_who_save_the_same_subject_see_both_versions(sign_in, organisation, staff):
    covenant = make_covenant(organisation)
    make_neighbourhood("Rabot")
    address, client = reverse("covenant_edit", args=[covenant.slug]), sign_in(staff)
    client.post(address, SUBJECT | {"version": 1})
    page = client.post(address, SUBJECT | {"version": 1, "title": "Anders"})
    assert page.status_code == 409
    assert "Anders" in page.text
    covenant.refresh_from_db()
    assert (covenant.title, covenant.version) == ("Samen in Rabot", 2)


def test_what_is_typed_and_not_right_yet_is_kept(sign_in, organisation, staff):
    address, client = reverse("covenant_new"), sign_in(staff)
    page = client.post(address, SUBJECT | {"valid_until": "2020-01-01", "neighbourhoods": []})
    assert "The end date is before the start date." in page.text
    assert not Covenant.objects.exists()
    assert Draft.objects.get(user=staff, form=address).typed["title"] == ["Samen in Rabot"]
    assert 'value="GR-2026-114"' in client.get(address).text


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", " "),
        ("organisation", "Nergens vzw"),
        ("partnership", "99999999999999999999"),
        ("valid_from", "0000-00-00"),
        ("functions", ["DANCE"]),
        ("neighbourhoods", ["99999999999999999999"]),
        ("circles", ["nergens"]),
    ],
)
def test_what_cannot_be_is_refused_with_what_is_wrong(sign_in, organisation, staff, field, value):
    make_neighbourhood("Rabot")
    page = sign_in(staff).post(reverse("covenant_new"), SUBJECT | {field: value})
    assert page.status_code == 200
    assert field in page.context["form"].errors
    assert not Covenant.objects.exists()


def test_a_form_that_is_sent_twice_begins_one_covenant(sign_in, organisation, staff):
    make_neighbourhood("Rabot")
    client = sign_in(staff)
    token = client.get(reverse("covenant_new")).context["form"]["token"].value()
    for _time in range(2):
        client.post(reverse("covenant_new"), SUBJECT | {"token": token})
    assert Covenant.objects.count() == 1


def test_a_city_service_is_no_partner_and_two_parties_are_one_too_many(sign_in, organisation, staff):
    make_organisation("Groendienst", kind=OrganisationKind.CITY_SERVICE)
    make_neighbourhood("Rabot")
    partnership = make_partnership(organisation)
    client = sign_in(staff)
    page = client.post(reverse("covenant_new"), SUBJECT | {"organisation": "Groendienst"})
    assert "No organisation is called “Groendienst”." in page.text
    page = client.post(reverse("covenant_new"), SUBJECT | {"partnership": partnership.slug})
    assert "Choose one organisation or one partnership." in page.text


def test_the_partner_does_not_say_with_whom_the_city_agrees(sign_in, organisation, member):
    covenant = make_covenant(organisation, turn=Side.PARTNER)
    page = sign_in(member).get(reverse("covenant_edit", args=[covenant.slug]))
    assert not {"organisation", "partnership"} & set(page.context["form"].fields)


def test_R7_accepting_an_amendment_asks_why_another_function_loses_hours(sign_in, organisation, staff):
    signed = make_covenant(organisation, state=SIGNED)
    amendment = make_covenant(organisation, amends=signed)
    for covenant, free_time, bridge in ((signed, 10, 10), (amendment, 12, 8)):
        make_hours(covenant, Function.FREE_TIME, free_time)
        make_hours(covenant, Function.BRIDGE, bridge)
    client = sign_in(staff)
    assert "another function loses some. Say why" in client.get(step_page(amendment, "accept")).content.decode()
    page = client.post(step_page(amendment, "accept"), {"version": 1})
    assert list(page.context["form"].errors) == ["city_reason_for_less"]
    client.post(step_page(amendment, "accept"), {"version": 1, "city_reason_for_less": "De school neemt het over."})
    amendment.refresh_from_db()
    assert amendment.accepted_by_city
    assert amendment.city_reason_for_less == "De school neemt het over."


# What both sides signed


def test_who_signed_stands_with_each_side(sign_in, organisation, policymaker, coordinator):
    covenant = make_covenant(organisation, state=OFFERED)
    old = Document.objects.create(
        covenant=covenant, content={}, pdf=b"", sha256="1" * 64, taken_back_at=datetime.datetime.now(datetime.UTC)
    )
    document = Document.objects.create(covenant=covenant, content={}, pdf=b"", sha256="2" * 64)
    signed = {"name": "Cem Arslan", "job": "coördinator", "by": coordinator, "side": Side.PARTNER}
    Signature.objects.create(document=document, sha256=document.sha256, **signed)
    Signature.objects.create(document=old, sha256=old.sha256, **signed | {"name": "Iemand Anders"})
    page = sign_in(policymaker).get(covenant.get_absolute_url())
    assert "Signed by Cem Arslan, coördinator, on 15 June 2026" in page.text
    assert "Iemand Anders" not in page.text
    assert page.text.count("Still has to sign") == 1
    assert "taken back on 15 June 2026" in page.text


# Remarks


def test_both_sides_remark_whosever_turn_it_is_and_settle_each_others_remarks(sign_in, organisation, staff, member):
    covenant = make_covenant(organisation, accepted_by_partner=True)
    article = covenant.articles.create(heading="Vertrouwen", text="Wat iemand zegt, blijft hier.")
    client = sign_in(member)
    address = reverse("remark_new", args=[covenant.slug, "articles", article.pk])
    assert "Wat iemand zegt, blijft hier." in client.get(address).text
    answer = client.post(address, {"text": "Ook bij gevaar?"})
    assert answer.url == f"{covenant.get_absolute_url()}#article-{article.pk}"
    client.post(reverse("remark_new", args=[covenant.slug, "budget"]), {"text": "Met index?"})
    page = sign_in(staff).get(covenant.get_absolute_url())
    assert "Ook bij gevaar?" in page.text
    assert {shown.part: number for shown, number in page.context["of"].contents if number} == {
        Part.ARTICLES: 1,
        Part.BUDGET: 1,
    }
    remark = Remark.objects.get(article=article)
    assert (remark.side, remark.by) == (Side.PARTNER, member)
    page = sign_in(staff).post(reverse("remark_settle", args=[covenant.slug, remark.pk]), follow=True)
    assert "1 settled remark" in page.text
    covenant.refresh_from_db()
    assert (covenant.version, covenant.turn, covenant.accepted_by_partner) == (1, Side.CITY, True)  # it moves nothing


def test_nobody_remarks_on_what_is_offered(sign_in, organisation, member):
    covenant = make_covenant(organisation, state=OFFERED)
    remark = covenant.remarks.create(part=Part.HOURS, side=Side.PARTNER, by=member, text="Meer.")
    client = sign_in(member)
    address = reverse("remark_new", args=[covenant.slug, "hours"])
    for answer in (
        client.post(address, {"text": "Te laat."}, follow=True),
        client.post(reverse("remark_settle", args=[covenant.slug, remark.pk]), follow=True),
    ):
        assert "This is not possible any more." in answer.text
    assert Remark.objects.filter(settled_at=None).get() == remark


def test_what_was_typed_stays_where_the_turn_went_meanwhile(sign_in, organisation, staff):
    """Of the subject, of a word with a step, and of a remark on a text that was offered meanwhile."""
    covenant = make_covenant(organisation, turn=Side.PARTNER)
    make_neighbourhood("Rabot")
    client, address = sign_in(staff), reverse("covenant_edit", args=[covenant.slug])
    for page in (
        client.post(address, SUBJECT | {"version": 1, "title": "Nieuwe naam"}),
        client.post(step_page(covenant, "hand-over"), {"version": 1, "why": "Nieuwe naam"}),
    ):
        assert "It is the turn of De Kring vzw." in page.text
        assert "Nieuwe naam" in page.text
    Covenant.objects.update(state=OFFERED, accepted_by_city=True, accepted_by_partner=True)
    page = client.post(reverse("remark_new", args=[covenant.slug, "hours"]), {"text": "Te laat."})
    assert "Te laat." in page.text


def test_a_step_that_is_sent_twice_leads_to_the_covenant(sign_in, organisation, staff):
    covenant = make_covenant(organisation)
    client = sign_in(staff)
    answers = [client.post(step_page(covenant, "hand-over"), {"version": 1, "why": "Ons voorstel."}) for _time in "ab"]
    assert [answer.url for answer in answers] == [covenant.get_absolute_url()] * 2


def test_a_remark_that_is_sent_twice_is_made_once(sign_in, organisation, member):
    covenant = make_covenant(organisation)
    client, address = sign_in(member), reverse("remark_new", args=[covenant.slug, "hours"])
    token = client.get(address).context["form"]["token"].value()
    for _time in range(2):
        client.post(address, {"text": "Meer uren.", "token": token})
    assert Remark.objects.count() == 1


# The trail


def test_many_changes_in_a_row_are_told_as_one(sign_in, organisation, staff, member):
    covenant = make_covenant(organisation)
    for by, step in ((staff, "open"), *((staff, "change"),) * 3, (member, "change"), (staff, "hand-over")):
        covenant.moves.create(step=step, target=DRAFTING, by=by)
    told = sign_in(staff).get(covenant.get_absolute_url()).context["of"].trail
    assert [(each.move.step, each.times) for each in told] == [
        (CovenantStep.HAND_OVER, 1),
        (CovenantStep.CHANGE, 1),
        (CovenantStep.CHANGE, 3),
        (CovenantStep.OPEN, 1),
    ]
    assert told[-1].told == "began this text"
    assert told[-2].told == "changed the text 3 times"


def test_every_step_is_told_after_the_name_of_who_took_it(organisation, staff):
    covenant = make_covenant(organisation)
    for step in CovenantStep:
        covenant.moves.create(step=step, target=DRAFTING, by=staff)
    assert all(each.told for each in trail(covenant))


def test_what_is_in_a_covenant_stands_before_its_text(sign_in, organisation, staff):
    page = sign_in(staff).get(make_covenant(organisation).get_absolute_url()).text
    assert page.index('id="contents"') < page.index('id="subject-title"') < page.index('id="trail"')


def test_what_asks_something_now_stands_before_the_text(sign_in, organisation, staff):
    covenant = make_covenant(organisation, state=SIGNED)
    february, may, december = (datetime.date(2026, month, 28) for month in (2, 5, 12))
    settled = {"agreed_by_city": True, "agreed_by_partner": True, "settled": "Goed", "talked_on": may}
    done = make_period(covenant, ends_on=february, settled_on=may, **settled)
    over = make_period(covenant, february + datetime.timedelta(days=1), ends_on=may)
    runs = make_period(covenant, may + datetime.timedelta(days=1), ends_on=december)
    before, text = sign_in(staff).get(covenant.get_absolute_url()).text.split('class="covenant-text"')

    assert over.get_absolute_url() in before
    assert done.get_absolute_url() not in before
    assert runs.get_absolute_url() not in before
    assert all(period.get_absolute_url() in text for period in (done, over, runs))


def test_the_story_tells_changes_of_its_parts(sign_in, organisation, staff):
    covenant = make_covenant(organisation)
    covenant.articles.create(heading="Vertrouwen", text="Wat iemand zegt, blijft hier.")
    assert "Vertrouwen" in sign_in(staff).get(reverse("covenant_story", args=[covenant.slug])).text


@pytest.mark.parametrize("size", [3, 60])
def test_the_story_of_an_amendment_asks_the_same_however_long(sign_in, staff, django_assert_num_queries, size):
    base = make_covenant(make_organisation(), make_neighbourhood(), state=SIGNED)
    for _number in range(size):
        make_commitment(base)
        make_number(base, blueprint=make_blueprint())
    amendment = open_amendment(covenant=base, by=staff)
    amendment.circles.add(make_circle())
    amendment.save()
    browser = sign_in(staff)
    with django_assert_num_queries(15):
        browser.get(reverse("covenant_story", args=[amendment.slug]))


# Cost


def fill(covenant: Covenant, number: int, by) -> None:
    for place in range(number):
        article = covenant.articles.create(heading=f"Artikel {place}", text="Tekst.")
        covenant.remarks.create(part=Part.ARTICLES, article=article, side=Side.PARTNER, by=by, text="Hoe?")
        covenant.remarks.create(part=Part.HOURS, side=Side.PARTNER, by=by, text="Meer?")
        make_hours(covenant, Function.FREE_TIME, 1, neighbourhood=make_neighbourhood())
        make_commitment(covenant, owner=make_organisation())
        make_number(covenant)
        covenant.moves.create(step="hand-over", target=DRAFTING, by=by, side=Side.PARTNER)
        covenant.circles.add(make_circle(make_neighbourhood()))


@pytest.mark.parametrize("number", [3, 30])
def test_a_draft_takes_as_many_queries_for_few_as_for_many(
    sign_in, organisation, staff, coordinator, django_assert_max_num_queries, number
):
    covenant = make_covenant(organisation)
    fill(covenant, number, coordinator)
    for user in (staff, coordinator):
        client = sign_in(user)
        client.get(covenant.get_absolute_url())
        with django_assert_max_num_queries(15):
            page = client.get(covenant.get_absolute_url())
    assert number > 3 or len(page.content) < 60_000


@pytest.mark.parametrize("number", [3, 30])
def test_a_signed_covenant_takes_as_many_queries_for_few_as_for_many(
    sign_in, organisation, policymaker, coordinator, django_assert_max_num_queries, number
):
    covenant = make_covenant(organisation, state=SIGNED)
    fill(covenant, number, coordinator)
    document = Document.objects.create(covenant=covenant, content={}, pdf=b"", sha256="2" * 64)
    for side, by in ((Side.CITY, policymaker), (Side.PARTNER, coordinator)):
        Signature.objects.create(document=document, side=side, by=by, name="N", job="J", sha256="2" * 64)
    for place in range(number):
        starts_on = covenant.valid_from + datetime.timedelta(days=place * 10)
        period = make_period(covenant, starts_on, ends_on=starts_on + datetime.timedelta(days=9))
        make_report(period)
        make_covenant(organisation, state=MERGED, amends=covenant)
    for user in (policymaker, coordinator):
        client = sign_in(user)
        client.get(covenant.get_absolute_url())
        with django_assert_max_num_queries(15):
            client.get(covenant.get_absolute_url())
