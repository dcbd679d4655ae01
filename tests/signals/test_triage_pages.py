"""The page of a signal, and the pages on which staff say what becomes of it."""

import pytest
from django.urls import reverse

from jos.shared.models import Draft
from signals.actions.triage import not_take_up
from signals.enums import ReplyKind, SignalState
from signals.models import Look, Photo, Signal, StandardReply
from tests.builders import make_neighbourhood, make_organisation
from tests.record_forms import opened
from tests.signal_builders import (
    make_city_service,
    make_dossier,
    make_group_signal,
    make_reply,
    make_signal,
    make_theme,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(sign_in, staff):
    return sign_in(staff)


def step_url(signal: Signal, step: str) -> str:
    return reverse("signal_step", args=[signal.reference, step])


def words(response) -> str:
    return " ".join(response.content.decode().split())


# Who reads what


def test_a_city_service_reads_what_is_in_its_own_dossiers_and_does_nothing_with_it(sign_in, service_member):
    service = service_member.memberships.get().organisation
    signal = make_signal("Er is geen licht.", dossier=make_dossier(owner=service))
    page = words(sign_in(service_member).get(signal.get_absolute_url()))
    assert "Er is geen licht." in page
    assert "Put in another dossier" not in page
    assert "In the inbox" not in page
    assert Look.objects.get(signal=signal).by == service_member


def test_another_service_does_not_know_of_it(sign_in, service_member):
    signal = make_signal(dossier=make_dossier(owner=make_city_service()))
    assert sign_in(service_member).get(signal.get_absolute_url()).status_code == 404


def test_a_policymaker_reads_no_words(sign_in, policymaker):
    assert sign_in(policymaker).get(make_signal().get_absolute_url()).status_code == 404


def test_a_worker_reads_what_came_back_on_another_page(sign_in, organisation, member):
    signal = make_group_signal(organisation, member)
    response = sign_in(member).get(signal.get_absolute_url())
    assert response["Location"] == reverse("group_signal", args=[signal.reference])


def test_a_photo_has_a_name_that_says_nothing(office):
    signal = make_signal()
    Photo.objects.create(signal=signal, content=b"jpeg", width=1, height=1)
    url = reverse("signal_photo", args=[signal.reference])
    first, second = office.get(url), office.get(url)
    assert (first.content, first["Content-Type"], first["X-Content-Type-Options"]) == (b"jpeg", "image/jpeg", "nosniff")
    assert first["Content-Disposition"] != second["Content-Disposition"]
    assert signal.reference not in first["Content-Disposition"]
    assert Look.objects.filter(signal=signal).count() == 1


def test_without_a_photo_there_is_none(office):
    assert office.get(reverse("signal_photo", args=[make_signal().reference])).status_code == 404


@pytest.mark.parametrize("number", [3, 60])
def test_a_signal_costs_the_same_however_many_are_like_it(
    office, organisation, member, number, django_assert_max_num_queries
):
    area, theme = make_neighbourhood(), make_theme()
    text = "Er zijn te weinig banken om te zitten in het park."
    signals = [
        make_group_signal(organisation, member, text, neighbourhood=area, theme=theme) for _each in range(number)
    ]
    for each in range(number):
        make_dossier(f"Banken in het park {each}", area, theme=theme)
    url = signals[1].get_absolute_url()
    office.get(url)
    with django_assert_max_num_queries(15) as queries:
        page = office.get(url)
    assert len(page.context["duplicates"]) == min(number - 1, 4)
    assert len(page.context["dossiers"]) == min(number, 4)
    assert len(queries) == 13


def test_the_story_says_what_happened_and_who_saw_it(office, staff):
    signal = make_signal()
    not_take_up(signal=signal, words="Dit is al in orde.", version=1, by=staff)
    office.get(signal.get_absolute_url())
    page = words(office.get(reverse("signal_story", args=[signal.reference])))
    assert "state from received to not taken up" in page
    assert "what who sent it reads: Dit is al in orde." in page
    assert "Who saw the words</h2> <ul> <li>Stef" in page


# Steps


def test_a_question_goes_back(office, staff):
    signal = make_signal()
    url = step_url(signal, "ask")
    office.get(url)
    assert Look.objects.get(signal=signal).by == staff  # the words stand there as well
    office.post(url, opened(office, url) | {"words": "Waar precies?"})
    signal.refresh_from_db()
    assert (signal.state, signal.messages.get().text) == (SignalState.QUESTION_ASKED, "Waar precies?")


def test_a_referral_says_to_whom_and_how(office):
    signal, help_centre = make_signal(), make_organisation("JAC")
    url = step_url(signal, "refer")
    office.post(url, opened(office, url) | {"words": "Loop binnen.", "referred_to": help_centre.name})
    signal.refresh_from_db()
    assert (signal.state, signal.referred_to, signal.reply) == (SignalState.REFERRED, help_centre, "Loop binnen.")


def test_fields_that_are_not_asked_are_not_stored(office):
    signal = make_signal()
    url = step_url(signal, "not-take-up")
    typed = {"words": "Neen.", "state": "BUNDLED", "text": "Anders", "referred_to": make_organisation().pk}
    office.post(url, opened(office, url) | typed)
    signal.refresh_from_db()
    assert (signal.state, signal.referred_to) == (SignalState.NOT_TAKEN_UP, None)
    assert signal.text != "Anders"


def test_without_words_nothing_goes_back_and_the_page_says_so(office):
    signal = make_signal()
    url = step_url(signal, "not-take-up")
    response = office.post(url, opened(office, url) | {"words": " "})
    assert response.status_code == 200
    assert "This field is required." in response.content.decode()
    assert Signal.objects.get().state == SignalState.RECEIVED


def test_a_standard_reply_comes_under_what_was_typed(office):
    signal, reply = make_signal(), make_reply(ReplyKind.NOT_TAKEN_UP, "Dit is al in orde.")
    make_reply(ReplyKind.QUESTION, "Waar?", title="Vraag")
    url = step_url(signal, "not-take-up")
    page = office.get(url)
    assert "Vraag" not in page.content.decode()
    typed = opened(office, url) | {"words": "Dank je.", "fill": "on", "reply": reply.pk}
    response = office.post(url, typed)
    assert response.context["form"]["words"].value() == "Dank je.\n\nDit is al in orde."
    assert "error-summary" not in response.content.decode()
    assert Signal.objects.get().state == SignalState.RECEIVED  # read over first
    assert Draft.objects.exists()


@pytest.mark.parametrize("chosen", ["", "999999", "x"])
def test_a_reply_that_is_not_there_fills_in_nothing(office, chosen):
    make_reply(ReplyKind.QUESTION)
    url = step_url(make_signal(), "ask")
    response = office.post(url, opened(office, url) | {"words": "Dag.", "fill": "on", "reply": chosen})
    assert response.context["form"]["words"].value() == "Dag."


@pytest.mark.parametrize("step", ["take-out", "take-up-again"])
def test_a_step_that_is_not_in_the_table_leads_back(office, step):
    signal = make_signal()
    for response in (office.get(step_url(signal, step)), office.post(step_url(signal, step), {"version": 1})):
        assert response["Location"] == signal.get_absolute_url()
    assert Signal.objects.get().state == SignalState.RECEIVED


@pytest.mark.parametrize("step", ["reply", "bundle", "nothing"])
def test_only_steps_with_a_page_have_one(office, step):
    assert office.get(step_url(make_signal(), step)).status_code == 404


def test_the_inbox_is_carried_along(office):
    signal = make_signal()
    url = step_url(signal, "not-take-up") + "?state=ALL&theme=none&next=//elsewhere.example"
    response = office.post(url, {"version": 1, "words": "Neen."})
    assert response["Location"] == f"{signal.get_absolute_url()}?state=ALL&theme=none"


def test_two_people_at_the_same_time_see_both_versions(office, administrator):
    signal = make_signal()
    url = step_url(signal, "ask")
    form = opened(office, url)
    typed = {"theme": make_theme("School").pk}
    office.post(reverse("signal_correct", args=[signal.reference]), form | typed)
    response = office.post(url, form | {"words": "Waar?"})
    assert response.status_code == 409
    assert not signal.messages.exists()


def test_what_the_sender_left_open_is_filled_in(office):
    signal, theme, area = make_signal(), make_theme("School"), make_neighbourhood("Rabot")
    url = reverse("signal_correct", args=[signal.reference])
    office.post(url, {"version": 1, "theme": theme.pk, "neighbourhood": area.pk})
    signal.refresh_from_db()
    assert (signal.theme, signal.neighbourhood) == (theme, area)


# Bundling


def test_three_signals_are_bundled(office):
    signals, dossier = [make_signal() for _number in range(3)], make_dossier("Banken")
    url = reverse("signals_bundle")
    page = office.get(url, {"signal": [signal.reference for signal in signals], "q": "bank"})
    assert [each.title for each in page.context["found"]] == ["Banken"]
    carried = [f"{signal.reference}.{signal.version}" for signal in page.context["signals"]]
    response = office.post(url, {"signal": carried, "dossier": "banken"}, follow=True)
    assert dossier.signals.count() == 3
    assert "3 signals are in “Banken” now." in response.content.decode()


def test_a_dossier_is_chosen_first(office):
    signal = make_signal()
    make_dossier("Samengevoegd", merged_into=make_dossier("Banken"))
    for chosen in ({}, {"dossier": "nope"}, {"dossier": "samengevoegd"}):
        response = office.post(reverse("signals_bundle"), {"signal": signal.reference} | chosen)
        assert response.status_code == 200
        assert "error-summary" in response.content.decode()
    assert Signal.objects.get().dossier is None


def test_one_that_was_not_taken_up_stays_out_and_so_do_the_others(office):
    refused, fine = make_signal(state=SignalState.NOT_TAKEN_UP, reply="Neen."), make_signal()
    carried = {"signal": [refused.reference, fine.reference], "dossier": make_dossier().slug}
    response = office.post(reverse("signals_bundle"), carried)
    assert "This is not possible any more." in response.content.decode()
    assert not Signal.objects.exclude(dossier=None).exists()


def test_somebody_else_was_first(office, administrator):
    signal, dossier = make_signal(), make_dossier()
    not_take_up(signal=Signal.objects.get(), words="Neen.", version=1, by=administrator)
    response = office.post(reverse("signals_bundle"), {"signal": f"{signal.reference}.1", "dossier": dossier.slug})
    assert response.status_code == 409
    assert "Somebody changed one of these signals meanwhile" in response.content.decode()


@pytest.mark.parametrize("ticked", [[], ["NOPE"], ["K7Q2MX4T.99999999999999999999"], ["."]])
def test_without_signals_there_is_nothing_to_bundle(office, ticked):
    response = office.get(reverse("signals_bundle"), {"signal": ticked})
    assert response["Location"] == reverse("inbox")


# What staff keep up


def test_a_theme_has_names_in_the_languages_of_young_people(office, settings):
    settings.SIGNAL_LANGUAGES = [("nl", "Dutch"), ("en", "English"), ("tr", "Turkish")]
    typed = {"name": "Wonen", "term_days": 20, "position": 5, "is_active": "on", "name_tr": "Konut", "name_en": ""}
    office.post(reverse("theme_new"), typed)
    page = office.get(reverse("theme_edit", args=["wonen"]))
    assert page.context["form"]["name_tr"].value() == "Konut"
    office.post(
        reverse("theme_edit", args=["wonen"]), typed | {"version": 1, "is_sensitive": "on", "name_en": "Housing"}
    )
    listed = words(office.get(reverse("themes")))
    assert "Wonen" in listed
    assert "never public" in listed


def test_standard_replies_are_written_changed_and_removed(office):
    office.post(reverse("standard_reply_new"), {"kind": "QUESTION", "title": "Waar?", "text": "Waar precies?"})
    reply = StandardReply.objects.get()
    url = reverse("standard_reply_edit", args=[reply.pk])
    office.post(url, {"version": 1, "kind": "QUESTION", "title": "Waar?", "text": "Op welk plein?"})
    assert "Op welk plein?" in words(office.get(reverse("standard_replies")))
    office.post(reverse("standard_reply_remove", args=[reply.pk]))
    assert "There are no standard replies yet." in words(office.get(reverse("standard_replies")))
