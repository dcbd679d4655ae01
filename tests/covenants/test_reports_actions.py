"""What one side tells of a period: drafted, sent, corrected."""

import datetime
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from covenants.actions.reports import begun, correct_report, save_report, submit_report
from covenants.enums import CommitmentState, CovenantState, Side
from covenants.following_up.asked import Asked, Cell, Measured, Placed, report_of
from covenants.following_up.sending import still_to_say
from covenants.models import Measurement, Reflection, Report
from jos.shared.saving import ChangedMeanwhile
from jos.shared.time import today
from tests.builders import make_neighbourhood
from tests.covenant_builders import (
    make_commitment,
    make_covenant,
    make_number,
    make_period,
    make_report,
    make_scale,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def covenant(organisation):
    return make_covenant(organisation, state=CovenantState.SIGNED)


@pytest.fixture
def period(covenant):
    return make_period(covenant)


def filled(period, side=Side.PARTNER, *, by, numbers=None, places=None, **texts) -> Report:
    report = begun(period, side)
    for name, text in texts.items():
        setattr(report, name, text)
    return save_report(report=report, numbers=numbers or {}, places=places or {}, version=report.version, by=by)


def test_a_draft_keeps_each_number_and_place_with_who_said_it(member, covenant, period):
    reached, place = make_number(covenant), make_scale(covenant)
    numbers = {Cell(reached.pk): Measured(Decimal(31)), Cell(reached.pk, "6-15"): Measured(None, note="niet geteld")}
    filled(period, by=member, numbers=numbers, places={place.pk: Placed(2, "Ze kookten.")}, how_it_went="Goed.")
    report = report_of(period, Side.PARTNER)
    assert (report.how_it_went, report.version) == ("Goed.", 1)
    assert Asked(report).measured == numbers
    assert Asked(report).placed == {place.pk: Placed(2, "Ze kookten.")}
    assert Measurement.history.filter(history_user=member).count() == 2


def test_what_is_said_no_more_is_no_row(member, covenant, period):
    reached, place = make_number(covenant), make_scale(covenant)
    filled(period, by=member, numbers={Cell(reached.pk): Measured(Decimal(31))}, places={place.pk: Placed(2)})
    filled(period, by=member, numbers={Cell(reached.pk): None}, places={place.pk: None})
    assert not Measurement.objects.exists()
    assert not Reflection.objects.exists()


def test_nobody_saves_over_a_colleague(member, coordinator, period):
    filled(period, by=coordinator, how_it_went="Van Cem.")
    report = report_of(period, Side.PARTNER)
    report.how_it_went = "Van Mira."
    with pytest.raises(ChangedMeanwhile):
        save_report(report=report, numbers={}, places={}, version=0, by=member)
    assert Report.objects.get().how_it_went == "Van Cem."


def test_a_measurement_outside_the_period_is_refused(member, covenant, period):
    day = period.ends_on + datetime.timedelta(days=1)
    with pytest.raises(ValidationError, match=r"lies outside the period\. Give a day from 1 January 2026"):
        filled(period, by=member, numbers={Cell(make_number(covenant).pk): Measured(Decimal(3), day)})
    assert not Measurement.objects.exists()


def test_a_report_is_sent_with_all_that_is_asked_and_read_as_it_was_then(coordinator, covenant, period):
    reached, place = make_number(covenant), make_scale(covenant)
    report = filled(period, by=coordinator)
    assert len(still_to_say(report)) == 3
    with pytest.raises(ValidationError) as refused:
        submit_report(report=report, version=report.version, along="", by=coordinator)
    assert f"“{reached}”: give the number, or say that it is not known." in refused.value.messages
    report.refresh_from_db()
    numbers, places = {Cell(reached.pk): Measured(None)}, {place.pk: Placed(None)}
    report = filled(period, by=coordinator, numbers=numbers, places=places, how_it_went="Goed.")
    with pytest.raises(ChangedMeanwhile):
        submit_report(report=report, version=report.version - 1, along="", by=coordinator)
    submit_report(report=report, version=report.version, along="", by=coordinator)
    assert report_of(period, Side.PARTNER).submitted_by == coordinator


def test_r11_a_light_report_needs_a_few_words_only(coordinator, organisation):
    covenant = make_covenant(organisation, state=CovenantState.SIGNED, is_light=True)
    make_number(covenant, age_split="TWO", by_neighbourhood=True)
    make_scale(covenant)
    period = make_period(covenant)
    report = filled(period, by=coordinator)
    assert still_to_say(report) == ["Tell how it went: a few words are enough."]
    report = filled(period, by=coordinator, how_it_went="Elke week koken.")
    assert submit_report(report=report, version=report.version, along="", by=coordinator).submitted_at


def test_what_was_sent_is_not_sent_again(coordinator, organisation):
    period = make_period(make_covenant(organisation, state=CovenantState.SIGNED, is_light=True))
    report = filled(period, by=coordinator, how_it_went="Elke week koken.")
    submit_report(report=report, version=report.version, along="", by=coordinator)
    with pytest.raises(ValidationError, match="was sent"):
        submit_report(report=report, version=report.version, along="", by=coordinator)


def test_r11_a_light_report_asks_no_parts(organisation):
    covenant = make_covenant(organisation, make_neighbourhood(), state=CovenantState.SIGNED, is_light=True)
    reached = make_number(covenant, age_split="TWO", by_neighbourhood=True)
    assert Asked(report_of(make_period(covenant), Side.PARTNER)).cells(reached) == [Cell(reached.pk)]


def test_r10_each_side_measures_its_own_numbers_and_both_place_themselves(covenant, period):
    ours, theirs = make_number(covenant, measured_by=Side.CITY), make_number(covenant, measured_by=Side.PARTNER)
    scale = make_scale(covenant)
    city, partner = Asked(report_of(period, Side.CITY)), Asked(report_of(period, Side.PARTNER))
    assert (city.numbers, partner.numbers) == ([ours], [theirs])
    assert city.scales == partner.scales == [scale]


def test_r10_the_city_says_how_its_own_promises_go(covenant, period):
    late = make_commitment(covenant, Side.CITY, "Een lokaal", due_on=period.ends_on)
    make_commitment(covenant, Side.CITY, "Later", due_on=period.ends_on + datetime.timedelta(days=1))
    make_commitment(covenant, Side.PARTNER, "Van de partner", due_on=period.ends_on)
    report = make_report(period, Side.CITY, how_it_went="Goed.")
    assert still_to_say(report) == ["“Een lokaal” was promised by 30 June 2026: say how it goes."]
    late.state, late.kept_on = CommitmentState.KEPT, period.ends_on
    late.save()
    assert still_to_say(report) == []


def test_a_period_that_is_not_over_is_not_reported_yet(coordinator, organisation):
    days = {"valid_from": today(), "valid_until": today() + datetime.timedelta(days=300)}
    period = make_period(make_covenant(organisation, state=CovenantState.SIGNED, **days))
    report = filled(period, by=coordinator, how_it_went="Goed.")
    with pytest.raises(ValidationError, match="Send the report from that day on"):
        submit_report(report=report, version=report.version, along="", by=coordinator)


def test_what_was_sent_does_not_change_until_it_is_taken_back(coordinator, period):
    report = filled(period, by=coordinator, how_it_went="Goed.")
    submit_report(report=report, version=report.version, along="", by=coordinator)
    with pytest.raises(ValidationError, match="This report was sent"):
        filled(period, by=coordinator, how_it_went="Beter.")
    assert Report.objects.get().how_it_went == "Goed."
    correct_report(report=report, by=coordinator)
    filled(period, by=coordinator, how_it_went="Beter.")
    assert Report.objects.get().how_it_went == "Beter."


def test_what_was_agreed_of_the_talk_was_about_another_report(coordinator, period):
    report = filled(period, by=coordinator, how_it_went="Goed.")
    submit_report(report=report, version=report.version, along="", by=coordinator)
    period.agreed_by_city, period.settled = True, "Samen."
    period.save()
    correct_report(report=report, by=coordinator)
    period.refresh_from_db()
    assert not period.agreed_by_city


def test_a_report_of_a_settled_period_stays_as_it_is(coordinator, period):
    report = filled(period, by=coordinator, how_it_went="Goed.")
    submit_report(report=report, version=report.version, along="", by=coordinator)
    period.talked_on = period.settled_on = today()
    period.agreed_by_city = period.agreed_by_partner = True
    period.settled = "Samen."
    period.save()
    with pytest.raises(ValidationError, match="settled together"):
        correct_report(report=report, by=coordinator)
    assert Report.objects.get().submitted_at


def test_an_indicator_taken_out_later_is_still_asked_of_an_earlier_period(covenant, period):
    gone = make_number(covenant, dropped_on=period.ends_on + datetime.timedelta(days=1))
    make_number(covenant, dropped_on=period.ends_on)
    assert Asked(report_of(period, Side.PARTNER)).numbers == [gone]
