"""Indicators beside their baseline and target, in one covenant and over several: never more than what is known."""

import datetime
from decimal import Decimal

import pytest
from django.utils import timezone

from covenants.counting.followed import followed
from covenants.counting.results import result_of
from covenants.counting.together import NumbersTogether, ScalesTogether, together
from covenants.enums import AddsUp, BetterWhen, CovenantState, IndicatorKind, Side
from covenants.models import Covenant
from tests import builders, covenant_builders
from tests.covenant_builders import STATEMENTS, YEAR

AT = datetime.date(YEAR + 1, 2, 1)


@pytest.fixture
def covenant(db):
    return make_signed()


def make_signed(*areas, **fields):
    return covenant_builders.make_covenant(None, *areas, state=CovenantState.SIGNED, **fields)


def make_sent(covenant, month: int = 1, side: str = Side.PARTNER, year: int = YEAR):
    period, _made = covenant.periods.get_or_create(
        starts_on=datetime.date(year, month, 1),
        defaults={"ends_on": datetime.date(year, month + 5, 28), "due_on": datetime.date(year + 1, 1, 31)},
    )
    return covenant_builders.make_report(period, side, submitted_at=timezone.now())


def result(indicator):
    (each,) = (each for each in followed(Covenant.objects.all(), AT) if each.indicator.pk == indicator.pk)
    return result_of(each)


class TestOneCovenant:
    def test_periods_add_up_as_the_indicator_says(self, covenant):
        added = covenant_builders.make_number(covenant)
        latest = covenant_builders.make_number(covenant, over_periods=AddsUp.LATEST)
        for month, value in ((1, 20), (7, 30)):
            report = make_sent(covenant, month)
            for indicator in (added, latest):
                covenant_builders.make_measurement(report, indicator, value)
        assert result(added).value.value == 50
        assert result(added).trend == (20, 30)
        assert result(latest).value.value == 30

    def test_without_a_report_it_is_unknown_and_no_target_is_reached(self, covenant):
        indicator = covenant_builders.make_number(covenant, target=0, baseline=0, better_when=BetterWhen.LOWER)
        covenant_builders.make_period(covenant)
        assert result(indicator).value.value is None
        assert result(indicator).value.unknown == 1
        assert result(indicator).is_reached is None

    def test_a_report_that_was_not_sent_does_not_count_nor_what_the_other_side_says(self, covenant):
        indicator = covenant_builders.make_number(covenant)
        period = covenant_builders.make_period(covenant)
        draft = covenant_builders.make_report(period, Side.PARTNER)
        covenant_builders.make_measurement(draft, indicator, 20)
        of_city = covenant_builders.make_report(period, Side.CITY, submitted_at=timezone.now())
        covenant_builders.make_measurement(of_city, indicator, 90)
        assert result(indicator).value.value is None

    @pytest.mark.parametrize(("better_when", "value", "reached"), [("HIGHER", 40, True), ("LOWER", 41, False)])
    def test_a_target_is_reached_in_its_own_direction(self, covenant, better_when, value, reached):
        indicator = covenant_builders.make_number(covenant, better_when=better_when, baseline=None)
        covenant_builders.make_measurement(make_sent(covenant), indicator, value)
        assert result(indicator).is_reached is reached

    def test_one_that_was_taken_out_counts_as_long_as_it_held(self, covenant):
        indicator = covenant_builders.make_number(covenant, dropped_on=datetime.date(YEAR, 7, 1))
        gone = covenant_builders.make_number(covenant, dropped_on=datetime.date(YEAR, 1, 1))
        for month in (1, 7):
            report = make_sent(covenant, month)
            covenant_builders.make_measurement(report, indicator, 20)
        assert result(indicator).value.value == 20
        assert gone.pk not in [each.indicator.pk for each in followed(Covenant.objects.all(), AT)]

    def test_both_sides_stand_on_their_own_statement(self, covenant):
        scale = covenant_builders.make_scale(covenant)
        covenant_builders.make_reflection(make_sent(covenant), scale, 3)
        covenant_builders.make_reflection(make_sent(covenant, side=Side.CITY), scale, 2)
        found = result(scale)
        assert (found.partner, found.city, found.differs, found.is_reached) == (3, 2, True, True)

    def test_a_value_of_one_neighbourhood_is_only_known_where_it_is_looked_at_apart(self, covenant):
        one, other = builders.make_neighbourhood("Ham"), builders.make_neighbourhood("Rabot")
        covenant.neighbourhoods.set([one, other])
        apart = covenant_builders.make_number(covenant, by_neighbourhood=True)
        whole = covenant_builders.make_number(covenant)
        report = make_sent(covenant)
        covenant_builders.make_measurement(report, apart, 7, neighbourhood=one)
        covenant_builders.make_measurement(report, whole, 9)
        by_indicator = {each.indicator.pk: each for each in followed(Covenant.objects.all(), AT)}
        assert result_of(by_indicator[apart.pk].in_area(one.pk)).value.value == 7
        assert result_of(by_indicator[apart.pk].in_area(one.pk)).target is None
        assert result_of(by_indicator[apart.pk].in_area(other.pk)).value.value is None
        assert result_of(by_indicator[apart.pk]).value.is_partial
        assert by_indicator[whole.pk].in_area(one.pk) is None
        assert by_indicator[apart.pk].in_area(builders.make_neighbourhood().pk) is None

    def test_what_is_known_of_the_whole_says_the_same_when_its_parts_are_not_read(self, covenant):
        one, other = builders.make_neighbourhood("Ham"), builders.make_neighbourhood("Rabot")
        covenant.neighbourhoods.set([one, other])
        known, unknown, apart = (covenant_builders.make_number(covenant, by_neighbourhood=True) for _each in range(3))
        report = make_sent(covenant)
        covenant_builders.make_measurement(report, known, 9)
        covenant_builders.make_measurement(report, unknown, None)
        for indicator in (known, unknown, apart):
            covenant_builders.make_measurement(report, indicator, 7, neighbourhood=one)
            covenant_builders.make_measurement(report, indicator, 5, neighbourhood=other, age_group="6-11")

        def values(**how):
            return {each.indicator.pk: result_of(each).value for each in followed(Covenant.objects.all(), AT, **how)}

        assert values(by_area=False) == values()
        assert [values()[each.pk].value for each in (known, unknown, apart)] == [9, 12, 12]

    def test_in_its_only_neighbourhood_a_covenant_is_whole(self, covenant):
        area = builders.make_neighbourhood("Ham")
        covenant.neighbourhoods.add(area)
        indicator = covenant_builders.make_number(covenant)
        covenant_builders.make_measurement(make_sent(covenant), indicator, 9)
        (each,) = followed(Covenant.objects.all(), AT)
        assert (result_of(each.in_area(area.pk)).value.value, result_of(each.in_area(area.pk)).target) == (9, 40)


class TestSeveralCovenants:
    def one(self, year: int = YEAR):
        (found,) = together(followed(Covenant.objects.all(), AT), year, (YEAR - 1, YEAR))
        return found

    def make_number(self, blueprint, value, **fields):
        covenant = make_signed()
        indicator = covenant_builders.make_number(covenant, blueprint=blueprint, **fields)
        covenant_builders.make_measurement(make_sent(covenant), indicator, value)
        return indicator

    @pytest.mark.parametrize(
        ("over_areas", "value", "at_least"),
        [(AddsUp.SUM, 50, False), (AddsUp.MEAN, 25, False), (AddsUp.DISTINCT, 30, True)],
    )
    def test_a_sum_only_where_they_add_up(self, db, over_areas, value, at_least):
        blueprint = covenant_builders.make_blueprint()
        for each in (20, 30):
            self.make_number(blueprint, each, over_areas=over_areas)
        found = self.one()
        assert isinstance(found, NumbersTogether)
        assert (found.value.value, found.value.is_at_least) == (value, at_least)

    def test_target_and_baseline_are_of_those_of_which_the_value_is_known(self, db):
        blueprint = covenant_builders.make_blueprint()
        self.make_number(blueprint, 30)
        self.make_number(blueprint, None, target=1000, baseline=900)
        found = self.one()
        assert (found.baseline.value, found.value.value, found.target.value) == (20, 30, 40)
        assert (len(found.known), len(found.results)) == (1, 2)
        assert found.is_reached is False

    def test_another_unit_is_another_number(self, db):
        blueprint = covenant_builders.make_blueprint()
        self.make_number(blueprint, 30)
        self.make_number(blueprint, 5, unit="uur")
        assert len(together(followed(Covenant.objects.all(), AT), YEAR, ())) == 2

    def test_the_trend_goes_from_year_to_year_and_holds_covenants_that_ended(self, db):
        blueprint = covenant_builders.make_blueprint()
        self.make_number(blueprint, 30)
        days = {"valid_from": datetime.date(YEAR - 1, 1, 1), "valid_until": datetime.date(YEAR - 1, 12, 31)}
        before = make_signed(**days)
        indicator = covenant_builders.make_number(before, blueprint=blueprint)
        covenant_builders.make_measurement(make_sent(before, year=YEAR - 1), indicator, 12)
        assert [amount.value for amount in self.one().by_year] == [12, 30]
        assert len(self.one().results) == 1

    def test_statements_are_never_averaged_but_spread(self, db):
        blueprint = covenant_builders.make_blueprint(kind=IndicatorKind.QUALITATIVE)
        for place, of_city in ((1, 1), (3, 2), (3, None), (None, 3)):
            covenant = make_signed()
            scale = covenant_builders.make_scale(covenant, blueprint=blueprint)
            for side, said in ((Side.PARTNER, place), (Side.CITY, of_city)):
                covenant_builders.make_reflection(make_sent(covenant, side=side), scale, said)
        found = self.one()
        assert isinstance(found, ScalesTogether)
        assert found.at_start == [4, 0, 0]
        assert found.by_partner == [1, 0, 2]
        assert found.by_city == [1, 1, 1]
        assert found.aimed == [0, 0, 4]
        assert len(found.differing) == 1
        assert [len(found.at(place)) for place in (1, 2, 3)] == found.by_partner

    def test_of_statements_the_year_alone_says_the_same(self, db):
        scale = covenant_builders.make_scale(make_signed(valid_from=datetime.date(YEAR - 1, 1, 1)))
        for year, place in ((YEAR - 1, 1), (YEAR, 3)):
            covenant_builders.make_reflection(make_sent(scale.covenant, year=year), scale, place)
        for year, place in ((YEAR - 1, 1), (YEAR, 3)):
            (each,) = followed(Covenant.objects.all(), AT, scales_in=year)
            assert [each.place(days, Side.PARTNER) for days in each.periods] == [place]
            (found,) = together([each], year, ())
            assert found.by_partner[place - 1] == 1

    def test_other_statements_are_not_laid_beside_them(self, db):
        blueprint = covenant_builders.make_blueprint(kind=IndicatorKind.QUALITATIVE)
        covenant_builders.make_scale(make_signed(), blueprint=blueprint)
        covenant_builders.make_scale(make_signed(), blueprint=blueprint, statements=[*STATEMENTS, "Meer."])
        assert len(together(followed(Covenant.objects.all(), AT), YEAR, ())) == 2


@pytest.mark.parametrize("number", [3, 12])
def test_asks_as_much_however_many_there_are(number, db, django_assert_num_queries):
    for _each in range(number):
        covenant = make_signed(builders.make_neighbourhood())
        covenant_builders.make_measurement(make_sent(covenant), covenant_builders.make_number(covenant), 3)
        covenant_builders.make_scale(covenant)
    with django_assert_num_queries(6):
        found = followed(Covenant.objects.all(), AT)
    assert sum(len(each.periods) for each in found) == 2 * number
    assert Decimal(3) in {value for each in found for value in each.known.values()}
