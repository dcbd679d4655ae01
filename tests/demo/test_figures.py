import pytest

from jos.demo.figures.definitions import DERIVED, PUBLISHED
from jos.shared.time import today
from neighbourhoods.decisions.frozen import read
from neighbourhoods.decisions.transitions import goes_against
from neighbourhoods.enums import (
    Audience,
    Category,
    DecisionStage,
    DecisionState,
    Derivation,
    FiguresSay,
    Missing,
    Stance,
)
from neighbourhoods.figures import Figures, periods
from neighbourhoods.models import (
    DataSet,
    DecisionComment,
    Neighbourhood,
    PriorityDecision,
    Statistic,
    StatisticValue,
    Weighing,
    WeighingItem,
    WeighingVersion,
)
from neighbourhoods.weighing import says, weigh

pytestmark = pytest.mark.django_db


def statistic(slug: str) -> Statistic:
    return Statistic.objects.get(slug=slug)


def latest(slug: str) -> dict:
    """The last figures of a statistic, by the name of the neighbourhood."""
    figures = Figures([statistic(slug)])
    row = figures.row(statistic(slug), figures.latest(statistic(slug)) or "")
    return {area.name: row[area.pk] for area in Neighbourhood.objects.all()}


def all_of(slug: str, audience: Audience) -> list:
    figures = Figures([statistic(slug)], audience=audience)
    return [f for period in figures.periods(statistic(slug)) for f in figures.row(statistic(slug), period).values()]


def test_twelve_statistics_that_a_reader_understands(city):
    assert Statistic.objects.count() == len(PUBLISHED) + len(DERIVED) == 12
    assert all(each.is_complete and each.unit for each in Statistic.objects.all())
    assert {Derivation.PER, Derivation.SHARE, Derivation.GROWTH} <= {each.derivation for each in DERIVED}
    assert set(Statistic.objects.values_list("is_public", flat=True)) == {True, False}
    assert len({each.category for each in PUBLISHED} - {Category.OTHER}) >= 5


def test_every_data_set_says_that_it_is_made_up_and_how_good_it_is(city):
    for data_set in DataSet.objects.all():
        assert "verzonnen" in data_set.source
        assert all((data_set.released_on, data_set.licence, data_set.areas, data_set.quality))
        assert data_set.released_on <= today()


@pytest.mark.parametrize("slug", [each.slug for each in PUBLISHED])
def test_each_has_figures_of_ten_years_that_are_over(city, slug):
    known = Figures([statistic(slug)]).periods(statistic(slug))
    assert len(known) == (40 if "Q" in known[0] else 10)
    assert periods.ends_on(known[-1]) <= today()


def test_there_are_years_school_years_and_quarters(city):
    kinds = {("Q" in period, "-" in period) for period in StatisticValue.objects.values_list("period", flat=True)}
    assert len(kinds) == 3


def test_there_are_gaps_of_every_sort_and_estimates(city):
    assert set(StatisticValue.objects.values_list("missing", flat=True)) == {
        "",
        Missing.SUPPRESSED,
        Missing.UNKNOWN,
        Missing.NOT_APPLICABLE,
        Missing.EMPTY,
    }
    assert 10 < StatisticValue.objects.filter(is_converted=True).count() < 100


def test_small_counts_are_hidden_from_who_signs_in_and_more_of_them_from_everybody(city):
    assert Missing.TOO_FEW in {figure.missing for figure in latest("wachten-op-hulp").values()}
    hidden = [sum(f.missing == Missing.TOO_FEW for f in all_of("tieners-12-15", audience)) for audience in Audience]
    assert hidden[0] > hidden[1] == 0


def test_the_old_belt_is_poor_and_dense_and_the_outskirts_are_not(city):
    poor, rich = "Kleine Ham", "Vinkenveld"
    income, play, school = (latest(s) for s in ("doorsnee-inkomen", "speelruimte-per-inwoner", "schoolse-vertraging"))
    assert income[poor].value < income[rich].value
    assert play[poor].value * 3 < play[rich].value
    assert school[poor].value > 2 * school[rich].value
    growth = latest("groei-jongeren")
    assert growth[poor].value > 0 > growth[rich].value


def test_the_same_city_has_the_same_figures(city):
    assert latest("inwoners")["Lakenhof"].value == 6357


def test_two_weighings_of_which_one_was_changed_with_a_reason(city):
    assert sorted(weighing.versions.count() for weighing in Weighing.objects.all()) == [1, 2]
    assert WeighingVersion.objects.get(number=2).reason
    assert WeighingItem.objects.filter(weight__lt=0).exists()
    assert all(version.saved_at.date() < today() for version in WeighingVersion.objects.all())


def test_some_ranks_of_the_demo_hang_on_the_weights_and_some_do_not(city):
    version = WeighingVersion.objects.get(number=2)
    ranking = weigh([(item.statistic, item.weight) for item in version.items.all()], version.method)
    assert {place.rank_low == place.rank_high for place in ranking.places} == {True, False}
    assert {says(place, version.top) for place in ranking.ranked} == set(FiguresSay)
    assert any(place.missing for place in ranking.places)


def test_decisions_in_every_state(city):
    decisions = PriorityDecision.objects.with_areas()
    states = {decision.state(today()) for decision in decisions}
    assert states == set(DecisionState)
    assert decisions.exclude(circle=None).exists()
    assert not decisions.filter(stage=DecisionStage.DECIDED, council_number="").exists()


def test_decisions_keep_the_figures_they_rested_on(city):
    weighed = PriorityDecision.objects.exclude(weighing_version=None)
    assert weighed.count() >= 12
    assert all(read(decision.figures).places for decision in weighed)
    assert {read(decision.figures).version for decision in weighed} == {1, 2}


def test_those_that_go_against_the_figures_say_why_and_no_other_does(city):
    decided = PriorityDecision.objects.filter(stage=DecisionStage.DECIDED)
    against = {decision.neighbourhood.name for decision in decided if goes_against(decision)}
    assert against == {decision.neighbourhood.name for decision in decided.exclude(why_against="")}
    assert "Papiermolen" in against


def test_two_are_published_in_plain_words_and_one_names_who_saw_it_otherwise(city):
    published = PriorityDecision.objects.exclude(published_on=None)
    assert published.count() == 2
    assert not published.filter(plain_words="").exists()
    assert PriorityDecision.objects.exclude(dissent="").exists()


def test_partners_think_differently_of_what_runs_and_one_consultation_is_over(city):
    assert set(DecisionComment.objects.values_list("stance", flat=True)) == set(Stance)
    asked = PriorityDecision.objects.filter(stage=DecisionStage.CONSULTATION)
    assert {decision.comments_until >= today() for decision in asked} == {True, False}
    assert all(comment.created_at.date() <= today() for comment in DecisionComment.objects.all())


def test_everything_of_it_has_a_history(city):
    for model in (DataSet, Statistic, StatisticValue, Weighing, PriorityDecision, DecisionComment):
        assert model.history.filter(history_type="+").count() == model.objects.count()
        assert not model.history.filter(history_date__date__gt=today()).exists()
