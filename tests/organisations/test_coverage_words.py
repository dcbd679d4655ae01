"""What coverage says in words: to a policymaker, to a screen reader, in a table."""

import pytest

from organisations.coverage.sentences import join, join_names
from organisations.coverage.summary import summarise
from organisations.enums import Function, WorkForm
from tests.organisations.facts import (
    BRIDGE,
    FREE_TIME,
    NORTH,
    OVERKANT,
    SIGNAL,
    WELFARE,
    circle,
    judge,
    neighbourhood,
    offer,
)

WHOLE = (offer(*Function),)
SCATTERED = (offer(FREE_TIME, WELFARE), offer(BRIDGE, SIGNAL, by=OVERKANT))
WELCOMING = {"warm_place_in": NORTH, "work_form": WorkForm.OUTREACH}


def test_names_are_joined_as_one_says_them():
    assert [join("a"), join("ab"), join("abc")] == ["a", "a and b", "a, b and c"]


def test_more_names_than_one_reads_at_a_glance_are_counted():
    assert join_names("abcd") == "a, b, c and d"
    assert join_names("abcde") == "a, b, c and 2 others"


@pytest.mark.parametrize(
    ("offers", "priority", "sentence"),
    [
        (SCATTERED, True, "Noord: free time, welfare, bridge and signal, scattered. Norm not met."),
        (WHOLE, False, "Noord: free time, welfare, bridge and signal, one whole. Norm met."),
        ((offer(WELFARE, BRIDGE),), False, "Noord: welfare and bridge, without free time and signal. Norm not met."),
        ((), True, "Noord: none of the four functions. Norm not met."),
        (
            (offer(FREE_TIME, unconfirmed=True),),
            False,
            "Noord: free time, without welfare, bridge and signal. Norm met. Not confirmed: free time.",
        ),
    ],
)
def test_the_flower_has_a_sentence(offers, priority, sentence):
    assert judge(*offers, priority=priority).sentence == sentence


@pytest.mark.parametrize(
    ("offers", "priority", "words"),
    [
        ((offer(*Function, **WELCOMING),), True, "one whole"),
        (WHOLE, True, "one whole, no warm place, no outreach"),
        (WHOLE, False, "one whole"),
        (SCATTERED, False, "scattered"),
        ((offer(FREE_TIME, WELFARE, SIGNAL),), True, "lacks bridge"),
        ((offer(FREE_TIME),), False, "the basis is there"),
        ((offer(WELFARE),), False, "no free time"),
        ((), True, "nothing yet"),
    ],
)
def test_the_state_fits_in_a_cell(offers, priority, words):
    assert judge(*offers, priority=priority).state_words == words


def test_the_city_is_summed_up_by_its_neighbourhoods():
    whole = judge(offer(*Function, **WELCOMING), priority=True)
    scattered = judge(*SCATTERED, priority=True)
    empty = judge(priority=True)
    no_entry = judge(offer(WELFARE, unconfirmed=True))
    basis = judge(offer(FREE_TIME))
    around = judge(*SCATTERED, area=circle(NORTH, priority=True))
    city = summarise([whole, scattered, empty, no_entry, basis, around])
    assert city.neighbourhoods == (whole, scattered, empty, no_entry, basis)
    assert city.priority == (whole, scattered, empty)
    assert city.priority_whole == (whole,)
    assert city.priority_scattered == (scattered,)
    assert city.priority_lacking[BRIDGE] == (empty,)
    assert city.without_free_time == (empty, no_entry)
    assert city.without_entry == (no_entry,)
    assert city.with_gaps == (scattered, empty, no_entry)


def test_every_offer_that_was_counted_can_be_opened():
    first, second = SCATTERED
    elsewhere = offer(FREE_TIME, reach=(2,))
    area = judge(first, second, elsewhere, area=neighbourhood())
    assert area.offers == {first.pk, second.pk}
