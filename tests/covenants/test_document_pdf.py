"""The document itself: tagged for a reader without eyes, and the same bytes each time."""

import json
import re
import zlib
from decimal import Decimal
from hashlib import sha256

import pytest
from django.utils import timezone, translation

from covenants.document.content import content_of, offered
from covenants.document.pdf import CannotBeShown, pdf_of
from covenants.models import Article
from jos.shared.time import today
from tests import builders
from tests import covenant_builders as make


@pytest.fixture
def covenant(db):
    covenant = make.make_covenant(
        builders.make_organisation("Jong & Volk"), title="Samen jong", slug="samen-jong", total_budget=Decimal(1000)
    )
    Article.objects.create(covenant=covenant, heading="Waarom", text="Omdat het kan.")
    make.make_hours(covenant, "FREE_TIME", 12.5)
    make.make_budget(covenant, "FREE_TIME", 1000)
    make.make_commitment(covenant)
    make.make_commitment(covenant, "CITY")
    make.balance(covenant)
    return covenant


@pytest.fixture
def content(covenant):
    return offered(content_of(covenant), on=today())


def inside(pdf: bytes) -> bytes:
    """The file, with what is packed in it unpacked."""
    packed = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL)
    unpacked = [zlib.decompressobj().decompress(each) for each in packed if each[:1] == b"\x78"]
    return pdf + b"\n".join(unpacked)


def tags(pdf: bytes) -> set[str]:
    """The kinds of elements in its structure, as a screen reader meets them."""
    return {each.decode() for each in re.findall(rb"/Type/StructElem/S/(\w+)", re.sub(rb"\s*/", b"/", inside(pdf)))}


def test_it_is_tagged_as_accessible(content):
    pdf = pdf_of(content)
    assert b"<pdfuaid:part>1</pdfuaid:part>" in pdf
    assert b"/MarkInfo" in inside(pdf)
    assert b"/StructTreeRoot" in inside(pdf)
    assert {"H1", "H2", "H3", "H4", "Table", "TH", "TD", "THead"} <= tags(pdf)


def test_it_says_its_title_and_that_it_is_dutch(content):
    pdf = inside(pdf_of(content))
    assert b"/Title(Samen jong)" in pdf
    assert b"/Lang(nl)" in pdf
    assert b"/DisplayDocTitle true" in pdf


def test_the_same_text_gives_the_same_bytes(content):
    assert pdf_of(content) == pdf_of(content)


def test_the_same_bytes_for_whoever_makes_it_and_wherever(covenant, content):
    """Another language, another time zone, and the order of a database that sorts what it keeps."""
    first, day = pdf_of(content), today()  # in Auckland it may be tomorrow
    with translation.override("nl"), timezone.override("Pacific/Auckland"):
        second = pdf_of(offered(content_of(covenant), on=day))
    assert sha256(first).hexdigest() == sha256(second).hexdigest()
    assert pdf_of(json.loads(json.dumps(content, sort_keys=True))) == first


def test_only_fonts_that_come_along_are_used(content):
    assert set(re.findall(rb"/FontName/\w+\+([\w-]+)", inside(pdf_of(content)).replace(b" ", b""))) == {
        b"LibertinusSerif-Regular",
        b"LibertinusSerif-Bold",
    }


def test_each_change_gives_other_bytes(covenant, content):
    first = pdf_of(content)
    make.make_commitment(covenant, "CITY", "Nog iets")
    assert pdf_of(offered(content_of(covenant), on=today())) != first


def test_a_draft_is_another_file_than_what_was_offered(covenant, content):
    assert pdf_of(content_of(covenant)) != pdf_of(content)


def test_a_sign_the_letters_do_not_have_is_refused_by_name(covenant):
    Article.objects.create(covenant=covenant, heading="Feest 🎉", text="Hoera")
    with pytest.raises(CannotBeShown) as refusal:
        pdf_of(content_of(covenant))
    assert "🎉" in refusal.value.messages[0]


@pytest.mark.parametrize(
    "title", ['#eval("1") *b* $x$ <a> @b \\', "Çağdaş Łódź Ωμέγα Привет", "\u202eomgekeerd", "x" * 160]
)
def test_whatever_letters_people_write_are_only_text(covenant, title):
    covenant.title = title
    assert pdf_of(content_of(covenant)).startswith(b"%PDF-")


def test_an_empty_draft_is_a_document_too(db):
    assert pdf_of(content_of(make.make_covenant())).startswith(b"%PDF-")


def test_a_covenant_from_before_computers_is_a_document_too(content):
    assert pdf_of({**content, "day": "1901-01-01"}).startswith(b"%PDF-")


def test_a_sign_without_a_shape_that_came_along_does_not_stand_in_the_way(covenant, content):
    """PDF/UA forbids it, and nobody who reads "it cannot be shown" would find it."""
    Article.objects.create(covenant=covenant, heading="Geplakt\ufeff", text="Uit een\ufeff ander programma.")
    pasted = content | {"articles": content_of(covenant)["articles"]}
    assert "\ufeff" in pasted["articles"][-1]["heading"]
    assert pdf_of(pasted).startswith(b"%PDF-")


def test_markup_in_a_text_stays_text(covenant, content):
    said = '#read("/etc/passwd") #panic("x") $ ` @nergens <hier> \\ ] [ */ // = *b*'
    articles = [{"heading": said, "paragraphs": [said]}]
    assert pdf_of(content | {"title": said, "articles": articles}).startswith(b"%PDF-")
