"""The library, choosing from it, and filling in: what each page asks, refuses and keeps."""

from decimal import Decimal

import pytest
from django.urls import reverse

from covenants.enums import AddsUp, BetterWhen, CovenantState, IndicatorKind, Side
from covenants.indicators.balance import missing_for_balance
from covenants.models import Blueprint, Indicator
from jos.shared.models import Draft
from organisations.enums import Function
from tests.covenant_builders import (
    STATEMENTS,
    balance,
    make_blueprint,
    make_covenant,
    make_number,
    make_period,
    make_scale,
)
from tests.record_forms import opened, told

pytestmark = pytest.mark.django_db

NUMBERS, QUALITATIVE = IndicatorKind.QUANTITATIVE, IndicatorKind.QUALITATIVE
OWN_NUMBER = {
    "name": "Jongeren met een sleutel",
    "function": Function.FREE_TIME,
    "unit": "jongeren",
    "better_when": BetterWhen.HIGHER,
    "baseline": "12,5",
    "target": "20",
    "over_periods": AddsUp.LATEST,
    "over_areas": AddsUp.DISTINCT,
    "age_split": "NONE",
    "measured_by": Side.PARTNER,
}
NEW_BLUEPRINT = OWN_NUMBER | {"position": 5, "is_active": "on"}


@pytest.fixture
def covenant(organisation):
    return make_covenant(organisation)


def page_of(covenant, name: str, *more) -> str:
    return reverse(name, args=[covenant.slug, *more])


def applying(covenant, blueprint) -> str:
    return page_of(covenant, "indicator_from", blueprint.slug)


def errors(response) -> dict:
    return {name: [str(each) for each in some] for name, some in response.context["form"].errors.items()}


# The library


def test_the_library_has_a_part_for_each_function(sign_in, member, organisation):
    make_blueprint("Stemmen", function=Function.SIGNAL)
    make_blueprint("Bezoekers", function=Function.FREE_TIME)
    make_blueprint("Oud", function=Function.BRIDGE, is_active=False)

    page = sign_in(member).get(reverse("blueprints"))

    assert [(group.function, [str(each) for each in group.measures]) for group in page.context["groups"]] == [
        (Function.FREE_TIME, ["Bezoekers"]),
        (Function.SIGNAL, ["Stemmen"]),
    ]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("kind=QUALITATIVE", ["Sfeer"]),
        ("function=BRIDGE", ["Stages"]),
        ("q=stage", ["Stages"]),
        ("function=NONSENSE", []),
    ],
)
def test_the_library_is_filtered_by_function_kind_and_words(sign_in, staff, asked, found):
    make_blueprint("Sfeer", QUALITATIVE)
    make_blueprint("Stages", function=Function.BRIDGE)

    page = sign_in(staff).get(f"{reverse('blueprints')}?{asked}")

    assert page.status_code == 200
    assert [str(each) for group in page.context["groups"] for each in group.measures] == found


@pytest.mark.parametrize("number", [3, 60])
def test_the_library_asks_the_same_of_the_database_however_large(sign_in, staff, django_assert_max_num_queries, number):
    for _each in range(number):
        make_blueprint()
    client = sign_in(staff)

    with django_assert_max_num_queries(6):
        client.get(reverse("blueprints"))


def test_staff_add_a_blueprint(sign_in, staff):
    sign_in(staff).post(reverse("blueprint_new", args=["numbers"]), NEW_BLUEPRINT)

    blueprint = Blueprint.objects.get()
    assert (blueprint.slug, blueprint.kind, blueprint.unit) == ("jongeren-met-een-sleutel", NUMBERS, "jongeren")


def test_staff_add_a_blueprint_in_statements(sign_in, staff):
    typed = {"name": "Sfeer", "function": Function.SIGNAL, "position": 5, "is_active": "on", "statement_1": " Koel. "}

    page = sign_in(staff).post(reverse("blueprint_new", args=["statements"]), typed)
    assert set(errors(page)) == {"statement_2", "statement_3"}

    sign_in(staff).post(
        reverse("blueprint_new", args=["statements"]), typed | {"statement_2": "Lauw.", "statement_3": "Warm\nhier."}
    )
    assert Blueprint.objects.get().statements == ["Koel.", "Lauw.", "Warm hier."]


def test_a_kind_that_does_not_exist_is_not_there(sign_in, staff):
    assert sign_in(staff).get(reverse("blueprint_new", args=["colours"])).status_code == 404


def test_what_covenants_measure_with_a_blueprint_no_longer_changes(sign_in, staff, covenant):
    blueprint = make_blueprint(unit="jongeren")
    make_number(covenant, blueprint=blueprint)
    url = reverse("blueprint_edit", args=[blueprint.slug])
    client = sign_in(staff)

    client.post(url, NEW_BLUEPRINT | {"unit": "uren", "name": "Andere naam"} | opened(client, url))

    blueprint.refresh_from_db()
    assert (blueprint.name, blueprint.unit) == ("Andere naam", "jongeren")


def test_who_saves_a_blueprint_second_sees_both_versions(sign_in, staff):
    blueprint = make_blueprint("Eerst")
    url = reverse("blueprint_edit", args=[blueprint.slug])
    client = sign_in(staff)
    before = opened(client, url)
    client.post(url, NEW_BLUEPRINT | {"name": "Zij"} | before)

    answer = client.post(url, NEW_BLUEPRINT | {"name": "Ik"} | before)

    assert answer.status_code == 409
    assert ("Name", "Zij", "Ik") in told(answer)


# Choosing


def test_r10_choosing_says_what_is_lacking_and_shows_only_what_the_covenant_funds(sign_in, staff, covenant):
    make_blueprint("Bezoekers", function=Function.FREE_TIME)
    make_blueprint("Stemmen", function=Function.SIGNAL)
    make_blueprint("Oud", function=Function.BRIDGE, is_active=False)
    make_number(covenant, Function.FREE_TIME)

    page = sign_in(staff).get(page_of(covenant, "indicator_new"))

    assert [str(each) for group in page.context["groups"] for each in group.measures] == ["Bezoekers"]
    assert [str(each) for each in page.context["missing"]] == [
        "Free time has no indicator in statements and stories yet.",
        "Bridge has no indicator in numbers yet.",
        "Bridge has no indicator in statements and stories yet.",
    ]


def test_what_is_in_the_covenant_already_is_not_chosen_twice(sign_in, staff, covenant):
    blueprint = make_blueprint()
    make_number(covenant, blueprint=blueprint)

    page = sign_in(staff).get(page_of(covenant, "indicator_new"))

    assert "in this covenant" in page.content.decode()
    assert applying(covenant, blueprint) not in page.content.decode()


def test_choosing_asks_the_same_of_the_database_however_many_there_are(
    sign_in, staff, covenant, django_assert_max_num_queries
):
    for _each in range(60):
        make_blueprint()
        balance(covenant)
    client = sign_in(staff)

    with django_assert_max_num_queries(12):
        client.get(page_of(covenant, "indicator_new"))


def test_applying_a_blueprint_asks_only_what_is_the_covenants_own(sign_in, staff, covenant):
    blueprint = make_blueprint("Bezoekers", unit="jongeren", over_periods=AddsUp.DISTINCT)
    typed = OWN_NUMBER | {"name": "Onze bezoekers", "unit": "euro", "over_periods": AddsUp.SUM}

    answer = sign_in(staff).post(applying(covenant, blueprint), typed)

    indicator = Indicator.objects.get()
    assert answer.url == f"{covenant.get_absolute_url()}#indicators"
    assert (indicator.name, indicator.unit, indicator.over_periods) == ("Onze bezoekers", "jongeren", AddsUp.DISTINCT)
    assert (indicator.blueprint, indicator.baseline) == (blueprint, Decimal("12.5"))


def test_a_blueprint_of_a_function_the_covenant_does_not_fund_is_not_there(sign_in, staff, covenant):
    assert sign_in(staff).get(applying(covenant, make_blueprint(function=Function.SIGNAL))).status_code == 404


# Filling in


def test_an_own_number_is_asked_for_a_unit_a_target_and_how_it_adds_up(sign_in, staff, covenant):
    page = sign_in(staff).post(page_of(covenant, "indicator_own", "numbers"), {})

    assert {"unit", "target", "over_periods", "over_areas", "better_when"} <= set(errors(page))


def test_r17_a_baseline_that_is_not_known_stays_unknown(sign_in, staff, covenant):
    sign_in(staff).post(page_of(covenant, "indicator_own", "numbers"), OWN_NUMBER | {"baseline": ""})

    assert Indicator.objects.get().baseline is None


@pytest.mark.parametrize(
    ("field", "text", "says"),
    [
        ("baseline", "-3", "are never less than 0"),
        ("need", "1.234", "too many digits"),
        ("target", "veel", "not a num"),
    ],
)
def test_a_number_that_cannot_be_is_refused_where_it_stands(sign_in, staff, covenant, field, text, says):
    refused = sign_in(staff).post(page_of(covenant, "indicator_own", "numbers"), OWN_NUMBER | {field: text})

    assert says in errors(refused)[field][0]
    assert f'value="{text}"' in refused.content.decode()
    assert not Indicator.objects.exists()


def test_a_number_is_written_as_in_a_report(sign_in, staff, covenant):
    typed = OWN_NUMBER | {"baseline": "onbekend", "target": "1 200,5"}
    sign_in(staff).post(page_of(covenant, "indicator_own", "numbers"), typed)

    assert (Indicator.objects.get().baseline, Indicator.objects.get().target) == (None, Decimal("1200.5"))


@pytest.mark.parametrize(
    ("better", "baseline", "target"), [(BetterWhen.HIGHER, "20", "19,9"), (BetterWhen.LOWER, "20", "20,1")]
)
def test_a_target_on_the_wrong_side_of_its_baseline_is_refused_without_a_reason(
    sign_in, staff, covenant, better, baseline, target
):
    typed = OWN_NUMBER | {"better_when": better, "baseline": baseline, "target": target}
    client, url = sign_in(staff), page_of(covenant, "indicator_own", "numbers")

    refused = client.post(url, typed)

    assert "or say why" in errors(refused)["why_backwards"][0]
    assert list(errors(refused)) == ["why_backwards"]
    assert not Indicator.objects.exists()
    assert f'value="{target}"' in refused.content.decode()
    client.post(url, typed | {"why_backwards": "Het jeugdhuis verbouwt."})
    assert Indicator.objects.get().goes_backwards


def test_a_target_that_keeps_what_there_is_needs_no_reason(sign_in, staff, covenant):
    sign_in(staff).post(page_of(covenant, "indicator_own", "numbers"), OWN_NUMBER | {"baseline": "20"})

    assert Indicator.objects.exists()


def test_an_aim_before_the_statement_that_holds_now_is_refused_without_a_reason(sign_in, staff, covenant):
    blueprint = make_blueprint("Sfeer", QUALITATIVE)
    typed = {"name": "Sfeer", "baseline_place": 3, "aim_place": 1}
    client = sign_in(staff)

    refused = client.post(applying(covenant, blueprint), typed)

    assert "or say why" in errors(refused)["why_backwards"][0]
    client.post(applying(covenant, blueprint), typed | {"why_backwards": "De ploeg is nieuw."})
    assert Indicator.objects.get().statements == STATEMENTS


def test_where_it_stands_on_the_statements_may_be_unknown(sign_in, staff, covenant):
    blueprint = make_blueprint("Sfeer", QUALITATIVE)

    sign_in(staff).post(applying(covenant, blueprint), {"name": "Sfeer", "baseline_place": "", "aim_place": 2})

    assert (Indicator.objects.get().baseline_place, Indicator.objects.get().aim_place) == (None, 2)


@pytest.mark.parametrize("place", [4, 0, 99, "x", 2**70])
def test_a_statement_that_is_not_there_is_no_aim(sign_in, staff, covenant, place):
    blueprint = make_blueprint("Sfeer", QUALITATIVE)

    page = sign_in(staff).post(applying(covenant, blueprint), {"name": "Sfeer", "aim_place": place})

    assert list(errors(page)) == ["aim_place"]


def test_own_statements_are_written_in_their_order_without_a_gap(sign_in, staff, covenant):
    url = page_of(covenant, "indicator_own", "statements")
    typed = {"name": "Sfeer", "function": Function.BRIDGE, "aim_place": 3}
    rows = {"statement_1": "Koel.", "statement_2": "Lauw.", "statement_3": "Warm."}
    client = sign_in(staff)

    gap = client.post(url, typed | rows | {"statement_5": "Heet."})
    assert list(errors(gap)) == ["statement_4"]
    client.post(url, typed | rows)

    assert Indicator.objects.get().statements == ["Koel.", "Lauw.", "Warm."]


@pytest.mark.parametrize("bad", ["\x00", "9" * 40, "NaN", "1e999", "twaalf"])
def test_bad_input_is_refused_with_what_to_do(sign_in, staff, covenant, bad):
    page = sign_in(staff).post(page_of(covenant, "indicator_own", "numbers"), OWN_NUMBER | {"target": bad})

    assert page.status_code in (200, 400)
    assert not Indicator.objects.exists()


def test_what_nobody_asks_is_never_stored(sign_in, staff, covenant):
    other = make_covenant()
    forged = {"covenant": other.pk, "kind": QUALITATIVE, "position": 1, "dropped_on": "2026-01-01", "version": 9}

    sign_in(staff).post(page_of(covenant, "indicator_own", "numbers"), OWN_NUMBER | forged)

    indicator = Indicator.objects.get()
    assert (indicator.covenant, indicator.kind, indicator.dropped_on) == (covenant, NUMBERS, None)


def test_what_is_typed_is_kept_until_it_is_right(sign_in, staff, covenant):
    url = page_of(covenant, "indicator_own", "numbers")

    sign_in(staff).post(url, OWN_NUMBER | {"target": ""})

    assert Draft.objects.get(user=staff).typed["name"] == [OWN_NUMBER["name"]]


def test_a_form_sent_twice_makes_one_indicator(sign_in, staff, covenant):
    url, client = page_of(covenant, "indicator_own", "numbers"), sign_in(staff)
    token = client.get(url).context["form"]["token"].value()

    client.post(url, OWN_NUMBER | {"token": token})
    client.post(url, OWN_NUMBER | {"token": token})

    assert Indicator.objects.count() == 1


# Whose turn it is


def test_each_change_takes_away_what_both_accepted_and_stands_in_the_trail(sign_in, member, organisation):
    covenant = make_covenant(organisation, turn=Side.PARTNER, accepted_by_city=True)

    sign_in(member).post(page_of(covenant, "indicator_own", "numbers"), OWN_NUMBER)

    covenant.refresh_from_db()
    assert (covenant.accepted_by_city, covenant.moves.count()) == (False, 1)


def test_out_of_ones_turn_nothing_changes_and_what_was_typed_is_kept(sign_in, member, covenant):
    page = sign_in(member).post(page_of(covenant, "indicator_own", "numbers"), OWN_NUMBER)

    assert "It is the turn of the city." in page.content.decode()
    assert Draft.objects.filter(user=member).exists()
    assert not Indicator.objects.exists()


def test_nothing_changes_once_it_is_signed(sign_in, staff, organisation):
    covenant = make_covenant(organisation, state=CovenantState.SIGNED)
    indicator = make_number(covenant)
    client = sign_in(staff)

    client.post(page_of(covenant, "indicator_remove", indicator.pk))
    client.post(page_of(covenant, "indicator_own", "numbers"), OWN_NUMBER)

    assert list(Indicator.objects.all()) == [indicator]


def test_two_colleagues_change_two_indicators_and_neither_loses(sign_in, staff, covenant):
    first, second = (make_number(covenant, name=name) for name in ("Een", "Twee"))
    urls = [page_of(covenant, "indicator_edit", each.pk) for each in (first, second)]
    client = sign_in(staff)
    before = [opened(client, url) for url in urls]

    answers = [client.post(url, OWN_NUMBER | typed) for url, typed in zip(urls, before, strict=True)]

    assert [answer.status_code for answer in answers] == [302, 302]
    assert client.post(urls[0], OWN_NUMBER | {"name": "Te laat"} | before[0]).status_code == 409


def test_an_indicator_is_taken_out_after_asking(sign_in, staff, covenant):
    indicator = make_scale(covenant)
    url, client = page_of(covenant, "indicator_remove", indicator.pk), sign_in(staff)

    assert str(indicator) in client.get(url).content.decode()
    client.post(url)

    assert not Indicator.objects.exists()
    assert Indicator.history.filter(history_type="-", history_user=staff).exists()


def test_what_an_amendment_copied_keeps_its_measure(sign_in, staff, organisation):
    signed = make_covenant(organisation, state=CovenantState.SIGNED)
    make_period(signed)
    amendment = make_covenant(organisation, amends=signed)
    copy = make_number(amendment, copy_of=make_number(signed))
    url, client = page_of(amendment, "indicator_edit", copy.pk), sign_in(staff)

    client.post(url, OWN_NUMBER | {"unit": "uren", "target": "90"} | opened(client, url))

    copy.refresh_from_db()
    assert (copy.unit, copy.target) == ("jongeren", 90)


# What one sees while choosing


def test_the_example_is_worked_out_for_what_is_chosen(sign_in, staff):
    url = reverse("indicator_example")
    asked = {"over_periods": AddsUp.LATEST, "over_areas": AddsUp.SUM, "unit": "<b>jongeren"}

    client = sign_in(staff)
    page = client.get(url, asked, headers={"HX-Request": "true"}).content.decode()

    assert "34 &lt;b&gt;jongeren" in page
    assert "20, one part unknown" in page
    nonsense = {"over_periods": "NONSENSE", "unit": "\x00" * 99}
    assert client.get(url, nonsense, headers={"HX-Request": "true"}).status_code in (200, 400)


def test_the_example_is_no_page_of_its_own(sign_in, staff):
    assert sign_in(staff).get(reverse("indicator_example")).url == reverse("blueprints")


def test_without_script_each_choice_says_what_it_makes_of_two_numbers(sign_in, staff, covenant):
    page = sign_in(staff).get(page_of(covenant, "indicator_own", "numbers")).content.decode()

    assert "They add up: 12 and then 18 say 30" in page
    assert "The same people may count twice: 12 and then 18 say at least 18" in page
    assert "They add up: 12 in one area and 18 in another say 30" in page
    assert page.count("The latest counts: 12 and then 18 say 18") == 1  # of periods; areas have no latest


# On the page of the covenant


def test_the_covenant_shows_numbers_beside_statements_and_what_lacks(sign_in, staff, covenant):
    make_number(covenant, name="Bezoekers", baseline=None)
    make_scale(covenant, Function.FREE_TIME, name="Sfeer")

    page = sign_in(staff).get(covenant.get_absolute_url()).content.decode()

    assert page.index("Bezoekers") < page.index("Sfeer")
    assert "not known yet" in page
    assert "Nothing in numbers yet." in page
    assert len(missing_for_balance(covenant)) == 2
