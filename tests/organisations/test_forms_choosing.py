"""Naming an organisation: a page stays small where a region has thousands, and needs no script."""

import pytest
from django import forms

from organisations.forms.choosing import LISTED, OrganisationField
from organisations.models import Organisation
from tests.builders import make_organisation

pytestmark = pytest.mark.django_db


def asked(typed: str | None = None) -> forms.Form:
    form = forms.Form(typed if typed is None else {"lead": typed})
    form.fields["lead"] = OrganisationField(Organisation.objects.order_by("name"))
    return form


def refusal(typed: str) -> str:
    form = asked(typed)
    assert not form.is_valid()
    return form.errors["lead"][0]


@pytest.fixture
def houses() -> list[Organisation]:
    return [make_organisation(name) for name in ("Jeugdhuis De Kaai", "Jeugdhuis Één", "De Kring", "De Kring Zuid")]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Jeugdhuis De Kaai", "Jeugdhuis De Kaai"),
        (" jeugdhuis  de kaai ", "Jeugdhuis De Kaai"),
        ("kaai", "Jeugdhuis De Kaai"),
        ("een jeugdhuis", "Jeugdhuis Één"),
        ("de kring", "De Kring"),  # the whole name, though it is a part of another
        ("de-kring-zuid", "De Kring Zuid"),
    ],
)
def test_a_name_or_a_part_that_no_other_has_is_found(houses, typed, name):
    form = asked(typed)
    assert form.is_valid()
    assert form.cleaned_data["lead"].name == name


def test_who_writes_too_little_reads_which_there_are(houses):
    assert refusal("jeugdhuis") == (
        "More than one organisation fits “jeugdhuis”: Jeugdhuis De Kaai, Jeugdhuis Één. Write the whole name."
    )


def test_who_spells_it_otherwise_reads_what_may_be_meant(houses):
    assert refusal("De Krink") == "No organisation is called “De Krink”. Did you mean De Kring?"
    assert refusal("Zwembad") == "No organisation is called “Zwembad”."
    assert refusal("  ") == "Write the name of the organisation."


def test_two_of_the_same_name_are_told_apart(houses):
    twin = make_organisation("De Kring")
    assert f"de-kring, {twin.slug}." in refusal("De Kring")
    assert asked(twin.slug).is_valid()


def test_the_browser_completes_the_names_while_they_are_few(houses):
    assert '<option value="De Kring">' in str(asked())
    Organisation.objects.bulk_create(
        Organisation(name=f"Huis {number}", slug=f"huis-{number}") for number in range(LISTED)
    )
    assert "<option" not in str(asked())
    assert '<option value="Jeugdhuis De Kaai">' in str(asked("jeugdhuis"))  # those that fit what was typed


def test_what_was_chosen_before_stands_there_by_name(houses):
    form = asked()
    form.initial["lead"] = houses[2]
    assert form["lead"].value() == "De Kring"
    assert not form.fields["lead"].has_changed(houses[2], "De Kring")
