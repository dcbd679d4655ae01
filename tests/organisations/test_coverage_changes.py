"""What changed between two days, in words and in a direction."""

import datetime

import pytest
from hypothesis import given

from organisations.coverage import Ages, Selection
from organisations.coverage.changes import AreaChange, compare, compare_area
from organisations.coverage.enums import Direction
from organisations.enums import OrganisationKind, WorkForm
from tests.builders import (
    make_circle,
    make_neighbourhood,
    make_offer,
    make_organisation,
    make_place,
    make_priority,
)
from tests.organisations.facts import (
    BRIDGE,
    FREE_TIME,
    NAMES,
    OVERKANT,
    SIGNAL,
    WELFARE,
    judge,
    neighbourhood,
    offer,
)
from tests.organisations.test_coverage_properties import areas, bands, cities

SINCE, AT = datetime.date(2026, 1, 1), datetime.date(2026, 3, 1)
LAST_DAY = datetime.date(2026, 2, 1)
ALL = (FREE_TIME, WELFARE, BRIDGE, SIGNAL)


def change(before: list, now: list, *, was_priority=False, is_priority=False) -> AreaChange:
    """The north before and now, with these offers."""
    return compare_area(judge(*before, priority=was_priority), judge(*now, priority=is_priority), NAMES)


def told(changed: AreaChange) -> list[tuple[str, str]]:
    return [(one.direction.value, one.text) for one in changed.changes]


def test_a_function_that_came_says_by_whom_and_how_much():
    free_time = offer(FREE_TIME)
    changed = change([free_time], [free_time, offer(BRIDGE, hours="10", by=OVERKANT)])
    assert told(changed) == [("better", "Bridge came: De Overkant, 10 hours a week.")]
    assert changed.direction == Direction.BETTER


def test_a_function_that_fell_away_says_who_did_it():
    free_time = offer(FREE_TIME)
    changed = change([free_time, offer(SIGNAL, hours=None)], [free_time])
    assert told(changed) == [("worse", "Signal fell away: it was done by De Kring, hours not known.")]
    assert changed.direction == Direction.WORSE


def test_hours_that_changed():
    assert told(change([offer(FREE_TIME, hours="12")], [offer(FREE_TIME, hours="8.5")])) == [
        ("worse", "Free time: from 12 to 8.5 hours a week.")
    ]


def test_R17_unknown_hours_are_neither_more_nor_fewer():
    twelve, unknown = offer(FREE_TIME, hours="12"), offer(FREE_TIME, hours=None)
    eight = offer(FREE_TIME, hours="8")
    assert told(change([twelve], [unknown])) == [
        ("other", "Free time: the hours are not known now; it was 12 hours a week.")
    ]
    assert told(change([unknown], [twelve])) == [
        ("other", "Free time: 12 hours a week; before, the hours were not known.")
    ]
    assert told(change([twelve], [eight, unknown])) == [("other", "Free time: from 12 to at least 8 hours a week.")]
    assert told(change([eight, unknown], [twelve])) == [("other", "Free time: from at least 8 to 12 hours a week.")]
    assert told(change([eight], [twelve, unknown])) == [("better", "Free time: from 8 to at least 12 hours a week.")]
    assert change([unknown], [offer(FREE_TIME, hours=None)]).direction == Direction.NONE


def test_other_partners_make_nothing_better_or_worse():
    assert told(change([offer(FREE_TIME)], [offer(FREE_TIME, by=OVERKANT)])) == [
        ("other", "Free time: De Overkant came, De Kring stopped.")
    ]
    both = [offer(FREE_TIME, hours="2"), offer(FREE_TIME, hours="2", by=OVERKANT)]
    assert told(change([offer(FREE_TIME)], both)) == [("other", "Free time: De Overkant joined.")]
    assert told(change(both, [offer(FREE_TIME)])) == [("other", "Free time: De Overkant stopped.")]


def test_R4_the_norm_is_met_now():
    changed = change([], [offer(FREE_TIME)])
    assert told(changed) == [
        ("better", "The norm is met now."),
        ("better", "Free time came: De Kring, 4 hours a week."),
    ]
    assert told(change([offer(FREE_TIME)], []))[0] == ("worse", "The norm is no longer met.")


def test_R5_a_decision_makes_nothing_better_or_worse():
    free_time = [offer(FREE_TIME)]
    changed = change(free_time, free_time, is_priority=True)
    assert told(changed) == [("other", "It became a priority."), ("other", "The norm is no longer met.")]
    assert changed.direction == Direction.OTHER
    assert told(change(free_time, free_time, was_priority=True)) == [
        ("other", "It is no priority any more."),
        ("other", "The norm is met now."),
    ]


def test_R5_more_hours_where_more_is_asked_now_is_not_called_better():
    changed = change([offer(FREE_TIME)], [offer(FREE_TIME, hours="10")], is_priority=True)
    assert Direction.BETTER in {one.direction for one in changed.changes}
    assert changed.direction == Direction.OTHER
    back = change([offer(FREE_TIME, hours="10")], [offer(FREE_TIME)], was_priority=True)
    assert Direction.WORSE in {one.direction for one in back.changes}
    assert back.direction == Direction.OTHER


def test_R2_the_four_came_together_fell_apart_or_are_with_others():
    apart = [offer(FREE_TIME, WELFARE), offer(BRIDGE, SIGNAL, by=OVERKANT)]
    one, other = [offer(*ALL)], [offer(*ALL, by=OVERKANT)]
    assert told(change(apart, one))[0] == ("better", "The four functions are one whole now, by De Kring.")
    assert told(change(one, apart))[0] == (
        "worse",
        "The four functions are no longer one whole, as they were by De Kring.",
    )
    assert told(change(one, other))[0] == (
        "other",
        "The four functions are one whole by De Overkant; it was by De Kring.",
    )


def test_R6_a_warm_place_and_outreach_that_came_or_went():
    plain, welcoming = [offer(FREE_TIME)], [offer(FREE_TIME, warm_place_in=1, work_form=WorkForm.MOBILE)]
    assert told(change(plain, welcoming)) == [
        ("better", "A warm place came."),
        ("better", "Mobile or outreach work came."),
    ]
    assert told(change(welcoming, plain)) == [
        ("worse", "There is no warm place any more."),
        ("worse", "There is no mobile or outreach work any more."),
    ]


def test_better_and_worse_together_are_just_different():
    changed = change([offer(FREE_TIME, hours="4")], [offer(FREE_TIME, hours="2"), offer(BRIDGE)])
    assert {one.direction for one in changed.changes} == {Direction.BETTER, Direction.WORSE}
    assert changed.direction == Direction.OTHER


def test_an_area_that_did_not_exist_yet():
    changed = compare_area(None, judge(), NAMES)
    assert (changed.before, changed.direction) == (None, Direction.OTHER)
    assert changed.sentences == ("This neighbourhood did not exist yet.",)


@given(cities, areas, bands)
def test_compared_with_itself_nothing_changed(city, area, band):
    stands = judge(*city, area=area, ages=band)
    assert compare_area(stands, stands, NAMES) == AreaChange(stands, stands, ())
    assert compare_area(stands, stands, NAMES).direction == Direction.NONE


@given(cities, cities, bands)
def test_there_and_back_is_the_opposite(some, others, band):
    """What got better one way got worse the other way, in every neighbourhood."""
    one, other = (judge(*city, area=neighbourhood(), ages=band) for city in (some, others))
    there, back = compare_area(one, other, NAMES), compare_area(other, one, NAMES)
    opposite = {Direction.BETTER: Direction.WORSE, Direction.WORSE: Direction.BETTER}
    assert [opposite.get(change.direction, change.direction) for change in there.changes] == [
        change.direction for change in back.changes
    ]


# Asked of the database.


@pytest.mark.django_db
class TestCompare:
    def test_each_day_is_judged_by_its_own_facts(self):
        north, south = make_neighbourhood("Noord"), make_neighbourhood("Zuid")
        circle = make_circle(north, south, name="Rond", valid_from=AT)
        organisation = make_organisation("De Kring")
        house = make_place(organisation, north, warm=True, valid_from=AT)
        make_offer(organisation, north, place=house)
        make_offer(organisation, south, functions={FREE_TIME: 6}, valid_until=LAST_DAY)
        make_priority(north, valid_from=AT)
        changes = {changed.area.name: changed for changed in compare(since=SINCE, at=AT)}
        assert list(changes) == ["Noord", "Zuid", "Rond"]
        assert changes["Noord"].sentences == (
            "It became a priority.",
            "The norm is no longer met.",
            "A warm place came.",
        )
        assert changes["Zuid"].sentences == (
            "The norm is no longer met.",
            "Free time fell away: it was done by De Kring, 6 hours a week.",
        )
        assert changes["Rond"].sentences == ("This movement circle did not exist yet.",)
        assert circle.name not in [changed.area.name for changed in compare(since=SINCE, at=AT, circles=False)]

    def test_an_area_that_is_gone_comes_last(self):
        make_neighbourhood("Aan de rand", valid_until=LAST_DAY)
        make_neighbourhood("Zuid")
        *_others, gone = compare(since=SINCE, at=AT)
        assert (gone.area.name, gone.is_gone) == ("Aan de rand", True)
        assert gone.sentences == ("This neighbourhood does not exist any more.",)

    def test_ages_kinds_of_partner_and_work_forms_are_asked_of_both_days(self):
        north = make_neighbourhood("Noord")
        make_offer(make_organisation(kind=OrganisationKind.SPORT), north, valid_from=AT, age_min=12)

        def said(**asked):
            (changed,) = compare(since=SINCE, at=AT, **asked)
            return bool(changed.changes)

        assert said()
        assert said(ages=Ages(12, 15))
        assert not said(ages=Ages(6, 11))
        assert said(selection=Selection(kinds=frozenset({OrganisationKind.SPORT})))
        assert not said(selection=Selection(kinds=frozenset({OrganisationKind.POLICE})))
        assert not said(selection=Selection(work_forms=frozenset({WorkForm.MOBILE})))

    def test_of_a_selection_no_norm_is_compared(self):
        make_offer(make_organisation("De Kring"), make_neighbourhood("Noord"), valid_from=AT)
        (changed,) = compare(since=SINCE, at=AT, selection=Selection(work_forms=frozenset({WorkForm.FIXED})))
        assert changed.sentences == ("Free time came: De Kring, 4 hours a week.",)

    @pytest.mark.parametrize("size", [3, 60])
    def test_five_queries_however_much_there_is(self, size, django_assert_num_queries):
        organisation = make_organisation()
        for _number in range(size):
            make_offer(organisation, make_neighbourhood())
        with django_assert_num_queries(5):
            assert len(compare(since=SINCE, at=AT)) == size

    @pytest.mark.parametrize("since", [datetime.date.min, datetime.date.max, AT])
    def test_any_two_days_can_be_compared(self, since):
        make_offer(make_organisation(), make_neighbourhood())
        assert len(compare(since=since, at=AT)) == 1
