"""Both reports beside each other: the differences first, and nothing of a draft of the other side."""

import pytest

from covenants.enums import Side
from covenants.following_up.placements import BESIDE
from covenants.following_up.side_by_side import side_by_side
from tests import builders
from tests import covenant_builders as covenants
from tests.covenants.talks import reported

pytestmark = pytest.mark.django_db


def placed(period, name: str, partner: int | None, city: int | None):
    """A scale on which both sides place themselves."""
    scale = covenants.make_scale(period.covenant, name=name)
    for side, place in ((Side.PARTNER, partner), (Side.CITY, city)):
        covenants.make_reflection(period.reports.get(side=side), scale, place)
    return scale


def test_where_both_sides_differ_most_stands_first(organisation, staff):
    period = reported(organisation)
    placed(period, "eens", 2, 2)
    placed(period, "een verschil", 1, 2)
    placed(period, "onbekend", None, 3)
    placed(period, "ver uiteen", 3, 1)
    found = side_by_side(period, staff)
    assert [each.indicator.name for each in found.placements] == ["ver uiteen", "een verschil", "onbekend", "eens"]
    assert [each.apart for each in found.placements] == [2, 1, None, 0]
    assert found.differing == 2


def test_names_stand_under_the_statements_only_where_somebody_tells_something(organisation, staff):
    period = reported(organisation)
    placed(period, "enkel gekozen", 2, 1)
    placed(period, "onbekend", None, 3)
    placed(period, "verteld", 1, 1)
    period.reports.get(side=Side.CITY).reflections.filter(indicator__name="verteld").update(narrative="Op dinsdag.")
    found = side_by_side(period, staff).placements
    assert {each.indicator.name for each in found if each.words} == {"onbekend", "verteld"}


def test_the_ladder_says_who_stands_where(organisation, staff):
    period = reported(organisation)
    placed(period, "samen", 2, 2)
    ladder = side_by_side(period, staff).placements[0].ladder
    assert [rung.by for rung in ladder] == [(), BESIDE, ()]
    assert [rung.is_start for rung in ladder] == [True, False, False]
    assert [rung.is_aim for rung in ladder] == [False, False, True]


def test_a_draft_is_for_its_own_side_only(organisation, staff, coordinator, policymaker):
    period = reported(organisation)
    period.reports.filter(side=Side.PARTNER).update(submitted_at=None)
    told = lambda user: set(side_by_side(period, user).told)  # noqa: E731
    assert told(coordinator) == {Side.PARTNER, Side.CITY}
    assert told(staff) == told(policymaker) == {Side.CITY}


def test_a_number_stands_against_its_target(organisation, staff):
    period = reported(organisation)
    reached, short = (covenants.make_number(period.covenant, name=name) for name in ("gehaald", "nog niet"))
    unknown = covenants.make_number(period.covenant, name="onbekend")
    report = period.reports.get(side=Side.PARTNER)
    for indicator, value in ((reached, 40), (short, 39), (unknown, None)):
        covenants.make_measurement(report, indicator, value)
    covenants.make_number(period.covenant, name="niets gezegd")
    rows = {each.indicator.name: (each.says, each.is_reached) for each in side_by_side(period, staff).numbers}
    assert rows == {
        "gehaald": ("40 jongeren", True),
        "nog niet": ("39 jongeren", False),
        "onbekend": ("not known", None),
        "niets gezegd": ("", None),
    }


def test_the_parts_of_a_number_are_named(organisation, staff):
    period = reported(organisation)
    area = builders.make_neighbourhood("Dampoort")
    period.covenant.neighbourhoods.add(area)
    number = covenants.make_number(period.covenant, by_neighbourhood=True, age_split="TWO")
    report = period.reports.get(side=Side.PARTNER)
    covenants.make_measurement(report, number, 5, neighbourhood=area, age_group="6-15")
    covenants.make_measurement(report, number, None, age_group="16-25")
    assert side_by_side(period, staff).numbers[0].parts == (
        ("16–25 years", "not known"),
        ("Dampoort · 6–15 years", "5"),
    )


def test_only_whoever_measures_it_is_heard(organisation, staff):
    period = reported(organisation)
    number = covenants.make_number(period.covenant, measured_by=Side.CITY)
    covenants.make_measurement(period.reports.get(side=Side.PARTNER), number, 99)
    covenants.make_measurement(period.reports.get(side=Side.CITY), number, 12)
    assert side_by_side(period, staff).numbers[0].says == "12 jongeren"


def test_the_promises_of_both_sides_stand_apart_from_those_of_the_talk(organisation, staff):
    period = reported(organisation)
    covenants.make_commitment(period.covenant, Side.PARTNER, "Elke week open")
    covenants.make_commitment(period.covenant, Side.CITY, "Een sleutel")
    covenants.make_commitment(period.covenant, Side.CITY, "Een tweede sleutel", agreed_in=period)
    found = side_by_side(period, staff)
    of = {account.side: [row.commitment.what for row in account.promises] for account in found.accounts}
    assert of == {Side.PARTNER: ["Elke week open"], Side.CITY: ["Een sleutel"]}
    assert [row.commitment.what for row in found.agreements] == ["Een tweede sleutel"]
