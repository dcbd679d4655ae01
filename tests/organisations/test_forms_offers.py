from decimal import Decimal

import pytest
from django.utils.translation import override

from organisations.enums import Function, WorkForm
from organisations.forms.offers import OfferForm
from organisations.models import Offer, OfferNeighbourhood
from tests.builders import make_neighbourhood, make_offer, make_organisation, make_place

pytestmark = pytest.mark.django_db


@pytest.fixture
def areas(db):
    return [make_neighbourhood(name) for name in ("Rabot", "Muide")]


def fill_in(organisation, **fields) -> OfferForm:
    base = {
        "title": "Open huis",
        "work_form": "OUTREACH",
        "season": "ALL_YEAR",
        "audience": "PUBLIC",
        "neighbourhoods": ["rabot", "muide"],
        "does_WELFARE": "on",
        "hours_WELFARE": "4",
    }
    return OfferForm(base | fields, instance=Offer(organisation=organisation))


def test_the_hours_are_divided_as_the_organisation_says(organisation, areas):
    form = fill_in(organisation, share_rabot="66,67", share_muide="33,33")
    assert form.is_valid()
    assert {area.slug: share for area, share in form.reach()} == {
        "rabot": Decimal("66.67"),
        "muide": Decimal("33.33"),
    }


@pytest.mark.parametrize(
    ("shares", "words"),
    [
        ({"share_rabot": "60", "share_muide": "30"}, "make 90 together"),
        ({"share_rabot": "100"}, "Give every ticked neighbourhood a percentage"),
    ],
)
def test_shares_that_do_not_make_a_whole_are_refused(organisation, areas, shares, words):
    form = fill_in(organisation, **shares)
    assert words in str(form.errors["neighbourhoods"])


def test_a_share_of_what_is_not_ticked_does_not_count(organisation, areas):
    form = fill_in(organisation, neighbourhoods=["rabot"], share_muide="40")
    assert form.is_valid()
    assert form.reach() == [(areas[0], None)]


@pytest.mark.parametrize(
    ("fields", "field", "words"),
    [
        ({"hours_WELFARE": ""}, "hours_WELFARE", "tick that they are unknown"),
        ({"unknown_WELFARE": "on"}, "hours_WELFARE", "not both"),
        ({"hours_BRIDGE": "3"}, "hours_BRIDGE", "Tick the function as well"),
        ({"does_WELFARE": "", "hours_WELFARE": ""}, "does_FREE_TIME", "at least one of the four"),
        ({"hours_WELFARE": "169"}, "hours_WELFARE", "168"),
        ({"neighbourhoods": []}, "neighbourhoods", "Tick the neighbourhoods you go to"),
        ({"neighbourhoods": [], "work_form": "FIXED"}, "neighbourhoods", "Choose a place, or tick"),
        ({"age_min": "16", "age_max": "12"}, "age_max", "below the lowest"),
        ({"valid_from": "2026-06-01", "valid_until": "2026-01-01"}, "__all__", "before the start date"),
    ],
)
def test_what_is_not_right_is_said_at_its_own_field(organisation, areas, fields, field, words):
    assert words in str(fill_in(organisation, **fields).errors[field])


def test_another_place_takes_the_offer_to_its_neighbourhood(organisation, areas):
    rabot, muide = areas
    first, second = make_place(organisation, rabot), make_place(organisation, muide)
    offer = make_offer(organisation, rabot, place=first, work_form=WorkForm.FIXED, functions={Function.WELFARE: 4})
    assert OfferForm(instance=offer)["neighbourhoods"].initial == []  # it follows from the place

    form = OfferForm(
        {
            "version": 1,
            "title": "Open huis",
            "work_form": "FIXED",
            "place": second.pk,
            "season": "ALL_YEAR",
            "audience": "PUBLIC",
            "does_WELFARE": "on",
            "hours_WELFARE": "4",
        },
        instance=offer,
    )
    assert form.is_valid()
    assert form.reach() == [(muide, None)]


def test_a_division_that_was_saved_is_shown_again(organisation, areas):
    offer = make_offer(organisation, *areas, work_form=WorkForm.OUTREACH)
    OfferNeighbourhood.objects.update(share=50)
    form = OfferForm(instance=offer)
    assert sorted(form["neighbourhoods"].initial) == ["muide", "rabot"]
    assert 'value="50"' in str(form["share_rabot"])


def test_only_own_places_can_be_chosen(organisation, areas):
    foreign = make_place(make_organisation(), areas[0])
    assert "place" in fill_in(organisation, place=foreign.pk).errors


@pytest.mark.parametrize("number", [3, 60])
def test_the_form_takes_as_many_queries_for_any_number_of_neighbourhoods(
    organisation, django_assert_num_queries, number
):
    offer = make_offer(organisation, *(make_neighbourhood() for _number in range(number)))
    offer = Offer.objects.select_related("organisation", "place").get(pk=offer.pk)
    with django_assert_num_queries(4):  # functions, reach, neighbourhoods, moments
        form = OfferForm(instance=offer)
        assert len(form.reach_rows()) == number


def test_hours_are_written_as_the_language_of_the_page_does(organisation, areas):
    offer = make_offer(organisation, areas[0], functions={Function.WELFARE: Decimal("2.50")})
    with override("nl"):
        field = str(OfferForm(instance=Offer.objects.get(pk=offer.pk))["hours_WELFARE"])
    assert 'value="2,5"' in field
    assert 'type="number"' not in field  # an English browser would drop the comma


def test_hours_nobody_can_read_come_back_as_they_were_typed(organisation, areas):
    form = fill_in(organisation, hours_WELFARE="twee, drie")
    assert "hours_WELFARE" in form.errors
    assert 'value="twee, drie"' in str(form["hours_WELFARE"])


def test_places_with_the_same_name_are_told_apart(organisation, areas):
    for area in areas:
        make_place(organisation, area, name="De Kelder")
    choices = [label for _value, label in fill_in(organisation)["place"].field.choices]
    assert sorted(choices) == ["Choose a place", "De Kelder (Muide)", "De Kelder (Rabot)"]
