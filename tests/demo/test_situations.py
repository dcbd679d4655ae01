"""Every situation the rules know stands in the demo city, in the neighbourhood that is there to show it."""

import pytest

from jos.demo.names import NEIGHBOURHOODS
from jos.demo.situations import SITUATIONS
from jos.shared.time import months_later, today
from organisations.coverage import Ages, AreaKind, GapKind, Status, WarningKind, coverage
from organisations.coverage.summary import summarise
from organisations.enums import Function

pytestmark = pytest.mark.django_db

NO_ENTRY = [(GapKind.FUNCTION_MISSING, Function.FREE_TIME), (GapKind.NO_ENTRY, Function.FREE_TIME)]
NO_BRIDGE = [(GapKind.FUNCTION_MISSING, Function.BRIDGE)]
NO_FREE_TIME = [(GapKind.FUNCTION_MISSING, Function.FREE_TIME)]

# what is shown: priority, status, gaps, warnings
EXPECTED = {
    "whole in one organisation": (True, Status.WHOLE, [], []),
    "whole in a partnership": (True, Status.WHOLE, [], []),
    "free time is enough": (False, Status.PARTIAL, [], []),
    "whole without being priority, and bridge crowded out by free time": (
        False,
        Status.WHOLE,
        [],
        [(WarningKind.CROWDING_OUT, Function.BRIDGE)],
    ),
    "scattered in a priority neighbourhood": (True, Status.SCATTERED, [(GapKind.NOT_TOGETHER, None)], []),
    "no way in, in a priority neighbourhood": (True, Status.PARTIAL, NO_ENTRY, []),
    "scattered": (False, Status.SCATTERED, [], []),
    "no bridge, and welfare hangs by one partner": (
        True,
        Status.PARTIAL,
        NO_BRIDGE,
        [(WarningKind.THIN, Function.WELFARE)],
    ),
    "scattered, and signal not confirmed": (
        True,
        Status.SCATTERED,
        [(GapKind.NOT_TOGETHER, None)],
        [(WarningKind.UNCONFIRMED, Function.SIGNAL)],
    ),
    "no way in": (False, Status.PARTIAL, NO_ENTRY, []),
    "no bridge, and welfare crowded out by free time": (
        True,
        Status.PARTIAL,
        NO_BRIDGE,
        [(WarningKind.CROWDING_OUT, Function.WELFARE)],
    ),
    "hours unknown": (False, Status.PARTIAL, [], []),
    "no warm place, and priority since this month": (True, Status.WHOLE, [(GapKind.NO_WARM_PLACE, None)], []),
    "priority from next month": (False, Status.PARTIAL, [], []),
    "no outreach": (True, Status.WHOLE, [(GapKind.NO_OUTREACH, None)], []),
    "was priority until last year": (False, Status.PARTIAL, [], None),
    "one offer in two neighbourhoods, divided": (False, Status.PARTIAL, [], []),
    "no bridge and no signal": (
        True,
        Status.PARTIAL,
        [*NO_BRIDGE, (GapKind.FUNCTION_MISSING, Function.SIGNAL)],
        [],
    ),
    "one offer in two neighbourhoods, not divided": (False, Status.PARTIAL, [], []),
    "whole for children, nothing for teenagers": (False, Status.WHOLE, [], []),
    "free time not confirmed": (False, Status.PARTIAL, [], [(WarningKind.UNCONFIRMED, Function.FREE_TIME)]),
    "free time hangs by one partner": (False, Status.PARTIAL, [], [(WarningKind.THIN, Function.FREE_TIME)]),
    "nothing yet, free time in two months": (False, Status.NONE, NO_FREE_TIME, []),
    "bridge only from sixteen": (True, Status.WHOLE, [], []),
    "nothing at all": (False, Status.NONE, NO_FREE_TIME, []),
}


def ask(**question) -> dict:
    """Coverage by what a neighbourhood shows."""
    names = {name: situation.shows for name, situation in zip(NEIGHBOURHOODS, SITUATIONS, strict=True)}
    rows = coverage(**{"at": today()} | question)
    return {names[area.name]: area for area in rows if area.kind == AreaKind.NEIGHBOURHOOD}


def test_every_situation_is_expected_to_show_something():
    assert EXPECTED.keys() == {situation.shows for situation in SITUATIONS}


def test_each_neighbourhood_shows_its_situation(city):
    for shows, area in ask().items():
        priority, status, gaps, warnings = EXPECTED[shows]
        assert (shows, area.priority, area.status) == (shows, priority, status)
        assert (shows, [(gap.kind, gap.function) for gap in area.gaps]) == (shows, gaps)
        if warnings is not None:
            assert (shows, [(warning.kind, warning.function) for warning in area.warnings]) == (shows, warnings)


def test_the_city_has_work_to_do(city):
    """What a policymaker reads first."""
    everybody, teenagers = (summarise(coverage(at=today(), ages=ages)) for ages in (None, Ages(12, 15)))
    assert len(everybody.priority) == 11
    assert (len(everybody.priority_whole), len(teenagers.priority_whole)) == (5, 4)
    assert len(everybody.priority_scattered) == 2
    assert sum(area.norm_met for area in everybody.priority) == 3
    assert lacking(everybody) == {Function.FREE_TIME: 1, Function.WELFARE: 0, Function.BRIDGE: 3, Function.SIGNAL: 1}
    assert lacking(teenagers) == lacking(everybody) | {Function.BRIDGE: 4}


def lacking(summary) -> dict[Function, int]:
    return {function: len(areas) for function, areas in summary.priority_lacking.items()}


def test_signal_work_takes_few_hours_and_a_quiet_neighbourhood_has_few_partners(city):
    areas = ask()
    assert all((area.functions[Function.SIGNAL].hours or 0) <= 8 for area in areas.values())
    organisations = {len({o for f in area.functions.values() for o in f.organisations}) for area in areas.values()}
    assert min(organisations) == 0
    assert max(organisations) < 20


def test_a_whole_is_named_by_its_organisation_or_its_partnership(city):
    areas = ask()
    assert "Jeugdhuis De Kaaihal" in areas["whole in one organisation"].whole_by
    assert areas["whole in a partnership"].whole_by == ("Samen rond de vaart",)


def test_hours_nobody_wrote_down_are_unknown_not_zero(city):
    free_time = ask()["hours unknown"].functions[Function.FREE_TIME]
    assert free_time.covered
    assert free_time.hours is None


def test_age_changes_the_answer(city):
    children, teenagers = ask(ages=Ages(6, 11)), ask(ages=Ages(12, 15))
    shows = "whole for children, nothing for teenagers"
    assert (children[shows].status, teenagers[shows].status) == (Status.WHOLE, Status.NONE)
    bridge = ask(ages=Ages(12, 15))["bridge only from sixteen"]
    assert (GapKind.FUNCTION_MISSING, Function.BRIDGE) in [(gap.kind, gap.function) for gap in bridge.gaps]


def test_the_date_changes_the_answer(city):
    later, before = ask(at=months_later(today(), 3)), ask(at=months_later(today(), -24))
    assert later["nothing yet, free time in two months"].norm_met
    assert later["priority from next month"].priority
    assert later["free time hangs by one partner"].status == Status.NONE
    assert before["was priority until last year"].priority
    assert before["no way in, in a priority neighbourhood"].functions[Function.FREE_TIME].covered


def test_the_trend_over_three_years_has_a_story(city):
    wholes = [
        sum(area.status == Status.WHOLE for area in ask(at=months_later(today(), -months)).values())
        for months in (36, 24, 12, 0)
    ]
    assert wholes == sorted(wholes)
    assert wholes[-1] >= 2 * wholes[0]


def test_something_changed_since_last_month(city):
    now, before = ask(), ask(at=months_later(today(), -1))
    won, lost = "whole in a partnership", "no way in, in a priority neighbourhood"
    assert (before[won].status, now[won].status) == (Status.PARTIAL, Status.WHOLE)
    assert before[lost].functions[Function.FREE_TIME].covered
    assert not before["no warm place, and priority since this month"].priority


def test_circles_are_judged_too(city):
    circles = [area for area in coverage(at=today()) if area.kind == AreaKind.CIRCLE]
    assert len(circles) == 4
    assert [circle.priority for circle in circles].count(True) == 1
