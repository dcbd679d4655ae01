"""The sheet on paper: one page, the same for a reader with eyes and one without."""

import re

import pytest
from django.utils import translation

from jos.shared.time import today
from organisations.enums import Audience, WorkForm
from tests import builders
from tests.builders import ALL_FOUR

PDF = "/neighbourhoods/rabot/sheet.pdf"


@pytest.fixture
def rabot(organisation):
    rabot = builders.make_neighbourhood("Rabot & <Kouter>", slug="rabot")
    builders.make_priority(rabot)
    builders.make_circle(rabot, name="Rond")
    place = builders.make_place(organisation, rabot, 'Huis #1 "warm" *nee*', warm=True)
    builders.make_offer(organisation, rabot, functions=ALL_FOUR, place=place)
    builders.make_offer(
        organisation, rabot, functions={"WELFARE": None}, work_form=WorkForm.OUTREACH, audience=Audience.PROFESSIONALS
    )
    return rabot


@pytest.fixture
def look(sign_in, member, organisation):
    client = sign_in(member)
    return lambda path=PDF, **query: client.get(path, query)


def pages(pdf: bytes) -> int:
    return int(re.search(rb"<xmpTPg:NPages>(\d+)<", pdf)[1])


@pytest.mark.parametrize("path", [PDF, "/circles/rond/sheet.pdf"])
def test_it_is_one_accessible_page(rabot, look, path):
    """typst refuses to write a file that says PDF/UA and is not."""
    response = look(path)
    assert response["Content-Type"] == "application/pdf"
    assert response.content.startswith(b"%PDF-")
    assert b"<pdfuaid:part>1</pdfuaid:part>" in response.content
    assert pages(response.content) == 1


@pytest.mark.parametrize("title", ["Feest 🎉", "ወጣቶች", "青年", "\x01", '#eval("1") *b* $x$ <a> @b \\'])
def test_whatever_letters_people_write_there_is_a_page(rabot, look, organisation, title):
    builders.make_offer(organisation, rabot, title=title)

    assert pages(look().content) == 1


def test_it_has_a_title_and_a_language(rabot, look):
    english = look().content
    assert b"/Title(Rabot & <Kouter>)" in english
    assert b"/Lang(en)" in english
    with translation.override("nl"):
        dutch = look().client.get(PDF, headers={"Accept-Language": "nl"}).content
    assert b"/Lang(nl)" in dutch


def test_the_same_sheet_gives_the_same_bytes(rabot, look):
    """Whenever it is made, and whatever fonts a machine has."""
    assert look().content == look().content
    assert f"/CreationDate(D:{today():%Y%m%d}120000Z)".encode() in look().content
    assert set(re.findall(rb"/FontName/\w+\+(\w+)", look().content)) == {b"LibertinusSerif"}
    assert look().content != look(ages="6-11").content


def test_its_name_says_what_and_when(rabot, look):
    assert look()["Content-Disposition"] == f'inline; filename="rabot-{today()}.pdf"'


def test_a_neighbourhood_with_many_offers_still_fits(rabot, look, organisation):
    for number in range(14):
        builders.make_offer(organisation, rabot, title=f"Aanbod {number}", schedule="elke woensdag van 14 tot 17 uur")
    assert pages(look().content) == 1


def test_an_empty_area_and_an_odd_day_are_no_trouble(look):
    builders.make_neighbourhood("Rabot", slug="rabot")
    for day in ("0001-01-01", "9999-12-31", "1969-12-31", "nonsense"):
        assert look(at=day).status_code == 200


def test_a_day_on_which_the_area_did_not_exist_has_no_paper(look):
    builders.make_neighbourhood("Rabot", slug="rabot", valid_from=today())
    assert look(at="2001-01-01").status_code == 404


@pytest.mark.parametrize("size", [3, 60])
def test_the_number_of_queries_does_not_grow(rabot, look, organisation, django_assert_num_queries, size):
    for _ in range(size):
        builders.make_offer(organisation, rabot, builders.make_neighbourhood())
    with django_assert_num_queries(12):
        look()
