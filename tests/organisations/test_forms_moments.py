import datetime

import pytest
from django.core.exceptions import ValidationError
from django.http import QueryDict

from organisations.enums import Weekday
from organisations.forms.moments import MomentsField
from organisations.schedule import Moment

TUESDAY, THURSDAY, SATURDAY, SUNDAY = Weekday.TUESDAY, Weekday.THURSDAY, Weekday.SATURDAY, Weekday.SUNDAY


def at(hour: int, minute: int = 0) -> datetime.time:
    return datetime.time(hour, minute)


def typed(*rows: str) -> list[Moment]:
    """Rows as "2 4 14:00 18:00": days, from, until; "-" for what is not filled in."""
    data = QueryDict(mutable=True)
    for number, row in enumerate(rows, start=1):
        *days, starts_at, ends_at = row.split()
        data.setlist(f"m-{number}-days", [day for day in days if day != "-"])
        data[f"m-{number}-from"], data[f"m-{number}-until"] = starts_at.strip("-"), ends_at.strip("-")
    field = MomentsField(required=False)
    return field.clean(field.widget.value_from_datadict(data, {}, "m"))


def test_ticked_days_share_their_hours():
    assert typed("2 4 14:00 18:00") == [Moment(TUESDAY, at(14), at(18)), Moment(THURSDAY, at(14), at(18))]


def test_a_second_row_gives_other_days_other_hours_and_empty_rows_say_nothing():
    assert typed("2 14:00 18:00", "- - -", "6 10:00 12:30") == [
        Moment(TUESDAY, at(14), at(18)),
        Moment(SATURDAY, at(10), at(12, 30)),
    ]


def test_one_day_can_have_two_parts():
    assert len(typed("2 10:00 12:00", "2 12:00 14:00")) == 2


@pytest.mark.parametrize("text", ["14:30", "14.30", "14u30", "14h30", "14:30:00"])
def test_an_hour_is_read_as_people_write_it(text):
    assert typed(f"2 {text} 15u") == [Moment(TUESDAY, at(14, 30), at(15))]


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        (["2 14:00 -"], "Tuesday: fill in from which hour until which."),
        (["2 4 - -"], "Tuesday, Thursday: fill in from which hour until which."),
        (["- 14:00 18:00"], "Tick the days on which it is 14:00-18:00."),
        (["2 14:00 14:00"], "Tuesday: it ends at the moment it starts."),
        (["2 25:00 26:00"], "“25:00” is no hour."),
        (["2 14:75 18:00"], "“14:75” is no hour."),
        (["2 straks 18:00"], "“straks” is no hour."),
        (["9 14:00 18:00"], "Choose days from Monday to Sunday."),
        (["2 14:00 18:00", "2 4 17:00 19:00"], "Tuesday 14:00-18:00 and Tuesday 17:00-19:00 overlap."),
        (["2 14:00 18:00", "2 14:00 18:00"], "overlap"),
        (["7 22:00 02:00", "1 01:00 03:00"], "overlap"),  # Sunday night is Monday morning
    ],
)
def test_what_is_not_right_is_said_with_its_day(rows, words):
    with pytest.raises(ValidationError) as error:
        typed(*rows)
    assert words in error.value.message


def test_a_night_is_shorter_than_the_days_around_it():
    assert len(typed("6 22:00 02:00", "7 22:00 02:00", "1 10:00 22:00")) == 3


def test_saved_moments_come_back_in_rows_with_room_for_more():
    field = MomentsField()
    saved = [
        Moment(THURSDAY, at(14), at(18)),
        Moment(TUESDAY, at(14), at(18)),
        Moment(SATURDAY, at(9), at(10)),
        Moment(SUNDAY, at(8), at(9)),
    ]
    rows = field.widget.get_context("m", field.prepare_value(saved), {})["widget"]["rows"]
    assert [row.days for row in rows] == [("2", "4"), ("6",), ("7",), ()]
    assert rows[0].starts_at == "14:00"


def test_what_was_typed_comes_back_as_it_was():
    data = QueryDict("m-1-days=2&m-1-from=straks&m-1-until=")
    field = MomentsField()
    html = field.widget.render("m", field.prepare_value(field.widget.value_from_datadict(data, {}, "m")), {"id": "x"})
    assert 'value="straks"' in html
    assert html.count(" checked") == 1


def test_the_same_moments_in_another_order_are_no_change():
    field, data = MomentsField(), QueryDict("m-1-days=4&m-1-days=2&m-1-from=14:00&m-1-until=18:00")
    rows = field.widget.value_from_datadict(data, {}, "m")
    saved = [Moment(TUESDAY, at(14), at(18)), Moment(THURSDAY, at(14), at(18))]
    assert not field.has_changed(saved, rows)
    assert field.has_changed(saved[:1], rows)
    assert field.in_words(saved) == "Tuesday and Thursday 14:00-18:00"


def test_a_hundred_rows_are_not_all_read():
    data = QueryDict("&".join(f"m-{number}-from=10:00" for number in range(100)))
    assert len(MomentsField().widget.value_from_datadict(data, {}, "m")) == 14
