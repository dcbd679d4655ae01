"""The pages of dossiers: what each asks, who reads what, and what nobody can forge."""

import datetime

import pytest
import time_machine
from django.urls import reverse

from jos.shared.models import SavedView
from signals.enums import Cause, DossierState, Outcome
from signals.models import Dossier, DossierAction, Look
from tests.builders import make_neighbourhood, make_user
from tests.signal_builders import (
    make_action,
    make_city_service,
    make_dossier,
    make_group_signal,
    make_signal,
    make_theme,
)

pytestmark = pytest.mark.django_db

TODAY = datetime.date(2026, 6, 15)
LIST = "/dossiers/"


@pytest.fixture(autouse=True)
def _on_a_fixed_day():
    with time_machine.travel(datetime.datetime(2026, 6, 15, 12, tzinfo=datetime.UTC), tick=False):
        yield


@pytest.fixture
def servant():
    return make_user("Sven")


@pytest.fixture
def service(servant):
    return make_city_service("Groendienst", servant)


def step_page(dossier: Dossier, step: str) -> str:
    return reverse("dossier_step", args=[dossier.slug, step])


def titles(page) -> list[str]:
    return [row.dossier.title for row in page.context["rows"]]


# From signals to an answer, by its pages


def test_from_ticked_signals_to_a_closed_dossier_by_its_pages(sign_in, staff, servant, service):
    rabot, theme = make_neighbourhood("Rabot"), make_theme("Buiten", term_days=10)
    signals = [make_signal(neighbourhood=rabot, theme=theme) for _number in range(2)] + [make_signal()]
    client = sign_in(staff)
    asked = reverse("dossier_new") + "?signals=" + ",".join(signal.reference for signal in signals)
    page = client.get(asked)
    assert "The 3 signals you ticked go along." in page.text
    assert page.context["form"]["theme"].value() == theme.pk
    assert page.context["form"]["neighbourhoods"].value() == ["rabot"]
    typed = {"title": "Geen bank", "pattern": "Nergens plek.", "theme": theme.pk, "neighbourhoods": "rabot"}
    page = client.post(asked, typed | {"cause": "RULE", "functions": ["FREE_TIME"]}, follow=True)
    dossier = Dossier.objects.get()
    assert set(dossier.signals.all()) == set(signals)
    assert "3 voices" in page.text
    client.post(step_page(dossier, "prioritise"), {"version": 1})
    client.post(step_page(dossier, "assign"), {"version": 2, "owner": service.slug, "term_days": 10})
    page = client.get(dossier.get_absolute_url())
    assert "Groendienst says what it will do, and has until 29 June 2026." in page.text
    assert "<strong>Start:</strong> Plan an action first" in page.text

    client = sign_in(servant)
    typed = {"what": "Vier banken", "owner": service.slug, "due_on": "2026-06-20"}
    asked = client.get(reverse("dossier_action_new", args=[dossier.slug]))
    assert asked.context["form"]["owner"].value() == service.name
    client.post(reverse("dossier_action_new", args=[dossier.slug]), typed)
    client.post(step_page(dossier, "start"), {"version": 3})
    action = DossierAction.objects.get()
    taken = typed | {"version": 1, "taken_on": "2026-06-15", "result": "Ze staan er."}
    client.post(reverse("dossier_action_edit", args=[dossier.slug, action.pk]), taken)
    dossier.refresh_from_db()
    client.post(step_page(dossier, "finish"), {"version": dossier.version, "evidence": "Ga kijken."})
    answer = {"version": dossier.version + 1, "outcome": "DONE", "answer": "Er staan vier banken."}
    page = client.post(step_page(dossier, "answer"), answer, follow=True)
    assert "Er staan vier banken." in page.text

    client = sign_in(staff)
    dossier.refresh_from_db()
    page = client.get(dossier.get_absolute_url())
    assert "<strong>Close:</strong> Publish it first" in page.text
    client.post(step_page(dossier, "publish"), {"version": dossier.version, "heard": "Er is nergens plek."})
    page = client.post(step_page(dossier, "close"), {"version": dossier.version + 1}, follow=True)
    assert "Closed on 15 June 2026, with the answer: done." in page.text
    dossier.refresh_from_db()
    assert (dossier.state, dossier.published_on) == (DossierState.CLOSED, TODAY)


def test_nobody_forges_what_is_not_asked(sign_in, staff, service):
    """State, owner, days and answer follow from steps alone."""
    forged = {
        "state": "CLOSED", "owner": service.slug, "due_on": "2030-01-01", "answer": "Gelogen", "outcome": "DONE",
        "published_on": "2026-01-01", "finished_by": staff.pk, "verified_by": staff.pk, "heard": "Gelogen",
    }  # fmt: skip
    client, theme = sign_in(staff), make_theme()
    typed = {"title": "Geen bank", "pattern": "Nergens plek.", "theme": theme.pk, "cause": "RULE"}
    client.post(reverse("dossier_new"), typed | forged)
    dossier = Dossier.objects.get()
    client.post(reverse("dossier_edit", args=[dossier.slug]), typed | forged | {"version": 1, "title": "Geen banken"})
    client.post(step_page(dossier, "park"), forged | {"version": 2, "why": "Later.", "review_on": "2026-09-01"})
    dossier.refresh_from_db()
    assert (dossier.title, dossier.state, dossier.owner, dossier.due_on) == ("Geen banken", "PARKED", None, None)
    assert (dossier.answer, dossier.outcome, dossier.heard, dossier.published_on) == ("", "", "", None)
    assert (dossier.finished_by, dossier.verified_by) == (None, None)


@pytest.mark.parametrize("step", ["open", "change", "merge", "split", "steal"])
def test_only_steps_that_ask_something_have_a_page(sign_in, staff, step):
    assert sign_in(staff).get(f"{make_dossier().get_absolute_url()}step/{step}/").status_code == 404


def test_a_step_that_is_not_possible_now_says_so(sign_in, staff, service):
    client = sign_in(staff)
    page = client.get(step_page(make_dossier(), "close"), follow=True)
    assert "This is not possible any more." in page.text
    page = client.post(step_page(make_dossier(state=DossierState.ASSIGNED, owner=service), "start"), follow=True)
    assert "Plan an action first" in page.text


def test_what_is_lacking_stands_beside_its_question_and_nothing_typed_is_lost(sign_in, staff, service):
    dossier = make_dossier(state=DossierState.PRIORITISED, theme=make_theme("Buiten", term_days=40))
    typed = {"version": 1, "owner": service.slug, "term_days": 60, "why": ""}
    page = sign_in(staff).post(step_page(dossier, "assign"), typed)
    assert "For Buiten the term is 40 working days." in page.context["form"].errors["why"][0]
    assert page.context["form"]["term_days"].value() == "60"
    again = sign_in(staff).get(step_page(dossier, "assign"))
    assert again.context["form"]["term_days"].value() == "60"  # as a draft


def test_a_form_that_is_sent_twice_makes_one_dossier(sign_in, staff):
    client, theme = sign_in(staff), make_theme()
    token = client.get(reverse("dossier_new")).context["form"]["token"].value()
    typed = {"title": "Geen bank", "pattern": "Nergens.", "theme": theme.pk, "cause": "RULE", "token": token}
    for _time in range(2):
        assert client.post(reverse("dossier_new"), typed).url == "/dossiers/geen-bank/"
    assert Dossier.objects.count() == 1


@pytest.mark.parametrize(
    "typed",
    [
        {"title": "a\x00b", "pattern": "x", "cause": "RULE", "theme": "1"},
        {"title": "x", "pattern": "x", "cause": "RULE", "theme": "9" * 40},
        {"title": "x", "pattern": "x", "cause": "GUILT", "theme": "abc"},
        {"title": "x", "pattern": "x", "neighbourhoods": ["nowhere", "9" * 40]},
    ],
)
def test_what_cannot_be_is_refused_with_a_word(sign_in, staff, typed):
    page = sign_in(staff).post(reverse("dossier_new"), typed)
    assert page.status_code in (200, 400)
    assert not Dossier.objects.exists()


def test_two_who_change_the_same_see_both_versions(sign_in, staff, administrator):
    dossier = make_dossier("Geen bank", cause=Cause.RULE)
    typed = {"pattern": "Nergens.", "theme": dossier.theme_id, "cause": "RULE", "version": 1}
    sign_in(administrator).post(reverse("dossier_edit", args=[dossier.slug]), typed | {"title": "Geen banken"})
    page = sign_in(staff).post(reverse("dossier_edit", args=[dossier.slug]), typed | {"title": "Geen zetels"})
    assert page.status_code == 409
    assert "Geen banken" in page.text
    assert "Geen zetels" in page.text


# Who reads what


def test_words_are_for_staff_and_the_own_service_and_it_is_written_down_who_read(
    sign_in, staff, servant, service, policymaker, stranger
):
    dossier = make_dossier(state=DossierState.ASSIGNED, owner=service)
    signal = make_signal("Wij willen een bank bij de Lidl.", dossier=dossier)
    for user in (staff, servant):
        assert signal.text in sign_in(user).get(dossier.get_absolute_url()).text
        assert Look.objects.filter(signal=signal, by=user).exists()
    another = make_user("Saar")
    make_city_service("Sportdienst", another)
    for user in (policymaker, stranger, another):
        page = sign_in(user).get(dossier.get_absolute_url())
        assert page.status_code == 200
        assert signal.text not in page.text
        assert signal.reference not in page.text
    assert Look.objects.count() == 2


def test_who_may_not_read_words_sees_no_small_number(sign_in, staff, policymaker, service):
    few, many = make_dossier("Weinig"), make_dossier("Veel")
    for dossier, number in ((few, 4), (many, 5)):
        for _number in range(number):
            make_signal(dossier=dossier, did_it_change="NOT_YET", kind="WORKS_WELL")
    client = sign_in(policymaker)
    assert "Fewer than 5 voices" in client.get(few.get_absolute_url()).text
    page = client.get(many.get_absolute_url()).text
    assert "5 voices" in page
    assert "say what works well" not in page
    listed = client.get(LIST)
    assert {row.dossier.title: row.voices.too_few for row in listed.context["rows"]} == {"Weinig": True, "Veel": False}
    exported = client.get("/dossiers/export.csv").getvalue().decode("utf-8-sig")
    assert "<5" in exported
    assert "4 voices" in sign_in(staff).get(few.get_absolute_url()).text


def test_a_partner_sees_no_step_and_staff_see_those_of_now(sign_in, staff, stranger):
    dossier = make_dossier()
    assert [each.step for each in sign_in(stranger).get(dossier.get_absolute_url()).context["of"].steps] == []
    of = sign_in(staff).get(dossier.get_absolute_url()).context["of"]
    assert [each.step for each in of.ahead] == ["prioritise"]
    assert {each.step for each in of.aside} == {"change", "park", "decline", "publish", "merge", "split"}


def test_a_group_is_counted_in_people_for_who_reads_words(sign_in, staff, organisation, member, policymaker):
    dossier = make_dossier()
    make_group_signal(organisation, member, dossier=dossier, people=12)
    assert "12 young people, through workers" in sign_in(staff).get(dossier.get_absolute_url()).text
    assert "12 young people" not in sign_in(policymaker).get(dossier.get_absolute_url()).text


# Merging and splitting


def test_merging_and_splitting_by_their_pages(sign_in, staff):
    one, other = make_dossier("Geen bank"), make_dossier("Nergens zitten")
    signals = [make_signal(dossier=one) for _number in range(3)]
    client = sign_in(staff)
    page = client.post(reverse("dossier_split", args=[one.slug]),
                       {"title": "Geen licht", "signals": [signals[0].reference]}, follow=True)  # fmt: skip
    split_off = Dossier.objects.get(title="Geen licht")
    assert page.redirect_chain[-1][0] == reverse("dossier_edit", args=["geen-licht"])
    assert list(split_off.signals.all()) == [signals[0]]
    page = client.post(reverse("dossier_merge", args=[one.slug]), {"into": other.slug}, follow=True)
    assert "“Geen bank” is now part of “Nergens zitten”." in page.text
    page = client.get(one.get_absolute_url())
    assert "It was merged into “Nergens zitten”, and goes on there." in page.text
    assert "Go on to “Nergens zitten”" in page.text
    assert client.get(reverse("dossier_edit", args=[one.slug])).status_code == 302
    assert titles(client.get(LIST)) == ["Geen licht", "Nergens zitten"]


def test_of_many_dossiers_the_likeliest_are_shown_and_each_is_found(sign_in, staff):
    theme = make_theme()
    dossier, same = make_dossier("A", theme=theme), make_dossier("Zelfde thema", theme=theme)
    for number in range(30):
        make_dossier(f"Ander {number:02}")
    client, address = sign_in(staff), reverse("dossier_merge", args=[dossier.slug])
    names = [name for _slug, name in client.get(address).context["form"]["into"].field.choices]
    assert (len(names), names[0]) == (20, same.title)
    found = client.get(f"{address}?q=ander 29").context["form"]["into"].field.choices
    assert list(found) == [("ander-29", "Ander 29")]
    assert client.post(address, {"into": "ander-29"}).url == "/dossiers/ander-29/"
    assert client.post(reverse("dossier_merge", args=[same.slug]), {"into": "nowhere"}).status_code == 200


def test_a_split_leaves_something_behind(sign_in, staff):
    dossier = make_dossier()
    signal = make_signal(dossier=dossier)
    typed = {"title": "Geen licht", "signals": [signal.reference]}
    page = sign_in(staff).post(reverse("dossier_split", args=[dossier.slug]), typed)
    assert "Leave at least one signal behind" in page.text


# The list


@pytest.fixture
def several(service):
    rabot, outside = make_neighbourhood("Rabot"), make_theme("Buiten")
    yesterday = TODAY - datetime.timedelta(days=1)
    make_dossier("Rust", state=DossierState.PARKED)
    make_dossier("Nieuw", rabot, theme=outside, cause=Cause.RULE)
    make_dossier("Te laat", state=DossierState.IN_ACTION, owner=service, due_on=yesterday, is_high_priority=True)
    make_dossier("Loopt", state=DossierState.PRIORITISED)
    make_dossier("Toe", state=DossierState.CLOSED)
    make_dossier("Klaar", state=DossierState.DONE, owner=service)
    make_dossier("Weg", merged_into=Dossier.objects.get(title="Nieuw"))


@pytest.mark.usefixtures("several")
@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("", ["Te laat", "Loopt", "Klaar", "Nieuw", "Rust"]),
        ("state=ALL", ["Te laat", "Loopt", "Klaar", "Nieuw", "Toe", "Rust"]),
        ("state=CLOSED", ["Toe"]),
        ("overdue=on", ["Te laat"]),
        ("high=on", ["Te laat"]),
        ("mine=on", ["Te laat", "Klaar"]),
        ("neighbourhood=rabot", ["Nieuw"]),
        ("theme=buiten", ["Nieuw"]),
        ("cause=RULE", ["Nieuw"]),
        ("owner=groendienst", ["Te laat", "Klaar"]),
        ("q=NIEUW", ["Nieuw"]),
        ("q=niets", []),
        ("state=NOWHERE", []),
        ("page=99999999999999999999", ["Te laat", "Loopt", "Klaar", "Nieuw", "Rust"]),
    ],
)
def test_the_list_shows_what_is_asked_the_most_urgent_first(sign_in, servant, asked, found):
    assert titles(sign_in(servant).get(f"{LIST}?{asked}")) == found


@pytest.mark.usefixtures("several")
def test_the_list_can_be_saved_as_a_view_and_as_a_table(sign_in, staff):
    client = sign_in(staff)
    client.post(reverse("saved_view_save"), {"page": "dossiers", "query": "overdue=on&x=1", "name": "Te laat"})
    assert SavedView.objects.get().query == "overdue=on"
    table = client.get("/dossiers/export.csv?overdue=on").getvalue().decode("utf-8-sig").splitlines()
    assert len(table) == 2
    assert table[1].startswith("Te laat;IN_ACTION;")
    assert client.get("/dossiers/export.xlsx").status_code == 200
    assert client.get("/dossiers/export.pdf").status_code == 404


def test_an_empty_list_says_what_to_do(sign_in, staff):
    page = sign_in(staff).get(LIST).text
    assert "<mark>No dossier</mark> is overdue." in page
    assert "A dossier begins with signals that point at the same." in page


# Cost


@pytest.mark.parametrize("number", [3, 60])
def test_the_list_takes_as_many_queries_for_few_as_for_many(
    sign_in, policymaker, servant, service, django_assert_max_num_queries, number
):
    for _number in range(number):
        dossier = make_dossier("", make_neighbourhood(), state=DossierState.ASSIGNED, owner=service)
        make_signal(dossier=dossier)
    for user in (policymaker, servant):
        client = sign_in(user)
        client.get(LIST)
        with django_assert_max_num_queries(12):
            page = client.get(LIST)
    assert len(page.content) < 60_000


@pytest.mark.parametrize("number", [3, 60])
def test_a_dossier_takes_as_many_queries_for_few_as_for_many(
    sign_in, staff, servant, service, django_assert_max_num_queries, number
):
    dossier = make_dossier("", *(make_neighbourhood() for _number in range(number)), state=DossierState.ASSIGNED,
                           owner=service)  # fmt: skip
    for _number in range(number):
        make_signal(dossier=dossier, neighbourhood=make_neighbourhood())
        make_action(dossier)
        dossier.moves.create(step="change", source="OPEN", target="OPEN", by=staff, other=make_dossier())
    for user in (staff, servant):
        client = sign_in(user)
        client.get(dossier.get_absolute_url())
        with django_assert_max_num_queries(15):
            page = client.get(dossier.get_absolute_url())
    assert len(page.content) < 60_000


# The administration


def test_the_administration_moves_no_dossier(sign_in, administrator):
    dossier = make_dossier(outcome=Outcome.DONE)
    client = sign_in(administrator)
    address = f"/admin/signals/dossier/{dossier.pk}/change/"
    assert client.get(address).status_code == 200
    assert client.post(address, {"state": "CLOSED"}).status_code == 403
    assert client.get("/admin/signals/dossier/add/").status_code == 403
    assert client.get(f"/admin/signals/dossier/{dossier.pk}/delete/").status_code == 403
    assert client.get("/admin/signals/signal/").status_code == 404  # words of signals are read in the portal alone
    dossier.refresh_from_db()
    assert dossier.state == DossierState.OPEN
