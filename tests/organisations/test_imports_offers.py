import datetime
from decimal import Decimal

import pytest
from django.core.management import CommandError, call_command

from jos.shared.imports import ChangeKind, FileRefused
from organisations.enums import OfferStatus
from organisations.imports import offer_writing
from organisations.imports.offers import apply_offers
from organisations.models import Offer, OfferFunction, Partnership, Place
from tests.builders import make_neighbourhood, make_organisation, make_partnership, make_place
from tests.organisations.offer_files import FULL, SHORT, areas, changes, make_city, plan, run

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def city():
    make_city()


def hours(offer: Offer) -> dict[str, Decimal | None]:
    return dict(offer.functions.values_list("function", "hours_per_week"))


def test_a_row_becomes_a_published_offer(staff):
    row = "de kring VZW;;44021;Speelplein;OUTREACH;4,5;?;;2;6;12;1/3/2026;2026-12-31;"
    run(FULL + row, by=staff)
    offer = Offer.objects.get()
    assert (offer.title, offer.slug, offer.status) == ("Speelplein", "speelplein", OfferStatus.PUBLISHED)
    assert hours(offer) == {"FREE_TIME": Decimal("4.5"), "WELFARE": None, "SIGNAL": 2}
    assert (offer.work_form, offer.age_min, offer.age_max) == ("OUTREACH", 6, 12)
    assert (offer.valid_from, offer.valid_until) == (datetime.date(2026, 3, 1), datetime.date(2026, 12, 31))
    assert areas(offer) == ["Noord"]
    for record in (offer, offer.functions.first(), offer.reach.get()):
        assert record.history.get().history_user == staff


@pytest.mark.parametrize("cell", ["44021|440210", "44021,440210", '"44021; 440210"', " 44021 | 440210 |44021"])
def test_several_codes_are_one_offer_in_several_neighbourhoods(cell):
    run(SHORT + f"De Kring vzw;{cell};Straatwerk;4;")
    assert areas(Offer.objects.get()) == ["Noord", "Zuid"]


def test_a_code_of_any_source_will_do():
    make_neighbourhood("Oost", code="A1", source="other")
    run(SHORT + "De Kring vzw;A1;Straatwerk;4;")
    assert areas(Offer.objects.get()) == ["Oost"]


def test_zero_hours_are_known_hours():
    run(SHORT + "De Kring vzw;44021;Straatwerk;0;")
    assert hours(Offer.objects.get()) == {"FREE_TIME": 0}


def test_a_change_is_found_and_said_in_words():
    run(FULL + "De Kring vzw;;44021;Speelplein;;4;2;;;6;12;2026-03-01;;")
    Offer.objects.update(confirmed_on=datetime.date(2020, 1, 1))
    planned = run(FULL + "De Kring vzw;;44021;Speelplein;MOBILE;6;;?;;6;;2026-03-01;31/12/2026;")
    assert changes(planned, ChangeKind.CHANGED) == {
        "De Kring vzw: Speelplein": (
            "work form: from at a place to mobile",
            "hours of free time: from 4 to 6",
            "hours of welfare: from 2 to nothing",
            "hours of bridge: from nothing to unknown",
            "up to age: from 12 to nothing",
            "until: from nothing to 31 December 2026",
        )
    }
    offer = Offer.objects.get()
    assert hours(offer) == {"FREE_TIME": 6, "BRIDGE": None}
    assert (offer.work_form, offer.age_max, offer.version) == ("MOBILE", None, 2)
    assert offer.confirmed_on > datetime.date(2020, 1, 1)
    assert OfferFunction.history.filter(history_type="-").count() == 1


def test_many_changes_are_all_written_each_with_its_history(monkeypatch):
    monkeypatch.setattr(offer_writing, "BATCH", 2)
    run(FULL + "\n".join(f"De Kring vzw;;44021;Speelplein {n};;{n};;;;6;;;;" for n in range(1, 6)))
    changed = [f"De Kring vzw;;44021;Speelplein {n};;{n + 10};;;;6;;;;Het Huis" for n in range(1, 5)]
    run(FULL + "\n".join([*changed, "De Kring vzw;;44021;Speelplein 5;;15;;;;6;9;;;Het Huis"]))
    offers = Offer.objects.order_by("title")
    assert [hours(offer)["FREE_TIME"] for offer in offers] == [11, 12, 13, 14, 15]
    assert [offer.age_max for offer in offers] == [None, None, None, None, 9]
    assert [(offer.place.name, offer.version, offer.history.count()) for offer in offers] == [("Het Huis", 2, 2)] * 5


def test_columns_that_are_not_in_the_file_are_left_alone():
    run(FULL + "De Kring vzw;;44021;Speelplein;MOBILE;4;2;;3;6;12;;;")
    run("organisation;neighbourhood_code;title;FREE_TIME\nDe Kring vzw;44021;Speelplein;6\n")
    offer = Offer.objects.get()
    assert hours(offer) == {"FREE_TIME": 6, "WELFARE": 2, "SIGNAL": 3}
    assert (offer.work_form, offer.age_min) == ("MOBILE", 6)


def test_a_partnership_that_does_not_exist_is_proposed_and_made():
    make_organisation("De Overkant")
    text = FULL + (
        "De Kring vzw;Samen Noord;44021;Speelplein;;4;;;;;;;;\nDe Overkant;samen  noord;44021;Luisteren;;;4;;;;;;;\n"
    )
    planned = plan(text)
    assert not Partnership.objects.exists()
    assert changes(planned, ChangeKind.NEW)["partnership Samen Noord"] == (
        "led by De Kring vzw",
        "new member: De Kring vzw",
        "new member: De Overkant",
    )
    assert [(note.where, note.text) for note in planned.notes] == [
        (
            "line 2, column partnership",
            "There is no partnership “Samen Noord” yet. The import makes it, led by De Kring vzw.",
        )
    ]
    apply_offers(planned, by=None)
    partnership = Partnership.objects.get()
    assert (partnership.slug, partnership.lead.name) == ("samen-noord", "De Kring vzw")
    assert [str(row.organisation) for row in partnership.members.all()] == ["De Kring vzw", "De Overkant"]
    assert partnership.offers.count() == 2
    assert run(text).is_empty


def test_an_organisation_joins_the_partnership_that_it_acts_for():
    partnership = make_partnership(make_organisation("De Overkant"), name="Samen")
    planned = run(FULL + "De Kring vzw;SAMEN;44021;Speelplein;;4;;;;;;;;")
    assert changes(planned, ChangeKind.CHANGED) == {"partnership Samen": ("new member: De Kring vzw",)}
    assert partnership.members.count() == 2


def test_an_offer_that_keeps_its_partnership_makes_nobody_a_member():
    partnership = make_partnership(make_organisation("De Overkant"), name="Samen")
    text = FULL + "De Kring vzw;Samen;44021;Speelplein;;4;;;;;;;;"
    run(text)
    partnership.members.filter(organisation__name="De Kring vzw").delete()
    assert run(text).is_empty
    run(text.replace(";4;", ";5;"))
    assert partnership.members.count() == 1


def test_an_offer_leaves_its_partnership():
    run(FULL + "De Kring vzw;Samen;44021;Speelplein;;4;;;;;;;;")
    planned = run(FULL + "De Kring vzw;;44021;Speelplein;;4;;;;;;;;")
    assert changes(planned, ChangeKind.CHANGED) == {
        "De Kring vzw: Speelplein": ("on behalf of: from Samen to nothing",)
    }
    assert Offer.objects.get().partnership is None


def test_a_warm_place_is_made_where_the_offer_is_and_found_again():
    text = FULL + (
        "De Kring vzw;;440210|44021;Speelplein;;4;;;;;;;;Het Huis\nDe Kring vzw;;440210;Huiswerk;;4;;;;;;;;het huis\n"
    )
    planned = run(text)
    place = Place.objects.get()
    assert changes(planned, ChangeKind.NEW)["warm place Het Huis"] == ("Zuid",)
    assert (place.name, place.warm, place.neighbourhood.name) == ("Het Huis", True, "Zuid")
    assert place.offers.count() == 2
    assert run(text).is_empty


def test_a_place_that_was_not_warm_becomes_warm():
    run(FULL + "De Kring vzw;;44021;Speelplein;;4;;;;;;;;")
    organisation = Offer.objects.get().organisation
    place = make_place(organisation, Offer.objects.get().neighbourhoods.get(), "Het Huis")
    planned = run(FULL + "De Kring vzw;;44021;Speelplein;;4;;;;;;;;Het Huis")
    assert changes(planned, ChangeKind.CHANGED)["place Het Huis"] == ("becomes a warm place",)
    place.refresh_from_db()
    assert place.warm
    run(FULL + "De Kring vzw;;44021;Speelplein;;4;;;;;;;;")
    assert Offer.objects.get().place is None
    assert Place.objects.count() == 1


@pytest.mark.parametrize(
    ("row", "where", "why"),
    [
        ("Niemand;;44021;Speelplein;;4;;;;;;;;", "line 2, column organisation", "no organisation “Niemand”"),
        (";;44021;Speelplein;;4;;;;;;;;", "line 2, column organisation", "Fill this in"),
        ("De Kring vzw;;4402;Speelplein;;4;;;;;;;;", "line 2, column neighbourhood_code", "the code “4402”"),
        ("De Kring vzw;;44021|9;Speelplein;;4;;;;;;;;", "line 2, column neighbourhood_code", "the code “9”"),
        ("De Kring vzw;;;Speelplein;;4;;;;;;;;", "line 2, column neighbourhood_code", "Fill in the code"),
        ("De Kring vzw;;|;Speelplein;;4;;;;;;;;", "line 2, column neighbourhood_code", "Fill in the code"),
        ("De Kring vzw;;44021;;;4;;;;;;;;", "line 2, column title", "Fill this in"),
        (f"De Kring vzw;;44021;{'x' * 151};;4;;;;;;;;", "line 2, column title", "150 is the most"),
        ("De Kring vzw;;44021;Speelplein;bike;4;;;;;;;;", "line 2, column work_form", "not one of"),
        ("De Kring vzw;;44021;Speelplein;;veel;;;;;;;;", "line 2, column FREE_TIME", "not a number of hours"),
        ("De Kring vzw;;44021;Speelplein;;;;;169;;;;;", "line 2, column SIGNAL", "not a number of hours"),
        ("De Kring vzw;;44021;Speelplein;;;;;;;;;;", "line 2", "Say which function"),
        ("De Kring vzw;;44021;Speelplein;;4;;;;12;6;;;", "line 2, column age_max", "below the lowest"),
        ("De Kring vzw;;44021;Speelplein;;4;;;;x;;;;", "line 2, column age_min", "not an age"),
        ("De Kring vzw;;44021;Speelplein;;4;;;;;;2026-03-02;1/3/2026;", "line 2, column valid_until", "before"),
        ("De Kring vzw;;44021;Speelplein;;4;;;;;;ooit;;", "line 2, column valid_from", "not a date"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(row, where, why):
    planned = plan(FULL + row)
    (problem,) = planned.problems
    assert problem.where == where
    assert why in problem.text
    assert not planned.changes


def test_a_code_with_two_meanings_is_refused():
    make_neighbourhood("Oost", code="44021", source="other")
    (problem,) = plan(SHORT + "De Kring vzw;44021;Speelplein;4;").problems
    assert problem.where == "line 2, column neighbourhood_code"
    assert "Noord, Oost" in problem.text


def test_a_file_without_a_function_is_refused():
    with pytest.raises(FileRefused, match="no column for a function"):
        plan("organisation;neighbourhood_code;title\nDe Kring vzw;44021;Speelplein")


def test_a_preview_asks_the_same_queries_however_long_the_file(django_assert_num_queries):
    for number in (3, 300):
        rows = "".join(f"De Kring vzw;Samen;44021;Aanbod {each};;4;?;;;;;;;Huis\n" for each in range(number))
        with django_assert_num_queries(10):
            plan(FULL + rows)
        run(FULL + rows)


def test_the_command_writes_all_or_nothing(tmp_path):
    file = tmp_path / "offers.csv"
    file.write_text(SHORT + "De Kring vzw;44021;Speelplein;4;\nNiemand;44021;Straatwerk;4;")
    with pytest.raises(CommandError, match="line 3, column organisation: There is no organisation “Niemand”"):
        call_command("import_offers", str(file))
    assert not Offer.objects.exists()

    file.write_text(SHORT + "De Kring vzw;44021;Speelplein;4;")
    call_command("import_offers", str(file), "--dry-run")
    assert not Offer.objects.exists()
    call_command("import_offers", str(file))
    assert Offer.objects.count() == 1


def test_days_and_hours_are_read_and_kept_where_they_stay():
    header = "organisation;neighbourhood_code;title;FREE_TIME;schedule;free\n"
    run(header + "De Kring vzw;44021;Spel;4;wo en vr 14-18u, op afspraak;ja\n")
    offer = Offer.objects.get()
    assert [str(moment) for moment in offer.moments.all()] == ["Wednesday 14:00-18:00", "Friday 14:00-18:00"]
    assert (offer.schedule, offer.is_free) == ("op afspraak", True)
    wednesday = offer.moments.first()
    planned = run(header + "De Kring vzw;44021;Spel;4;wo 14-18u, za 10-12u;\n")
    (details,) = changes(planned, ChangeKind.CHANGED).values()
    assert details == (
        "when: from Wednesday and Friday 14:00-18:00; op afspraak to Wednesday 14:00-18:00, Saturday 10:00-12:00",
        "free of charge: from yes to no",
    )
    offer.refresh_from_db()
    assert [str(moment) for moment in offer.moments.all()] == ["Wednesday 14:00-18:00", "Saturday 10:00-12:00"]
    assert offer.moments.first() == wednesday
    assert wednesday.history.count() == 1
    assert (offer.schedule, offer.is_free) == ("", False)


def test_words_that_are_no_days_and_hours_stay_words():
    header = "organisation;neighbourhood_code;title;FREE_TIME;schedule;free\n"
    run(header + "De Kring vzw;44021;Spel;4;elke eerste woensdag 14-18u;\n")
    assert Offer.objects.get().schedule == "elke eerste woensdag 14-18u"
    assert plan(header + "De Kring vzw;44021;Spel;4;elke eerste woensdag 14-18u;\n").is_empty
    assert plan(header + f"De Kring vzw;44021;Spel;4;{'x' * 201};misschien\n").problems


def test_a_table_without_those_columns_leaves_them_alone():
    run("organisation;neighbourhood_code;title;FREE_TIME;schedule;free\nDe Kring vzw;44021;Spel;4;wo 14-18u;ja\n")
    run("organisation;neighbourhood_code;title;FREE_TIME\nDe Kring vzw;44021;Spel;6\n")
    offer = Offer.objects.get()
    assert offer.is_free
    assert offer.moments.count() == 1
