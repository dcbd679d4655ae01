"""Staff say what a statistic means, what it is made of and where it comes from."""

import uuid

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from neighbourhoods.actions.statistics import change_statistic
from neighbourhoods.enums import AddsUp, Derivation, Direction
from neighbourhoods.figures.derivations import in_words, needs_itself
from neighbourhoods.models import DataSet, Statistic
from tests.builders import make_data_set, make_neighbourhood, make_statistic

pytestmark = pytest.mark.django_db
TYPED = {
    "name": "Speelruimte per jongere",
    "category": "SPACE",
    "direction": "MORE_IS_BETTER",
    "explanation": "Hoeveel vierkante meter er is.",
    "adds_up": AddsUp.NOT,
}


@pytest.fixture
def seen(sign_in, staff):
    return sign_in(staff)


def new(seen, **typed):
    return seen.post(reverse("statistic_new"), TYPED | {"token": uuid.uuid4()} | typed)


def edit(seen, statistic: Statistic, **typed):
    asked = TYPED | {"name": statistic.name, "version": statistic.version} | typed
    return seen.post(reverse("statistic_edit", args=[statistic.slug]), asked)


def errors(response) -> dict:
    assert response.status_code == 200
    return {name: " ".join(found) for name, found in response.context["form"].errors.items()}


def test_a_statistic_is_defined(seen):
    data_set = make_data_set()
    response = new(seen, data_set=data_set.slug, unit="m²")
    statistic = Statistic.objects.get()
    assert response.url == statistic.get_absolute_url()
    assert (statistic.data_set, statistic.unit, statistic.is_complete) == (data_set, "m²", True)


def test_sent_twice_it_is_made_once(seen):
    token = uuid.uuid4()
    assert new(seen, token=token).url == new(seen, token=token).url
    assert Statistic.objects.count() == 1


def test_a_name_that_is_taken_is_said(seen):
    make_statistic(TYPED["name"])
    assert "This name already exists. Choose another." in errors(new(seen))["name"]


@pytest.mark.parametrize(
    ("kind", "missing"),
    [
        (Derivation.PER, {"part", "whole", "per"}),
        (Derivation.SHARE, {"part", "whole"}),
        (Derivation.CHANGE, {"part", "years"}),
        (Derivation.GROWTH, {"part", "years"}),
    ],
)
def test_each_kind_asks_for_what_it_needs(seen, kind, missing):
    assert errors(new(seen, derivation=kind)).keys() == missing


def test_what_another_kind_would_need_is_left_out(seen):
    part, whole = make_statistic("Pleinen"), make_statistic("Jongeren")
    new(seen, derivation=Derivation.SHARE, part=part.slug, whole=whole.slug, per=1000, years="x", weighted_by=part.slug)
    found = Statistic.objects.get(name=TYPED["name"])
    assert (found.part, found.whole, found.per, found.years, found.weighted_by) == (part, whole, None, None, None)
    assert in_words(found) == "Pleinen as a part of Jongeren, in percent"


@pytest.mark.parametrize(
    ("per", "words"), [(1, "Pleinen, divided by Jongeren"), (100, "Pleinen, divided by Jongeren, times 100")]
)
def test_nothing_is_said_to_be_taken_once(seen, per, words):
    part, whole = make_statistic("Pleinen"), make_statistic("Jongeren")
    assert in_words(Statistic(derivation=Derivation.PER, part=part, whole=whole, per=per)) == words


def test_a_mean_asks_what_weighs_it(seen):
    assert "weighs" in errors(new(seen, adds_up=AddsUp.MEAN))["weighted_by"]


def test_what_is_made_of_something_internal_cannot_be_public(seen):
    inside = make_statistic("Intern")
    typed = {"derivation": Derivation.CHANGE, "part": inside.slug, "years": 5}
    assert "Intern" in errors(new(seen, is_public="on", **typed))["is_public"]


def test_imported_values_are_not_replaced_by_a_formula(seen):
    imported = make_statistic(values={make_neighbourhood(): 3})
    other = make_statistic()
    response = edit(seen, imported, derivation=Derivation.CHANGE, part=other.slug, years=1)
    assert "import" in errors(response)["derivation"]


@pytest.mark.parametrize("way", ["part", "weighted_by"])
def test_nothing_is_made_of_itself(seen, way):
    first = make_statistic("Eerste")
    second = make_statistic(derivation=Derivation.CHANGE, part=first, years=1)
    third = make_statistic(derivation=Derivation.CHANGE, part=second, years=1)
    typed = {"derivation": Derivation.CHANGE, "part": third.slug, "years": 1}
    if way == "weighted_by":
        typed = {"adds_up": AddsUp.MEAN, "weighted_by": third.slug}
    assert "made of itself" in errors(edit(seen, first, **typed))["__all__"]
    first.refresh_from_db()
    assert not first.needs
    assert "part" in errors(edit(seen, first, derivation=Derivation.CHANGE, part=first.slug, years=1))


def test_a_circle_is_refused_by_the_action_too(staff):
    first = make_statistic()
    first.derivation, first.part, first.years = Derivation.CHANGE, first, 1
    assert needs_itself(first)
    with pytest.raises(ValidationError):
        change_statistic(statistic=first, version=1, by=staff)


@pytest.mark.parametrize("typed", [{"per": "9" * 40}, {"years": "-1"}, {"per": "1e3"}])
def test_numbers_that_are_none_are_said(seen, typed):
    part, whole = make_statistic(), make_statistic()
    kind = Derivation.PER if "per" in typed else Derivation.CHANGE
    found = errors(new(seen, derivation=kind, part=part.slug, whole=whole.slug, **typed))
    assert found.keys() == typed.keys()


def test_whoever_saves_second_gets_both_versions(seen):
    statistic = make_statistic("Huur")
    assert edit(seen, statistic, unit="euro").status_code == 302
    response = edit(seen, statistic, unit="dollar")
    assert response.status_code == 409
    assert b"dollar" in response.content
    assert b"euro" in response.content


def test_what_is_typed_is_kept_until_it_is_right(seen):
    new(seen, name="", explanation="Lang verhaal")
    assert "Lang verhaal" in seen.get(reverse("statistic_new")).content.decode()


def test_what_is_saved_is_chosen_when_one_changes_it(seen):
    part, data_set = make_statistic("Pleinen"), make_data_set()
    statistic = make_statistic(derivation=Derivation.CHANGE, part=part, years=1, data_set=data_set)
    address = reverse("statistic_edit", args=[statistic.slug])
    text = seen.get(address).content.decode()
    assert f'<option value="{part.slug}" selected>' in text
    assert f'<option value="{data_set.slug}" selected>' in text


def test_an_import_leaves_a_statistic_to_complete(seen):
    statistic = make_statistic("Geïmporteerd", direction="")
    assert not statistic.is_complete
    edit(seen, statistic, direction=Direction.NEITHER, data_set=make_data_set().slug)
    statistic.refresh_from_db()
    assert statistic.is_complete


def test_a_data_set_is_described_and_changed(seen):
    token = uuid.uuid4()
    response = seen.post(reverse("data_set_new"), {"name": "Atlas", "url": "atlas.example.org", "token": token})
    data_set = DataSet.objects.get()
    assert response.url == data_set.get_absolute_url()
    assert data_set.url == "https://atlas.example.org"
    address = reverse("data_set_edit", args=[data_set.slug])
    seen.post(address, {"name": "Atlas", "licence": "CC0", "version": 1})
    data_set.refresh_from_db()
    assert (data_set.licence, data_set.version) == ("CC0", 2)
    assert seen.post(address, {"name": "Atlas", "licence": "eigen", "version": 1}).status_code == 409
