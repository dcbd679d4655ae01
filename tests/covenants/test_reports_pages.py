"""The pages of one's own report, for the partner and for the city."""

import datetime
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import timezone

from covenants.actions.reports import begun, save_report
from covenants.enums import AgeSplit, CovenantState, Side
from covenants.following_up.asked import Asked, Cell, Measured, Placed, report_of
from covenants.models import Measurement, Report, Story
from jos.shared.models import Draft
from tests.builders import make_neighbourhood
from tests.covenant_builders import (
    make_commitment,
    make_covenant,
    make_measurement,
    make_number,
    make_period,
    make_report,
    make_scale,
    make_story,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def covenant(organisation):
    return make_covenant(organisation, make_neighbourhood("Dampoort"), state=CovenantState.SIGNED)


@pytest.fixture
def reached(covenant):
    return make_number(covenant, name="Bereikte jongeren", age_split=AgeSplit.TWO, by_neighbourhood=True)


@pytest.fixture
def scale(covenant):
    return make_scale(covenant, name="Meebeslissen")


@pytest.fixture
def period(covenant, reached, scale):
    return make_period(covenant)


def address(name: str, period, *more) -> str:
    return reverse(name, args=[period.covenant.slug, period.pk, *more])


def typed(reached, scale, version: int = 0, **fields) -> dict:
    answers = {f"number{reached.pk}": "31", f"place{scale.pk}": "2", "how_it_went": "Goed."}
    return {"version": version} | answers | fields


def test_a_partner_fills_in_its_report_looks_it_over_and_sends_it(sign_in, coordinator, reached, scale, period):
    client = sign_in(coordinator)
    page = client.get(address("report", period)).text
    assert "It stood at 20 jongeren; we want to get to 40." in page
    assert scale.statements[1] in page
    done = client.post(address("report", period), typed(reached, scale), follow=True)
    assert "31 jongeren" in done.text
    assert "nothing yet" not in done.text
    sent = client.post(address("report_submit", period), {"version": 1}, follow=True)
    assert "Your report is sent" in sent.text
    assert Report.objects.get(side=Side.PARTNER).submitted_by == coordinator


def test_r10_the_city_fills_in_the_same_form(sign_in, staff, covenant, scale, period):
    ours = make_number(covenant, name="Beslist binnen de termijn", measured_by=Side.CITY)
    make_commitment(covenant, Side.CITY, "Een lokaal in de wijk")
    client = sign_in(staff)
    page = client.get(address("report", period)).text
    assert ours.name in page
    assert "Bereikte jongeren" not in page
    assert "Een lokaal in de wijk" in page
    client.post(address("report", period), typed(ours, scale))
    assert Asked(report_of(period, Side.CITY)).measured == {Cell(ours.pk): Measured(Decimal(31))}


def test_parts_are_saved_by_age_and_neighbourhood(sign_in, member, reached, scale, period):
    [area] = Asked(report_of(period, Side.PARTNER)).areas
    part, whole = f"number{reached.pk}_6-15_{area.pk}", f"number{reached.pk}"
    parts = {whole: "", part: "12,5", f"on{reached.pk}": "2026-03-01", f"note{reached.pk}": "geteld"}
    sign_in(member).post(address("report", period), typed(reached, scale, **parts))
    saved = Asked(report_of(period, Side.PARTNER)).measured
    assert saved == {Cell(reached.pk, "6-15", area.pk): Measured(Decimal("12.5"), datetime.date(2026, 3, 1), "geteld")}


def test_unknown_is_said_and_is_not_zero(sign_in, member, reached, scale, period):
    unknown = {f"number{reached.pk}": "", f"unknown{reached.pk}": "on"}
    client = sign_in(member)
    done = client.post(address("report", period), typed(reached, scale, **unknown), follow=True)
    assert Measurement.objects.get().value is None
    assert "not known" in done.text
    assert (
        f'name="unknown{reached.pk}" id="id_unknown{reached.pk}" checked' in client.get(address("report", period)).text
    )


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"number": "veel"}, "is not a number"),
        ({"number": "9" * 30}, "has too many digits"),
        ({"number": "-3"}, "“jongeren” are never less than 0."),
        ({"number": "n.v.t."}, "? where it is not known, or nothing."),
        ({"unknown": "on"}, "Give the number, or say that it is not known: not both."),
        ({"on": "2025-12-31"}, "Give a day from 1 January 2026 until 30 June 2026."),
        ({"on": "gisteren"}, "Enter a valid date."),
        ({"number": "", "note": "onthouden"}, "Give the number, or say that it is not known."),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_typed_is_lost(sign_in, member, reached, scale, period, fields, says):
    client = sign_in(member)
    bad = {f"{name}{reached.pk}": text for name, text in fields.items()}
    answer = client.post(address("report", period), typed(reached, scale, **bad, hindered="Geen lokaal."))
    assert says in answer.text
    assert "Geen lokaal." in answer.text
    assert not Measurement.objects.exists()
    assert "Geen lokaal." in client.get(address("report", period)).text  # kept as a draft


def test_parts_that_do_not_make_the_whole_are_refused(sign_in, member, reached, scale, period):
    ages = {f"number{reached.pk}_6-15_": "20", f"number{reached.pk}_16-25_": "10"}
    answer = sign_in(member).post(address("report", period), typed(reached, scale, **ages))
    assert "The parts add up to 30, the whole says 31." in answer.text


def test_a_narrative_goes_with_a_place(sign_in, member, reached, scale, period):
    told = {f"place{scale.pk}": "", f"narrative{scale.pk}": "Ze kookten."}
    answer = sign_in(member).post(address("report", period), typed(reached, scale, **told))
    assert "Choose the statement that holds" in answer.text


def test_two_people_saving_the_same_draft_get_both_versions(sign_in, member, coordinator, reached, scale, period):
    client = sign_in(member)
    report = begun(period, Side.PARTNER)
    report.how_it_went = "Van Cem."
    numbers, places = {Cell(reached.pk): Measured(Decimal(28))}, {scale.pk: Placed(3)}
    save_report(report=report, numbers=numbers, places=places, version=0, by=coordinator)
    answer = client.post(address("report", period), typed(reached, scale))
    assert answer.status_code == 409
    assert "<h1>The partner · " in answer.text
    assert "Van Cem." in answer.text
    assert ">28<" in answer.text
    assert ">31<" in answer.text
    assert scale.statements[2] in answer.text
    assert Measurement.objects.get().value == 28
    client.post(address("report", period), typed(reached, scale, version=1))  # save mine
    assert Measurement.objects.get().value == 31


def test_the_same_form_sent_twice_is_saved_once(sign_in, member, reached, scale, period):
    client = sign_in(member)
    client.post(address("report", period), typed(reached, scale))
    again = client.post(address("report", period), typed(reached, scale))
    assert again.status_code == 302
    assert Report.objects.get().version == 1


def test_a_story_before_the_first_word_is_no_other_version(sign_in, member, reached, scale, period):
    begun(period, Side.PARTNER)
    assert sign_in(member).post(address("report", period), typed(reached, scale)).status_code == 302


def test_what_is_typed_while_the_report_is_sent_is_kept(sign_in, member, reached, scale, period):
    make_report(period, Side.PARTNER, version=3, submitted_at=datetime.datetime(2026, 7, 1, tzinfo=datetime.UTC))
    answer = sign_in(member).post(address("report", period), typed(reached, scale, version=3, hindered="Nog iets."))
    assert "This report was sent." in answer.text
    assert Draft.objects.get().typed["hindered"] == ["Nog iets."]


def test_a_member_writes_and_a_coordinator_sends(sign_in, member, reached, scale, period):
    client = sign_in(member)
    done = client.post(address("report", period), typed(reached, scale), follow=True)
    assert "A coordinator of your organisation sends it." in done.text
    assert client.post(address("report_submit", period), {"version": 1}).status_code == 403


@pytest.mark.parametrize("version", ["", "x", "9" * 40, "-1", "7"])
def test_what_was_read_is_what_is_sent(sign_in, coordinator, reached, scale, period, version):
    client = sign_in(coordinator)
    client.post(address("report", period), typed(reached, scale))
    answer = client.post(address("report_submit", period), {"version": version})
    assert "A colleague changed the report meanwhile." in answer.text
    assert not Report.objects.get().submitted_at


def test_r11_the_light_form_asks_little(sign_in, member, organisation):
    covenant = make_covenant(organisation, make_neighbourhood(), state=CovenantState.SIGNED, is_light=True)
    reached = make_number(covenant, age_split=AgeSplit.TWO, by_neighbourhood=True)
    page = sign_in(member).get(address("report", make_period(covenant))).text
    assert "This is the short form" in page
    assert f"number{reached.pk}_6-15_" not in page
    assert 'name="hindered"' not in page
    assert f'name="note{reached.pk}"' not in page


def test_with_very_many_parts_those_of_neighbourhoods_come_in_a_spreadsheet(sign_in, member, organisation):
    areas = [make_neighbourhood() for _number in range(12)]
    covenant = make_covenant(organisation, *areas, state=CovenantState.SIGNED)
    for _number in range(8):
        make_number(covenant, age_split=AgeSplit.YOUNGER, by_neighbourhood=True)
    period = make_period(covenant)
    page = sign_in(member).get(address("report", period))
    assert "There are many neighbourhoods." in page.text
    assert len(page.content) < 60_000
    sheet = b"".join(sign_in(member).get(address("report_sheet", period, "csv")).streaming_content)
    assert sheet.count(b"\n") == 1 + 8 * 13 * 4


@pytest.mark.parametrize("areas", [1, 5])
def test_the_form_takes_as_many_queries_however_much_it_asks(
    sign_in, member, organisation, django_assert_max_num_queries, areas
):
    names = [make_neighbourhood() for _number in range(areas)]
    covenant = make_covenant(organisation, *names, state=CovenantState.SIGNED)
    for _number in range(areas):
        make_number(covenant, age_split=AgeSplit.TWO, by_neighbourhood=True)
        make_scale(covenant)
        make_commitment(covenant, Side.PARTNER)
    period = make_period(covenant)
    begun(period, Side.PARTNER)
    before = make_report(make_period(covenant, datetime.date(2025, 7, 1)), submitted_at=timezone.now())
    for indicator in Asked(before).numbers:
        make_measurement(before, indicator, 3, age_group="6-15")
    client = sign_in(member)
    with django_assert_max_num_queries(15):
        client.get(address("report", period))


def test_the_other_side_reads_no_draft(sign_in, staff, member, reached, scale, period):
    sign_in(member).post(address("report", period), typed(reached, scale, how_it_went="Nog niet voor de stad."))
    assert "Nog niet voor de stad." not in sign_in(staff).get(address("report_submit", period)).text


def test_r14_words_that_may_point_at_somebody_are_pointed_out_before_they_are_sent(
    sign_in, member, reached, scale, period
):
    told = {"needs": "Bel 0475 12 34 56.", f"narrative{scale.pk}": "Dank aan sara@example.org."}
    done = sign_in(member).post(address("report", period), typed(reached, scale, **told), follow=True)
    assert "This looks like a phone number: “0475 12 34 56”." in done.text
    assert "This looks like an e-mail address: “sara@example.org”." in done.text


def test_what_was_said_of_the_period_before_stands_beside_the_question(
    sign_in, coordinator, covenant, reached, scale, period
):
    client = sign_in(coordinator)
    client.post(address("report", period), typed(reached, scale))
    later = make_period(covenant, datetime.date(2026, 7, 1), ends_on=datetime.date(2026, 9, 30))
    assert "Last period" not in client.get(address("report", later)).text  # a draft is not said yet
    client.post(address("report_submit", period), {"version": 1})
    page = client.get(address("report", later)).text
    assert "Last period: 31 jongeren." in page
    assert f"Last period: “{scale.statements[1]}”" in page


@pytest.mark.parametrize("step", ["report", "report_submit", "report_correct", "report_sheet_in"])
def test_what_is_refused_leaves_no_report(sign_in, coordinator, reached, period, step):
    """An empty one would keep its period alive when an amendment lays the periods out anew."""
    fields = {"version": "0", f"number{reached.pk}": "veel"} if step == "report" else {"version": "7"}
    assert sign_in(coordinator).post(address(step, period), fields).status_code < 500
    assert not Report.objects.exists()


def test_a_form_sent_over_a_version_that_never_was_writes_nothing(sign_in, coordinator, reached, scale, period):
    assert sign_in(coordinator).post(address("report", period), typed(reached, scale, version=7)).status_code == 404
    assert not Report.objects.exists()


def test_who_sends_sends_the_stories_and_files_that_were_read(sign_in, member, coordinator, reached, scale, period):
    client = sign_in(coordinator)
    client.post(address("report", period), typed(reached, scale))
    form = {"version": "1", "along": client.get(address("report_submit", period)).context["along"]}
    story = make_story(Report.objects.get(), "Aan tafel")
    answer = client.post(address("report_submit", period), form)
    assert answer.status_code == 409
    assert "A colleague changed the report meanwhile." in answer.text
    assert "Aan tafel" in answer.text
    form["along"] = answer.context["along"]
    Story.objects.filter(pk=story.pk).update(version=2)
    assert client.post(address("report_submit", period), form).status_code == 409
    assert Report.objects.get().submitted_at is None
    form["along"] = client.get(address("report_submit", period)).context["along"]
    assert client.post(address("report_submit", period), form).status_code == 302
    assert Report.objects.get().submitted_at
