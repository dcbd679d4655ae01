import pytest

from covenants.enums import ADD_UP_OVER_AREAS, IndicatorKind
from covenants.indicators.standard_blueprints import standard_blueprints, write_standard_blueprints
from covenants.models import Blueprint
from organisations.enums import Function
from tests.covenant_builders import make_blueprint

ALL = list(standard_blueprints())
by_name = pytest.mark.parametrize("blueprint", ALL, ids=lambda blueprint: blueprint.name)


def of_kind(kind: IndicatorKind) -> pytest.MarkDecorator:
    some = [each for each in ALL if each.kind == kind]
    return pytest.mark.parametrize("blueprint", some, ids=lambda blueprint: blueprint.name)


@pytest.mark.parametrize("function", Function)
@pytest.mark.parametrize("kind", IndicatorKind)
def test_r10_each_function_has_as_many_stories_as_numbers(function, kind):
    assert sum(each.function == function and each.kind == kind for each in ALL) == 5


def test_no_two_are_alike():
    assert len({each.name for each in ALL}) == len({each.definition for each in ALL}) == len(ALL) == 40


@by_name
def test_each_can_be_applied_as_it_is(blueprint):
    blueprint.clean_fields(exclude=["slug"])

    assert blueprint.definition.endswith(".")
    assert len(blueprint.guiding_questions.splitlines()) >= 2
    assert all(line.endswith("?") for line in blueprint.guiding_questions.splitlines())


@of_kind(IndicatorKind.QUANTITATIVE)
def test_a_number_has_a_unit_and_can_be_added_up_over_areas(blueprint):
    assert blueprint.unit
    assert blueprint.over_areas in dict(ADD_UP_OVER_AREAS)


@of_kind(IndicatorKind.QUALITATIVE)
def test_statements_are_steps_on_one_way(blueprint):
    assert len(set(blueprint.statements)) == 5
    assert all(each.endswith(".") and len(each) <= 200 for each in blueprint.statements)


@pytest.mark.django_db
def test_a_new_installation_has_them_once():
    write_standard_blueprints()
    write_standard_blueprints()

    assert Blueprint.objects.count() == 40
    assert not Blueprint.objects.filter(slug="").exists()


@pytest.mark.django_db
def test_what_a_city_made_of_them_stays():
    make_blueprint("Eigen werk")

    write_standard_blueprints()

    assert Blueprint.objects.get().name == "Eigen werk"
