"""The list of covenants: what waits for whom comes first, and every filter finds what it says."""

import datetime

import pytest
import time_machine
from django.contrib.admin import site
from django.urls import reverse
from django.utils import timezone

from covenants.admin import CovenantAdmin
from covenants.enums import CovenantState, Side
from covenants.models import Covenant, Document, Signature
from jos.shared.time import today
from organisations.enums import Function
from tests.builders import make_circle, make_neighbourhood, make_organisation, make_partnership
from tests.covenant_builders import make_covenant, make_period, make_report

pytestmark = pytest.mark.django_db

LIST = "/covenants/"
DRAFTING, OFFERED, SIGNED, MERGED, WITHDRAWN = CovenantState
ENDED = {"valid_from": datetime.date(2024, 1, 1), "valid_until": datetime.date(2025, 12, 31)}


@pytest.fixture(autouse=True)
def _on_a_fixed_day():
    with time_machine.travel(datetime.datetime(2026, 6, 15, 12, tzinfo=datetime.UTC), tick=False):
        yield


def found(client, **asked) -> list[str]:
    return [row.covenant.title for row in client.get(LIST, asked).context["rows"]]


def sign_for(covenant: Covenant, side: Side, by) -> None:
    document = Document.objects.create(covenant=covenant, content={}, pdf=b"", sha256=f"{covenant.pk:064d}")
    Signature.objects.create(document=document, side=side, by=by, name="N", job="J", sha256=document.sha256)


def test_what_is_not_signed_comes_first_then_what_ends_first(sign_in, organisation, staff):
    make_covenant(organisation, title="loopt lang", state=SIGNED, valid_until=datetime.date(2028, 12, 31))
    make_covenant(organisation, title="loopt", state=SIGNED)
    make_covenant(organisation, title="ontwerp")
    make_covenant(organisation, title="te tekenen", state=OFFERED)
    make_covenant(organisation, title="voorbij", state=SIGNED, **ENDED)
    make_covenant(organisation, title="ingetrokken", state=WITHDRAWN)
    client = sign_in(staff)
    assert found(client) == ["te tekenen", "ontwerp", "loopt", "loopt lang"]
    assert found(client, state="ENDED") == ["voorbij"]
    assert found(client, state="WITHDRAWN") == ["ingetrokken"]
    assert found(client, state="IN_FORCE") == ["loopt", "loopt lang"]
    assert found(client, state="ALL") == ["te tekenen", "ontwerp", "loopt", "loopt lang", "voorbij", "ingetrokken"]


def test_the_list_says_what_waits_for_who_looks(sign_in, organisation, staff, member, policymaker):
    make_covenant(organisation, title="aan de stad")
    make_covenant(organisation, title="aan de partner", turn=Side.PARTNER)
    sign_for(make_covenant(organisation, title="stad tekende", state=OFFERED), Side.CITY, staff)
    assert found(sign_in(staff), waiting="mine") == ["aan de stad"]
    page = sign_in(member).get(LIST)
    assert "<mark>2 covenants</mark> wait for you." in page.text
    assert {row.covenant.title for row in page.context["rows"] if row.is_waiting} == {"aan de partner", "stad tekende"}
    assert found(sign_in(policymaker), waiting="mine") == []
    assert found(sign_in(policymaker), waiting="PARTNER") == ["aan de partner"]


def test_partners_see_their_own_and_those_of_their_partnerships(sign_in, organisation, stranger, member):
    theirs = stranger.memberships.get().organisation
    make_covenant(organisation, title="van De Kring")
    make_covenant(make_partnership(theirs, organisation), title="samen", turn=Side.PARTNER)
    make_covenant(make_organisation(), title="van een ander")
    assert sorted(found(sign_in(member))) == ["samen", "van De Kring"]
    assert found(sign_in(member), waiting="mine") == []  # its lead speaks
    assert found(sign_in(stranger), waiting="mine") == ["samen"]


def test_who_left_a_partnership_sees_its_covenants_no_more(sign_in, organisation, stranger, member):
    """As somebody who left an organisation: what is drafted and reported since is not for them."""
    partnership = make_partnership(stranger.memberships.get().organisation, organisation)
    covenant = make_covenant(partnership, title="samen")
    client = sign_in(member)
    assert found(client) == ["samen"]
    partnership.members.filter(organisation=organisation).update(valid_until=today() - datetime.timedelta(days=1))
    assert found(client) == []
    assert client.get(covenant.get_absolute_url()).status_code == 404


def test_a_neighbourhood_finds_what_works_there_once(sign_in, organisation, staff):
    rabot, elsewhere = make_neighbourhood("Rabot"), make_neighbourhood("Elders")
    make_covenant(organisation, rabot, elsewhere, title="noemt het")
    around = make_covenant(organisation, title="via een cirkel")
    around.circles.add(make_circle(rabot, elsewhere))
    make_covenant(organisation, title="hele stad")
    make_covenant(organisation, elsewhere, title="niet hier")
    assert sorted(found(sign_in(staff), neighbourhood="rabot")) == ["hele stad", "noemt het", "via een cirkel"]


def test_each_other_filter_finds_what_it_says(sign_in, organisation, staff):
    signed = make_covenant(organisation, title="het oude", state=SIGNED, functions=[Function.WELFARE.value])
    make_covenant(organisation, title="de aanpassing", amends=signed, council_decision="GR-2026-114")
    other = make_covenant(make_organisation("De Brug"), title="met de brug", valid_until=datetime.date(2027, 6, 30))
    client = sign_in(staff)
    assert found(client, q="gr-2026") == ["de aanpassing"]
    assert found(client, q="brug") == ["met de brug"]
    assert found(client, function="WELFARE") == ["het oude"]
    assert found(client, amendments="on") == ["de aanpassing"]
    assert found(client, at="2026-06-15") == ["het oude"]
    assert found(client, until="2027-01-01") == ["de aanpassing", "het oude"]
    assert found(client, organisation=other.organisation.slug) == ["met de brug"]


@pytest.mark.parametrize("asked", [{"state": "x"}, {"neighbourhood": "9" * 30}, {"at": "morgen"}, {"waiting": "x"}])
def test_what_cannot_be_asked_shows_nothing_and_says_why(sign_in, organisation, staff, asked):
    make_covenant(organisation)
    page = sign_in(staff).get(LIST, asked)
    assert page.context["rows"] == []
    assert page.context["filter"].form.errors


def test_an_empty_list_says_what_to_do(sign_in, staff):
    page = sign_in(staff).get(LIST).text
    assert "The youth service begins one" in page


def test_the_table_holds_what_is_asked_and_no_more(sign_in, organisation, member):
    make_covenant(organisation, make_neighbourhood("Rabot"), title="Samen", total_budget="1250.50")
    make_covenant(make_organisation(), title="Van een ander")
    lines = sign_in(member).get(reverse("covenants_export", args=["csv"])).getvalue().decode("utf-8-sig").splitlines()
    assert len(lines) == 2
    assert lines[1].startswith("Samen;DRAFTING;CITY;De Kring vzw;;2026-01-01;2026-12-31;FREE_TIME")
    assert "Rabot;1250.50" in lines[1].replace(",", ".")


@pytest.mark.parametrize("number", [3, 60])
def test_the_list_takes_as_many_queries_for_few_as_for_many(
    sign_in, organisation, staff, coordinator, django_assert_max_num_queries, number
):
    for place in range(number):
        party = make_partnership(organisation, make_organisation()) if place % 2 else organisation
        make_covenant(party, make_neighbourhood(), turn=Side.PARTNER)
    for user in (staff, coordinator):
        client = sign_in(user)
        client.get(LIST)
        with django_assert_max_num_queries(12):
            page = client.get(LIST)
    assert len(page.content) < 60_000


def test_in_the_administration_nobody_has_the_turn_once_a_text_is_signed(organisation):
    turn = CovenantAdmin(Covenant, site).whose_turn
    assert turn(make_covenant(organisation, turn="PARTNER")) == "the partner"
    assert turn(make_covenant(organisation, turn="PARTNER", state="SIGNED")) is None


def test_the_word_and_the_period_say_it_of_what_is_in_force(sign_in, organisation, staff):
    make_covenant(organisation, title="loopt", state=SIGNED)
    make_covenant(organisation, title="voorbij", state=SIGNED, **ENDED)
    make_covenant(organisation, title="ontwerp")
    rows = {row.covenant.title: row for row in sign_in(staff).get(LIST, {"state": "ALL"}).context["rows"]}
    assert {title: row.state for title, row in rows.items()} == {
        "loopt": "in force",
        "voorbij": "ended",
        "ontwerp": "being drafted",
    }
    assert not rows["loopt"].standing
    assert rows["voorbij"].standing
    assert rows["ontwerp"].standing


def test_each_late_report_that_is_asked_for_is_named_in_its_row(sign_in, organisation, staff):
    covenant = make_covenant(organisation, title="te laat", state=SIGNED)
    for month in (1, 2, 5):  # of May one may still report
        period = make_period(covenant, datetime.date(2026, month, 1), ends_on=datetime.date(2026, month, 28))
        make_report(period, Side.PARTNER, submitted_at=timezone.now(), submitted_by=staff)
    client = sign_in(staff)
    page = client.get(LIST, {"report": "CITY"})
    assert page.text.count("Report is late: ") == 2
    assert "01/02/2026 – 28/02/2026" in page.text
    assert found(client, report="PARTNER") == []
    assert "Report is late: " not in client.get(LIST).text
