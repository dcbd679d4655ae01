"""What would be lost without one organisation."""

import pytest
from django.urls import reverse

from jos.shared.time import today
from organisations.coverage.part import parts_of
from organisations.enums import Function, WorkForm
from tests.builders import (
    ALL_FOUR,
    make_neighbourhood,
    make_offer,
    make_organisation,
    make_partnership,
    make_place,
    make_priority,
)

pytestmark = pytest.mark.django_db
FREE_TIME, WELFARE, BRIDGE, SIGNAL = Function


@pytest.fixture
def rabot():
    return make_neighbourhood("Rabot")


def part(organisation):
    (found,) = parts_of(organisation, at=today())
    return found


def test_a_function_nobody_else_has_would_be_gone_with_its_hours(organisation, rabot):
    make_offer(organisation, rabot, functions={BRIDGE: 10})
    make_offer(make_organisation(), rabot, functions={FREE_TIME: 4})
    found = part(organisation)
    assert found.losses == ("no bridge (10 hours)",)
    assert BRIDGE in found.without.missing
    assert FREE_TIME in found.without.covered


def test_the_whole_falls_apart(organisation, rabot):
    make_offer(organisation, rabot, functions=dict(ALL_FOUR))
    make_offer(make_organisation(), rabot, functions={FREE_TIME: 1, WELFARE: 1, SIGNAL: 1})
    assert part(organisation).losses_in_words == "no bridge (4 hours) and the four are no longer one whole"


def test_four_that_stay_but_scattered_are_a_loss_too(organisation, rabot):
    make_offer(organisation, rabot, functions=dict(ALL_FOUR))
    for function in Function:
        make_offer(make_organisation(), rabot, functions={function: 2})
    found = part(organisation)
    assert found.losses == ("the four are no longer one whole",)
    assert found.shares[0] == "4 of the 6 hours of free time"


def test_where_others_are_as_well_nothing_is_lost_and_the_share_is_said(organisation, rabot):
    make_offer(organisation, rabot, functions={FREE_TIME: 3})
    make_offer(make_organisation(), rabot, functions={FREE_TIME: 7})
    found = part(organisation)
    assert found.losses == ()
    assert found.shares == ("3 of the 10 hours of free time",)
    assert not found.breaks_the_norm


@pytest.mark.parametrize(("ours", "theirs"), [(None, 7), (3, None)])
def test_hours_that_are_not_known_are_not_subtracted(organisation, rabot, ours, theirs):
    make_offer(organisation, rabot, functions={FREE_TIME: ours})
    make_offer(make_organisation(), rabot, functions={FREE_TIME: theirs})
    assert part(organisation).shares == ("free time, together with others",)


def test_unknown_hours_are_no_zero(organisation, rabot):
    make_offer(organisation, rabot, functions={BRIDGE: None})
    assert part(organisation).losses == ("no bridge (hours not known)",)
    make_offer(organisation, rabot, functions={BRIDGE: 2})
    assert part(organisation).losses == ("no bridge (at least 2 hours)",)


def test_a_warm_place_and_outreach_are_lost_as_well_and_the_norm_with_them(organisation, rabot):
    make_priority(rabot)
    house = make_place(organisation, rabot, warm=True)
    make_offer(organisation, rabot, functions=dict(ALL_FOUR), place=house)
    make_offer(organisation, rabot, functions={FREE_TIME: 1}, work_form=WorkForm.OUTREACH)
    make_offer(make_organisation(), rabot, functions=dict(ALL_FOUR))
    found = part(organisation)
    assert found.losses == ("no offer in a warm place", "nobody who goes to young people")
    assert found.breaks_the_norm


def test_a_partnership_keeps_what_its_other_members_offer(organisation, rabot):
    """R2: two others still form the whole together."""
    one, other = make_organisation(), make_organisation()
    together = make_partnership(organisation, one, other, name="Samen")
    make_offer(organisation, rabot, functions={FREE_TIME: 2}, partnership=together)
    make_offer(one, rabot, functions={FREE_TIME: 2, WELFARE: 2}, partnership=together)
    make_offer(other, rabot, functions={BRIDGE: 2, SIGNAL: 2}, partnership=together)
    found = part(organisation)
    assert found.losses == ()
    assert found.without.whole_by == ("Samen",)


def test_only_neighbourhoods_where_it_works_today_and_the_neediest_first(organisation, rabot):
    elsewhere, muide = make_neighbourhood("Elders"), make_neighbourhood("Muide")
    make_offer(make_organisation(), elsewhere, rabot, functions=dict(ALL_FOUR))
    make_offer(organisation, muide, rabot, functions={BRIDGE: 2})
    make_offer(organisation, elsewhere, status="DRAFT")
    assert [found.area.name for found in parts_of(organisation, at=today())] == ["Muide", "Rabot"]


def test_the_page_says_it_in_a_sentence_beside_both_flowers(sign_in, member, organisation, rabot):
    make_offer(organisation, rabot, functions={FREE_TIME: 10})
    page = sign_in(member).get(reverse("organisation_part", args=[organisation.slug])).content.decode()
    assert "Without us: no free time (10 hours)." in page
    assert "The norm would no longer be met." in page
    assert 'aria-label="Rabot: none of the four functions. Norm not met."' in page


def test_the_city_reads_it_with_the_name_and_a_stranger_does_not(sign_in, policymaker, stranger, organisation, rabot):
    make_offer(organisation, rabot, functions={FREE_TIME: 10})
    address = reverse("organisation_part", args=[organisation.slug])
    assert "Without De Kring vzw: no free time (10 hours)." in sign_in(policymaker).get(address).content.decode()
    assert sign_in(stranger).get(address).status_code == 404


def test_an_organisation_without_offers_is_told_what_to_do(sign_in, member, organisation):
    page = sign_in(member).get(reverse("organisation_part", args=[organisation.slug])).content.decode()
    assert "Nothing counts today." in page


@pytest.mark.parametrize("number", [3, 60])
def test_it_takes_the_same_queries_for_any_number(organisation, django_assert_num_queries, number):
    for _number in range(number):
        make_offer(organisation, make_neighbourhood(), functions=dict(ALL_FOUR))
    with django_assert_num_queries(5):  # where it works, areas, offers, functions, shares
        assert len(parts_of(organisation, at=today())) == number
