import datetime
import json
import re
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.urls import reverse
from django.utils import translation

from jos.dashboards.imports import importing
from jos.shared.enums import ImportKind
from jos.shared.imports import Plan
from jos.shared.models import FileImport
from neighbourhoods.actions.decisions import record_decision
from neighbourhoods.models import Neighbourhood, PriorityDecision
from tests.builders import make_neighbourhood, square
from tests.real_data import real_file

pytestmark = pytest.mark.django_db


def borders(*names: str) -> bytes:
    features = [
        {"type": "Feature", "properties": {"wijk": name, "nieuwnr": str(number)}, "geometry": square(number)}
        for number, name in enumerate(names)
    ]
    return json.dumps({"type": "FeatureCollection", "features": features}).encode()


def upload(client, content: bytes, name: str = "wijken.geojson", kind: str = "neighbourhoods"):
    file = SimpleUploadedFile(name, content)
    return client.post(reverse("import_new", args=[kind]), {"file": file})


def preview_of(client, content: bytes):
    response = upload(client, content)
    assert response.status_code == 302
    return client.get(response.url)


def confirm(client, preview):
    pk = preview.context["file_import"].pk
    data = {"fingerprint": preview.context["plan"].fingerprint}
    return client.post(reverse("import_confirm", args=[pk]), data, follow=True)


def test_staff_import_borders_in_three_steps(sign_in, staff):
    client = sign_in(staff)
    preview = preview_of(client, borders("Dampoort", "Ledeberg"))
    assert "2 new, 0 changed" in preview.text
    assert not Neighbourhood.objects.exists()
    done = confirm(client, preview)
    assert "Imported." in done.text
    assert [n.name for n in Neighbourhood.objects.all()] == ["Dampoort", "Ledeberg"]
    assert Neighbourhood.objects.first().history.first().history_user == staff


def test_confirming_twice_writes_once(sign_in, staff):
    client = sign_in(staff)
    preview = preview_of(client, borders("Dampoort"))
    confirm(client, preview)
    again = confirm(client, preview)
    assert "1 new" in again.text
    assert Neighbourhood.objects.count() == 1
    assert Neighbourhood.history.count() == 1


def test_data_that_changed_meanwhile_give_a_new_preview(sign_in, staff):
    client = sign_in(staff)
    preview = preview_of(client, borders("Dampoort", "Ledeberg"))
    make_neighbourhood("Anders", code="0", geometry=square(0))
    again = confirm(client, preview)
    assert "The data changed since you looked" in again.text
    assert "1 new, 1 changed" in again.text
    assert Neighbourhood.objects.get().name == "Anders"


def test_withdrawn_import_writes_nothing_any_more(sign_in, staff):
    client = sign_in(staff)
    preview = preview_of(client, borders("Dampoort"))
    client.post(reverse("import_withdraw", args=[preview.context["file_import"].pk]))
    confirm(client, preview)
    assert not Neighbourhood.objects.exists()
    assert "withdrawn" in client.get(reverse("imports")).text


def test_an_import_tells_who_uploaded_it_and_who_confirmed_or_withdrew_it(sign_in, staff, administrator):
    client = sign_in(staff)
    applied, withdrawn = preview_of(client, borders("Dampoort")), preview_of(client, borders("Ledeberg"))
    client = sign_in(administrator)
    facts = re.sub(r"\s+", " ", confirm(client, applied).text)
    assert re.search(r"Uploaded</dt> <dd>[^<]+, Stef</dd> <dt>Imported</dt> <dd>[^<]+, Amina</dd>", facts)
    pk = withdrawn.context["file_import"].pk
    client.post(reverse("import_withdraw", args=[pk]))
    facts = re.sub(r"\s+", " ", client.get(reverse("import", args=[pk])).text)
    assert re.search(r"Uploaded</dt> <dd>[^<]+, Stef</dd> <dt>Withdrawn</dt> <dd>[^<]+, Amina</dd>", facts)


def test_applied_import_cannot_be_withdrawn(sign_in, staff):
    client = sign_in(staff)
    preview = preview_of(client, borders("Dampoort"))
    confirm(client, preview)
    client.post(reverse("import_withdraw", args=[preview.context["file_import"].pk]))
    assert FileImport.objects.get().withdrawn_at is None


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"wijken={}", "it is a script"),
        (b"", "empty"),
        (b"\x00\x01", "not JSON"),
        (b"\xff\x81", "no text"),
        (b"PK\x03\x04rubbish", "damaged"),
    ],
)
def test_what_is_no_such_file_is_refused_at_once_by_name(sign_in, staff, content, reason):
    response = upload(sign_in(staff), content, "mijn-wijken.geojson")
    assert response.status_code == 200
    assert reason in response.text
    assert not FileImport.objects.exists()


def test_a_file_over_the_limit_is_refused(sign_in, staff, settings):
    settings.FILE_UPLOAD_MAX_MB = 1
    response = upload(sign_in(staff), b"x" * (1024 * 1024 + 1))
    assert "1 MB is the most" in response.text
    assert not FileImport.objects.exists()


def test_staff_choose_the_fields_where_none_looks_right(sign_in, staff):
    client = sign_in(staff)
    odd = borders("Dampoort").replace(b"wijk", b"toponiem")
    preview = preview_of(client, odd)
    assert "Choose the field that holds the name" in preview.text
    url = reverse("import", args=[preview.context["file_import"].pk])
    chosen = client.post(url, {"name_field": "toponiem", "code_field": "nieuwnr", "source": "stad"}, follow=True)
    assert "1 new" in chosen.text
    confirm(client, chosen)
    assert Neighbourhood.objects.get().codes.get().source == "stad"


def test_a_choice_that_cannot_be_is_said_beside_it(sign_in, staff):
    client = sign_in(staff)
    preview = preview_of(client, borders("Dampoort"))
    url = reverse("import", args=[preview.context["file_import"].pk])
    response = client.post(url, {"name_field": "elders", "code_field": "nieuwnr", "source": "stad", "end_missing": "x"})
    assert set(response.context["form"].errors) == {"name_field", "end_missing"}


def test_the_wrong_coordinate_system_is_a_problem_not_an_error(sign_in, staff):
    client = sign_in(staff)
    preview = preview_of(client, borders("Dampoort"))
    url = reverse("import", args=[preview.context["file_import"].pk])
    data = {"name_field": "wijk", "code_field": "nieuwnr", "source": "stad", "crs": "EPSG:31370"}
    response = client.post(url, data, follow=True)
    assert "These coordinates are degrees" in response.text


def test_staff_say_when_missing_neighbourhoods_end(sign_in, staff):
    gone = make_neighbourhood("Weg", code="99", geometry=square(50))
    client = sign_in(staff)
    preview = preview_of(client, borders("Dampoort"))
    assert "Weg: stays as it is" in " ".join(preview.text.split())
    url = reverse("import", args=[preview.context["file_import"].pk])
    data = {"name_field": "wijk", "code_field": "nieuwnr", "source": "stad", "end_missing": "2026-01-31"}
    preview = client.post(url, data, follow=True)
    assert "ends on 31 January 2026" in preview.text
    confirm(client, preview)
    gone.refresh_from_db()
    assert gone.valid_until.isoformat() == "2026-01-31"


def test_an_open_import_waits_on_top_of_the_list(sign_in, staff):
    client = sign_in(staff)
    preview_of(client, borders("Dampoort"))
    page = client.get(reverse("imports")).text
    assert page.index("To finish") < page.index("wijken.geojson") < page.index("Import a file")


@pytest.mark.parametrize("who", ["policymaker", "coordinator", "service_member"])
def test_only_staff_import(sign_in, who, request, staff):
    file_import = FileImport.objects.create(kind="NEIGHBOURHOODS", name="x", content=borders("A"), by=staff)
    client = sign_in(request.getfixturevalue(who))
    assert client.get(reverse("imports")).status_code == 403
    assert client.get(reverse("import_new", args=["offers"])).status_code == 403
    assert client.get(reverse("import", args=[file_import.pk])).status_code == 403
    for name in ("import_confirm", "import_withdraw"):
        assert client.post(reverse(name, args=[file_import.pk])).status_code == 403
    assert FileImport.objects.get().is_open


def test_unknown_kinds_and_imports_are_not_found(sign_in, staff):
    client = sign_in(staff)
    assert client.get(reverse("import_new", args=["signals"])).status_code == 404
    assert client.get("/imports/999999999999999999999999/").status_code == 404
    assert client.post("/imports/999999999999999999999999/confirm/").status_code == 404


@pytest.mark.parametrize("rows", [3, 60])
def test_the_list_asks_as_much_of_the_database_for_many(sign_in, staff, rows, django_assert_num_queries):
    done = {"applied_at": "2026-01-01T00:00Z", "summary": Plan().counts()}
    for _row in range(rows):
        FileImport.objects.create(kind="OFFERS", name="x", content=b"", by=staff, **done)
    client = sign_in(staff)
    with django_assert_num_queries(6):
        client.get(reverse("imports"))


@pytest.mark.real_data
def test_real_borders_are_imported_in_the_browser(sign_in, staff):
    client = sign_in(staff)
    preview = preview_of(client, real_file("gent/stadswijken-gent.geojson"))
    assert "25 new, 0 changed" in preview.text
    confirm(client, preview)
    assert Neighbourhood.objects.exclude(path="").count() == 25
    again = preview_of(client, real_file("gent/stadswijken-gent.geojson"))
    assert "There is nothing to write" in again.text


TABLES = {
    "circles": "circle;neighbourhood_code\nRond het Zuid;N-A\nRond het Zuid;N-B\n",
    "priorities": "area;valid_from;valid_until;reasons;decided_by\nN-A;2026-01-01;2026-12-31;Weinig aanbod;College\n",
    "organisations": "name;kind;company_number;website;charter_signed_on\nDe Brug;YOUTH_WORK;;;\n",
    "offers": "organisation;partnership;neighbourhood_code;title;work_form;FREE_TIME;WELFARE;BRIDGE;SIGNAL;"
    "age_min;age_max;valid_from;valid_until;warm_place\nDe Kring vzw;;N-A;Instuif;FIXED;4;;;;;;;;\n",
}


@pytest.mark.parametrize("kind", TABLES)
def test_tables_are_imported_the_same_way(sign_in, staff, organisation, kind):
    make_neighbourhood("A", code="N-A")
    make_neighbourhood("B", code="N-B")
    client = sign_in(staff)
    preview = client.get(upload(client, TABLES[kind].encode(), "tabel.csv", kind).url)
    assert "1 new" in preview.text
    assert "Imported." in confirm(client, preview).text
    again = client.get(upload(client, TABLES[kind].encode(), "tabel.csv", kind).url)
    assert "There is nothing to write" in again.text


@pytest.mark.parametrize("kind", TABLES)
def test_a_table_that_is_wrong_says_where_and_cannot_be_confirmed(sign_in, staff, kind):
    client = sign_in(staff)
    header = TABLES[kind].split("\n")[0]
    preview = client.get(upload(client, f"{header}\n{'?;' * 13}\n".encode(), "tabel.csv", kind).url)
    assert "line 2" in preview.text
    assert "Confirm" not in preview.text
    confirm(client, preview)
    assert FileImport.objects.get().is_open


def test_a_table_without_its_columns_is_refused_at_once(sign_in, staff):
    response = upload(sign_in(staff), b"a;b\n1;2\n", "tabel.csv", "offers")
    assert "tabel.csv: " in response.text
    assert not FileImport.objects.exists()


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor == "sqlite", reason="one connection in memory has no second writer")
def test_two_files_with_the_same_in_them_confirmed_at_once_are_written_once(staff):
    make_neighbourhood(code="1")
    content = b"area;valid_from;valid_until;reasons;decided_by\n1;2026-01-01;2027-01-01;Omdat;College"
    files = [importing.keep(kind=ImportKind.PRIORITIES, name="p.csv", content=content, by=staff) for _ in range(4)]
    shown = [(file.pk, importing.preview(file).fingerprint) for file in files]

    def confirm_one(file):
        try:
            with translation.override("en"):
                return importing.confirm(file[0], fingerprint=file[1], by=staff)
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        outcomes = list(pool.map(confirm_one, shown))

    assert outcomes.count(importing.Outcome.WRITTEN) == 1
    assert PriorityDecision.objects.count() == 1


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor == "sqlite", reason="one connection in memory has no second writer")
def test_a_decision_typed_while_a_file_about_the_same_area_is_confirmed_never_clashes_with_it(staff):
    area = make_neighbourhood(code="1")
    content = b"area;valid_from;valid_until;reasons;decided_by\n1;2026-01-01;2027-01-01;Omdat;College"
    file = importing.keep(kind=ImportKind.PRIORITIES, name="p.csv", content=content, by=staff)
    fingerprint = importing.preview(file).fingerprint
    day = datetime.date(2026, 6, 1)

    def type_one(_number: int):
        said = {"valid_from": day, "review_on": day, "decided_on": datetime.date(2026, 1, 1), "decided_by": "Raad"}
        decision = PriorityDecision(neighbourhood=area, reasons="Getypt", **said)
        try:
            return record_decision(decision=decision, by=staff)
        except ValidationError:
            return None
        finally:
            connection.close()

    def confirm_it(_number: int):
        try:
            return importing.confirm(file.pk, fingerprint=fingerprint, by=staff)
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        for done in [pool.submit(act, 0) for act in (type_one, confirm_it, type_one, confirm_it)]:
            done.result()

    assert PriorityDecision.objects.count() == 1
