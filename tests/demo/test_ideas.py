import datetime

import pytest

from jos.demo.ideas import BRIDGE, FREE_TIME, SIGNAL, TOGETHER, TOGETHER_OUTSIDE, WELFARE, WHOLE
from jos.demo.ideas.when import moments
from organisations.enums import Weekday

HOUR = datetime.time


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("", []),
        ("zaterdag 22:00-0:30", [(Weekday.SATURDAY, HOUR(22), HOUR(0, 30))]),
        (
            "maandag en woensdag 16:00-17:30, zaterdag 10:00-12:00",
            [
                (Weekday.MONDAY, HOUR(16), HOUR(17, 30)),
                (Weekday.WEDNESDAY, HOUR(16), HOUR(17, 30)),
                (Weekday.SATURDAY, HOUR(10), HOUR(12)),
            ],
        ),
        (
            "vrijdag tot zondag 12:00-20:00",
            [(day, HOUR(12), HOUR(20)) for day in (Weekday.FRIDAY, Weekday.SATURDAY, Weekday.SUNDAY)],
        ),
    ],
)
def test_days_and_hours_are_read_as_partners_write_them(when, expected):
    assert moments(when) == expected


@pytest.mark.parametrize("when", ["op afspraak", "maandag", "eerste maandag 9:00-10:00", "maandag 9:00-10:00, juli"])
def test_what_days_do_not_say_is_not_read_as_days(when):
    with pytest.raises(ValueError, match=when):
        moments(when)


def test_every_idea_says_when():
    for idea in WHOLE + TOGETHER + TOGETHER_OUTSIDE + FREE_TIME + WELFARE + BRIDGE + SIGNAL:
        assert moments(idea.when) or idea.words
