"""Writing the parts of a draft: hours, budget, articles, promises and when both sides report."""

import datetime
from decimal import Decimal

import pytest
from django.urls import reverse

from covenants.actions.drafting import take_step
from covenants.enums import CovenantState, CovenantStep, Rhythm, Side
from covenants.forms.amounts import AmountField
from covenants.models import Article, Commitment, Covenant
from organisations.enums import AgeBand, Function, OrganisationKind
from tests.builders import make_circle, make_neighbourhood, make_organisation, make_partnership
from tests.covenant_builders import make_budget, make_commitment, make_covenant, make_hours

pytestmark = pytest.mark.django_db


@pytest.fixture
def rabot():
    return make_neighbourhood("Rabot")


@pytest.fixture
def covenant(organisation, rabot):
    return make_covenant(organisation, rabot)


@pytest.fixture
def desk(sign_in, staff):
    """The youth service at its desk: in these tests it is its turn."""
    return sign_in(staff)


def page_of(covenant: Covenant, name: str = "covenant", *more) -> str:
    return reverse(name, args=[covenant.slug, *more])


def agreed(covenant: Covenant) -> dict:
    rows = covenant.hours.values_list("function", "age_band", "neighbourhood__name", "hours_per_week")
    return {row[:3]: row[3] for row in rows}


def budget(covenant: Covenant) -> dict:
    return {(line.year, line.function): line.amount for line in covenant.budget.all()}


# Hours


def test_hours_are_filled_in_by_function_and_age(desk, covenant):
    page = desk.get(page_of(covenant, "covenant_hours"))
    assert "Over the whole reach, in equal parts" in page.text
    assert "cell_SIGNAL_" not in page.text  # it does not fund that one
    typed = {"version": 1, "cell_FREE_TIME_": "10", "cell_FREE_TIME_12-15": "4,5", "cell_BRIDGE_": "0"}
    page = desk.post(page_of(covenant, "covenant_hours"), typed, follow=True)
    assert agreed(covenant) == {
        (Function.FREE_TIME, "", None): Decimal(10),
        (Function.FREE_TIME, AgeBand.EARLY_TEENS, None): Decimal("4.5"),
    }
    assert "12–15" in page.text or "12-15" in page.text
    assert page.redirect_chain[-1][0].endswith("#hours")


def test_what_is_emptied_is_agreed_no_more(desk, covenant):
    make_hours(covenant, Function.FREE_TIME, 6)
    make_hours(covenant, Function.BRIDGE, 3)
    make_budget(covenant, Function.BRIDGE, 500)
    desk.post(page_of(covenant, "covenant_hours"), {"version": 1, "cell_FREE_TIME_": "6", "cell_BRIDGE_": ""})
    assert agreed(covenant) == {(Function.FREE_TIME, "", None): 6}
    desk.post(page_of(covenant, "covenant_budget"), {"version": 2, "total_budget": "", "cell_2026_BRIDGE": ""})
    assert budget(covenant) == {}


def test_hours_of_one_neighbourhood_leave_the_others_alone(desk, covenant, rabot):
    make_hours(covenant, Function.BRIDGE, 3)
    typed = {"version": 1, "cell_FREE_TIME_": "6"}
    desk.post(page_of(covenant, "covenant_hours", rabot.slug), typed)
    assert agreed(covenant) == {(Function.BRIDGE, "", None): 3, (Function.FREE_TIME, "", "Rabot"): 6}
    assert "<strong>6 <small>h</small></strong>" in desk.get(page_of(covenant, "covenant_hours")).text


def test_hours_are_divided_only_over_where_it_reaches(desk, covenant):
    elsewhere, in_circle = make_neighbourhood("Elders"), make_neighbourhood("Kring")
    covenant.circles.add(make_circle(in_circle))
    assert desk.get(page_of(covenant, "covenant_hours", elsewhere.slug)).status_code == 404
    assert desk.get(page_of(covenant, "covenant_hours", in_circle.slug)).status_code == 200


def test_a_covenant_for_the_whole_city_divides_over_all_neighbourhoods(desk, organisation, rabot):
    covenant = make_covenant(organisation)
    assert desk.get(page_of(covenant, "covenant_hours", rabot.slug)).status_code == 200


@pytest.mark.parametrize("typed", ["veel", "-1", "2001", "1e99", "NaN", "9" * 400, "1.234"])
def test_hours_that_cannot_be_are_refused_and_stay_typed(desk, covenant, typed):
    page = desk.post(page_of(covenant, "covenant_hours"), {"version": 1, "cell_FREE_TIME_": typed})
    assert page.status_code == 200
    assert page.context["form"].errors
    assert not covenant.hours.exists()


# Budget


def test_a_budget_that_matches_is_saved_to_the_cent(desk, covenant):
    typed = {
        "version": 1,
        "total_budget": "€ 12.500,30",
        "cell_2026_FREE_TIME": "12 000,20",
        "cell_2026_BRIDGE": "500.1",
    }
    page = desk.post(page_of(covenant, "covenant_budget"), typed, follow=True)
    assert budget(covenant) == {
        (2026, Function.FREE_TIME): Decimal("12000.20"),
        (2026, Function.BRIDGE): Decimal("500.10"),
    }
    covenant.refresh_from_db()
    assert covenant.total_budget == Decimal("12500.30")
    assert "12,500.30" in page.text


@pytest.mark.parametrize(
    ("stated", "says"),
    [
        ("120.000", "That is € 2,000 less than the € 120,000 in all."),
        ("117999,99", "That is € 0.01 more than the € 117,999.99 in all."),
        ("", "These amounts make € 118,000."),
    ],
)
def test_sums_that_do_not_match_are_refused_with_the_difference(desk, covenant, stated, says):
    typed = {"version": 1, "total_budget": stated, "cell_2026_FREE_TIME": "100000", "cell_2026_BRIDGE": "18000"}
    page = desk.post(page_of(covenant, "covenant_budget"), typed)
    assert says in page.text
    assert 'value="18000"' in page.text  # nothing that was typed is lost
    assert budget(covenant) == {}
    assert Covenant.objects.get().version == 1


def test_a_total_without_amounts_is_refused(desk, covenant):
    page = desk.post(page_of(covenant, "covenant_budget"), {"version": 1, "total_budget": "100"})
    assert "That is € 100 less" in page.text


def test_a_budget_has_a_row_for_each_year_of_the_covenant(desk, organisation):
    covenant = make_covenant(organisation, valid_until=datetime.date(2028, 6, 30))
    page = desk.get(page_of(covenant, "covenant_budget"))
    assert all(f"cell_{year}_BRIDGE" in page.text for year in (2026, 2027, 2028))
    assert "cell_2029_BRIDGE" not in page.text


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("12500", "12500"), ("12.500", "12500"), ("12,500", "12500"), ("12 500,5", "12500.50"), ("€ 0,05", "0.05"),
        ("1.234.567,89", "1234567.89"), ("1,234,567.89", "1234567.89"), ("7.5", "7.5"), ("", None), ("  ", None),
    ],
)  # fmt: skip
def test_euros_are_read_as_people_write_them(typed, amount):
    assert AmountField(required=False).clean(typed) == (None if amount is None else Decimal(amount))


@pytest.mark.parametrize(
    "typed", ["veel", "-5", "1.23.456", "12,34,56", "1e5", "9" * 11, "١٢", "\ud800", "NaN", "1.2345", ",5", "9" * 5000]
)
def test_what_is_no_amount_is_refused(typed, desk, covenant):
    page = desk.post(
        page_of(covenant, "covenant_budget"),
        {"version": 1, "cell_2026_BRIDGE": typed.encode("utf-8", "surrogatepass").decode("latin-1")},
    )
    assert page.status_code == 200
    assert "cell_2026_BRIDGE" in page.context["form"].errors


# Turns and versions


def test_a_change_takes_both_acceptances_away(desk, organisation):
    covenant = make_covenant(organisation, accepted_by_partner=True)
    desk.post(page_of(covenant, "covenant_hours"), {"version": 1, "cell_FREE_TIME_": "10"})
    covenant.refresh_from_db()
    assert not covenant.accepted_by_partner
    assert covenant.version == 2


def test_saving_what_was_there_changes_nothing(desk, organisation):
    covenant = make_covenant(organisation, accepted_by_partner=True)
    make_hours(covenant, Function.FREE_TIME, 10)
    desk.post(page_of(covenant, "covenant_hours"), {"version": 1, "cell_FREE_TIME_": "10"})
    covenant.refresh_from_db()
    assert covenant.accepted_by_partner
    assert covenant.version == 1


def test_two_people_who_save_the_same_grid_both_keep_what_they_typed(desk, covenant, staff):
    desk.post(page_of(covenant, "covenant_hours"), {"version": 1, "cell_FREE_TIME_": "10"})
    page = desk.post(page_of(covenant, "covenant_hours"), {"version": 1, "cell_FREE_TIME_": "12"})
    assert page.status_code == 409
    assert ">10<" in page.text
    assert ">12<" in page.text
    assert "You saved it yourself" in page.text
    assert agreed(covenant) == {(Function.FREE_TIME, "", None): 10}


def test_who_lost_the_turn_while_typing_loses_nothing_else(desk, covenant, staff):
    take_step(covenant=covenant, step=CovenantStep.HAND_OVER, version=1, by=staff)
    page = desk.post(page_of(covenant, "covenant_hours"), {"version": 2, "cell_FREE_TIME_": "10"})
    assert "It is the turn of De Kring vzw." in page.text
    assert 'value="10"' in page.text
    assert not covenant.hours.exists()
    assert desk.get(page_of(covenant, "covenant_hours")).status_code == 302


def test_members_of_the_partner_write_in_their_turn(sign_in, member, organisation):
    covenant = make_covenant(organisation, turn=Side.PARTNER)
    client = sign_in(member)
    client.post(page_of(covenant, "covenant_hours"), {"version": 1, "cell_FREE_TIME_": "10"})
    client.post(page_of(covenant, "article_new"), {"heading": "Sleutels", "text": "Het huis.", "position": 10})
    assert covenant.hours.count() == covenant.articles.count() == 1


def test_nothing_of_a_signed_text_changes(desk, organisation):
    covenant = make_covenant(organisation, state=CovenantState.SIGNED)
    promise = make_commitment(covenant)
    for name, more in (("covenant_hours", ()), ("covenant_budget", ()), ("commitment_edit", (promise.pk,))):
        assert desk.get(page_of(covenant, name, *more)).status_code == 302
    desk.post(page_of(covenant, "covenant_hours"), {"version": 1, "cell_FREE_TIME_": "10"})
    desk.post(page_of(covenant, "commitment_remove", promise.pk))
    assert not covenant.hours.exists()
    assert covenant.commitments.exists()


# Articles and promises


def test_articles_are_added_changed_and_taken_out(desk, covenant):
    desk.post(page_of(covenant, "article_new"), {"heading": "Sleutels", "text": "Wie houdt ze?", "position": 10})
    article = Article.objects.get()
    asked = page_of(covenant, "article_edit", article.pk)
    desk.post(asked, {"version": 1, "heading": "De sleutels", "text": "Het huis.", "position": 10})
    article.refresh_from_db()
    assert (article.heading, article.version) == ("De sleutels", 2)
    assert "De sleutels" in desk.get(page_of(covenant)).text
    assert "Take this out?" in desk.get(page_of(covenant, "article_remove", article.pk)).text
    desk.post(page_of(covenant, "article_remove", article.pk))
    assert not Article.objects.exists()
    assert Article.history.filter(history_type="-").exists()


def test_an_article_that_is_sent_twice_is_there_once(desk, covenant):
    page = desk.get(page_of(covenant, "article_new"))
    typed = {"token": page.context["form"]["token"].value(), "heading": "Sleutels", "text": "Wie?", "position": 10}
    for _time in range(2):
        desk.post(page_of(covenant, "article_new"), typed)
    assert Article.objects.count() == 1


def test_more_articles_than_anybody_reads_are_refused_and_stay_typed(desk, covenant, monkeypatch):
    monkeypatch.setattr("covenants.actions.parts.MOST", 1)
    covenant.articles.create(heading="Een", text="Tekst")
    page = desk.post(page_of(covenant, "article_new"), {"heading": "Twee", "text": "Nog meer", "position": 10})
    assert "There are 1 already, and nobody reads more." in page.text
    assert "Nog meer" in page.text
    assert covenant.articles.count() == 1


def test_what_was_typed_in_an_article_that_is_taken_out_waits_in_a_new_one(desk, covenant):
    article = covenant.articles.create(heading="Sleutels", text="Het huis.")
    promise = make_commitment(covenant)
    addresses = {
        page_of(covenant, "article_edit", article.pk): {"heading": "Sleutels", "text": "Het hele huis.", "version": 1},
        page_of(covenant, "commitment_edit", promise.pk): {"what": "Het hele huis.", "version": 1},
    }
    article.delete()
    promise.delete()
    for address, typed in addresses.items():
        page = desk.post(address, typed, follow=True)
        assert "Somebody took this out while you typed." in page.text
        assert "Het hele huis." in page.text
        assert desk.get(address).status_code == 404


def test_two_colleagues_write_two_articles_at_once(desk, covenant):
    one, other = (covenant.articles.create(heading=name, text="…") for name in ("Eén", "Twee"))
    for article in (one, other):
        typed = {"version": 1, "heading": "Anders", "text": "Tekst", "position": 10}
        assert desk.post(page_of(covenant, "article_edit", article.pk), typed).status_code == 302
    assert desk.post(page_of(covenant, "article_edit", one.pk), typed | {"heading": "Nog"}).status_code == 409


def test_promises_of_both_sides_stand_in_the_text(desk, covenant):
    service = make_organisation("Sportdienst", kind=OrganisationKind.CITY_SERVICE)
    typed = {"side": "CITY", "what": "Verlichting op het plein", "due_on": "2026-06-01", "owner": service.name}
    page = desk.get(page_of(covenant, "commitment_new") + "?side=CITY")
    assert page.context["form"]["side"].value() == Side.CITY
    desk.post(page_of(covenant, "commitment_new"), typed)
    desk.post(page_of(covenant, "commitment_new"), typed | {"side": "PARTNER", "what": "Open avond", "owner": ""})
    assert {each.side for each in Commitment.objects.all()} == {Side.CITY, Side.PARTNER}
    page = desk.get(page_of(covenant))
    assert page.text.rindex("Open avond") < page.text.rindex("Verlichting op het plein")
    assert "Sportdienst · To be kept by 1 June 2026." in page.text


@pytest.mark.parametrize("day", ["2025-12-31", "2028-01-01", "6202-01-01"])
def test_the_day_of_a_promise_lies_within_the_covenant_or_the_year_after(desk, covenant, day):
    typed = {"side": "CITY", "what": "Verlichting", "due_on": day}
    page = desk.post(page_of(covenant, "commitment_new"), typed)
    assert "Choose a day from 1 January 2026 until 31 December 2027." in page.text


def test_a_promise_of_one_side_is_not_kept_by_the_other(desk, covenant, organisation):
    typed = {"side": "CITY", "what": "Verlichting", "due_on": "2026-06-01", "owner": organisation.name}
    page = desk.post(page_of(covenant, "commitment_new"), typed)
    assert "Of the city a city service does it" in page.text


def test_members_of_a_partnership_can_keep_its_promises(desk, organisation):
    other = make_organisation("De Brug")
    covenant = make_covenant(make_partnership(organisation, other))
    typed = {"side": "PARTNER", "what": "Toeleiding", "due_on": "2026-06-01", "owner": "De Brug"}
    desk.post(page_of(covenant, "commitment_new"), typed)
    assert Commitment.objects.get().owner == other


# When both sides report


def test_the_schedule_shows_what_each_rhythm_gives(desk, covenant):
    page = desk.get(page_of(covenant, "covenant_schedule"))
    assert "1 January 2026 – 31 March 2026" in page.text
    assert "1 January 2026 – 30 June 2026" in page.text
    desk.post(page_of(covenant, "covenant_schedule"), {"version": 1, "rhythm": "QUARTER", "report_within_days": 20})
    covenant.refresh_from_db()
    assert (covenant.rhythm, covenant.report_within_days) == (Rhythm.QUARTER, 20)
    assert "1 October 2026 – 31 December 2026" in desk.get(page_of(covenant)).text


OWN = {"version": 1, "rhythm": "OWN", "report_within_days": 30}


def test_dates_of_their_own_are_kept_in_order(desk, covenant):
    second = {"starts_0": "2026-05-01", "ends_0": "2026-12-31"}
    first = {"starts_3": "2026-01-01", "ends_3": "2026-04-30"}
    desk.post(page_of(covenant, "covenant_schedule"), OWN | second | first)
    covenant.refresh_from_db()
    assert covenant.own_periods == [["2026-01-01", "2026-04-30"], ["2026-05-01", "2026-12-31"]]


@pytest.mark.parametrize(
    ("days", "says"),
    [
        ({"starts_0": "2026-05-01", "ends_0": "2026-04-01"}, "ends before it starts"),
        ({"starts_0": "2025-05-01", "ends_0": "2026-04-01"}, "lies outside the covenant"),
        ({"starts_0": "2026-01-01"}, "Fill in both days of a period."),
        ({}, "Give at least one period to report on."),
        (
            {"starts_0": "2026-01-01", "ends_0": "2026-04-30", "starts_1": "2026-04-30", "ends_1": "2026-08-01"},
            "overlap",
        ),
        ({"starts_0": "wanneer", "ends_0": "2026-04-30"}, "Enter a valid date."),
    ],
)
def test_periods_that_cannot_be_are_refused_with_what_to_do(desk, covenant, days, says):
    page = desk.post(page_of(covenant, "covenant_schedule"), OWN | days)
    assert says in page.text
    assert all(f'value="{day}"' in page.text for day in days.values())
    assert Covenant.objects.get().own_periods == []


@pytest.mark.parametrize("number", [3, 60])
def test_the_page_of_a_covenant_takes_the_same_queries_for_few_parts_and_for_many(
    django_assert_max_num_queries, desk, covenant, number
):
    for each in range(number):
        covenant.articles.create(heading=f"Artikel {each}", text="…")
        make_commitment(covenant)
        make_hours(covenant, Function.FREE_TIME, 1, neighbourhood=make_neighbourhood())
    make_budget(covenant, Function.FREE_TIME, 5)
    desk.get(page_of(covenant))
    with django_assert_max_num_queries(15):
        desk.get(page_of(covenant))
