import datetime

import pytest

from organisations.enums import Season
from organisations.seasons import in_season, is_school_holiday, school_holidays, seasons_on


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("year", "spring", "easter", "autumn", "winter"),
    [
        (2019, "2019-03-04 2019-03-10", "2019-04-08 2019-04-22", "2019-10-28 2019-11-03", "2019-12-23 2020-01-05"),
        (2020, "2020-02-24 2020-03-01", "2020-04-06 2020-04-19", "2020-11-02 2020-11-08", "2020-12-21 2021-01-03"),
        (2021, "2021-02-15 2021-02-21", "2021-04-05 2021-04-18", "2021-11-01 2021-11-07", "2021-12-27 2022-01-09"),
        (2022, "2022-02-28 2022-03-06", "2022-04-04 2022-04-18", "2022-10-31 2022-11-06", "2022-12-26 2023-01-08"),
        (2024, "2024-02-12 2024-02-18", "2024-04-01 2024-04-14", "2024-10-28 2024-11-03", "2024-12-23 2025-01-05"),
    ],
)
def test_the_holidays_are_those_schools_had(year, spring, easter, autumn, winter):
    summer = f"{year}-07-01 {year}-08-31"
    expected = [tuple(map(day, days.split())) for days in (spring, easter, summer, autumn, winter)]

    assert list(school_holidays(year)) == expected


def test_the_holidays_of_winter_go_on_in_the_new_year():
    assert is_school_holiday(day("2025-01-05"))
    assert not is_school_holiday(day("2025-01-06"))


@pytest.mark.parametrize(
    ("on", "seasons"),
    [
        ("2026-10-07", {Season.ALL_YEAR, Season.SCHOOL_YEAR}),
        ("2026-11-04", {Season.ALL_YEAR, Season.HOLIDAYS}),
        ("2026-07-21", {Season.ALL_YEAR, Season.HOLIDAYS, Season.SUMMER}),
    ],
)
def test_a_day_has_its_seasons(on, seasons):
    assert set(seasons_on(day(on))) == seasons
    assert all(in_season(season, day(on)) for season in seasons)
