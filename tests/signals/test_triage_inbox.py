"""The inbox: what waits first, what can be asked, what it costs, and who saw what."""

import csv
import datetime
import io

import pytest
from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone

from jos.shared.models import SavedView
from jos.shared.time import today
from signals.enums import SignalKind, SignalState
from signals.models import Look, Signal
from signals.triage import inbox as reading
from signals.triage.filters import InboxFilter
from signals.triage.neighbours import neighbours
from tests.builders import make_neighbourhood
from tests.signal_builders import make_dossier, make_group_signal, make_signal, make_theme

pytestmark = pytest.mark.django_db


def ago(days: float) -> datetime.datetime:
    return timezone.now() - datetime.timedelta(days=days)


def texts(response) -> list[str]:
    return [signal.text for signal in response.context["page"]]


@pytest.fixture
def office(sign_in, staff):
    return sign_in(staff)


@pytest.fixture
def city(organisation, member):
    """One of each."""
    rabot = make_neighbourhood("Rabot")
    school = make_theme("School")
    make_signal("Bank", received_at=ago(3), neighbourhood=rabot, theme=school, age_band="12-15")
    make_signal("Gevaar", received_at=ago(1), mentions_danger=True)
    make_signal("Oud", received_at=ago(40), language="tr", kind=SignalKind.IDEA)
    make_group_signal(organisation, member, "Groep", received_at=ago(2))
    make_signal("Vraag", state=SignalState.QUESTION_ASKED, received_at=ago(5))
    make_signal("Bundel", dossier=make_dossier("Nergens een bank"), received_at=ago(6))
    make_signal("Neen", state=SignalState.NOT_TAKEN_UP, reply="Zo.", received_at=ago(7))


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, ["Gevaar", "Oud", "Bank", "Groep"]),
        ({"state": "RECEIVED"}, ["Gevaar", "Oud", "Bank", "Groep"]),
        ({"state": "QUESTION_ASKED"}, ["Vraag"]),
        ({"state": "BUNDLED"}, ["Bundel"]),
        ({"state": "ALL"}, ["Gevaar", "Groep", "Bank", "Vraag", "Bundel", "Neen", "Oud"]),
        ({"theme": "school"}, ["Bank"]),
        ({"theme": "none"}, ["Gevaar", "Oud", "Groep"]),
        ({"neighbourhood": "rabot"}, ["Bank"]),
        ({"neighbourhood": "none"}, ["Gevaar", "Oud", "Groep"]),
        ({"age": "12-15"}, ["Bank"]),
        ({"age": "none"}, ["Gevaar", "Oud", "Groep"]),
        ({"danger": "yes"}, ["Gevaar"]),
        ({"overdue": "yes"}, ["Oud"]),
        ({"kind": "IDEA"}, ["Oud"]),
        ({"source": "GROUP"}, ["Groep"]),
        ({"language": "tr"}, ["Oud"]),
        ({"since": (today() - datetime.timedelta(days=2)).isoformat()}, ["Gevaar", "Groep"]),
        ({"until": (today() - datetime.timedelta(days=3)).isoformat()}, ["Oud", "Bank"]),
        ({"dossier": "nergens-een-bank"}, ["Bundel"]),
        ({"q": "ban"}, ["Bank"]),
        ({"q": "BÀN k"}, ["Bank"]),
        ({"q": "bundel"}, []),
        ({"q": "bundel", "state": "ALL"}, ["Bundel"]),
        ({"theme": "school", "age": "none"}, []),
        ({"theme": "nope"}, []),
        ({"state": "<script>"}, []),
        ({"since": "99999-99-99"}, []),
        ({"page": "99999999999999999999"}, ["Gevaar", "Oud", "Bank", "Groep"]),
    ],
)
def test_the_inbox_shows_what_the_address_asks(city, office, settings, asked, found):
    settings.SIGNAL_LANGUAGES = [("nl", "Dutch"), ("tr", "Turkish")]
    response = office.get(reverse("inbox"), asked)
    assert response.status_code == 200
    assert texts(response) == found


def test_a_reference_finds_its_signal_wherever_it_stands(city, office):
    signal = Signal.objects.get(text="Bundel")
    typed = f" {signal.reference[:4].lower()}-{signal.reference[4:].lower()} "
    assert texts(office.get(reverse("inbox"), {"q": typed})) == ["Bundel"]


def test_the_finding_counts_what_waits_and_leads_to_it(city, office):
    page = " ".join(office.get(reverse("inbox")).content.decode().split())
    assert "<mark>4</mark> signals wait for you" in page
    assert 'href="?danger=yes">One mentions danger' in page
    assert 'href="?overdue=yes">One is overdue' in page
    assert 'href="?state=QUESTION_ASKED">One waits for an answer' in page


def test_an_empty_inbox_says_so(office):
    page = office.get(reverse("inbox"))
    assert "Nothing waits for you" in page.content.decode()
    assert "Every signal has been read" in page.content.decode()
    assert "No signal found" in office.get(reverse("inbox"), {"q": "bank"}).content.decode()


def test_what_is_shown_was_seen(city, office, staff):
    office.get(reverse("inbox"))
    office.get(reverse("inbox"))
    assert Look.objects.filter(by=staff, on=today()).count() == 4


def test_the_table_holds_the_words_and_notes_who_took_them(city, office, staff):
    response = office.get(reverse("inbox_export", args=["csv"]), {"state": "ALL"})
    rows = list(csv.reader(io.StringIO(response.getvalue().decode("utf-8-sig")), delimiter=";"))
    assert [row[-1] for row in rows[1:]] == ["Gevaar", "Groep", "Bank", "Vraag", "Bundel", "Neen", "Oud"]
    assert Look.objects.filter(by=staff).count() == 7
    assert office.get(reverse("inbox_export", args=["xlsx"])).status_code == 200
    assert office.get(reverse("inbox_export", args=["pdf"])).status_code == 404


def test_words_that_look_like_a_formula_are_data(office):
    make_signal("=HYPERLINK(1)")
    response = office.get(reverse("inbox_export", args=["csv"]))
    assert b"'=HYPERLINK(1)" in response.getvalue()


def test_a_view_is_saved_with_what_was_asked(office, staff):
    asked = {"page": "inbox", "query": "state=ALL&theme=none&colour=red", "name": "Zonder thema"}
    office.post(reverse("saved_view_save"), asked)
    assert SavedView.objects.get(user=staff).query == "state=ALL&theme=none"


@pytest.mark.parametrize("number", [3, 60])
def test_the_inbox_costs_the_same_however_many_there_are(
    office, organisation, member, number, django_assert_max_num_queries
):
    area, theme = make_neighbourhood(), make_theme()
    for _each in range(number):
        make_group_signal(organisation, member, neighbourhood=area, theme=theme)
    everything = {"state": "ALL", "theme": theme.slug, "neighbourhood": area.slug, "source": "GROUP", "q": "bank"}
    office.get(reverse("inbox"))
    for asked, fixed in (({}, 10), (everything, 10)):
        with django_assert_max_num_queries(12) as queries:
            response = office.get(reverse("inbox"), asked)
        assert (len(queries), len(response.context["page"])) == (fixed, min(number, 25))
        assert len(response.content) < 60_000


def test_more_than_can_be_paged_through_are_not_counted(office, monkeypatch):
    monkeypatch.setattr(reading, "MOST", 30)
    for _each in range(35):
        make_signal()
    response = office.get(reverse("inbox"), {"page": 2})
    assert len(response.context["page"].object_list) == 5
    assert "More than <mark>30</mark> signals" in response.content.decode()
    assert response.context["page"].paginator.num_pages == 2


def test_what_is_only_counted_is_not_put_in_order(db, django_assert_num_queries):
    """In the order of days, the database would walk through all signals to find the few that are asked something."""
    with django_assert_num_queries(2) as asked:
        reading.waiting(today())
    assert "received_at" not in asked[1]["sql"]


def test_words_are_looked_for_in_no_more_than_so_many(office, monkeypatch):
    monkeypatch.setattr("signals.triage.filters.SEARCHED", 2)
    for days, text in enumerate(["bank hier", "niets", "bank daar"]):
        make_signal(text, received_at=ago(9 - days))
    assert texts(office.get(reverse("inbox"), {"q": "bank"})) == ["bank hier"]


# The way through


def way(signal: Signal, query: str = "") -> tuple[str, str]:
    found = neighbours(signal, InboxFilter(QueryDict(query), Signal.objects.all()))
    names = dict(Signal.objects.values_list("reference", "text"))
    return names.get(found.previous, ""), names.get(found.next, "")


@pytest.mark.parametrize(
    ("text", "query", "between"),
    [
        ("Gevaar", "", ("", "Oud")),
        ("Oud", "", ("Gevaar", "Bank")),
        ("Bank", "", ("Oud", "Groep")),
        ("Groep", "", ("Bank", "")),
        ("Bundel", "", ("Oud", "Bank")),  # not there any more: the next one is still the next one
        ("Bank", "state=ALL", ("Groep", "Vraag")),
        ("Bank", "theme=school", ("", "")),
        ("Groep", "source=YOUNG_PERSON", ("Bank", "")),
    ],
)
def test_the_way_goes_through_the_inbox_as_it_was_asked(city, text, query, between):
    assert way(Signal.objects.get(text=text), query) == between


def test_signals_of_one_moment_each_have_a_place(city):
    moment = ago(100)
    first, second = (make_signal(text, received_at=moment) for text in ("Een", "Twee"))
    assert way(first)[1] == "Twee"
    assert way(second) == ("Een", "Oud")
