"""Pages that ask the same of the database, whatever a covenant, a report or a talk holds."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from covenants.enums import CovenantState, Panel, Side
from covenants.models import Covenant, Report
from organisations.enums import Function
from tests import builders
from tests import covenant_builders as covenants
from tests.covenants.talks import reported, talked

pytestmark = pytest.mark.django_db
SIZES = (3, 30)


def queries(client, address: str) -> int:
    """Of the second time: what a process learns once is known then."""
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        page = client.get(address)
        b"".join(page.streaming_content) if page.streaming else page.content
    assert page.status_code == 200
    return len(asked)


def drafts(organisation) -> list[Covenant]:
    """A small one and a large one."""
    found = [covenants.make_covenant(organisation) for _size in SIZES]
    for covenant, size in zip(found, SIZES, strict=True):
        covenants.make_budget(covenant, Function.FREE_TIME, 5)
        covenant.own_periods = [["2026-01-01", "2026-01-31"]] * size
        covenant.save()
        for _each in range(size):
            area = builders.make_neighbourhood()
            covenant.neighbourhoods.add(area)
            covenants.make_hours(covenant, Function.FREE_TIME, 1, neighbourhood=area)
            covenants.make_commitment(covenant)
            covenants.make_number(covenant)
            covenants.make_scale(covenant)
    return found


def written(report: Report, size: int, by) -> None:
    """Sent, with as many answers, promises, stories and choices."""
    covenant = report.period.covenant
    for each in range(size):
        covenants.make_measurement(report, covenants.make_number(covenant), each)
        covenants.make_reflection(report, covenants.make_scale(covenant), 1)
        covenants.make_commitment(covenant)
        story = covenants.make_story(report, neighbourhood=builders.make_neighbourhood())
        story.choices.create(panel=Panel.CITY, why="Zo.", by=by)


@pytest.mark.parametrize(
    "page",
    ["covenant_hours", "covenant_budget", "covenant_schedule", "covenant_edit", "article_new", "commitment_new"],
)
def test_a_form_of_a_draft(sign_in, staff, organisation, page):
    few, many = (queries(sign_in(staff), reverse(page, args=[each.slug])) for each in drafts(organisation))
    assert few == many
    assert many <= 15


@pytest.mark.parametrize("page", ["report_submit", "covenant_period"])
def test_a_report_to_look_over(sign_in, coordinator, organisation, page):
    periods = [reported(organisation) for _size in SIZES]
    for period, size in zip(periods, SIZES, strict=True):
        written(period.reports.get(side=Side.PARTNER), size, coordinator)
    few, many = (queries(sign_in(coordinator), reverse(page, args=[each.covenant.slug, each.pk])) for each in periods)
    assert few == many
    assert many <= 15


def test_a_talk_to_agree_with(sign_in, coordinator, organisation):
    periods = [talked(organisation) for _size in SIZES]
    for period, size in zip(periods, SIZES, strict=True):
        for _each in range(size):
            owner = builders.make_organisation()
            covenants.make_commitment(period.covenant, agreed_in=period, owner=owner)
    few, many = (
        queries(sign_in(coordinator), reverse("period_step", args=[each.covenant.slug, each.pk, "agree"]))
        for each in periods
    )
    assert few == many
    assert many <= 15


def test_stories_to_choose(sign_in, coordinator, organisation):
    found = []
    for size in SIZES:
        period = reported(organisation)
        written(period.reports.get(side=Side.PARTNER), size, coordinator)
        found.append(queries(sign_in(coordinator), reverse("stories_to_choose", args=[Panel.WORKERS])))
    assert found[0] == found[1] <= 15


def test_covenants_as_a_table(sign_in, staff, organisation):
    found = []
    for size in SIZES:
        for _each in range(size):
            covenants.make_covenant(organisation, builders.make_neighbourhood(), state=CovenantState.SIGNED)
        found.append(queries(sign_in(staff), reverse("covenants_export", args=["csv"])))
    assert found[0] == found[1] <= 12


def test_the_page_of_an_organisation(sign_in, staff, organisation):
    found = []
    for size in SIZES:
        for _each in range(size):
            covenants.make_covenant(organisation, state=CovenantState.SIGNED)
        found.append(queries(sign_in(staff), organisation.get_absolute_url()))
    assert found[0] == found[1]
