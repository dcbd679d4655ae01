"""Figures about signals and the loop of each neighbourhood: for who works for the city, and never a small count."""

import datetime
import re
from html import unescape

import pytest
from django.utils import timezone

from jos.shared.time import midnight, today
from neighbourhoods.models import Statistic
from organisations.enums import AgeBand
from signals.enums import Cause, DossierState, DossierStep, Outcome, SignalKind, SignalState
from signals.models import DossierMove, Signal
from tests import builders, signal_builders

LAST_YEAR = today().year - 1
FIGURES, LOOP = f"/signals/figures/?period={LAST_YEAR}", f"/signals/loop/?period={LAST_YEAR}"
NUMBERS = re.compile(r'<a (?:class="alarm" )?href="(/(?:signals|dossiers)/[?][^"]+)">(?:<strong>)?([0-9]+)')


def make_many(number: int, month: int = 3, **fields) -> None:
    received_at = midnight(datetime.date(LAST_YEAR, month, 10)) + datetime.timedelta(hours=12)
    start = Signal.objects.count()
    Signal.objects.bulk_create(
        Signal(**{"reference": f"{start + each:08d}", "kind": SignalKind.CONCERN, "received_at": received_at} | fields)
        for each in range(number)
    )


@pytest.fixture
def areas(db):
    return [builders.make_neighbourhood(name) for name in ("Rabot", "Ham", "Muide")]


@pytest.fixture
def page_of(sign_in):
    def page_of(user, address: str = FIGURES) -> str:
        return " ".join(sign_in(user).get(address).content.decode().split())

    return page_of


class TestWhoMayLook:
    @pytest.mark.parametrize("page", [FIGURES, LOOP])
    def test_policymakers_and_staff_but_no_partner(self, page, sign_in, staff, policymaker, member, organisation):
        assert sign_in(policymaker).get(page).status_code == 200
        assert sign_in(staff).get(page).status_code == 200
        assert sign_in(member).get(page).status_code == 403


class TestFigures:
    def test_an_empty_city_has_a_page(self, page_of, policymaker):
        page = page_of(policymaker)
        assert "Signals in figures" in page
        assert "Too few to show." in page

    def test_the_finding_says_how_many_were_answered_in_time(self, page_of, policymaker, areas):
        answered_at = midnight(datetime.date(LAST_YEAR, 3, 11))
        answered = {"answered_at": answered_at, "state": SignalState.NOT_TAKEN_UP, "reply": "Dat kan niet."}
        make_many(20, neighbourhood=areas[0], **answered)
        make_many(7, neighbourhood=areas[1])
        page = page_of(policymaker)
        assert "<mark>20 of 20</mark> signals were answered in time." in page
        assert "<strong>7</strong> wait for an answer" in page

    def test_a_small_count_and_what_would_give_it_back_are_not_on_the_page(self, page_of, policymaker, areas):
        for area, number in zip(areas, (3, 17, 91), strict=True):
            make_many(number, neighbourhood=area)
        page = page_of(policymaker)
        table = page.partition('id="by-area"')[2].partition("</section>")[0]
        assert ">91<" in table
        assert "Too few to show, or beside one that is: Ham, Rabot." in table
        assert ">3<" not in table
        assert ">17<" not in table

    def test_of_too_few_nothing_else_is_shown(self, page_of, policymaker, areas):
        for area, number in zip(areas, (3, 17, 91), strict=True):
            make_many(number, neighbourhood=area)
        for area in areas[:2]:
            page = page_of(policymaker, f"{FIGURES}&area={area.slug}")
            assert "Too few to show." in page
            assert 'id="by-age"' not in page

    def test_of_one_theme_in_one_neighbourhood_only_the_number(self, page_of, policymaker, areas):
        theme = signal_builders.make_theme("School")
        make_many(40, neighbourhood=areas[0], theme=theme)
        make_many(40, neighbourhood=areas[1], theme=theme)
        make_many(40, neighbourhood=areas[2], theme=theme)
        page = page_of(policymaker, f"{FIGURES}&area={areas[0].slug}&theme={theme.slug}")
        assert "<strong>40</strong> signals came in" in page
        assert 'id="by-age"' not in page

    def test_staff_open_the_signals_and_policymakers_the_dossiers(self, page_of, staff, policymaker, areas):
        make_many(40, neighbourhood=areas[0])
        make_many(30, neighbourhood=areas[1])
        make_many(30, neighbourhood=areas[2])
        days = f"since={LAST_YEAR}-01-01&amp;until={LAST_YEAR}-12-31"
        assert f'href="/signals/?state=ALL&amp;{days}&amp;neighbourhood=rabot">40' in page_of(staff)
        page = page_of(policymaker)
        assert f'href="/dossiers/?state=ALL&amp;{days}&amp;neighbourhood=rabot">40' in page
        assert 'href="/signals/?' not in page

    def test_what_cannot_be_read_is_said_and_the_default_is_shown(self, page_of, policymaker):
        page = page_of(policymaker, "/signals/figures/?period=1066&area=atlantis&theme=x")
        for sentence in ("no figures of this period", "do not know this neighbourhood", "do not know this theme"):
            assert sentence in page

    def test_are_a_table_to_save(self, sign_in, policymaker, areas):
        make_many(20, neighbourhood=areas[0])
        make_many(3, neighbourhood=areas[1])
        for month in (3, 5, 7, 9, 11):
            make_many(12, month, neighbourhood=areas[2])
        client = sign_in(policymaker)
        response = client.get(f"/signals/figures/export.csv?period={LAST_YEAR}")
        table = b"".join(response.streaming_content).decode()
        assert "signals;By neighbourhood;Muide;60" in table
        assert "signals;By neighbourhood;Ham;too few people to show" in table
        assert "signals;month;" in table
        assert client.get("/signals/figures/export.xlsx").status_code == 200
        assert client.get("/signals/figures/export.pdf").status_code == 404
        wrong = client.get("/signals/figures/export.csv?area=atlantis")
        assert wrong.headers["Location"] == "/signals/figures/?area=atlantis"

    @pytest.mark.parametrize("number", [3, 60])
    def test_cost_the_same_queries_with_few_and_with_many(
        self, number, sign_in, policymaker, areas, django_assert_num_queries
    ):
        for each in range(number):
            area = builders.make_neighbourhood(f"Wijk {each}")
            make_many(6, neighbourhood=area)
            signal_builders.make_dossier(f"Knelpunt {each}", area)
        client = sign_in(policymaker)
        with django_assert_num_queries(13):
            client.get(FIGURES)


class TestLoop:
    def test_says_what_is_open_and_where(self, page_of, staff, areas):
        make_many(20, neighbourhood=areas[0])
        make_many(20, neighbourhood=areas[1])
        make_many(20, neighbourhood=areas[2])
        day = datetime.date(LAST_YEAR, 5, 5)
        signal_builders.make_dossier("Bank", areas[0], opened_on=day, state=DossierState.REOPENED)
        page = page_of(staff, LOOP)
        assert "In <mark>3 neighbourhoods</mark> the loop is still open." in page
        assert "1 dossier brought back" in page
        assert page.index("Rabot") < page.index("Ham")

    def test_an_empty_city_has_a_page(self, page_of, staff):
        assert "waits for anybody" in page_of(staff, LOOP)

    @pytest.mark.parametrize("number", [3, 60])
    def test_costs_the_same_queries_with_few_and_with_many(
        self, number, sign_in, policymaker, django_assert_num_queries
    ):
        for each in range(number):
            area = builders.make_neighbourhood(f"Wijk {each}")
            make_many(6, neighbourhood=area)
            signal_builders.make_dossier(f"Knelpunt {each}", area)
        client = sign_in(policymaker)
        with django_assert_num_queries(9):
            client.get(LOOP)


class TestRecords:
    @pytest.fixture
    def city(self, areas):
        """Signals of three neighbourhoods, and dossiers that came as far as they can, of this year and the last."""
        theme = signal_builders.make_theme("School")
        for month, area in enumerate((*areas, None), start=3):
            make_many(30, month, neighbourhood=area, theme=theme, age_band=AgeBand.CHILDREN)
            make_many(25, month, neighbourhood=area, state=SignalState.NOT_TAKEN_UP, reply="Dat kan niet.")
        for year in (LAST_YEAR, LAST_YEAR - 1):
            day = datetime.date(year, 5, 5)
            for state in DossierState.values:
                theirs = {"opened_on": day, "state": state, "theme": theme, "cause": Cause.RULE}
                signal_builders.make_dossier(f"{state} {year}", areas[0], **theirs, due_on=day)
            acted = {"opened_on": day, "theme": theme, "first_action_on": day, "state": DossierState.IN_ACTION}
            signal_builders.make_dossier(f"Gedaan {year}", areas[1], **acted)
            answered = {"opened_on": day, "theme": theme, "state": DossierState.ANSWERED, "outcome": Outcome.PARTLY}
            brought_back = signal_builders.make_dossier(f"Half {year}", areas[1], **answered)
            moved = {"step": DossierStep.REOPEN, "source": DossierState.ANSWERED, "target": DossierState.REOPENED}
            for at in (midnight(datetime.date(LAST_YEAR, 8, 8)), timezone.now()):
                DossierMove.objects.create(dossier=brought_back, at=at, **moved)
        return areas

    @pytest.mark.parametrize("where", ["", "&area=rabot", "&theme=school", "&area=rabot&theme=school"])
    def test_every_number_opens_exactly_its_records(self, where, sign_in, staff, city):
        self.open_all(sign_in(staff), f"{FIGURES}{where}", fewest=7)

    def test_also_those_of_the_loop(self, sign_in, staff, city):
        self.open_all(sign_in(staff), LOOP, fewest=12)

    def open_all(self, client, page: str, *, fewest: int) -> None:
        numbers = NUMBERS.findall(" ".join(client.get(page).content.decode().split()))
        assert len(numbers) >= fewest
        opened = {address: client.get(unescape(address)).context["page"].paginator.count for address, _ in numbers}
        assert opened == {address: int(number) for address, number in numbers}


class TestManyNeighbourhoods:
    @pytest.fixture
    def areas(self, db):
        found = [builders.make_neighbourhood(f"Wijk {number:02}") for number in range(60)]
        for number, area in enumerate(found):
            make_many(20 + number, neighbourhood=area)
        return found

    def test_those_with_most_are_shown_and_all_are_in_the_table_to_save(self, areas, sign_in, policymaker):
        client = sign_in(policymaker)
        table = client.get(FIGURES).content.decode().partition('id="by-area"')[2].partition("</section>")[0]
        assert ("Wijk 59" in table, "Wijk 00" in table) == (True, False)
        assert "20 more, with fewer signals" in table
        response = client.get(f"/signals/figures/export.csv?period={LAST_YEAR}")
        assert "signals;By neighbourhood;Wijk 00;20" in b"".join(response.streaming_content).decode()

    def test_the_loop_goes_on_on_a_next_page(self, areas, sign_in, policymaker):
        client = sign_in(policymaker)
        first, second = (client.get(f"{LOOP}&page={number}").content.decode() for number in (1, 2))
        assert ("Wijk 59" in first, "Wijk 00" in first) == (True, False)
        assert ("Wijk 59" in second, "Wijk 00" in second) == (False, True)
        assert "In <mark>60 neighbourhoods</mark>" in second


class TestPublishing:
    def test_staff_see_what_would_be_written_and_write_it(self, sign_in, staff, areas):
        make_many(9, neighbourhood=areas[0])
        client = sign_in(staff)
        page = client.get("/signals/figures/publish/").content.decode()
        assert f"<dd>{LAST_YEAR}" in page
        assert not Statistic.objects.exists()
        response = client.post("/signals/figures/publish/", {"population": ""})
        assert response.headers["Location"] == "/figures/signals/"
        assert client.get("/figures/signals/").status_code == 200
        assert "are written already" in client.get("/signals/figures/publish/").content.decode()

    def test_what_counts_no_young_people_is_refused(self, sign_in, staff, areas):
        response = sign_in(staff).post("/signals/figures/publish/", {"population": "99999"})
        assert response.status_code == 200
        assert not Statistic.objects.exists()
