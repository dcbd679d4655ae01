"""A worker speaks for a group: quickly, without names, and the answer comes back."""

import uuid

import pytest
from django.urls import reverse

from jos.shared.models import Draft
from organisations.models import Organisation
from signals.enums import Author, DidItChange, DossierState, HeardAt, SignalSource, SignalState
from signals.groups.news import passed_on, with_news
from signals.models import GroupVoice, Look, Message, Signal
from tests import builders, signal_builders

NEW, SENT = "/signals/group/", "/signals/group/sent/"


@pytest.fixture
def area(db):
    return builders.make_neighbourhood("Rabot")


@pytest.fixture
def typed(organisation, area):
    """A form as a worker of De Kring sends it."""
    return {
        "token": str(uuid.uuid4()),
        "organisation": organisation.slug,
        "text": "Na acht uur is er nergens licht.",
        "kind": "CONCERN",
        "source": "GROUP",
        "people": "7",
        "age_bands": ["12-15", "16-19"],
        "heard_at": "STREET",
        "neighbourhood": area.slug,
        "quote": "We zien elkaar niet eens.",
        "quote_consent": "on",
    }


@pytest.fixture
def signal(organisation, member):
    return signal_builders.make_group_signal(organisation, member, code_hash="")


def dossier_with_answer(**fields):
    return signal_builders.make_dossier("Geen licht", state=DossierState.ANSWERED, **fields)


# Passing on


def test_what_a_group_says_is_passed_on_without_a_code(sign_in, member, organisation, area, typed):
    response = sign_in(member).post(NEW, typed)

    signal, voice = Signal.objects.get(), GroupVoice.objects.get()
    assert response.url == f"{NEW}?like={signal.reference}"
    assert (signal.source, signal.neighbourhood, signal.code_hash) == (SignalSource.GROUP, area, "")
    assert (voice.by, voice.organisation, voice.people) == (member, organisation, 7)
    assert (voice.age_bands, voice.heard_at) == (["12-15", "16-19"], HeardAt.STREET)
    assert voice.quote == "We zien elkaar niet eens."
    assert signal.history.get().history_user == member


def test_one_age_band_is_the_age_of_the_signal(sign_in, member, typed):
    sign_in(member).post(NEW, typed | {"age_bands": ["12-15"]})

    assert Signal.objects.get().age_band == "12-15"


def test_a_form_that_is_sent_twice_makes_one_signal(sign_in, member, typed):
    client = sign_in(member)
    for _time in range(2):
        client.post(NEW, typed)

    assert (Signal.objects.count(), GroupVoice.objects.count()) == (1, 1)


def test_the_next_one_starts_with_what_stays_the_same(sign_in, member, typed):
    form = sign_in(member).post(NEW, typed, follow=True).context["form"]

    assert [str(form[name].value()) for name in ("neighbourhood", "heard_at", "source")] != ["", "", ""]
    assert form["heard_at"].value() == "STREET"
    assert form["age_bands"].value() == ["12-15", "16-19"]
    assert not form["text"].value()
    assert not form["quote"].value()
    assert not Draft.objects.exists()


def test_save_leads_to_the_list(sign_in, member, typed):
    assert sign_in(member).post(NEW, typed | {"then": "done"}).url == SENT


def test_a_worker_can_say_what_was_noticed(sign_in, member, typed):
    sign_in(member).post(NEW, typed | {"source": "WORKER", "people": "", "quote": "", "quote_consent": ""})

    assert Signal.objects.get().source == SignalSource.WORKER
    assert GroupVoice.objects.get().people is None


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"people": ""}, "people"),
        ({"people": "0"}, "people"),
        ({"people": "99999999999999999999"}, "people"),
        ({"text": ""}, "text"),
        ({"heard_at": ""}, "heard_at"),
        ({"kind": "X"}, "kind"),
        ({"age_bands": ["99"]}, "age_bands"),
        ({"quote_consent": ""}, "quote_consent"),
        ({"source": "WORKER"}, "people"),
        ({"source": "YOUNG_PERSON"}, "source"),
        ({"neighbourhood": "nowhere"}, "neighbourhood"),
        ({"quote": "x" * 501}, "quote"),
    ],
)
def test_what_is_not_right_is_said_and_nothing_is_written(sign_in, member, typed, change, field):
    response = sign_in(member).post(NEW, typed | change)

    assert field in response.context["form"].errors
    assert not Signal.objects.exists()


def test_fields_that_are_not_asked_are_not_stored(sign_in, member, typed):
    sign_in(member).post(NEW, typed | {"state": "BUNDLED", "code_hash": "x", "reference": "AAAAAAAA", "by": "1"})

    signal = Signal.objects.get()
    assert (signal.state, signal.code_hash) == (SignalState.RECEIVED, "")
    assert signal.reference != "AAAAAAAA"


def test_nobody_speaks_for_an_organisation_of_others(sign_in, stranger, typed):
    response = sign_in(stranger).post(NEW, typed)

    assert "organisation" in response.context["form"].errors


def test_who_is_in_two_organisations_says_for_which(sign_in, member, organisation, typed):
    other = builders.make_organisation("De Andere", members=(member,))
    client = sign_in(member)

    assert "De Andere" in client.get(NEW).content.decode()
    client.post(NEW, typed | {"organisation": other.slug})

    assert GroupVoice.objects.get().organisation == other


# No names, and no writing where one should call


@pytest.mark.parametrize("field", ["text", "quote"])
def test_a_personal_detail_is_pointed_out_before_anything_is_kept(sign_in, member, typed, field):
    response = sign_in(member).post(NEW, typed | {field: "Bel 0470 12 34 56, dan hoor je het."})

    assert "0470 12 34 56" in str(response.context["form"].errors[field])
    assert "Remove it and save" in response.content.decode()
    assert not Signal.objects.exists()


def test_one_tap_removes_it_and_saves(sign_in, member, typed):
    sign_in(member).post(NEW, typed | {"text": "Bel 0470 12 34 56, dan hoor je het.", "remove": "1"})

    assert Signal.objects.get().text == "Bel …, dan hoor je het."


def test_what_points_at_nobody_is_saved_as_it_is(sign_in, member, typed):
    sign_in(member).post(NEW, typed | {"text": "De lijn 0470 12 34 56 is dood.", "looked_again": "1"})

    assert "0470 12 34 56" in Signal.objects.get().text


def test_words_of_danger_lead_to_what_to_do_and_not_to_the_next_one(sign_in, member, typed):
    response = sign_in(member).post(NEW, typed | {"quote": "Thuis word ik geslagen."}, follow=True)

    signal = Signal.objects.get()
    assert signal.mentions_danger
    assert response.redirect_chain[-1][0] == f"{NEW}{signal.reference}/"
    assert "do not only write" in response.content.decode()
    assert 'role="alert"' in response.content.decode()


# Who sees it, and what comes back


def test_colleagues_see_it_and_others_do_not(sign_in, coordinator, stranger, staff, signal):
    page = f"{NEW}{signal.reference}/"

    assert sign_in(coordinator).get(page).status_code == 200
    for user in (stranger, staff):
        assert sign_in(user).get(page).status_code == 404


def test_that_somebody_read_the_words_is_kept(sign_in, coordinator, signal):
    sign_in(coordinator).get(SENT)

    assert Look.objects.get().by == coordinator


def test_that_colleagues_looked_does_not_say_that_the_city_did(sign_in, member, coordinator, staff, signal):
    sign_in(coordinator).get(SENT)
    page = f"{NEW}{signal.reference}/"
    assert sign_in(member).get(page).context["status"].sentence == "Your words are with us. Nobody read them yet."

    Look.objects.create(signal=signal, by=staff)
    assert sign_in(member).get(page).context["status"].sentence == "Somebody read your words."


def test_an_answer_is_new_to_its_worker_until_it_is_read(sign_in, member, coordinator, signal):
    Signal.objects.update(dossier=dossier_with_answer(), state=SignalState.BUNDLED)
    assert "new answer" in sign_in(member).get(SENT).content.decode()

    sign_in(coordinator).get(f"{NEW}{signal.reference}/")
    assert list(with_news(member)) == [signal]
    assert not with_news(coordinator)

    sign_in(member).get(f"{NEW}{signal.reference}/")
    assert not with_news(member)
    assert "new answer" not in sign_in(member).get(SENT).content.decode()


def test_each_thing_that_comes_back_is_news(member, staff, signal):
    def news_after(**fields) -> bool:
        Signal.objects.update(**fields)
        is_new = with_news(member).exists()
        GroupVoice.objects.update(read=passed_on(member).get().came_back)
        assert not with_news(member).exists()
        return is_new

    assert not news_after()
    for _question in range(2):
        Message.objects.create(signal=signal, author=Author.CITY, by=staff, text="Waar?")
        assert news_after(state=SignalState.QUESTION_ASKED)
    assert news_after(state=SignalState.NOT_TAKEN_UP, reply="Dat kan niet.")
    assert not news_after(state=SignalState.RECEIVED, reply="")
    dossier = dossier_with_answer()
    assert news_after(state=SignalState.BUNDLED, dossier=dossier)
    dossier.answered_on = "2030-01-01"
    dossier.save()
    assert news_after()


def test_who_left_the_organisation_has_no_news_any_more(member, signal):
    Signal.objects.update(dossier=dossier_with_answer(), state=SignalState.BUNDLED)
    member.memberships.all().delete()

    assert not with_news(member)


def test_the_list_shows_all_of_us_or_only_mine(sign_in, coordinator, signal):
    client = sign_in(coordinator)

    assert signal.reference in client.get(SENT).content.decode()
    assert signal.reference not in client.get(f"{SENT}?whose=mine").content.decode()


def test_the_answer_can_be_read_aloud(sign_in, member, signal):
    Signal.objects.update(dossier=dossier_with_answer(answer="Er is nu licht."), state=SignalState.BUNDLED)
    GroupVoice.objects.update(quote="Het is donker.", quote_consent=True)

    page = sign_in(member).get(f"{NEW}{signal.reference}/aloud/").content.decode()

    assert "Er is nu licht." in page
    assert "Het is donker." in page
    assert signal.text not in page


# Answering


@pytest.fixture
def asked(signal, staff):
    Message.objects.create(signal=signal, author=Author.CITY, by=staff, text="Welke straat?")
    Signal.objects.update(state=SignalState.QUESTION_ASKED)
    return f"{NEW}{signal.reference}/reply/"


def test_the_group_answers_a_question_through_a_worker(sign_in, coordinator, asked):
    client = sign_in(coordinator)
    assert "Welke straat?" in client.get(asked).content.decode()
    for _time in range(2):
        client.post(asked, {"text": "Aan de sporthal.", "token": "12345678-1234-4234-8234-123456789abc"})

    message = Message.objects.get(author=Author.SENDER)
    assert (message.text, message.by) == ("Aan de sporthal.", coordinator)
    assert Signal.objects.get().state == SignalState.RECEIVED


def test_an_answer_sent_without_its_mark_is_kept_as_well(sign_in, coordinator, asked):
    response = sign_in(coordinator).post(asked, {"text": "Aan de sporthal."}, follow=True)

    assert "The youth service has your answer." in response.content.decode()


def test_an_answer_without_names(sign_in, member, asked):
    response = sign_in(member).post(asked, {"text": "Vraag het aan jan@example.org.", "token": str(uuid.uuid4())})

    assert "jan@example.org" in str(response.context["form"].errors)
    assert not Message.objects.filter(author=Author.SENDER).exists()


def test_an_answer_that_comes_too_late_is_said_and_kept(sign_in, member, asked):
    Signal.objects.update(state=SignalState.RECEIVED)
    response = sign_in(member).post(asked, {"text": "Aan de sporthal.", "token": str(uuid.uuid4())})

    assert "not possible any more" in response.content.decode()
    assert "Aan de sporthal." in response.content.decode()


def test_a_worker_says_whether_it_changed(sign_in, member, signal):
    Signal.objects.update(dossier=dossier_with_answer(), state=SignalState.BUNDLED)
    sign_in(member).post(f"{NEW}{signal.reference}/changed/", {"did_it_change": "A_BIT"})

    assert Signal.objects.get().did_it_change == DidItChange.A_BIT


@pytest.mark.parametrize("said", ["", "MAYBE"])
def test_what_is_no_answer_changes_nothing(sign_in, member, signal, said):
    Signal.objects.update(dossier=dossier_with_answer(), state=SignalState.BUNDLED)
    sign_in(member).post(f"{NEW}{signal.reference}/changed/", {"did_it_change": said})

    assert Signal.objects.get().did_it_change == ""


# When organisations become one


def test_what_was_passed_on_comes_back_to_the_organisation_it_was_merged_into(sign_in, member, organisation, signal):
    merged = builders.make_organisation("De Ring vzw", merged_into=organisation)
    GroupVoice.objects.update(organisation=merged)

    assert sign_in(member).get(reverse("group_signal", args=[signal.reference])).status_code == 200
    assert signal.reference in sign_in(member).get(SENT).content.decode()


def test_the_service_it_was_merged_into_acts_on_what_it_owned(sign_in, service_member):
    service = service_member.memberships.get().organisation
    merged = signal_builders.make_city_service()
    dossier = signal_builders.make_dossier(owner=merged)
    said = signal_builders.make_signal("Er is geen licht.", dossier=dossier)
    client, page = sign_in(service_member), reverse("signal", args=[said.reference])
    assert client.get(page).status_code == 404

    Organisation.objects.filter(pk=merged.pk).update(merged_into=service)

    assert "Er is geen licht." in client.get(page).content.decode()
    assert "Er is geen licht." in client.get(dossier.get_absolute_url()).content.decode()


# What it costs


@pytest.mark.parametrize("number", [3, 60])
def test_the_list_asks_as_much_for_many_as_for_few(
    sign_in, member, organisation, area, number, django_assert_num_queries
):
    dossier = signal_builders.make_dossier("Geen licht", area, owner=signal_builders.make_city_service())
    for place in range(number):
        fields = {"dossier": dossier} if place % 2 else {}
        signal_builders.make_group_signal(organisation, member, neighbourhood=area, **fields)
    client = sign_in(member)

    with django_assert_num_queries(7):
        client.get(SENT)


@pytest.mark.parametrize("number", [1, 40])
def test_its_page_asks_as_much_for_many_messages_as_for_few(
    sign_in, member, staff, signal, number, django_assert_num_queries
):
    Signal.objects.update(dossier=dossier_with_answer(), state=SignalState.BUNDLED)
    for _number in range(number):
        Message.objects.create(signal=signal, author=Author.CITY, by=staff, text="Waar?")
        Look.objects.get_or_create(signal=signal, by=builders.make_user())
    client = sign_in(member)

    with django_assert_num_queries(9):
        client.get(reverse("group_signal", args=[signal.reference]))
