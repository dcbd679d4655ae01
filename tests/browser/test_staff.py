"""Staff set right what went wrong: one partner that stands there twice, and a file that should not have come in."""

import datetime

import pytest
from django.urls import reverse

from jos.dashboards.imports import importing
from jos.shared.enums import ImportKind
from organisations.models import Organisation
from tests.browser.walking import press
from tests.builders import make_neighbourhood, make_offer, make_organisation, make_user

LONG_AGO = datetime.date(2025, 1, 1)


@pytest.fixture
def office(page, sign_in_browser, staff):
    """The browser of somebody of the youth service."""
    sign_in_browser(page, staff)
    return page


@pytest.fixture
def twins():
    area = make_neighbourhood("Dampoort")
    kept = make_organisation("De Kring vzw", website="https://kring.example.org", coordinator=make_user("Cem"))
    other = make_organisation("De Kring", company_number="0400378485", description="Een huis voor jongeren.")
    make_offer(kept, area, title="Open huis")
    make_offer(other, area, title="Kookclub", functions=("WELFARE", "BRIDGE", "SIGNAL"))
    return kept, other


def test_staff_merge_two_organisations_and_make_two_of_them_again(office, twins, look_at):
    office.goto(reverse("organisation_duplicates"))
    look_at(office, "duplicates")
    press(office.locator("main .card .button--primary"))
    look_at(office, "merge")
    press(office.locator("main form .button--primary"))
    assert "Dampoort" in office.text_content("main")  # one whole now
    look_at(office, "merge-look")
    press(office.locator("main form .button--danger"))
    assert {"Open huis", "Kookclub"} <= set(office.locator("main .card-title").all_text_contents())
    merged = Organisation.objects.exclude(merged_into=None).get()
    office.goto(merged.get_absolute_url())
    assert office.url.endswith(merged.merged_into.get_absolute_url())
    office.goto(reverse("organisation_duplicates"))
    look_at(office, "duplicates-merged")
    press(office.locator("main li a[href$='/unmerge/']"))
    look_at(office, "unmerge")
    press(office.locator("main form .button--danger"))
    assert Organisation.objects.filter(merged_into=None).count() == 2


def test_staff_undo_an_import(office, staff, look_at):
    make_organisation("De Kring")
    file = b"name;kind\nDe Kring;SPORT\nVerkeerd;POLICE\n"
    kept = importing.keep(kind=ImportKind.ORGANISATIONS, name="fout.csv", content=file, by=staff)
    office.goto(reverse("import", args=[kept.pk]))
    press(office.locator("main .button--primary"))
    assert Organisation.objects.filter(name="Verkeerd").exists()
    press(office.locator("main a[href$='/story/']"))
    assert "Verkeerd" in office.text_content("main")
    look_at(office, "import-story")
    office.go_back()
    press(office.locator("main a[href$='/undo/']"))
    look_at(office, "import-undo")
    press(office.locator("main form .button--danger"))
    look_at(office, "import-undone")
    assert [(each.name, each.kind) for each in Organisation.objects.all()] == [("De Kring", "YOUTH_WORK")]


def test_an_import_that_people_built_on_says_so(office, staff, look_at):
    file = b"name;kind\nVerkeerd;POLICE\n"
    kept = importing.keep(kind=ImportKind.ORGANISATIONS, name="fout.csv", content=file, by=staff)
    importing.confirm(kept.pk, fingerprint=importing.preview(kept).fingerprint, by=staff)
    make_offer(Organisation.objects.get(), title="Later")
    office.goto(reverse("import_undo", args=[kept.pk]))
    assert "Later" in office.text_content("main")
    look_at(office, "import-not-undone")


def test_lists_endings_and_reminders_bar_nobody(office, twins, look_at):
    kept, _other = twins
    kept.offers.update(confirmed_on=LONG_AGO)
    office.goto(reverse("organisations") + "?charter=no")
    look_at(office, "organisations-staff")
    office.goto(reverse("offers") + "?free=no")
    look_at(office, "offers-staff")
    office.goto(reverse("unconfirmed"))
    look_at(office, "unconfirmed")
    press(office.locator("main form .button--primary"))
    look_at(office, "remind")
    press(office.locator("main form .button--primary"))
    assert office.url.endswith(reverse("unconfirmed"))
    office.goto(reverse("organisation_merge_with", args=[kept.slug]))
    look_at(office, "merge-with")
    office.goto(reverse("organisation_end", args=[kept.slug]))
    look_at(office, "organisation-end")
    press(office.locator("main form .button--danger"))
    office.goto(reverse("organisation_restart", args=[kept.slug]))
    look_at(office, "organisation-restart")
