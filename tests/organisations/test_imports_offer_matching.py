import pytest

from jos.shared.imports import ChangeKind
from organisations.enums import OfferStatus
from organisations.models import Offer, OfferFunction, OfferNeighbourhood
from tests.builders import make_offer, make_organisation
from tests.organisations.offer_files import FULL, SHORT, areas, changes, make_city, plan, run

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def city():
    make_city()


def test_the_same_file_again_changes_nothing():
    text = FULL + (
        "De Kring vzw;Samen;44021|440210;Speelplein;MOBILE;4,50;?;;2;6;12;1/3/2026;;Het Huis\n"
        "De Kring vzw;;44021;Speelplein;;4;;;;;;;;\n"
        "De Kring vzw;;44021;Speelplein;;5;;;;;;;;\n"
    )
    run(text)
    again = run(text)
    assert again.is_empty
    assert again.counts() == {"NEW": 0, "CHANGED": 0, "UNCHANGED": 3, "MISSING": 0}
    assert Offer.history.count() == 3


def test_exact_rows_are_matched_before_those_that_only_look_alike():
    run(SHORT + "De Kring vzw;44021;Speelplein;4;\nDe Kring vzw;44021;Speelplein;5;\n")
    planned = run(SHORT + "De Kring vzw;44021;Speelplein;6;\nDe Kring vzw;44021;Speelplein;4;\n")
    assert planned.counts() == {"NEW": 0, "CHANGED": 1, "UNCHANGED": 1, "MISSING": 0}
    assert sorted(OfferFunction.objects.values_list("hours_per_week", flat=True)) == [4, 6]


def test_rows_that_could_be_either_offer_are_new():
    run(SHORT + "De Kring vzw;44021;Speelplein;4;\nDe Kring vzw;44021;Speelplein;5;\n")
    planned = plan(SHORT + "De Kring vzw;44021;Speelplein;6;\nDe Kring vzw;44021;Speelplein;7;\n")
    assert planned.counts() == {"NEW": 2, "CHANGED": 0, "UNCHANGED": 0, "MISSING": 2}


def test_an_offer_moves_when_only_one_has_its_title():
    run(SHORT + "De Kring vzw;44021|440210;Speelplein;4;")
    OfferNeighbourhood.objects.update(share=50)
    planned = run(SHORT + "De Kring vzw;440210;Speelplein;4;")
    assert changes(planned, ChangeKind.CHANGED)["De Kring vzw: Speelplein"] == (
        "neighbourhoods: from Noord, Zuid to Zuid",
        "each neighbourhood gets an equal part of the hours again",
    )
    assert areas(Offer.objects.get()) == ["Zuid"]
    assert OfferNeighbourhood.objects.get().share is None


def test_the_same_title_elsewhere_is_another_offer():
    run(SHORT + "De Kring vzw;44021;Speelplein;4;")
    planned = run(SHORT + "De Kring vzw;440210;Speelplein;4;")
    assert planned.counts() == {"NEW": 1, "CHANGED": 0, "UNCHANGED": 0, "MISSING": 1}
    assert Offer.objects.count() == 2


def test_next_year_is_another_offer():
    header = "organisation;neighbourhood_code;title;FREE_TIME;valid_from;valid_until\n"
    run(header + "De Kring vzw;44021;Speelplein;4;2025-07-01;2025-08-31")
    planned = run(header + "De Kring vzw;44021;Speelplein;6;2026-07-01;2026-08-31")
    assert planned.counts() == {"NEW": 1, "CHANGED": 0, "UNCHANGED": 0, "MISSING": 1}
    corrected = run(header + "De Kring vzw;44021;Speelplein;6;2026-07-05;2026-08-31")
    assert corrected.counts() == {"NEW": 0, "CHANGED": 1, "UNCHANGED": 0, "MISSING": 1}


def test_a_division_of_hours_stays_where_the_neighbourhoods_stay():
    run(SHORT + "De Kring vzw;44021|440210;Speelplein;4;")
    OfferNeighbourhood.objects.update(share=50)
    run(SHORT + "De Kring vzw;440210|44021;Speelplein;6;")
    assert [row.share for row in OfferNeighbourhood.objects.all()] == [50, 50]


def test_only_offers_of_organisations_in_the_file_can_be_missing():
    run(SHORT + "De Kring vzw;44021;Speelplein;4;\nDe Kring vzw;44021;Straatwerk;4;")
    make_offer(make_organisation("De Overkant"), title="Anders")
    planned = run(SHORT + "De Kring vzw;44021;Speelplein;4;")
    assert changes(planned, ChangeKind.MISSING) == {"De Kring vzw: Straatwerk": ()}
    assert Offer.objects.filter(status=OfferStatus.PUBLISHED).count() == 3


def test_a_draft_is_published_and_an_archived_offer_stays_archived():
    run(SHORT + "De Kring vzw;44021;Speelplein;4;\nDe Kring vzw;44021;Straatwerk;4;")
    Offer.objects.filter(title="Speelplein").update(status=OfferStatus.DRAFT)
    Offer.objects.filter(title="Straatwerk").update(status=OfferStatus.ARCHIVED)
    planned = run(SHORT + "De Kring vzw;44021;Speelplein;4;\nDe Kring vzw;44021;Straatwerk;4;")
    assert changes(planned, ChangeKind.CHANGED) == {"De Kring vzw: Speelplein": ("was a draft, is published",)}
    assert list(changes(planned, ChangeKind.NEW)) == ["De Kring vzw: Straatwerk"]
    assert Offer.objects.filter(status=OfferStatus.ARCHIVED).count() == 1


def test_a_name_that_two_organisations_have_is_refused():
    make_organisation("DE KRING VZW")
    assert not plan(SHORT + "De Kring vzw;44021;Speelplein;4;").problems
    (problem,) = plan(SHORT + "de kring vzw;44021;Speelplein;4;").problems
    assert "Several organisations" in problem.text


def test_the_same_row_twice_is_refused_with_both_lines():
    (problem,) = plan(SHORT + "De Kring vzw;44021;Speelplein;4;\nde kring vzw;44021;Speelplein;4,0;").problems
    assert (problem.where, problem.text) == (
        "line 3",
        "This row is the same as line 2. Remove one of them.",
    )
