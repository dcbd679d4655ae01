"""Files that somebody made to break the import: refused at once with a reason, and nothing is kept."""

import io
import json
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from jos.shared.models import FileImport
from neighbourhoods.imports.statistics.values import is_figure, read_value
from tests.builders import make_neighbourhood, square
from tests.dashboards.test_import_statistics import choose, upload
from tests.neighbourhoods.imports.statistics.files import problems_of, workbook

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def city():
    make_neighbourhood("Rabot", code="7", geometry=square(0))


@pytest.fixture
def client(sign_in, staff):
    return sign_in(staff)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("wide.csv", ";".join(["wijk", *map(str, range(300))]) + "\n7\n"),
        ("as-wide-as-long.json", json.dumps([{f"f{i}": 1} for i in range(20_000)])),
        ("as-long-as-wide.json", json.dumps({f"s{i}": {f"n{i}": 1} for i in range(20_000)})),
    ],
)
def test_a_table_with_more_columns_than_anybody_can_be_asked_about_is_refused(client, name, content):
    file = SimpleUploadedFile(name, content.encode())
    page = client.post(reverse("import_new", args=["statistics"]), {"file": file})
    assert "This file has more than 200 columns." in page.text
    assert not FileImport.objects.exists()


def test_a_whole_number_larger_than_a_computer_counts_with_is_said():
    book = io.BytesIO(workbook(A=[["wijk", "druk"], [7, 123454321]]))
    made = io.BytesIO()
    with zipfile.ZipFile(book) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b"123454321", b"9" * 400))
    assert "is far too large" in problems_of(made.getvalue(), "a.xlsx")


def test_a_cell_full_of_spaces_takes_no_time():
    text = f"1{' ' * 1_000_000}x"
    assert not is_figure(text)
    with pytest.raises(ValueError, match="is no number"):
        read_value(text, ",")


@pytest.mark.parametrize(("rows", "why"), [([], "This file is empty."), ([["wijk", "druk"]], "but no rows")])
def test_another_sheet_that_holds_no_table_is_said_beside_the_question(client, rows, why):
    page = upload(client, workbook(A=[["wijk", "druk"], [7, 1]], B=rows), "a.xlsx")
    page = choose(client, page, sheet="B", period="2024")
    assert why in page.context["form"].errors["sheet"][0]
    assert FileImport.objects.get().options["sheet"] == "A"


def test_borders_larger_than_the_limit_are_refused_before_they_are_read(client, settings):
    page = upload(client, b"wijk;druk\n7;1\n")
    settings.FILE_UPLOAD_MAX_MB = 1
    page = choose(client, page, old_borders=SimpleUploadedFile("oud.geojson", b" " * 2_000_000), period="2024")
    assert "MB is the most" in page.context["form"].errors["old_borders"][0]
