"""What of signals, dossiers and rounds waits for whom stands on their home, one click from where it is done."""

import datetime

import pytest
from django.utils import timezone

from jos.dashboards.homes import signals
from jos.shared.time import today
from signals.enums import DossierState, SignalState
from signals.models import Signal
from tests import builders, signal_builders
from tests.dashboards.test_home import asks

LONG_AGO = today() - datetime.timedelta(days=40)
YESTERDAY = today() - datetime.timedelta(days=1)


@pytest.fixture
def home_of(client):
    def home_of(user=None) -> str:
        if user:
            client.force_login(user)
        return " ".join(client.get("/").content.decode().split())

    return home_of


class TestStaff:
    def test_words_of_danger_come_first(self, staff, home_of):
        signal_builders.make_signal(mentions_danger=True)
        signal_builders.make_signal(received_at=timezone.now() - datetime.timedelta(days=60))
        page = home_of(staff)
        assert asks(page, "<strong>One signal</strong> has words of danger in it", "/signals/?danger=yes")
        assert asks(page, "<strong>One signal</strong> waits longer for an answer", "/signals/?overdue=yes")
        assert asks(page, "<strong>Two signals</strong> wait in the inbox.", "/signals/")
        assert page.index("words of danger") < page.index("waits longer") < page.index("wait in the inbox")

    def test_dossiers_past_their_term_or_brought_back_and_rounds_to_decide(self, staff, home_of):
        late = signal_builders.make_dossier("Banken", state=DossierState.IN_ACTION, due_on=LONG_AGO)
        signal_builders.make_dossier("Licht", state=DossierState.REOPENED)
        closed = signal_builders.make_round(title="Najaar", opens_on=LONG_AGO, closes_on=YESTERDAY)
        page = home_of(staff)
        assert asks(page, "The dossier <strong>Banken</strong> is more than a week past", late.get_absolute_url())
        assert asks(page, "<strong>Licht</strong> is open again.", "/dossiers/licht/")
        assert asks(page, "The round <strong>Najaar</strong> closed on", f"/rounds/{closed.slug}/decide/")

    def test_of_nothing_nothing_is_said(self, staff, home_of):
        signal_builders.make_dossier("Banken", state=DossierState.IN_ACTION)
        signal_builders.make_signal(state=SignalState.NOT_TAKEN_UP, reply="Dat kan niet.", answered_at=timezone.now())
        page = home_of(staff)
        assert "Banken" not in page
        assert "inbox." not in page

    def test_no_more_are_counted_than_a_home_can_bear(self, staff, home_of, monkeypatch):
        monkeypatch.setattr(signals, "MOST", 2)
        monkeypatch.setattr("jos.dashboards.homes.signal_sentences.MOST", 2)
        Signal.objects.bulk_create(Signal(reference=f"{number:08d}", kind="IDEA") for number in range(9))
        assert "<strong>More than 2 signals</strong> wait in the inbox." in home_of(staff)


class TestCityService:
    @pytest.fixture
    def service(self, service_member):
        return service_member.memberships.get().organisation

    def test_hears_what_is_in_its_hands(self, service, service_member, home_of):
        day = today() + datetime.timedelta(days=5)
        signal_builders.make_dossier("Nieuw", owner=service, state=DossierState.ASSIGNED)
        signal_builders.make_dossier("Bijna", owner=service, state=DossierState.IN_ACTION, due_on=day)
        signal_builders.make_dossier("Te laat", owner=service, state=DossierState.IN_ACTION, due_on=LONG_AGO)
        signal_builders.make_dossier("Klaar", owner=service, state=DossierState.DONE)
        signal_builders.make_dossier("Van anderen", state=DossierState.ASSIGNED)
        page = home_of(service_member)
        assert asks(page, "The dossier <strong>Nieuw</strong> is in your hands now.", "/dossiers/nieuw/")
        assert asks(page, "The dossier <strong>Bijna</strong> has to be done by", "/dossiers/bijna/")
        assert asks(page, "The dossier <strong>Te laat</strong> is past its term.", "/dossiers/te-laat/")
        assert asks(page, "<strong>Klaar</strong> is done. Tell young people what you did.", "/dossiers/klaar/")
        assert "Van anderen" not in page

    def test_hears_what_it_took_over_from_another_service(self, service, service_member, home_of):
        merged = signal_builders.make_city_service()
        merged.merged_into = service
        merged.save()
        signal_builders.make_dossier("Overgenomen", owner=merged, state=DossierState.ASSIGNED)
        assert asks(home_of(service_member), "<strong>Overgenomen</strong> is in your hands", "/dossiers/overgenomen/")

    def test_spreads_no_points(self, service, service_member, home_of):
        signal_builders.make_round(signal_builders.make_dossier(), title="Najaar")
        assert "Najaar" not in home_of(service_member)


class TestPartner:
    def test_is_asked_to_spread_its_points_until_it_did(self, organisation, member, home_of):
        dossier = signal_builders.make_dossier()
        running = signal_builders.make_round(dossier, title="Najaar")
        sentence = "You can spread your points in <strong>Najaar</strong> until"
        assert asks(home_of(member), sentence, f"/rounds/{running.slug}/spread/")
        signal_builders.make_spread(running, dossier, organisation, 10)
        assert "Najaar" not in home_of(member)

    def test_hears_that_something_came_back_for_a_group(self, organisation, member, coordinator, home_of):
        signal_builders.make_group_signal(organisation, member, state=SignalState.QUESTION_ASKED)
        sentence = "The city wrote back about <strong>one signal</strong> you passed on"
        assert asks(home_of(member), sentence, "/signals/group/sent/")
        assert sentence not in home_of(coordinator)  # who did not pass it on


class TestPolicymaker:
    def test_hears_of_dossiers_that_climbed_so_high_and_no_others(self, policymaker, home_of):
        builders.make_neighbourhood()
        signal_builders.make_dossier("Banken", state=DossierState.IN_ACTION, due_on=LONG_AGO)
        signal_builders.make_dossier("Licht", state=DossierState.IN_ACTION, due_on=YESTERDAY)
        page = home_of(policymaker)
        assert asks(page, "The dossier <strong>Banken</strong> is more than two weeks past", "/dossiers/banken/")
        assert "Licht" not in page

    def test_hears_what_young_people_brought_back(self, policymaker, home_of):
        builders.make_neighbourhood()
        for title in ("Banken", "Licht"):
            signal_builders.make_dossier(title, state=DossierState.REOPENED)
        sentence = "Young people say that nothing changed: <strong>two dossiers</strong> are open again."
        assert asks(home_of(policymaker), sentence, "/dossiers/?state=REOPENED")


class TestVisitor:
    @pytest.mark.django_db
    def test_finds_where_to_say_something_and_what_was_done(self, home_of):
        page = home_of()
        assert 'href="/signal/"' in page
        assert 'href="/said-and-done/"' in page
