import pytest
from django.db import connection

from jos.demo import bench
from jos.demo.bench import Measured, machine, measure_all, table
from jos.demo.bench_page import Page, Sample, to
from jos.demo.bench_pages import PAGES
from jos.demo.city import build
from jos.demo.sizes import CITY
from jos.management.commands.bench import PLAIN_FILES
from jos.shared.time import today

pytestmark = pytest.mark.django_db


@pytest.fixture
def demo_city(db, settings):
    settings.STORAGES = settings.STORAGES | PLAIN_FILES
    build(CITY, at=today())


def test_every_main_page_opens_and_every_floor_answers(demo_city):
    measured = measure_all(1)
    assert [(page.page, page.failed) for page in measured if page.failed] == []
    assert {page.page for page in measured} == {page.name for page in PAGES}
    assert all(page.milliseconds and page.floor and page.kilobytes for page in measured)


def test_every_floor_is_about_something(demo_city):
    """A floor that finds nothing would measure nothing."""
    values = Sample.pick().values()
    with connection.cursor() as cursor:
        for page in PAGES:
            cursor.execute(page.floor, values)
            assert cursor.fetchall(), page.name


def test_a_page_that_fails_is_said_and_stops_no_other(demo_city, monkeypatch):
    broken = Page("broken", "", lambda sample: "/does-not-exist/", "SELECT 1")
    unknown = Page("unknown", "", to("no_such_route"), "SELECT 1")
    monkeypatch.setattr(bench, "PAGES", (broken, unknown, PAGES[0]))
    first, second, third = measure_all(1)
    assert first.failed == "answers 404"
    assert "NoReverseMatch" in second.failed
    assert not third.failed
    assert "answers 404" in table("city", [first], {})[-1]


def test_the_table_says_how_cost_grows_from_size_to_size():
    small, large = Measured("home", 4, 10, 8, 2, 6), Measured("home", 4, 25, 20, 4, 6)
    assert (
        table("metropolis", [large], {"home": small})[-1]
        == "| metropolis | home | 4 | 25.0 | 20.0 | 4.00 | 6 | 6 | × 2.5 |"
    )
    assert table("city", [small], {})[-1].endswith("| 5 | 6 |  |")


def test_the_machine_is_described():
    assert "cores" in machine()
    assert "SQLite" in machine() or "PostgreSQL" in machine()
