from decimal import Decimal

import pytest

from covenants.amending.copying import copy_parts
from covenants.amending.merging import merge_text
from covenants.enums import CommitmentState, CovenantState
from covenants.models import Article, Covenant
from jos.shared.time import today
from organisations.enums import Function
from tests import builders
from tests.covenant_builders import (
    make_budget,
    make_commitment,
    make_covenant,
    make_hours,
    make_measurement,
    make_number,
    make_period,
    make_report,
    make_scale,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def base(organisation) -> Covenant:
    covenant = make_covenant(organisation, builders.make_neighbourhood("Dampoort"), state=CovenantState.SIGNED)
    Article.objects.create(covenant=covenant, heading="Samen", text="We werken samen.")
    make_hours(covenant, Function.FREE_TIME, 10)
    make_budget(covenant, Function.FREE_TIME, 1000)
    make_commitment(covenant, state=CommitmentState.UNDER_WAY)
    make_number(covenant, name="Bereik")
    make_scale(covenant, name="Samen beslissen")
    return covenant


@pytest.fixture
def amendment(base, staff) -> Covenant:
    draft = make_covenant(base.organisation, amends=base, title=base.title)
    copy_parts(base, draft, by=staff)
    return draft


def test_a_copy_says_all_that_the_covenant_says(base, amendment):
    assert amendment.neighbourhoods.get() == base.neighbourhoods.get()
    assert amendment.articles.get().text == "We werken samen."
    assert amendment.hours.get().hours_per_week == 10
    assert amendment.budget.get().amount == 1000
    assert [each.name for each in amendment.indicators.all()] == ["Bereik", "Samen beslissen"]
    assert amendment.indicators.first().target == 40


def test_a_promise_is_copied_without_how_it_goes(base, amendment):
    assert amendment.commitments.get().state == CommitmentState.OPEN
    assert amendment.commitments.get().copy_of == base.commitments.get()


def test_what_was_measured_stays_with_the_indicator(base, amendment, staff):
    reach = base.indicators.get(name="Bereik")
    make_measurement(make_report(make_period(base)), reach, 30)
    amendment.indicators.filter(name="Bereik").update(target=60)
    merge_text(amendment, base, by=staff)
    reach.refresh_from_db()
    assert reach.target == 60
    assert reach.measurements.get().value == 30


def test_an_indicator_that_counts_something_else_is_another_one(base, amendment, staff):
    amendment.indicators.filter(name="Bereik").update(unit="avonden")
    merge_text(amendment, base, by=staff)
    assert base.indicators.get(name="Bereik", unit="jongeren").dropped_on == today()
    assert base.indicators.standing().get(name="Bereik").unit == "avonden"


def test_what_an_amendment_takes_out_is_kept_as_dropped(base, amendment, staff):
    amendment.indicators.filter(name="Samen beslissen").delete()
    amendment.commitments.all().delete()
    merge_text(amendment, base, by=staff)
    assert base.indicators.get(name="Samen beslissen").dropped_on == today()
    assert base.commitments.get().dropped_on == today()


def test_a_promise_goes_on_as_it_went(base, amendment, staff):
    amendment.commitments.update(what="Elke week twee open avonden")
    merge_text(amendment, base, by=staff)
    promise = base.commitments.get()
    assert (promise.what, promise.state) == ("Elke week twee open avonden", CommitmentState.UNDER_WAY)


def test_hours_budget_and_articles_become_those_of_the_amendment(base, amendment, staff):
    amendment.hours.update(hours_per_week=Decimal("12.5"))
    make_hours(amendment, Function.BRIDGE, 4)
    make_budget(amendment, Function.BRIDGE, 500)
    amendment.articles.all().delete()
    kept = base.budget.get().pk
    merge_text(amendment, base, by=staff)
    assert {(each.function, each.hours_per_week) for each in base.hours.all()} == {
        (Function.FREE_TIME, Decimal("12.50")),
        (Function.BRIDGE, 4),
    }
    assert base.budget.get(function=Function.FREE_TIME).pk == kept  # it said the same already
    assert base.budget.count() == 2
    assert not base.articles.exists()


def test_where_and_how_long_become_those_of_the_amendment(base, amendment, staff):
    rabot = builders.make_neighbourhood("Rabot")
    amendment.neighbourhoods.set([rabot])
    amendment.valid_until = amendment.valid_until.replace(year=2027)
    merge_text(amendment, base, by=staff)
    base.refresh_from_db()
    assert (base.neighbourhoods.get(), base.valid_until.year) == (rabot, 2027)
