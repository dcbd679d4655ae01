"""What the text lacks before it can be offered for signature, part by part: asked from the first draft on."""

import datetime
from decimal import Decimal

import pytest

from covenants.drafting.completeness import WHOLE_TEXT
from covenants.enums import Part, Rhythm
from covenants.models import Covenant
from jos.shared.steps import lacks
from organisations.enums import Function
from tests.builders import make_circle, make_neighbourhood
from tests.covenant_builders import balance, make_budget, make_covenant, make_hours, make_number

pytestmark = pytest.mark.django_db

NO_BREAK = "\N{NO-BREAK SPACE}"
FREE_TIME, WELFARE, BRIDGE = Function.FREE_TIME, Function.WELFARE, Function.BRIDGE


@pytest.fixture
def covenant() -> Covenant:
    """Whole: hours, a budget that adds up and indicators in balance."""
    covenant = make_covenant(functions=[FREE_TIME.value], total_budget=Decimal("1000.10"))
    make_hours(covenant, FREE_TIME, 12)
    make_budget(covenant, FREE_TIME, 1000.10)
    balance(covenant)
    return covenant


def lacking(covenant: Covenant) -> dict[str, list[str]]:
    return lacks(WHOLE_TEXT, Covenant.objects.get(pk=covenant.pk))


def test_a_whole_text_lacks_nothing(covenant):
    assert lacking(covenant) == {}


def test_R10_without_stories_beside_the_numbers_it_is_not_offered(covenant):
    covenant.indicators.all().delete()
    make_number(covenant, FREE_TIME)
    assert lacking(covenant) == {Part.INDICATORS: ["Free time has no indicator in statements and stories yet."]}


def test_each_function_it_funds_has_hours_and_no_other(covenant):
    make_hours(covenant, WELFARE, 2)
    covenant.functions = [FREE_TIME.value, BRIDGE.value]
    covenant.save()
    balance(covenant)
    assert lacking(covenant)[Part.HOURS] == [
        "Agree on hours a week for: bridge.",
        "There are hours for a function it does not fund: welfare.",
    ]


def test_hours_lie_where_it_reaches(covenant):
    rabot, dampoort, elsewhere = (make_neighbourhood(name) for name in ("Rabot", "Dampoort", "Elders"))
    make_hours(covenant, FREE_TIME, 1, neighbourhood=elsewhere)
    assert lacking(covenant) == {}  # the whole city
    covenant.neighbourhoods.add(rabot)
    covenant.circles.add(make_circle(dampoort))
    make_hours(covenant, FREE_TIME, 1, neighbourhood=rabot)
    make_hours(covenant, FREE_TIME, 1, neighbourhood=dampoort)
    assert lacking(covenant) == {Part.HOURS: ["There are hours in a neighbourhood it does not reach: Elders."]}


def test_a_budget_that_does_not_add_up_says_the_difference(covenant):
    make_budget(covenant, FREE_TIME, 0.2, year=2027)
    first, second = (text.replace(NO_BREAK, " ") for text in lacking(covenant)[Part.BUDGET])
    assert first == "The budget is € 1,000.10 in all, and its lines make € 1,000.30: € 0.20 apart."
    assert second == "There is a budget for 2027, a year in which it does not hold."
    Covenant.objects.update(total_budget=None)
    assert lacking(covenant)[Part.BUDGET][0] == "Say what the budget is in all."


def test_money_goes_to_functions_it_funds(covenant):
    make_budget(covenant, WELFARE, 0)
    assert lacking(covenant) == {}
    make_budget(covenant, BRIDGE, 10)
    assert "There is a budget for a function it does not fund: bridge." in lacking(covenant)[Part.BUDGET]


def test_dates_of_their_own_that_overlap_are_refused(covenant):
    covenant.rhythm = Rhythm.OWN
    covenant.own_periods = [["2026-01-01", "2026-06-30"], ["2026-06-01", "2026-12-31"]]
    covenant.save()
    assert "overlap" in lacking(covenant)[Part.FOLLOWING_UP][0]


def test_R7_both_sides_say_why_another_function_loses_hours(covenant):
    signed = make_covenant(covenant.organisation, state="SIGNED", valid_until=datetime.date(2026, 12, 31))
    make_hours(signed, FREE_TIME, 10)
    make_hours(signed, BRIDGE, 4)
    covenant.amends, covenant.city_reason_for_less = signed, "Zij doen het zelf."
    covenant.save()
    assert lacking(covenant) == {
        Part.HOURS: ["Bridge goes from 4 to 0 hours while free time gains: both sides say why."]
    }
    covenant.partner_reason_for_less = "Wij doen het met de school."
    covenant.save()
    assert lacking(covenant) == {}
