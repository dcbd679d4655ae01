"""R7: more free-time hours, but never at the cost of the other three functions."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from covenants.actions.drafting import take_step
from covenants.actions.parts import set_hours
from covenants.amending.hours import less_elsewhere, less_in
from covenants.drafting.completeness import reasons_of_both
from covenants.enums import CovenantState, CovenantStep
from covenants.models import Covenant
from organisations.enums import Function
from tests.builders import make_neighbourhood
from tests.covenant_builders import make_covenant, make_hours

FREE_TIME, WELFARE, BRIDGE, SIGNAL = Function


def hours(**by_function) -> dict[Function, Decimal]:
    return {Function[name]: Decimal(value) for name, value in by_function.items()}


def test_R7_more_free_time_with_less_bridge_is_seen():
    found = less_elsewhere(hours(FREE_TIME=10, BRIDGE=8), hours(FREE_TIME=12, BRIDGE=6))
    assert [(each.function, each.before, each.after) for each in found] == [(BRIDGE, 8, 6)]


def test_R7_a_function_that_goes_altogether_is_less_as_well():
    assert [each.function for each in less_elsewhere(hours(FREE_TIME=10, SIGNAL=2), hours(FREE_TIME=11))] == [SIGNAL]


@pytest.mark.parametrize(
    "after",
    [
        pytest.param(hours(FREE_TIME=12, BRIDGE=8), id="only more"),
        pytest.param(hours(FREE_TIME=10, BRIDGE=6), id="less, but free time gains nothing"),
        pytest.param(hours(FREE_TIME=8, BRIDGE=6), id="less of both"),
    ],
)
def test_R7_asks_nothing_where_free_time_takes_nothing(after):
    assert less_elsewhere(hours(FREE_TIME=10, BRIDGE=8), after) == []


amounts = st.dictionaries(st.sampled_from(Function), st.decimals(0, 100, places=2))


@given(before=amounts, after=amounts)
def test_R7_what_both_ways_lose_is_never_the_same(before, after):
    """Free time cannot gain in both directions."""
    assert not (less_elsewhere(before, after) and less_elsewhere(after, before))


@pytest.mark.django_db
def test_R7_looks_at_all_ages_and_neighbourhoods_together(organisation):
    base = make_covenant(organisation, state=CovenantState.SIGNED)
    amendment = make_covenant(organisation, amends=base)
    make_hours(base, FREE_TIME, 10)
    make_hours(base, BRIDGE, 8)
    make_hours(amendment, FREE_TIME, 6, age_band="6-11")
    make_hours(amendment, FREE_TIME, 6, age_band="12-15")
    make_hours(amendment, BRIDGE, 4, age_band="12-15")
    make_hours(amendment, BRIDGE, 4, age_band="16-19")
    assert less_in(amendment) == []
    amendment.hours.filter(age_band="16-19").delete()
    assert [each.function for each in less_in(amendment)] == [BRIDGE]


@pytest.mark.django_db
def test_R7_asks_nothing_of_a_first_covenant(organisation):
    covenant = make_covenant(organisation)
    make_hours(covenant, FREE_TIME, 10)
    assert less_in(covenant) == []


# Ways around the reason


@pytest.fixture
def base(organisation):
    found = make_covenant(organisation, state=CovenantState.SIGNED)
    make_hours(found, FREE_TIME, 10)
    make_hours(found, BRIDGE, 8, age_band="12-15")
    return found


def amending(base, free_time: float, bridge: float, **fields):
    amendment = make_covenant(base.organisation, amends=base, **fields)
    make_hours(amendment, FREE_TIME, free_time)
    if bridge:
        make_hours(amendment, BRIDGE, bridge, age_band="12-15")
    return amendment


def lost(amendment) -> list[Function]:
    return [each.function for each in less_in(amendment)]


@pytest.mark.django_db
def test_R7_hours_that_move_to_another_age_or_place_are_not_lost(base):
    amendment = amending(base, 12, 0)
    make_hours(amendment, BRIDGE, 3, age_band="6-11")
    make_hours(amendment, BRIDGE, 5, neighbourhood=make_neighbourhood())
    assert lost(amendment) == []


@pytest.mark.django_db
def test_R7_free_time_that_gains_in_one_place_only_gains_all_the_same(base):
    amendment = amending(base, 10, 6)
    make_hours(amendment, FREE_TIME, 0.25, neighbourhood=make_neighbourhood())
    assert lost(amendment) == [BRIDGE]


@pytest.mark.django_db
def test_R7_a_function_that_is_no_longer_funded_at_all_is_lost(base):
    assert lost(amending(base, 12, 0, functions=[FREE_TIME.value])) == [BRIDGE]


@pytest.mark.django_db
def test_R7_another_function_that_gains_makes_up_for_nothing(base):
    amendment = amending(base, 12, 6)
    make_hours(amendment, WELFARE, 20)
    assert lost(amendment) == [BRIDGE]


@pytest.mark.django_db
def test_R7_what_follows_is_a_new_balance_and_asks_no_reason(base):
    assert lost(make_covenant(base.organisation, follows=base)) == []


@pytest.mark.django_db
@pytest.mark.parametrize("reason", ["", "   ", "\n\t", ".", "–", "\u200b", "\ufeff…"])
def test_R7_a_space_or_a_full_stop_is_no_reason(base, staff, reason):
    amendment = amending(base, 12, 6, city_reason_for_less=reason, partner_reason_for_less="De school doet het.")
    assert list(reasons_of_both(amendment))
    with pytest.raises(ValidationError, match="Say why your side agrees"):
        accept(amendment, staff)


@pytest.mark.django_db
def test_R7_a_reason_of_one_side_is_not_that_of_both(base):
    assert list(reasons_of_both(amending(base, 12, 6, city_reason_for_less="De school doet het.")))


@pytest.mark.django_db
def test_R7_after_a_change_both_accept_anew_with_their_reason_before_them(base, staff, sign_in):
    amendment = amending(base, 12, 6, city_reason_for_less="De school doet er twee.")
    accept(amendment, staff)
    Covenant.objects.filter(pk=amendment.pk).update(turn="CITY")
    amendment.refresh_from_db()
    set_hours(
        covenant=amendment,
        neighbourhood=None,
        hours={(FREE_TIME, ""): Decimal(12)},
        version=amendment.version,
        by=staff,
    )
    amendment.refresh_from_db()
    assert not amendment.accepted_by_city
    page = sign_in(staff).get(reverse("covenant_step", args=[amendment.slug, "accept"]))
    assert page.context["form"]["city_reason_for_less"].value() == "De school doet er twee."


@pytest.mark.django_db
def test_R7_a_reason_for_what_is_no_longer_lost_leaves_the_text(base, staff):
    amendment = amending(base, 12, 8, city_reason_for_less="Oud.", partner_reason_for_less="Ook oud.")
    accept(amendment, staff)
    amendment.refresh_from_db()
    assert (amendment.city_reason_for_less, amendment.partner_reason_for_less) == ("", "")


def accept(amendment, by) -> None:
    take_step(covenant=amendment, step=CovenantStep.ACCEPT, version=amendment.version, by=by)
