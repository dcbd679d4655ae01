import datetime
import uuid

import pytest
import time_machine
from django.urls import reverse

from neighbourhoods.actions.decisions import change_decision, record_decision
from neighbourhoods.models import PriorityDecision
from neighbourhoods.views import decisions
from tests.builders import make_circle, make_neighbourhood, make_priority, make_statistic, make_weighing
from tests.record_forms import opened, told

pytestmark = pytest.mark.django_db

TODAY = datetime.date(2026, 6, 15)


@pytest.fixture(autouse=True)
def _on_a_fixed_day():
    with time_machine.travel(datetime.datetime(2026, 6, 15, 12, tzinfo=datetime.UTC), tick=False):
        yield


def typed(area: str, **fields) -> dict:
    return {
        "area": area,
        "valid_from": "2026-01-01",
        "valid_until": "2026-12-31",
        "reasons": "Veel jongeren, geen plek.",
        "decided_by": "College, besluit 12",
        "decided_on": "2025-12-15",
        "is_priority": "True",
    } | fields


def test_staff_record_a_decision_about_a_neighbourhood(sign_in, staff):
    area = make_neighbourhood("Dampoort")
    response = sign_in(staff).post(reverse("priority_new"), typed(f"neighbourhood:{area.slug}"), follow=True)
    decision = PriorityDecision.objects.get()
    assert (decision.area, decision.recorded_by) == (area, staff)
    assert decision.history.get().history_user == staff
    assert "Stef" in response.text
    assert "added the decision about Dampoort" in response.text


def test_staff_record_a_decision_about_a_circle(sign_in, staff):
    circle = make_circle(make_neighbourhood(), make_neighbourhood(), name="Rond het Zuid")
    sign_in(staff).post(reverse("priority_new"), typed(f"circle:{circle.slug}"))
    assert PriorityDecision.objects.get().area == circle


def test_a_decision_recorded_at_once_keeps_the_figures_and_says_why_it_goes_against_them(sign_in, staff):
    rich, poor = make_neighbourhood("Kouter"), make_neighbourhood("Dampoort")
    version = make_weighing(weights={make_statistic(values={rich: 1, poor: 9}): 1}, top=1)
    said = typed("neighbourhood:kouter", weighing_version=str(version.pk))
    response = sign_in(staff).post(reverse("priority_new"), said)
    assert "The figures say otherwise" in str(response.context["form"].errors["why_against"])
    sign_in(staff).post(reverse("priority_new"), said | {"why_against": "Er komen duizend woningen."})
    decision = PriorityDecision.objects.get()
    assert decision.figures["says"] == "NOT_FIRST"
    assert decision.why_against == "Er komen duizend woningen."


def test_the_area_can_come_with_the_address(sign_in, staff):
    area = make_neighbourhood("Dampoort")
    page = sign_in(staff).get(reverse("priority_new"), {"area": f"neighbourhood:{area.slug}"})
    assert 'value="neighbourhood:dampoort" selected' in page.text


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"valid_until": ""}, "review_on"),
        ({"valid_from": ""}, "valid_from"),
        ({"valid_from": "2027-01-01"}, "__all__"),
        ({"review_on": "2025-01-01"}, "review_on"),
        ({"review_on": "2027-01-01"}, "review_on"),
        ({"reasons": " "}, "reasons"),
        ({"decided_by": ""}, "decided_by"),
        ({"area": "neighbourhood:elders"}, "area"),
        ({"area": ""}, "area"),
        ({"valid_from": "gisteren"}, "valid_from"),
    ],
)
def test_what_is_not_right_is_said_and_what_was_typed_stays(sign_in, staff, fields, wrong):
    make_neighbourhood("Dampoort")
    response = sign_in(staff).post(reverse("priority_new"), typed("neighbourhood:dampoort") | fields)
    assert list(response.context["form"].errors) == [wrong]
    assert fields.get("reasons") or "Veel jongeren" in response.text
    assert not PriorityDecision.objects.exists()


@pytest.mark.parametrize(
    ("start", "end", "clashes"),
    [
        ("2025-01-01", "2026-02-28", False),
        ("2025-01-01", "2026-03-01", True),
        ("2026-04-01", "2026-04-30", True),
        ("2026-05-31", "2026-07-01", True),
        ("2026-06-01", "2026-07-01", False),
    ],
)
def test_two_decisions_about_one_area_never_hold_at_once(sign_in, staff, start, end, clashes):
    area = make_neighbourhood("Dampoort")
    make_priority(area, valid_from=datetime.date(2026, 3, 1), valid_until=datetime.date(2026, 5, 31))
    data = typed("neighbourhood:dampoort", valid_from=start, valid_until=end)
    response = sign_in(staff).post(reverse("priority_new"), data)
    assert PriorityDecision.objects.count() == (1 if clashes else 2)
    if clashes:
        assert "Dampoort already has a decision from 1 March 2026 until 31 May 2026" in response.text
        assert "Veel jongeren" in response.text


def test_a_decision_without_end_clashes_with_everything_later(sign_in, staff):
    make_priority(make_neighbourhood("Dampoort"), valid_from=datetime.date(2026, 3, 1))
    response = sign_in(staff).post(reverse("priority_new"), typed("neighbourhood:dampoort"))
    assert "without an end" in response.text


def test_the_same_form_sent_twice_records_once(sign_in, staff):
    make_neighbourhood("Dampoort")
    client = sign_in(staff)
    data = typed("neighbourhood:dampoort", token=str(uuid.uuid4()))
    answers = [client.post(reverse("priority_new"), data) for _time in range(2)]
    assert [answer.url for answer in answers] == [PriorityDecision.objects.get().get_absolute_url()] * 2


def test_two_people_who_decide_about_one_area_record_one_decision(sign_in, staff):
    make_neighbourhood("Dampoort")
    client = sign_in(staff)
    for _time in range(2):
        client.post(reverse("priority_new"), typed("neighbourhood:dampoort"))
    assert PriorityDecision.objects.count() == 1


def test_a_form_sent_twice_at_the_same_moment_gives_the_decision_of_the_other(sign_in, staff, monkeypatch):
    area, token = make_neighbourhood("Dampoort"), uuid.uuid4()

    def second(*, decision, by):
        make_priority(area, created_with=token)
        return record_decision(decision=decision, by=by)

    monkeypatch.setattr(decisions, "record_decision", second)
    response = sign_in(staff).post(reverse("priority_new"), typed("neighbourhood:dampoort", token=str(token)))
    assert response.url == PriorityDecision.objects.get().get_absolute_url()


def test_a_change_tells_who_made_it(sign_in, staff, administrator):
    decision = make_priority(make_neighbourhood("Dampoort"), valid_until=datetime.date(2026, 12, 31))
    data = typed("", valid_from="2020-01-01", valid_until="2026-08-31", decided_by="College")
    client, url = sign_in(administrator), reverse("priority_edit", args=[decision.pk])
    page = client.post(url, data | opened(client, url), follow=True)
    assert "until from 31 December 2026 to 31 August 2026" in page.text
    assert "Amina" in page.text


def test_a_change_never_moves_a_decision_to_another_area(sign_in, staff):
    other = make_neighbourhood("Elders")
    decision = make_priority(make_neighbourhood("Dampoort"))
    client, url = sign_in(staff), reverse("priority_edit", args=[decision.pk])
    client.post(url, typed(f"neighbourhood:{other.slug}") | opened(client, url))
    decision.refresh_from_db()
    assert decision.area.name == "Dampoort"
    assert decision.reasons == "Veel jongeren, geen plek."


def test_nobody_saves_over_what_somebody_else_did(sign_in, staff, administrator):
    decision = make_priority(make_neighbourhood("Dampoort"), valid_until=datetime.date(2026, 12, 31))
    client, url = sign_in(staff), reverse("priority_edit", args=[decision.pk])
    mine = typed("", reasons="Mijn reden") | opened(client, url)
    decision.decided_by, decision.decided_on = "Gemeenteraad", datetime.date(2025, 12, 15)
    decision.valid_until = datetime.date(2026, 12, 31)
    change_decision(decision=decision, version=1, by=administrator)
    response = client.post(url, mine)
    assert response.status_code == 409
    assert "Amina saved it while you were typing." in response.text
    assert ("Decided by", "Gemeenteraad", "College, besluit 12") in told(response)
    assert "Mijn reden" in response.text
    assert PriorityDecision.objects.get().reasons != "Mijn reden"
    again = mine | {"version": response.context["version"]}
    assert client.post(url, again).status_code == 302
    assert PriorityDecision.objects.get().reasons == "Mijn reden"


def test_a_change_sent_twice_is_one_change(sign_in, staff):
    decision = make_priority(make_neighbourhood("Dampoort"))
    client, url = sign_in(staff), reverse("priority_edit", args=[decision.pk])
    data = typed("") | opened(client, url)
    assert [client.post(url, data).status_code for _time in range(2)] == [302, 302]
    assert decision.history.count() == 2


def test_decisions_stand_under_what_they_ask_for(sign_in, member, organisation):
    day = datetime.date
    make_priority(make_neighbourhood("Kijken"), review_on=day(2026, 6, 1))
    make_priority(make_neighbourhood("Nu"), review_on=day(2026, 9, 1))
    make_priority(make_neighbourhood("Straks"), valid_from=day(2026, 7, 1))
    make_priority(make_neighbourhood("Vroeger"), valid_until=day(2025, 1, 1))
    page = sign_in(member).get(reverse("priorities")).text
    order = ["To look at again", "Kijken", "In force", "Nu", "Coming", "Straks", "Past", "Vroeger"]
    places = [page.index(f">{word}<") for word in order]
    assert places == sorted(places)
    assert "Record a decision" not in page


@pytest.mark.parametrize("who", ["policymaker", "coordinator", "service_member"])
def test_all_professionals_see_decisions_but_only_staff_record(sign_in, organisation, who, request):
    decision = make_priority(make_neighbourhood())
    circle = make_circle(make_neighbourhood())
    client = sign_in(request.getfixturevalue(who))
    assert client.get(reverse("priority", args=[decision.pk])).status_code == 200
    for url in (
        reverse("priority_new"),
        reverse("priority_edit", args=[decision.pk]),
        reverse("circle_new"),
        reverse("circle_edit", args=[circle.slug]),
    ):
        assert client.get(url).status_code == 403
        assert client.post(url, {}).status_code == 403


def test_visitors_sign_in_first(client):
    assert client.get(reverse("priorities")).status_code == 302


@pytest.mark.parametrize("rows", [3, 60])
def test_the_list_asks_as_much_of_the_database_for_many(sign_in, staff, rows, django_assert_num_queries):
    for number in range(rows):
        make_priority(make_neighbourhood(), valid_until=TODAY if number % 2 else datetime.date(2025, 1, 1))
    client = sign_in(staff)
    with django_assert_num_queries(8):
        client.get(reverse("priorities"))
