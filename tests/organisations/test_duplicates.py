import csv
import io

import pytest

from organisations.duplicates import LIKELY, Names, likely_duplicates, likeness, words
from organisations.models import Organisation
from tests.real_data import real_file


def found(name: str, *existing: str) -> list[str]:
    return [existing[position] for position in Names(existing).like(name)]


@pytest.mark.parametrize(
    ("name", "existing"),
    [
        ("De Kring", "VZW De Kring"),
        ("Kon. Harmonie Sint-Cecilia", "harmonie st. cecilia"),
        ("V.Z.W. Café Zuid", "cafe zuid"),
        ("Speelplein Noord", "Noord speelplein"),
        ("Dorpsraad Muizen-Leeft", "dorpsraad Muizenleeft"),
        ("Vrienden van de omkeer", "Vrienden van de ommekeer"),
        ("Designregio", "Designregio Kortrijk"),
        ("Лампа", "лампа vzw"),
    ],
)
def test_the_same_organisation_spelled_otherwise_is_found(name, existing):
    assert found(name, existing, "Iets helemaal anders") == [existing]
    assert found(existing, name) == [name]


@pytest.mark.parametrize(
    ("name", "existing"),
    [
        ("Pasar Aarschot", "KSA Aarschot"),
        ("Scouts 50 Berchem", "Scouts 37 Berchem"),
        ("Chiro", "Chiro Sint-Jan Mariakerke"),
        ("OKRA Gijmel", "Chiro Gijmel"),
        ("De", "Het Huis"),
        ("", "De Kring"),
        ("!!!", "???"),
    ],
)
def test_another_organisation_is_not(name, existing):
    assert found(name, existing) == []


def test_the_likeliest_comes_first():
    assert found("De Kring Noord", "Kringen Noord", "Noord, De Kring", "Zuid") == ["Noord, De Kring", "Kringen Noord"]


def test_the_same_number_is_found_whatever_the_name():
    numbered, alike, other = (
        Organisation(pk=1, name="Iets anders", company_number="0400378485"),
        Organisation(pk=2, name="Kring"),
        Organisation(pk=3, name="Nog iets", company_number="0202239951"),
    )
    assert likely_duplicates("De Kring vzw", "BE 0400.378.485", [other, alike, numbered]) == [numbered, alike]
    assert likely_duplicates("Nieuw", "", [numbered, alike, other]) == []


@pytest.mark.real_data
def test_recall_and_precision_on_names_of_real_associations():
    """The figures of docs/duplicates.md."""
    rows = list(csv.reader(io.StringIO(real_file("flanders/verwachte_dubbels.csv").decode("utf-8-sig"))))[1:]
    same = [(row[0], other) for row in rows for other in row[1].split(";")]
    different = [(row[0], other) for row in rows for other in row[2].split(";")]

    hits = sum(likeness(words(one), words(other)) >= LIKELY for one, other in same)
    false_alarms = sum(likeness(words(one), words(other)) >= LIKELY for one, other in different)

    assert (len(same), len(different)) == (61, 252)
    assert hits / len(same) >= 0.96
    assert hits / (hits + false_alarms) >= 0.96
