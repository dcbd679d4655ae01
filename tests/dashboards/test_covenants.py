"""What covenants add up to: figures, promised hours, money, and the results of one. Every number opens its records."""

import datetime
import re
from html import unescape

import pytest
from django.core.cache import caches
from django.utils import timezone

from covenants.enums import AddsUp, CovenantState, IndicatorKind, Side
from jos.shared.time import today
from organisations.enums import Function
from tests import builders, covenant_builders

YEAR = covenant_builders.YEAR
FREE_TIME, BRIDGE = Function.FREE_TIME, Function.BRIDGE
PAGES = ("/covenants/figures/", "/covenants/promised/", "/covenants/money/")
AT = f"{YEAR}-06-01"


def make_signed(party=None, *areas, **fields):
    return covenant_builders.make_covenant(party, *areas, state=CovenantState.SIGNED, **fields)


def make_sent(covenant, side: str = Side.PARTNER, month: int = 1):
    period, _made = covenant.periods.get_or_create(
        starts_on=datetime.date(YEAR, month, 1),
        defaults={"ends_on": datetime.date(YEAR, month + 2, 28), "due_on": datetime.date(YEAR, month + 3, 28)},
    )
    return covenant_builders.make_report(period, side, submitted_at=timezone.now())


def words(response) -> str:
    return unescape(" ".join(response.content.decode().split()))


@pytest.fixture
def page_of(sign_in, policymaker):
    def page_of(address: str, user=None) -> str:
        response = sign_in(user or policymaker).get(address)
        assert response.status_code == 200
        return words(response)

    return page_of


@pytest.fixture
def areas(db):
    return [builders.make_neighbourhood(name) for name in ("Ham", "Muide", "Rabot")]


@pytest.fixture
def house(db):
    return builders.make_organisation("De Kring vzw")


class TestWhoMayLook:
    @pytest.mark.parametrize("page", PAGES)
    def test_who_works_for_the_city_and_no_partner(self, page, sign_in, staff, policymaker, member, organisation):
        for user, status in ((staff, 200), (policymaker, 200), (member, 403)):
            assert sign_in(user).get(page).status_code == status
            exported = sign_in(user).get(f"{page}export.csv")
            assert exported.status_code == status

    def test_results_are_for_the_city_and_the_partner_itself(
        self, sign_in, member, organisation, stranger, policymaker
    ):
        covenant = make_signed(organisation)
        page = f"/covenants/{covenant.slug}/results/"
        assert sign_in(member).get(page).status_code == 200
        assert sign_in(policymaker).get(page).status_code == 200
        assert sign_in(stranger).get(page).status_code == 404
        assert sign_in(stranger).get(f"{page}export.csv").status_code == 404


class TestAnEmptyCity:
    @pytest.mark.parametrize("page", PAGES)
    def test_has_pages_and_tables(self, page, page_of, sign_in, policymaker):
        page_of(page)
        for file_format in ("csv", "xlsx"):
            assert sign_in(policymaker).get(f"{page}export.{file_format}").status_code == 200

    @pytest.mark.parametrize("page", PAGES)
    def test_what_cannot_be_read_is_said(self, page, page_of, sign_in, policymaker):
        asked = "?year=1066&neighbourhood=atlantis&function=X&partner=x&indicator=x&at=x&ages=x&weighing=%ed%a0%80"
        assert "The city is shown now." in page_of(f"{page}{asked}")
        response = sign_in(policymaker).get(f"{page}export.csv{asked}")
        assert (response.status_code, response.url.split("?")[0]) == (302, page)


class TestFigures:
    @pytest.fixture
    def blueprint(self, db):
        return covenant_builders.make_blueprint("Jongeren die blijven")

    def make_number(self, blueprint, value, party=None, *areas, **fields):
        indicator = covenant_builders.make_number(
            make_signed(party, *areas), blueprint=blueprint, name=blueprint.name, **fields
        )
        covenant_builders.make_measurement(make_sent(indicator.covenant), indicator, value)
        return indicator

    def test_the_finding_counts_what_reaches_its_target(self, page_of, blueprint):
        for value in (50, 30, None):
            self.make_number(blueprint, value)
        page = page_of(PAGES[0])
        assert "<mark>1 of 2</mark> numbers that are known reach their target." in page
        assert "known of 2 of 3 covenants" in page

    def test_values_are_added_up_only_where_the_indicator_says_so(self, page_of, blueprint):
        for value in (50, 30):
            self.make_number(blueprint, value)
        assert '<b class="fine">80</b>' in page_of(PAGES[0])
        caches["process"].clear()  # a minute later
        other = covenant_builders.make_blueprint("Bereikt")
        for value in (50, 31):
            self.make_number(other, value, over_areas=AddsUp.DISTINCT)
        assert re.search(r"<b class=\"fine\"><abbr[^>]*>≥ </abbr>50</b>", page_of(PAGES[0]))

    def test_a_number_opens_the_covenants_it_is_made_of_and_those_their_periods(self, page_of, blueprint, house):
        indicator = self.make_number(blueprint, 50, house)
        page = page_of(PAGES[0])
        (where,) = set(re.findall(rf'href="(\?[^"]*indicator={blueprint.slug}[^"]*)"', page))
        page = page_of(PAGES[0] + where)
        covenant = indicator.covenant
        results = f"/covenants/{covenant.slug}/results/?year={YEAR}#i{indicator.pk}"
        assert f'href="{results}"' in page
        page = page_of(results.partition("#")[0])
        assert f'id="i{indicator.pk}"' in page
        assert f'href="/covenants/{covenant.slug}/periods/{covenant.periods.get().pk}/"' in page

    def test_of_a_neighbourhood_only_what_is_looked_at_there_apart(self, page_of, blueprint, areas):
        self.make_number(blueprint, 50, None, *areas[:2])
        self.make_number(blueprint, 7, None, areas[0])
        page = page_of(f"{PAGES[0]}?neighbourhood=ham&indicator={blueprint.slug}")
        assert "<b>7</b>" in page
        assert "<b>50</b>" not in page
        assert "Only covenants that look at it there apart" in page_of(f"{PAGES[0]}?indicator={blueprint.slug}")

    def test_of_a_partner_its_own_indicators_stand_there_too(self, page_of, house):
        indicator = covenant_builders.make_number(make_signed(house), name="Iets eigens")
        covenant_builders.make_measurement(make_sent(indicator.covenant), indicator, 41)
        assert "1 indicator stands in one covenant only" in page_of(PAGES[0])
        page = page_of(f"{PAGES[0]}?partner={house.slug}")
        assert "Iets eigens" in page
        assert f'href="/covenants/{indicator.covenant.slug}/results/?year={YEAR}#i{indicator.pk}"' in page

    def test_statements_are_spread_and_each_number_opens_who_stands_there(self, page_of):
        blueprint = covenant_builders.make_blueprint("Zeggenschap", IndicatorKind.QUALITATIVE)
        for place, of_city in ((3, 3), (3, 1), (1, 1)):
            scale = covenant_builders.make_scale(make_signed(), blueprint=blueprint, name=blueprint.name)
            covenant_builders.make_reflection(make_sent(scale.covenant), scale, place)
            covenant_builders.make_reflection(make_sent(scale.covenant, Side.CITY), scale, of_city)
        page = page_of(PAGES[0])
        assert 'aria-label="statement 1: 1; statement 3: 2"' in page
        page = page_of(f"{PAGES[0]}?function=FREE_TIME")
        assert f'indicator={blueprint.slug}#place-3">2</a>' in page
        assert "In 1 covenant both sides stand on another statement." in page
        page = page_of(f"{PAGES[0]}?indicator={blueprint.slug}")
        assert page.index('id="place-3"') < page.index('id="place-1"')
        assert "the city says statement 1" in page

    def test_what_is_late_on_both_sides_stands_on_top(self, page_of):
        covenant = make_signed()
        late = today() - datetime.timedelta(days=1)
        covenant_builders.make_commitment(covenant, Side.CITY, due_on=late)
        page = page_of(PAGES[0])
        assert 'href="/covenants/commitments/?overdue=on&side=CITY"><strong>1</strong> promise of the city' in page
        assert 'href="/covenants/commitments/?overdue=on&side=PARTNER"><strong>0</strong> promises of partners' in page

    def test_is_a_table_to_save(self, sign_in, policymaker, blueprint):
        self.make_number(blueprint, 50)
        self.make_number(blueprint, None)
        scale = covenant_builders.make_scale(
            make_signed(), blueprint=covenant_builders.make_blueprint(kind="QUALITATIVE")
        )
        covenant_builders.make_reflection(make_sent(scale.covenant), scale, 3)
        response = sign_in(policymaker).get(f"{PAGES[0]}export.csv")
        table = b"".join(response.streaming_content).decode()
        assert "FREE_TIME;Jongeren die blijven;;jongeren;20;50;;no;40;2;1" in table
        assert f"{scale.name};{scale.statements[2]};;0;1;0;no;1;1;0" in table

    @pytest.mark.parametrize("number", [3, 40])
    def test_asks_as_much_however_many_there_are(self, number, sign_in, policymaker, django_assert_num_queries):
        for each in range(number):
            covenant = make_signed(None, builders.make_neighbourhood())
            blueprint = covenant_builders.make_blueprint(f"Cijfer {each}")
            indicator = covenant_builders.make_number(covenant, blueprint=blueprint)
            covenant_builders.make_measurement(make_sent(covenant), indicator, 30)
            covenant_builders.make_scale(covenant, blueprint=covenant_builders.make_blueprint(kind="QUALITATIVE"))
        client = sign_in(policymaker)
        for address, queries in ((PAGES[0], 14), (f"{PAGES[0]}?indicator={blueprint.slug}", 13)):
            with django_assert_num_queries(queries):
                client.get(address)

    def test_are_kept_for_a_minute_by_what_is_asked_and_say_when(
        self, sign_in, policymaker, blueprint, django_assert_num_queries
    ):
        self.make_number(blueprint, 50)
        client = sign_in(policymaker)
        before = words(client.get(PAGES[0]))
        self.make_number(blueprint, 30)
        with django_assert_num_queries(6):
            kept = words(client.get(PAGES[0]))
        assert '<b class="fine">50</b>' in kept
        (moment,) = re.findall(r"As it stood at \d\d:\d\d[.]", before)
        assert moment in kept
        assert ">80</b>" in words(client.get(f"{PAGES[0]}?function=FREE_TIME"))


class TestResults:
    def test_say_value_target_and_both_places(self, page_of, member, organisation):
        covenant = make_signed(organisation)
        number = covenant_builders.make_number(covenant)
        scale = covenant_builders.make_scale(covenant)
        report = make_sent(covenant)
        covenant_builders.make_measurement(report, number, 45)
        covenant_builders.make_reflection(report, scale, 2)
        covenant_builders.make_reflection(make_sent(covenant, Side.CITY), scale, 1)
        page = page_of(f"/covenants/{covenant.slug}/results/", member)
        assert "<mark>1 of 2</mark> indicators that are known got where both sides want." in page
        assert "Both sides stand on another statement: there the talk starts." in page
        assert ">45</strong> jongeren" in page

    def test_are_a_table_to_save_with_unknown_left_empty(self, sign_in, policymaker):
        covenant = make_signed()
        number = covenant_builders.make_number(covenant)
        covenant_builders.make_measurement(make_sent(covenant), number, None)
        response = sign_in(policymaker).get(f"/covenants/{covenant.slug}/results/export.csv")
        table = b"".join(response.streaming_content).decode()
        assert f"{YEAR}-01-01;{YEAR}-03-28;20,00;;no;1;;;40,00" in table

    def test_an_amendment_has_none_of_its_own(self, sign_in, policymaker):
        covenant = make_signed()
        amendment = covenant_builders.make_covenant(covenant.organisation, amends=covenant)
        assert sign_in(policymaker).get(f"/covenants/{amendment.slug}/results/").status_code == 404

    @pytest.mark.parametrize("number", [3, 60])
    def test_ask_as_much_however_many_there_are(self, number, sign_in, policymaker, django_assert_num_queries):
        covenant = make_signed()
        report = make_sent(covenant)
        for _each in range(number):
            covenant_builders.make_measurement(report, covenant_builders.make_number(covenant), 3)
        client = sign_in(policymaker)
        with django_assert_num_queries(12):
            client.get(f"/covenants/{covenant.slug}/results/")


class TestPromised:
    def test_says_what_was_promised_and_is_not_there(self, page_of, areas, house):
        covenant = make_signed(house, areas[0])
        covenant_builders.make_hours(covenant, FREE_TIME, 12)
        covenant_builders.make_hours(covenant, BRIDGE, 4)
        builders.make_offer(house, areas[0], functions={FREE_TIME: 9, BRIDGE: 6})
        page = page_of(f"{PAGES[1]}?at={AT}")
        assert re.search(r"<mark>3 <small>h</small> a week</mark> were promised and are not there", page)
        assert re.search(r"2 <small>h</small> a week are there and were not promised", page)
        assert "Most is lacking in Ham." in page

    def test_a_number_opens_whose_promise_it_is_and_then_the_offers(self, page_of, areas, house):
        covenant = make_signed(house, areas[0])
        covenant_builders.make_hours(covenant, FREE_TIME, 12)
        offer = builders.make_offer(house, areas[0], functions={FREE_TIME: 9})
        assert f'href="{PAGES[1]}?at={AT}&neighbourhood=ham"' in page_of(f"{PAGES[1]}?at={AT}")
        page = page_of(f"{PAGES[1]}?at={AT}&neighbourhood=ham")
        assert f'href="/covenants/{covenant.slug}/#hours"' in page
        (offers,) = re.findall(r'href="(/offers/[?][^"]+)"', page)
        assert offer.title in page_of(offers)

    def test_says_where_free_time_pushed_something_out(self, page_of, areas, house):
        covenant = make_signed(house, areas[0])
        covenant_builders.make_hours(covenant, FREE_TIME, 2)
        covenant_builders.make_hours(covenant, BRIDGE, 4)
        builders.make_offer(house, areas[0], functions={FREE_TIME: 9})
        assert "De Kring vzw gives more free time than it promised, and less of: bridge." in page_of(
            f"{PAGES[1]}?at={AT}"
        )

    def test_is_a_table_to_save(self, sign_in, policymaker, areas, house):
        covenant_builders.make_hours(make_signed(house, areas[0]), FREE_TIME, 12)
        response = sign_in(policymaker).get(f"{PAGES[1]}export.csv?at={AT}")
        assert "Ham;FREE_TIME;12,00;0,00;no;12,00;0,00" in b"".join(response.streaming_content).decode()

    @pytest.mark.parametrize("number", [3, 60])
    def test_asks_as_much_however_many_there_are(self, number, sign_in, policymaker, django_assert_num_queries):
        for _each in range(number):
            area, party = builders.make_neighbourhood(), builders.make_organisation()
            covenant_builders.make_hours(make_signed(party, area), FREE_TIME, 2)
            builders.make_offer(party, area)
        client = sign_in(policymaker)
        for address in (PAGES[1], f"{PAGES[1]}?neighbourhood={area.slug}"):
            with django_assert_num_queries(12):
                client.get(address)


class TestMoney:
    @pytest.fixture
    def weighing(self, areas):
        poverty = builders.make_statistic("Armoede", values=dict(zip(areas, (30, 20, 5), strict=True)))
        return builders.make_weighing("Kansen", weights={poverty: 1}, top=1)

    def test_lays_the_budget_beside_need(self, page_of, areas, weighing):
        for area, amount in zip(areas, (1000, 2000, 500), strict=True):
            covenant_builders.make_budget(make_signed(None, area), FREE_TIME, amount)
        page = page_of(f"{PAGES[2]}?year={YEAR}")
        assert "€\xa01,000 of €\xa03,500" in page
        assert page.index(">Ham<") < page.index(">Muide<") < page.index(">Rabot<")

    def test_without_a_weighing_it_is_there_all_the_same(self, page_of, areas):
        covenant_builders.make_budget(make_signed(), FREE_TIME, 300)
        assert "<mark>€\xa0300</mark> in this year." in page_of(f"{PAGES[2]}?year={YEAR}")

    def test_a_number_opens_the_covenants_it_comes_from(self, page_of, areas):
        covenant = make_signed(None, *areas)
        covenant_builders.make_budget(covenant, FREE_TIME, 100)
        assert "?year=2026&neighbourhood=ham" in page_of(f"{PAGES[2]}?year={YEAR}").replace("&amp;", "&")
        page = page_of(f"{PAGES[2]}?year={YEAR}&neighbourhood=ham")
        assert f'href="/covenants/{covenant.slug}/#budget"' in page
        assert "€\xa033.3" in page

    def test_high_need_without_money_is_said(self, page_of, areas, weighing):
        covenant_builders.make_budget(make_signed(None, areas[2]), FREE_TIME, 100)
        assert "High need, and no covenant that gives money:" in page_of(f"{PAGES[2]}?year={YEAR}")

    def test_is_a_table_to_save_exact_to_the_cent(self, sign_in, policymaker, areas):
        covenant_builders.make_budget(make_signed(None, *areas), FREE_TIME, 100)
        response = sign_in(policymaker).get(f"{PAGES[2]}export.csv?year={YEAR}")
        table = b"".join(response.streaming_content).decode()
        assert sorted(re.findall(r"33,3[34]", table)) == ["33,33"] * 4 + ["33,34"] * 2  # of the function, and together

    @pytest.mark.parametrize("number", [3, 60])
    def test_asks_as_much_however_many_there_are(
        self, number, sign_in, policymaker, weighing, django_assert_num_queries
    ):
        for _each in range(number):
            covenant = make_signed(None, builders.make_neighbourhood())
            covenant_builders.make_hours(covenant, FREE_TIME, 2)
            covenant_builders.make_budget(covenant, FREE_TIME, 100)
        client = sign_in(policymaker)
        for queries in (19, 10):  # need and coverage of the city are looked at once in a minute
            with django_assert_num_queries(queries):
                client.get(f"{PAGES[2]}?year={YEAR}")


class TestACityWithManyNeighbourhoods:
    """Nobody reads through hundreds of rows: what matters most stands on the first page, and a file has all of them."""

    @pytest.fixture(autouse=True)
    def city(self, house):
        for number in range(130):
            area = builders.make_neighbourhood(f"Wijk {number:03d}")
            covenant_builders.make_budget(make_signed(house, area), FREE_TIME, 100)
            covenant_builders.make_hours(make_signed(house, area), FREE_TIME, number + 1)

    @pytest.mark.parametrize("page", PAGES[1:])
    def test_is_shown_page_by_page_and_saved_as_a_whole(self, page, page_of, sign_in, policymaker):
        asked = f"?year={YEAR}" if page == PAGES[2] else f"?at={AT}"
        first, last = page_of(page + asked), page_of(f"{page}{asked}&page=5")
        assert (first.count('<tr><th scope="row">'), last.count('<tr><th scope="row">')) in {(31, 11), (30, 10)}
        assert f'href="{asked}&page=2"' in first
        response = sign_in(policymaker).get(f"{page}export.csv{asked}")
        assert b"".join(response.streaming_content).decode().count("Wijk ") == 130

    def test_most_of_what_is_not_there_stands_first(self, page_of):
        page = page_of(f"{PAGES[1]}?at={AT}")
        assert "Wijk 129" in page
        assert 'Promised but not there <span class="muted">130</span>' in page
        assert ">Wijk 000<" not in page
        assert ">Wijk 000<" in page_of(f"{PAGES[1]}?at={AT}&page=5")

    @pytest.mark.parametrize("page", PAGES)
    def test_its_neighbourhoods_are_typed_rather_than_listed(self, page, page_of):
        assert 'name="neighbourhood" value="Wijk 007"' in page_of(f"{page}?neighbourhood=wijk-007")
        assert 'name="neighbourhood" value="Wijk 007"' in page_of(f"{page}?neighbourhood=+wijk+007")
        asked = page_of(f"{page}?neighbourhood=atlantis")
        assert "The city is shown now." in asked
        assert '<option value="wijk-007"' not in asked
