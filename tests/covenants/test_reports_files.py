"""Photos and files with a report: what they really are, and who may have them."""

import io
import uuid
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from covenants.enums import CovenantState, Side
from covenants.following_up.files import MOST_FILES
from covenants.models import Attachment, Report
from jos.shared.tables.writing import xlsx_bytes
from tests.builders import make_user
from tests.covenant_builders import make_covenant, make_period, make_report

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.7\n"


@pytest.fixture
def period(organisation):
    return make_period(make_covenant(organisation, state=CovenantState.SIGNED))


def picture(kind: str = "PNG") -> bytes:
    content = io.BytesIO()
    Image.new("RGB", (40, 30), "red").save(content, kind)
    return content.getvalue()


def archive(**files: str) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as written:
        for name, text in files.items():
            written.writestr(name.replace("__", "/"), text)
    return content.getvalue()


def odt(**more: str) -> bytes:
    return archive(mimetype="application/vnd.oasis.opendocument.text", **{"content.xml": "<x/>"} | more)


def xlsx(**more: str) -> bytes:
    return archive(**{"xl/workbook.xml": "<x/>"} | more)


def docx(**more: str) -> bytes:
    return archive(**{"[Content_Types].xml": "<x/>", "word__document.xml": "<x/>"}, **more)


def send(client, period, name: str, content: bytes, **fields):
    address = reverse("attachment_new", args=[period.covenant.slug, period.pk])
    return client.post(address, {"file": SimpleUploadedFile(name, content)} | fields)


def address_of(attachment: Attachment, name: str = "attachment") -> str:
    return reverse(name, args=[attachment.report.period.covenant.slug, attachment.pk])


def kept(period, **fields) -> Attachment:
    report = make_report(period, Side.PARTNER, **fields)
    file = {"name": "verslag.pdf", "content_type": "application/pdf", "content": PDF, "size": len(PDF)}
    return Attachment.objects.create(report=report, by=make_user(), **file)


@pytest.mark.parametrize(
    ("name", "content", "as_name", "content_type"),
    [
        ("verslag.pdf", PDF, "verslag.pdf", "application/pdf"),
        ("verslag.exe", PDF, "verslag.pdf", "application/pdf"),
        ("lijst.xlsx", xlsx_bytes(["a"], [["b"]]), "lijst.xlsx", "spreadsheetml"),
        ("tekst.docx", docx(), "tekst.docx", "wordprocessingml"),
        ("tekst.odt", odt(), "tekst.odt", "opendocument.text"),
        ("lijst.csv", "a;é\n".encode(), "lijst.csv", "text/csv"),
        ("foto.heic", picture(), "foto.jpg", "image/jpeg"),
    ],
)
def test_a_file_is_what_its_bytes_say(sign_in, member, period, name, content, as_name, content_type):
    assert send(sign_in(member), period, name, content).status_code == 302
    attachment = Attachment.objects.get()
    assert attachment.name == as_name
    assert content_type in attachment.content_type


def test_an_open_document_with_an_empty_library_of_macros_is_taken(sign_in, member, period):
    """LibreOffice writes one, also where nobody ever made a macro."""
    send(sign_in(member), period, "tekst.odt", odt(**{"Basic/script-lc.xml": "x", "Basic/Standard/script-lb.xml": "x"}))
    assert Attachment.objects.get().name == "tekst.odt"


def test_the_name_of_a_file_reads_as_it_is(sign_in, member, period):
    """A sign that turns letters around would make of `…cod.csv` what looks like a document."""
    send(sign_in(member), period, "lijst\u202evsc.cod\u200b.csv", b"a;b\n")
    assert Attachment.objects.get().name == "lijstvsc.cod.csv"


def test_a_photo_is_written_anew(sign_in, member, period):
    exif = Image.Exif()
    exif[0x010F] = "Camera van Sara"
    content = io.BytesIO()
    Image.new("RGB", (40, 30), "red").save(content, "JPEG", exif=exif)
    send(sign_in(member), period, "foto.jpg", content.getvalue())
    assert b"Sara" in content.getvalue()
    assert b"Sara" not in bytes(Attachment.objects.get().content)


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("pagina.html", b"<script>", "We do not take files of this kind."),
        ("beeld.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "We do not take files of this kind."),
        ("lijst.csv", b"a\x00b", "We do not take files of this kind."),
        ("foto.jpg", b"\xff\xd8\xffnietecht", "We cannot read this file."),
        ("tekst.docx", b"PK\x03\x04kapot", "This archive is damaged."),
        ("tekst.zip", archive(a="b"), "We do not take files of this kind."),
        ("tekst.docm", docx(**{"word__vbaProject.bin": "x"}), "There are macros in this file."),
        ("anders.xlsx", xlsx(**{"[Content_Types].xml": "vnd.ms-office.vbaProject"}), "There are macros in this file."),
        ("oud.xlsx", xlsx(**{"xl/macrosheets/sheet1.xml": "x"}), "There are macros in this file."),
        ("open.ods", odt(**{"Basic/Standard/Module1.xml": "x"}), "There are macros in this file."),
        ("open.odt", odt(**{"Scripts/python/x.py": "x"}), "There are macros in this file."),
        ("kapot.odt", odt().replace(b"opendocument", b"opendocumenX", 1), "This archive is damaged."),
        ("veel.xlsx", xlsx(**{str(number): "" for number in range(1000)}), "1000 files"),
        ("leeg.pdf", b"", "The submitted file is empty."),
        ("groot.pdf", PDF + b"x" * 10 * 1024 * 1024, "This file is larger than 10 MB."),
    ],
)  # fmt: skip
def test_any_other_file_is_refused(sign_in, member, period, name, content, says):
    assert says in send(sign_in(member), period, name, content).text
    assert not Attachment.objects.exists()


def test_a_file_sent_twice_is_kept_once(sign_in, member, period):
    for _time in range(2):
        assert send(sign_in(member), period, "verslag.pdf", PDF, token=f"{uuid.UUID(int=7)}").status_code == 302
    assert Attachment.objects.count() == 1


def test_there_is_an_end_to_the_files(sign_in, member, period):
    client = sign_in(member)
    for number in range(MOST_FILES):
        send(client, period, f"{number}.pdf", PDF)
    assert "There are 20 files already." in send(client, period, "nog.pdf", PDF).text


def test_a_file_is_saved_and_never_shown_as_a_page(sign_in, member, period):
    answer = sign_in(member).get(address_of(kept(period)))
    assert answer.content == PDF
    assert answer.headers["Content-Disposition"] == 'attachment; filename="verslag.pdf"'
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in answer.headers["Cache-Control"]


def test_the_other_side_has_the_files_of_a_report_that_was_sent(sign_in, staff, policymaker, stranger, period):
    attachment = kept(period)
    assert sign_in(staff).get(address_of(attachment)).status_code == 404
    attachment.report.submitted_at = timezone.now()
    attachment.report.save()
    for user, status in ((staff, 200), (policymaker, 200), (stranger, 404)):
        assert sign_in(user).get(address_of(attachment)).status_code == status
    assert sign_in(staff).post(address_of(attachment, "attachment_remove")).status_code == 403


def test_the_form_of_another_report_says_nothing_of_its_file(sign_in, member, staff, period):
    token = f"{uuid.UUID(int=7)}"
    send(sign_in(staff), period, "van-de-stad.pdf", PDF, token=token)
    send(sign_in(member), period, "van-ons.pdf", PDF, token=token)
    assert {each.report.side: each.name for each in Attachment.objects.all()} == {
        Side.CITY: "van-de-stad.pdf",
        Side.PARTNER: "van-ons.pdf",
    }


def test_a_file_is_removed_until_the_report_is_sent(sign_in, member, period):
    attachment = kept(period, submitted_at=timezone.now())
    client = sign_in(member)
    assert "This report was sent." in client.post(address_of(attachment, "attachment_remove"), follow=True).text
    assert "This report was sent." in send(client, period, "nog.pdf", PDF).text
    attachment.report.submitted_at = None
    attachment.report.save()
    client.post(address_of(attachment, "attachment_remove"))
    assert not Attachment.objects.exists()
    row = Report.history.first()
    assert (row.history_user, row.history_change_reason) == (member, "file removed: application/pdf")
