"""You said, we did: what everybody reads, what nobody does, and what somebody can work out who reads all of it."""

import datetime
import re
from email.utils import parsedate_to_datetime
from itertools import product
from xml.etree import ElementTree

import pytest
from django.conf import settings
from django.urls import reverse

from jos.shared.time import today
from signals.actions.dossiers import write_move
from signals.enums import DidItChange, DossierState, DossierStep, Outcome
from signals.models import Dossier, Signal
from signals.said.stands import WHERE, Stands, stands
from tests.builders import make_neighbourhood
from tests.signal_builders import (
    make_action,
    make_dossier,
    make_group_signal,
    make_round,
    make_signal,
    make_spread,
    make_theme,
)

pytestmark = pytest.mark.django_db
A_DAY = datetime.timedelta(days=1)
LIST = "/said-and-done/"


@pytest.fixture
def rabot():
    return make_neighbourhood("Rabot")


def published(title: str, *areas, state=DossierState.ANSWERED, **fields) -> Dossier:
    return make_dossier(title, *areas, state=state, **{"published_on": today()} | fields)


def say(dossier: Dossier, number: int, did_it_change: str = "") -> None:
    """So many voices, all at once: none of their words is on any of these pages."""
    fields = {"dossier": dossier, "state": "BUNDLED", "kind": "CONCERN", "did_it_change": did_it_change}
    Signal.objects.bulk_create(
        Signal(reference=f"{dossier.pk % 1000:03}{did_it_change[:2]:_<2}{each:03}", text="Rauwe woorden", **fields)
        for each in range(number)
    )


def everything_public(client) -> str:
    """All that a visitor can read of dossiers and rounds, as a stranger would gather it."""
    pages = [LIST, *(reverse(name) for name in ("said_feed_rss", "said_feed_atom"))]
    for dossier in Dossier.objects.all():
        pages.append(reverse("said", args=[dossier.slug]))
        pages.append(f"{LIST}?theme={dossier.theme.slug}")
        for area in dossier.neighbourhoods.all():
            pages += [reverse(name, args=[area.slug]) for name in ("said_here", "said_feed_rss", "said_feed_atom")]
    pages += [f"{LIST}?stands={each}" for each in Stands]
    return "".join(client.get(page).text for page in dict.fromkeys(pages))


def test_a_page_says_what_was_heard_done_and_how_long_it_took(client, rabot):
    opened = datetime.date(2026, 6, 1)
    bench = published("Bank", rabot, opened_on=opened, answered_on=datetime.date(2026, 6, 8), heard="Nergens zitten.")
    make_action(bench, "Vier banken geplaatst", taken_on=today())
    make_action(bench, "Nog niet gedaan")
    say(bench, 42)
    page = client.get(reverse("said", args=[bench.slug]))

    for words in ("Nergens zitten.", "Er staan nu vier banken.", "Vier banken geplaatst", "About 40 young voices"):
        assert words in page.text
    assert "after 5 working days" in page.text
    assert "Nog niet gedaan" not in page.text


def test_no_raw_word_and_no_quote_is_on_any_public_page(client, rabot, organisation, member):
    bench = published("Bank", rabot)
    make_signal("Rauwe woorden", dossier=bench)
    make_group_signal(organisation, member, "Rauwe groep", dossier=bench, quote="Rauw citaat")

    assert not re.search("Rauw", everything_public(client))


@pytest.mark.parametrize("state", [DossierState.OPEN, DossierState.DONE, DossierState.REOPENED, DossierState.IN_ACTION])
def test_an_answer_is_read_once_it_is_given(client, rabot, state):
    published("Bank", rabot, state=state, answer="Nog geheim.", outcome=Outcome.DONE)

    assert "Nog geheim." not in everything_public(client)


def test_what_was_reopened_says_that_young_people_said_so(client):
    back = published("Bank", state=DossierState.REOPENED)

    assert "Enough of you said that it did not change yet." in client.get(reverse("said", args=[back.slug])).text


def test_what_staff_took_up_again_puts_no_words_in_the_mouth_of_young_people(client, staff):
    back = published("Bank", state=DossierState.REOPENED)
    write_move(back, DossierStep.REOPEN, source=DossierState.CLOSED, by=staff, why="De bank is weer weg.")

    page = client.get(reverse("said", args=[back.slug])).text
    assert "Enough of you said" not in page
    assert "It comes first." in page
    assert "did not change yet" not in client.get(reverse("said_and_done")).text


def test_who_signs_in_reads_the_fuller_answer_and_visitors_do_not(client, sign_in, member, organisation):
    bench = published("Bank", answer_for_partners="Met geld van het wijkbudget.")
    address = reverse("said", args=[bench.slug])
    assert "wijkbudget" not in client.get(address).text

    page = sign_in(member).get(address)

    assert "wijkbudget" in page.text
    assert "no-store" in page["Cache-Control"]


@pytest.mark.parametrize("fields", [{"published_on": None}, {"theme": True}])
def test_what_is_not_published_or_sensitive_is_nowhere(client, rabot, fields):
    if "theme" in fields:
        fields = {"theme": make_theme("Thuis", is_sensitive=True), "published_on": today()}
    hidden = make_dossier("Verborgen knelpunt", rabot, **fields)
    assert client.get(reverse("said", args=[hidden.slug])).status_code == 404
    assert "Verborgen" not in everything_public(client)
    assert "Thuis" not in everything_public(client)


def test_a_theme_that_becomes_sensitive_takes_its_dossiers_along(client, rabot):
    bench = published("Verborgen knelpunt", rabot)
    days = {"opens_on": today() - 9 * A_DAY, "closes_on": today() - A_DAY, "decided_on": today()}
    prioritising = make_round(bench, published("Licht"), **days, published_on=today())
    assert "Verborgen" in client.get(LIST).text

    bench.theme.is_sensitive = True
    bench.theme.save()

    assert (
        "Verborgen" not in everything_public(client) + client.get(reverse("said_round", args=[prioritising.slug])).text
    )


def test_a_merged_dossier_leads_to_where_it_went_if_that_is_public(client):
    into, hidden = published("Bank"), make_dossier("Geheim")
    chain = published("Zitplek", merged_into=published("Zetel", merged_into=into))
    gone = published("Stoel", merged_into=hidden)
    never = make_dossier("Nooit gepubliceerd", merged_into=into)

    assert client.get(reverse("said", args=[chain.slug])).url == reverse("said", args=[into.slug])
    assert client.get(reverse("said", args=[gone.slug])).status_code == 404
    assert client.get(reverse("said", args=[never.slug])).status_code == 404
    assert "Zitplek" not in client.get(LIST).text


def test_a_neighbourhood_has_what_is_about_it_and_about_the_whole_city(client, rabot):
    published("Hier", rabot)
    published("Overal")
    published("Daar", make_neighbourhood("Dampoort"))
    page = client.get(reverse("said_here", args=[rabot.slug]))

    assert [str(each.dossier) for each in page.context["found"]] == ["Overal", "Hier"]


def test_choosing_a_neighbourhood_goes_to_its_own_address_and_keeps_the_rest(client, rabot):
    here = reverse("said_here", args=[rabot.slug])
    other = make_neighbourhood("Dampoort")

    assert client.get(LIST, {"neighbourhood": "rabot", "stands": "done"}).url == f"{here}?stands=done"
    assert client.get(here, {"neighbourhood": other.slug}).url == reverse("said_here", args=[other.slug])
    assert client.get(here, {"neighbourhood": "", "stands": "busy"}).url == f"{LIST}?stands=busy"
    assert client.get(here, {"neighbourhood": "rabot"}).status_code == 200


def test_filters_by_theme_and_by_what_was_done(client):
    school = make_theme("School")
    published("Bel", theme=school, outcome=Outcome.NOT_DONE)
    published("Bank")
    published("Bus", state=DossierState.ASSIGNED)

    assert [str(each.dossier) for each in client.get(LIST, {"theme": "school"}).context["found"]] == ["Bel"]
    assert [str(each.dossier) for each in client.get(LIST, {"stands": "busy"}).context["found"]] == ["Bus"]
    assert [str(each.dossier) for each in client.get(LIST, {"stands": "not-done"}).context["found"]] == ["Bel"]


@pytest.mark.parametrize("asked", [{"stands": "x"}, {"theme": "9" * 99}, {"page": "-1"}, {"neighbourhood": "'"}])
def test_what_cannot_be_read_is_not_asked(client, asked):
    published("Bank")

    assert "Bank" in client.get(LIST, asked).text


def test_each_state_stands_somewhere_and_in_one_place():
    for state, outcome in product(DossierState, Outcome):
        dossier = published("Bank", state=state, outcome=outcome, answer="Ja.")
        here = Dossier.objects.filter(pk=dossier.pk)

        assert [each for each in Stands if here.filter(WHERE[each]).exists()] == [stands(dossier)]


def test_what_takes_longer_than_promised_is_a_number_for_all(client):
    make_dossier("Niet openbaar", state=DossierState.IN_ACTION, due_on=today() - A_DAY)
    page = client.get(LIST)

    assert "In the whole city 1 thing takes longer than promised." in page.text
    assert "Niet openbaar" not in page.text


def test_an_empty_page_says_what_will_come_here(client, rabot):
    for page in (LIST, reverse("said_here", args=[rabot.slug])):
        assert "Once many young people say the same" in client.get(page).text


def test_published_rounds_lead_to_what_was_chosen(client, organisation):
    bench = published("Bank", state=DossierState.PRIORITISED, due_on=today(), term_days=20)
    days = {"opens_on": today() - 9 * A_DAY, "closes_on": today() - A_DAY, "decided_on": today()}
    prioritising = make_round(bench, title="Winterronde", **days, published_on=today())
    make_spread(prioritising, bench, organisation, 4)
    prioritising.candidates.update(is_chosen=True)
    make_round(bench, title="Niet openbaar", **days)

    assert "Winterronde" in client.get(LIST).text
    assert "Winterronde" in client.get(reverse("said", args=[bench.slug])).text
    assert "<mark>1 thing</mark> comes first." in client.get(reverse("said_round", args=[prioritising.slug])).text
    assert "Niet openbaar" not in client.get(LIST).text


@pytest.mark.parametrize("number", [1, 5, 9])
def test_an_attacker_who_reads_everything_cannot_tell_how_few_there_are(client, rabot, number):
    """Every page and every feed is the same, to the letter, whether nobody says so or nine do."""
    bench = published("Bank", rabot, make_neighbourhood("Dampoort"))
    published("Licht", rabot)
    nobody = everything_public(client)
    say(bench, number, DidItChange.NOT_YET)

    assert everything_public(client) == nobody


def test_an_attacker_cannot_tell_who_is_missing_from_many(client, rabot):
    bench = published("Bank", rabot)
    say(bench, 60)
    say(bench, 30, DidItChange.YES)
    before = everything_public(client)
    assert "about 30" in before
    say(bench, 2, DidItChange.NOT_YET)

    assert everything_public(client) == before


@pytest.mark.parametrize("where", ["city", "area"])
@pytest.mark.parametrize("kind", ["rss", "atom"])
def test_a_feed_has_the_portals_own_addresses_and_no_others(client, rabot, kind, where, settings):
    settings.ALLOWED_HOSTS = ["testserver", "elsewhere.example"]
    published("Bank <script>", rabot, heard="Het is <b>nat</b>.\x0b\n\nEn koud.")
    args = [rabot.slug] if where == "area" else []
    response = client.get(reverse(f"said_feed_{kind}", args=args), headers={"host": "elsewhere.example"})
    root = ElementTree.fromstring(response.content)

    assert not response.cookies
    assert "elsewhere" not in response.text
    assert f"{settings.BASE_URL}{reverse('said', args=['bank-script'])}" in response.text
    assert "Het is &lt;b&gt;nat&lt;/b&gt;." in "".join(root.itertext())
    assert "Er staan nu vier banken." in "".join(root.itertext())


def test_a_feed_asked_again_is_not_sent_again(client):
    published("Bank")
    feed = reverse("said_feed_rss")
    first = client.get(feed)
    again = client.get(feed, headers={"if-none-match": first["ETag"]})
    published("Licht")
    later = client.get(feed, headers={"if-none-match": first["ETag"]})

    assert (again.status_code, again.content) == (304, b"")
    assert later.status_code == 200
    assert parsedate_to_datetime(first["Last-Modified"]).date() <= today()


def test_an_answer_is_news_in_the_feed(client):
    bench = published("Bank", state=DossierState.IN_ACTION)
    feed = reverse("said_feed_rss")
    before = re.findall(r"<guid[^>]*>(.*?)</guid>", client.get(feed).text)
    Dossier.objects.filter(pk=bench.pk).update(
        state=DossierState.ANSWERED, outcome=Outcome.DONE, answer="Ja.", answered_on=today()
    )

    assert re.findall(r"<guid[^>]*>(.*?)</guid>", client.get(feed).text) != before


@pytest.mark.parametrize("page", ["said_and_done", "said_feed_rss", "said_feed_atom"])
def test_pages_for_everybody_set_no_cookie_and_can_be_kept_for_a_minute(client, page):
    response = client.get(reverse(page))

    assert not response.cookies
    assert "max-age=60" in response["Cache-Control"]
    assert settings.SESSION_COOKIE_NAME not in response.cookies


@pytest.mark.parametrize("number", [3, 60])
def test_public_pages_ask_as_much_for_many(client, rabot, django_assert_num_queries, number):
    theme = make_theme()
    for each in range(number):
        dossier = published(f"Knelpunt {each}", rabot, make_neighbourhood(), theme=theme)
        say(dossier, 3)
    bench = published("Bank", rabot, theme=theme)
    for _each in range(number):
        make_action(bench, taken_on=today())
    say(bench, number)
    for page, queries in [
        (LIST, 8),
        (reverse("said_here", args=[rabot.slug]), 9),
        (reverse("said", args=[bench.slug]), 5),
        (reverse("said_feed_rss"), 2),
    ]:
        with django_assert_num_queries(queries, info=page):
            assert len(client.get(page).content) < 60_000
