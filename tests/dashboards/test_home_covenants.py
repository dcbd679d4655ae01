"""What of covenants waits for whom stands on their home, one click from where it is done."""

import datetime

import pytest
from django.utils import timezone

from covenants.enums import CovenantState, Side
from jos.shared.time import today
from organisations.enums import Function
from tests import builders, covenant_builders
from tests.dashboards.test_home import asks

YESTERDAY = today() - datetime.timedelta(days=1)
TOMORROW = today() + datetime.timedelta(days=1)
LONG_AGO = today() - datetime.timedelta(days=100)


@pytest.fixture
def home_of(client):
    def home_of(user) -> str:
        client.force_login(user)
        return " ".join(client.get("/").content.decode().split())

    return home_of


@pytest.fixture
def signed(organisation):
    return covenant_builders.make_covenant(organisation, state=CovenantState.SIGNED, title="Samen sterk")


def make_over(covenant, due_on=TOMORROW, **fields):
    return covenant_builders.make_period(covenant, LONG_AGO, ends_on=YESTERDAY, due_on=due_on, **fields)


def report_of(period) -> str:
    return f"/covenants/{period.covenant.slug}/periods/{period.pk}/report/"


class TestStaff:
    def test_hear_whose_turn_it_is_and_what_is_late(self, staff, home_of, signed):
        drafted = covenant_builders.make_covenant(signed.organisation, title="Nieuw")
        late = make_over(signed, LONG_AGO)
        covenant_builders.make_commitment(signed, Side.CITY, "Een sleutel van de zaal", due_on=YESTERDAY)
        page = home_of(staff)
        assert asks(page, "The covenant <strong>Nieuw</strong> waits for you.", drafted.get_absolute_url())
        assert asks(page, "Our report about <strong>Samen sterk</strong> is late", report_of(late))
        promises = f"/covenants/commitments/?overdue=on&amp;side=CITY&amp;covenant={signed.slug}"
        assert asks(page, "The city promised “<strong>Een sleutel van de zaal</strong>”", promises)

    def test_of_several_they_hear_how_many(self, staff, home_of, organisation):
        for number in range(3):
            covenant_builders.make_covenant(organisation, title=f"Nieuw {number}")
        page = home_of(staff)
        assert asks(page, "<strong>Three covenants</strong> wait for you.", "/covenants/?waiting=mine")

    def test_a_period_that_is_over_and_a_talk_that_was_asked_wait(self, staff, home_of, signed, stranger):
        period = make_over(signed)
        assert asks(home_of(staff), "A period of <strong>Samen sterk</strong> is over", report_of(period))
        period.talk_asked_on, period.talk_asked_by = today(), Side.PARTNER
        period.save()
        assert asks(home_of(staff), "The talk about <strong>Samen sterk</strong> waits", period.get_absolute_url())

    def test_what_is_for_the_partner_does_not_wait_for_them(self, staff, home_of, signed):
        covenant_builders.make_covenant(signed.organisation, title="Nieuw", turn=Side.PARTNER)
        covenant_builders.make_commitment(signed, Side.PARTNER, due_on=YESTERDAY)
        covenant_builders.make_report(make_over(signed), Side.CITY, submitted_at=timezone.now())
        page = home_of(staff)
        assert "Nieuw" not in page
        assert "Samen sterk" not in page


class TestPartner:
    def test_hears_its_turn_its_reports_and_its_promises(self, member, home_of, signed):
        drafted = covenant_builders.make_covenant(signed.organisation, title="Nieuw", turn=Side.PARTNER)
        period = make_over(signed)
        covenant_builders.make_commitment(signed, Side.PARTNER, "Een open avond", due_on=YESTERDAY)
        of_partner = f"/covenants/commitments/?overdue=on&amp;side=PARTNER&amp;covenant={signed.slug}"
        page = home_of(member)
        assert asks(page, "The covenant <strong>Nieuw</strong> waits for you.", drafted.get_absolute_url())
        assert asks(page, "Your report about <strong>Samen sterk</strong> is due on", report_of(period))
        assert asks(page, "You promised “<strong>Een open avond</strong>”", of_partner)

    def test_hears_when_a_report_is_late_and_a_text_waits_for_its_word(self, member, home_of, signed):
        period = make_over(signed, LONG_AGO, talked_on=YESTERDAY, settled="We doen voort.", agreed_by_city=True)
        page = home_of(member)
        assert asks(page, "Your report about <strong>Samen sterk</strong> was due on", report_of(period))
        assert asks(page, "The talk about <strong>Samen sterk</strong> waits for you.", period.get_absolute_url())

    def test_a_member_of_a_partnership_that_does_not_lead_it_is_left_alone(self, member, home_of, organisation):
        partnership = builders.make_partnership(builders.make_organisation(), organisation)
        covenant_builders.make_covenant(partnership, title="Samen", turn=Side.PARTNER)
        assert "The covenant" not in home_of(member)

    def test_a_stranger_hears_nothing_of_it(self, stranger, home_of, signed):
        make_over(signed)
        assert "Samen sterk" not in home_of(stranger)


class TestPolicymaker:
    def test_hears_where_the_city_is_late(self, policymaker, home_of, signed):
        builders.make_neighbourhood()
        period = make_over(signed, LONG_AGO)
        covenant_builders.make_commitment(signed, Side.CITY, "Een sleutel", due_on=YESTERDAY)
        covenant_builders.make_commitment(signed, Side.PARTNER, "Een avond", due_on=YESTERDAY)
        of_city = f"/covenants/commitments/?overdue=on&amp;side=CITY&amp;covenant={signed.slug}"
        page = home_of(policymaker)
        assert asks(page, "The report of the city about <strong>Samen sterk</strong>", period.get_absolute_url())
        assert asks(page, "The city promised “<strong>Een sleutel</strong>”", of_city)
        assert "Een avond" not in page


class TestElsewhere:
    def test_the_list_of_covenants_shows_those_with_a_late_report(self, policymaker, sign_in, signed):
        make_over(signed, LONG_AGO)
        late = sign_in(policymaker).get("/covenants/?state=ALL&report=CITY").content.decode()
        assert "Samen sterk" in late
        covenant_builders.make_report(signed.periods.get(), Side.CITY, submitted_at=timezone.now())
        assert "Samen sterk" not in sign_in(policymaker).get("/covenants/?state=ALL&report=CITY").content.decode()

    def test_the_sheet_of_a_neighbourhood_says_what_covenants_promise_there(
        self, policymaker, member, home_of, sign_in
    ):
        area = builders.make_neighbourhood("Rabot")
        party = builders.make_organisation("Het Huis")
        days = {"valid_from": LONG_AGO, "valid_until": TOMORROW}
        covenant = covenant_builders.make_covenant(party, area, state=CovenantState.SIGNED, title="Hier", **days)
        covenant_builders.make_hours(covenant, Function.FREE_TIME, 6)
        for address in ("/neighbourhoods/rabot/", builders.make_circle(area).get_absolute_url()):
            page = " ".join(sign_in(policymaker).get(address).content.decode().split())
            assert "were promised and are not there." in page
            assert covenant.get_absolute_url() in page
            assert "What covenants promise here" not in sign_in(member).get(address).content.decode()

    def test_the_page_of_an_organisation_has_its_covenants_for_who_may_see_them(
        self, client, member, stranger, policymaker, sign_in, signed
    ):
        where = signed.organisation.get_absolute_url()
        results = f"/covenants/{signed.slug}/results/"
        assert results not in client.get(where).content.decode()
        assert results in sign_in(member).get(where).content.decode()
        assert results in sign_in(policymaker).get(where).content.decode()
        assert results not in sign_in(stranger).get(where).content.decode()
