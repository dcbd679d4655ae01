"""What the rules of the charter know, each shown by one neighbourhood of the demo city.

A situation is written down as the work done there. Whatever else the city gets later (`More`) may not change it.
"""

from dataclasses import dataclass

from organisations.enums import Function, OrganisationKind, WorkForm

FREE, WELFARE, BRIDGE, SIGNAL = Function.FREE_TIME, Function.WELFARE, Function.BRIDGE, Function.SIGNAL
HOUSE = OrganisationKind.YOUTH_WORK
UNKNOWN = None  # hours nobody wrote down
OUTREACH, MOBILE = WorkForm.OUTREACH, WorkForm.MOBILE


@dataclass(frozen=True)
class Work:
    """One offer: by whom, so many hours a week for each function, since when and until when."""

    by: OrganisationKind
    hours: dict[Function, float | None]
    form: WorkForm = WorkForm.FIXED
    together: bool = False  # on behalf of the partnership that works here
    ages: tuple[int, int] | None = (6, 25)
    since: int = 40  # months ago
    until: int | None = None  # days from today
    overdue: int = 0  # so many days late with confirming
    also_in: int | None = None  # another neighbourhood of the 25, by number
    was: dict[Function, float | None] | None = None  # its hours before they changed
    changed: int = 12  # months ago
    lately: bool = False  # began some days ago, whatever `since` says
    stopped: bool = False  # by one that has stopped since
    shares: tuple[int, int] | None = None  # percent here and there; None: not divided


@dataclass(frozen=True)
class Decision:
    """A priority decision: from and until, in months from today."""

    since: int
    until: int | None = None


@dataclass(frozen=True)
class Situation:
    shows: str
    works: tuple[Work, ...] = ()
    priority: Decision | None = None
    warm: bool = False
    more: frozenset[Function] = frozenset()  # functions further offers may have without changing what this shows
    more_ages: tuple[int, int] | None = None
    more_outside: bool = True
    lively: int = 1  # how much more there is, next to other neighbourhoods


NOW = Decision(since=-26)
ALL = frozenset(Function)
BUSY = 3


def whole(by: OrganisationKind = HOUSE, **fields) -> tuple[Work, ...]:
    """All four functions in one hand: a house, and work on the street."""
    return (
        Work(by, {FREE: 12, WELFARE: 6, BRIDGE: 5, SIGNAL: 1.5}, since=30, **fields),
        Work(by, {FREE: 4, SIGNAL: 1}, form=OUTREACH, since=22, **fields),
    )


def shared_whole(**fields) -> tuple[Work, ...]:
    """All four functions by several organisations, in the name of one partnership. The bridge came some days ago."""
    return (
        Work(HOUSE, {FREE: 10, SIGNAL: 2}, together=True, since=33, **fields),
        Work(OrganisationKind.WELFARE, {WELFARE: 6}, together=True, since=20, was={WELFARE: 4}, changed=6, **fields),
        Work(OrganisationKind.EDUCATION, {BRIDGE: 6}, together=True, lately=True, **fields),
        Work(HOUSE, {FREE: 3, WELFARE: 2}, form=MOBILE, together=True, since=9, **fields),
    )


SITUATIONS = (
    Situation("whole in one organisation", whole(), Decision(since=-37), warm=True, more=ALL),
    Situation("whole in a partnership", shared_whole(), Decision(since=-35), warm=True, more=ALL - {BRIDGE}),
    Situation(
        "free time is enough",
        (Work(OrganisationKind.SPORT, {FREE: 6}, was={FREE: 4}, changed=10),),
        more=frozenset({FREE, BRIDGE}),
    ),
    Situation(
        "whole without being priority, and bridge crowded out by free time",
        (
            Work(
                HOUSE,
                {FREE: 13, WELFARE: 6, BRIDGE: 2, SIGNAL: 1.5},
                since=38,
                was={FREE: 8, WELFARE: 6, BRIDGE: 5, SIGNAL: 1.5},
                changed=7,
            ),
            Work(HOUSE, {FREE: 4, SIGNAL: 1}, form=OUTREACH, since=22),
            Work(OrganisationKind.CITY_SERVICE, {BRIDGE: 3}, stopped=True),
        ),
        warm=True,
        more=frozenset({WELFARE, SIGNAL}),
    ),
    Situation(
        "scattered in a priority neighbourhood",
        (
            Work(HOUSE, {FREE: 9}),
            Work(OrganisationKind.WELFARE, {WELFARE: 5}, since=25),
            Work(OrganisationKind.EDUCATION, {BRIDGE: 6}, since=16),
            Work(OrganisationKind.SELF_ORGANISATION, {SIGNAL: 1}, form=OUTREACH, since=16),
        ),
        Decision(since=-14),
        warm=True,
        more=frozenset({FREE, WELFARE, BRIDGE}),
        lively=BUSY,
    ),
    Situation(
        "no way in, in a priority neighbourhood",
        (
            Work(OrganisationKind.WORK, {BRIDGE: 6}, ages=(12, 25)),
            Work(OrganisationKind.WELFARE, {WELFARE: 8, SIGNAL: 2}, form=OUTREACH, was={WELFARE: 10}, changed=21),
            Work(OrganisationKind.OTHER, {FREE: 6}, stopped=True),
        ),
        NOW,
        warm=True,
        more=frozenset({WELFARE, BRIDGE}),
    ),
    Situation(
        "scattered",
        (
            Work(HOUSE, {FREE: 6}),
            Work(OrganisationKind.WELFARE, {WELFARE: 4}),
            Work(OrganisationKind.WORK, {BRIDGE: 4}, since=18),
            Work(OrganisationKind.CITY_SERVICE, {SIGNAL: 1}, since=11),
        ),
        more=frozenset({FREE}),
    ),
    Situation(
        "no bridge, and welfare hangs by one partner",
        (
            Work(HOUSE, {FREE: 10, SIGNAL: 2}, together=True),
            Work(OrganisationKind.WELFARE, {WELFARE: 5}, together=True, until=45),
            Work(HOUSE, {FREE: 3}, form=OUTREACH, together=True, since=17),
        ),
        Decision(since=-20),
        warm=True,
        more=frozenset({FREE, SIGNAL}),
        lively=BUSY,
    ),
    Situation(
        "scattered, and signal not confirmed",
        (
            Work(HOUSE, {FREE: 9}, was={FREE: 5}, changed=18),
            Work(OrganisationKind.WELFARE, {WELFARE: 4}, since=31),
            Work(OrganisationKind.EDUCATION, {BRIDGE: 4}, since=27),
            Work(OrganisationKind.SELF_ORGANISATION, {SIGNAL: 1.5}, overdue=96),
            Work(HOUSE, {FREE: 3}, form=MOBILE),
        ),
        Decision(since=-9),
        warm=True,
        more=frozenset({FREE, WELFARE, BRIDGE}),
        lively=BUSY,
    ),
    Situation(
        "no way in",
        (Work(OrganisationKind.WELFARE, {WELFARE: 5}), Work(OrganisationKind.EDUCATION, {BRIDGE: 3})),
        more=frozenset({WELFARE}),
    ),
    Situation(
        "no bridge, and welfare crowded out by free time",
        (
            Work(HOUSE, {FREE: 8, SIGNAL: 2}, since=44),
            Work(HOUSE, {WELFARE: 8}, since=44, until=-150),
            Work(HOUSE, {WELFARE: 3}, since=5),
            Work(HOUSE, {FREE: 6}, form=OUTREACH, since=11, overdue=74),
            Work(OrganisationKind.SPORT, {FREE: 3}, since=21),
        ),
        NOW,
        warm=True,
        more=frozenset({SIGNAL}),
    ),
    Situation("hours unknown", (Work(OrganisationKind.SELF_ORGANISATION, {FREE: UNKNOWN, WELFARE: UNKNOWN}),)),
    Situation("no warm place, and priority since this month", whole(), Decision(since=0), more=ALL),
    Situation(
        "priority from next month",
        (Work(HOUSE, {FREE: 6}), Work(HOUSE, {FREE: 3, SIGNAL: 1}, form=MOBILE, since=13)),
        Decision(since=1),
        more=frozenset({FREE, WELFARE}),
    ),
    Situation(
        "no outreach",
        (Work(HOUSE, {FREE: 12, WELFARE: 6, BRIDGE: 5, SIGNAL: 2}, since=34),),
        Decision(since=-18),
        warm=True,
        more=ALL,
        more_outside=False,
        lively=2,
    ),
    Situation(
        "was priority until last year",
        (Work(HOUSE, {FREE: 7}), Work(OrganisationKind.WELFARE, {WELFARE: 5}), Work(HOUSE, {BRIDGE: 6}, until=-420)),
        Decision(since=-44, until=-13),
        warm=True,
        more=frozenset({FREE, WELFARE, SIGNAL}),
        lively=BUSY,
    ),
    Situation(
        "one offer in two neighbourhoods, divided",
        (Work(HOUSE, {FREE: 10, SIGNAL: 2}, also_in=2, shares=(70, 30)),),
        more=frozenset({FREE, BRIDGE, SIGNAL}),
    ),
    Situation(
        "no bridge and no signal",
        (
            Work(HOUSE, {FREE: 7}, since=34, was={FREE: 10}, changed=14),
            Work(OrganisationKind.WELFARE, {WELFARE: 5}, since=23),
            Work(OrganisationKind.EDUCATION, {BRIDGE: 4}, until=-460),
            Work(HOUSE, {FREE: 4}, form=MOBILE, since=15),
        ),
        NOW,
        warm=True,
        more=frozenset({FREE, WELFARE}),
        lively=BUSY,
    ),
    Situation(
        "one offer in two neighbourhoods, not divided",
        (Work(HOUSE, {FREE: 8}, form=MOBILE, also_in=13),),
        more=frozenset({FREE, WELFARE, BRIDGE}),
    ),
    Situation(
        "whole for children, nothing for teenagers",
        (
            Work(HOUSE, {FREE: 10, WELFARE: 4, BRIDGE: 6, SIGNAL: 1}, ages=(6, 11)),
            Work(HOUSE, {FREE: 4}, form=MOBILE, ages=(6, 11), since=15),
        ),
        warm=True,
        more=frozenset({FREE, WELFARE}),
        more_ages=(6, 11),
    ),
    Situation("free time not confirmed", (Work(OrganisationKind.SELF_ORGANISATION, {FREE: 4}, overdue=121),)),
    Situation("free time hangs by one partner", (Work(OrganisationKind.CULTURE, {FREE: 5}, until=40),)),
    Situation("nothing yet, free time in two months", (Work(HOUSE, {FREE: 8, SIGNAL: 2}, since=-2),)),
    Situation(
        "bridge only from sixteen",
        (
            Work(HOUSE, {FREE: 11, WELFARE: 5, SIGNAL: 2}, together=True, since=28),
            Work(OrganisationKind.WORK, {BRIDGE: 8}, together=True, ages=(16, 25), since=19),
            Work(HOUSE, {FREE: 4}, form=OUTREACH, together=True, since=10),
        ),
        Decision(since=-24),
        warm=True,
        more=frozenset({FREE, WELFARE}),
        lively=BUSY,
    ),
    Situation("nothing at all"),
)


def situation_of(number: int) -> Situation:
    """The situation of the neighbourhood with this number, from the centre outwards; a larger city repeats them."""
    return SITUATIONS[number % len(SITUATIONS)]
