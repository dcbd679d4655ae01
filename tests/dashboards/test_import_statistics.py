"""Staff upload figures, say what the columns hold, look, and confirm."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from jos.dashboards.imports.importing import preview
from jos.dashboards.imports.undoing import undo_import
from jos.shared.models import FileImport
from neighbourhoods.models import DataSet, Neighbourhood, Statistic, StatisticValue
from tests.builders import make_neighbourhood, make_statistic, square
from tests.neighbourhoods.imports.files import collection, feature
from tests.neighbourhoods.imports.statistics.files import stored, workbook
from tests.real_data import real_file

pytestmark = pytest.mark.django_db

FILE = b"wijknr;wijk;druk_2024;groen_2013;groen_2016\n7;Rabot;4;1,5;2,5\n18;Ledeberg;x;3;\n"


@pytest.fixture
def client(sign_in, staff):
    return sign_in(staff)


@pytest.fixture(autouse=True)
def city():
    make_neighbourhood("Rabot", code="R", geometry=square(0))
    make_neighbourhood("Ledeberg", code="L", geometry=square(1))


def upload(client, content: bytes, name: str = "stad.csv", kind: str = "statistics"):
    response = client.post(reverse("import_new", args=[kind]), {"file": SimpleUploadedFile(name, content)})
    assert response.status_code == 302, response.context["form"].errors
    return client.get(response.url)


def typed(page, **changes) -> dict:
    """What the form of this page would send, but for these changes."""
    form = page.context["form"]
    sent = {name: form[name].value() for name in form.fields}
    return {name: value for name, value in (sent | changes).items() if value not in (None, False)}


def choose(client, page, **changes):
    """Send the form as it stands, but for these changes."""
    address = reverse("import", args=[page.context["file_import"].pk])
    return client.post(address, typed(page, **changes), follow=True)


def confirm(client, page):
    data = {"fingerprint": page.context["plan"].fingerprint}
    return client.post(reverse("import_confirm", args=[page.context["file_import"].pk]), data, follow=True)


def test_columns_are_chosen_before_anything_is_previewed(client):
    page = upload(client, FILE)
    assert page.context["plan"] is None
    assert "Confirm" not in page.text
    assert re.search(r"druk_2024<span[^>]*>4 · x</span>", page.text)
    proposals = {name: value for name, value in typed(page).items() if value}
    assert proposals["area_field"] == "wijk"
    assert [proposals.get(f"statistic_{at}") for at in range(5)] == [None, None, "Druk", "Groen", "Groen"]
    assert [proposals.get(f"period_{at}") for at in range(2, 5)] == ["2024", "2013", "2016"]


def test_upload_choose_preview_confirm_and_undo(client, staff):
    page = choose(client, upload(client, FILE), statistic_2="Drukte", adds_up_2="on", data_set="Stad in cijfers")
    assert "6 new, 0 changed" in page.text
    assert "Drukte, 2024: a new figure, still to complete; 2 values" in " ".join(page.text.split())
    assert not Statistic.objects.exists()
    done = confirm(client, page)
    assert "Imported." in done.text
    assert stored("Groen")["Rabot", "2013"] == 1.5
    assert (Statistic.objects.get(name="Drukte").adds_up, DataSet.objects.get().name) == ("SUM", "Stad in cijfers")
    assert StatisticValue.history.first().history_user == staff
    undo_import(FileImport.objects.get().pk, by=staff)
    assert not any(model.objects.exists() for model in (StatisticValue, Statistic, DataSet))
    assert StatisticValue.history.count() == 12


def test_undoing_a_correction_gives_back_the_value_before(client, staff):
    confirm(client, choose(client, upload(client, FILE)))
    before = stored("Groen")
    confirm(client, choose(client, upload(client, FILE.replace(b"1,5", b"9"))))
    assert stored("Groen") != before
    undo_import(FileImport.objects.order_by("pk").last().pk, by=staff)
    assert stored("Groen") == before


def test_a_column_left_empty_is_left_out(client):
    confirm(client, choose(client, upload(client, FILE), statistic_3="", statistic_4=""))
    assert [each.name for each in Statistic.objects.all()] == ["Druk"]


def test_what_cannot_be_is_said_beside_the_question_and_nothing_typed_is_lost(client):
    page = choose(client, upload(client, FILE), period_3="vorig jaar", statistic_2="Mijn eigen naam")
    assert "“vorig jaar” is no period" in page.text
    assert 'value="Mijn eigen naam"' in page.text
    assert page.context["plan"] is None


def test_a_question_of_the_file_stands_above_the_choices(client):
    page = choose(client, upload(client, b"wijk;druk_2024\nRabot;1.234\n"))
    assert "Say which sign stands before decimals" in page.text
    assert "Confirm" not in page.text
    page = choose(client, page, decimal=",")
    assert page.context["plan"].steps[0].record.value == 1234


def test_staff_choose_the_sheet_and_see_its_own_columns(client):
    book = workbook(A=[["wijk", "druk"], ["Rabot", 1]], B=[["wijk", "groen"], ["Rabot", (0.25, "0%")]])
    page = choose(client, upload(client, book, "stad_2024.xlsx"), sheet="B")
    assert page.context["plan"] is None
    assert page.context["form"]["statistic_1"].value() == "Groen"
    refused = choose(client, page)
    assert "percentages stored as fractions" in refused.text
    confirm(client, choose(client, refused, scale_1="fractions"))
    assert stored("Groen") == {("Rabot", "2024"): 25}


def test_values_of_older_borders_come_with_those_borders(client):
    old = collection(feature("Alles", "A", geometry=square(0)), feature("Rest", "R", geometry=square(1)))
    page = upload(client, b"wijk;druk_2013\nAlles;4\nRest;5\n")
    page = choose(client, page, area_field="wijk", old_borders=SimpleUploadedFile("oud.geojson", old))
    assert "converted from older borders" in page.text
    page = choose(client, page)  # the file stays
    confirm(client, page)
    assert StatisticValue.objects.filter(is_converted=True).count() == 2
    broken = choose(client, upload(client, FILE), old_borders=SimpleUploadedFile("oud.geojson", b"wijken={}"))
    assert "it is a script" in broken.text


def test_an_import_that_nobody_chose_columns_of_cannot_be_confirmed(client):
    kept = upload(client, FILE).context["file_import"]
    client.post(reverse("import_confirm", args=[kept.pk]), {"fingerprint": preview(kept).fingerprint})
    assert not Statistic.objects.exists()
    assert FileImport.objects.get().is_open


def test_a_file_that_is_no_table_is_refused_at_once(client):
    file = SimpleUploadedFile("stad.json", b"[1, 2]")
    response = client.post(reverse("import_new", args=["statistics"]), {"file": file})
    assert "no table" in response.text
    assert not FileImport.objects.exists()


@pytest.mark.parametrize("text", ["\x00", "9" * 400, "a" * 20_000, "\ud800", "<script>", "=1+1"])
def test_whatever_is_typed_is_answered(client, text):
    page = upload(client, FILE)
    names = [*page.context["form"].fields]
    address = reverse("import", args=[page.context["file_import"].pk])
    sent = {name: text.encode(errors="replace").decode() for name in names if name != "old_borders"}
    assert client.post(address, sent).status_code in (200, 302, 400)


def test_many_columns_and_statistics_keep_the_page_light(client, django_assert_max_num_queries):
    for _number in range(40):
        make_statistic()
    names = [f"v{number}_een_lange_naam_van_een_kolom" for number in range(30)]
    content = ";".join(["wijk", *names]) + "\n" + ";".join(["Rabot", *["12"] * 30])
    page = upload(client, content.encode())
    assert len(page.content) < 60_000
    with django_assert_max_num_queries(15):
        client.get(reverse("import", args=[page.context["file_import"].pk]))


@pytest.mark.real_data
def test_the_figures_of_ghent_follow_its_borders(client):
    Neighbourhood.objects.all().delete()
    borders = upload(client, real_file("gent/stadswijken-gent.geojson"), "stadswijken-gent.geojson", "neighbourhoods")
    confirm(client, borders)
    page = upload(client, real_file("gent/gent_wijken_afgeleid.csv"), "gent_wijken_afgeleid.csv")
    assert page.context["form"]["area_field"].value() == "wijk"
    page = choose(client, page, period="2024")
    assert "450 new, 0 changed" in page.text
    confirm(client, page)
    assert Statistic.objects.count() == 14
    assert stored("Speelterrein m2")["Rabot - Blaisantvest", "2022"] == 33035
    assert stored("Open ruimte pct")["Drongen", "2013"] == 61.1
    again = choose(client, upload(client, real_file("gent/gent_wijken_afgeleid.csv"), "gent.csv"), period="2024")
    assert "There is nothing to write" in again.text
