"""Stories of change: with consent, without names."""

import uuid

import pytest
from django.urls import reverse
from django.utils import timezone

from covenants.enums import CovenantState, Panel, Side
from covenants.models import Story, StoryChoice
from organisations.enums import Function
from tests.builders import make_neighbourhood
from tests.covenant_builders import make_covenant, make_period, make_report, make_scale, make_story

pytestmark = pytest.mark.django_db


@pytest.fixture
def period(organisation):
    return make_period(make_covenant(organisation, make_neighbourhood("Dampoort"), state=CovenantState.SIGNED))


def told(**fields) -> dict:
    words = {"title": "Van de stoep naar de keuken", "text": "Vroeger bleef ze buiten. Nu kookt ze mee."}
    return words | {"function": Function.FREE_TIME, "has_consent": "on", "token": f"{uuid.UUID(int=3)}"} | fields


def tell(client, period, **fields):
    return client.post(reverse("story_new", args=[period.covenant.slug, period.pk]), told(**fields))


def test_a_story_goes_with_the_report_of_ones_own_side(sign_in, member, period):
    scale = make_scale(period.covenant)
    client = sign_in(member)
    assert tell(client, period, indicator=scale.pk).status_code == 302
    story = Story.objects.get()
    assert (story.report.side, story.report.version, story.indicator) == (Side.PARTNER, 0, scale)
    tell(client, period)  # sent twice
    assert Story.objects.count() == 1


def test_r10_the_city_tells_stories_too(sign_in, staff, period):
    tell(sign_in(staff), period)
    assert Story.objects.get().report.side == Side.CITY


def test_without_consent_it_is_not_told(sign_in, member, period):
    assert "Tell it only where whoever it is about agrees." in tell(sign_in(member), period, has_consent="").text
    assert not Story.objects.exists()


def test_r14_what_looks_like_a_name_is_taken_out_or_looked_at_again(sign_in, member, period):
    client = sign_in(member)
    named = {"text": "Mijn naam is Yusuf en nu kook ik mee."}
    answer = tell(client, period, **named)
    assert "This looks like a name: “Yusuf”. Take it out." in answer.text
    assert "I looked again" in answer.text
    assert not Story.objects.exists()
    assert tell(client, period, **named, looked_again="on").status_code == 302


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Sinds september kookt Amina Benali mee.", "Amina Benali"),
        ("Hij heet Yusuf.", "Yusuf"),
        ("Fatima El Idrissi durft nu.", "El Idrissi"),
    ],
)
def test_r14_the_name_of_somebody_else_is_pointed_out_too(sign_in, member, period, text, name):
    assert f"This looks like a name: “{name}”." in tell(sign_in(member), period, text=text).text
    assert not Story.objects.exists()


@pytest.mark.parametrize(
    "text",
    ["Bij De Kring vzw kookt ze mee.", "Het OCMW hielp. Nu lukt het.", "Ze zei: “Nu durf ik.” En ze kwam terug."],
)
def test_a_partner_a_service_or_a_new_sentence_is_no_name(sign_in, member, period, text):
    assert tell(sign_in(member), period, text=text).status_code == 302


@pytest.mark.parametrize("detail", ["0475 12 34 56", "sara@example.org", "BE68 5390 0754 7034"])
def test_r14_a_number_or_address_is_never_kept(sign_in, member, period, detail):
    answer = tell(sign_in(member), period, text=f"Bel naar {detail}.", looked_again="on")
    assert "Take it out." in answer.text
    assert not Story.objects.exists()


def test_a_story_of_another_covenants_indicator_is_refused(sign_in, member, period):
    other = make_scale(make_covenant())
    assert tell(sign_in(member), period, indicator=other.pk).status_code == 200
    assert not Story.objects.exists()


def test_a_story_is_changed_over_the_version_that_was_read(sign_in, member, period):
    story = make_story(make_report(period), version=2)
    address = reverse("story_edit", args=[period.covenant.slug, story.pk])
    client = sign_in(member)
    assert client.post(address, told(version=1)).status_code == 409
    assert client.post(address, told(version=2)).status_code == 302
    assert Story.objects.get().title == "Van de stoep naar de keuken"


def test_a_story_of_a_report_that_was_sent_stays_unless_somebody_takes_it_away(sign_in, member, period):
    story = make_story(make_report(period, submitted_at=timezone.now()))
    client = sign_in(member)
    assert (
        "This report was sent."
        in client.post(reverse("story_edit", args=[period.covenant.slug, story.pk]), told(version=1)).text
    )
    assert "This report was sent." in tell(client, period).text
    client.post(reverse("story_remove", args=[period.covenant.slug, story.pk]))
    assert not Story.objects.exists()


def test_a_story_that_is_taken_away_leaves_no_words_behind(sign_in, member, period):
    """Whoever it is about does not agree any more: history does not keep it either."""
    client = sign_in(member)
    tell(client, period)
    story = Story.objects.get()
    StoryChoice(story=story, panel=Panel.WORKERS, why="Omdat ze kookt.", by=member).save_by(member)
    client.post(reverse("story_remove", args=[period.covenant.slug, story.pk]))
    assert not Story.history.exists()
    assert not StoryChoice.history.exists()


def test_nobody_touches_the_story_of_the_other_side(sign_in, staff, stranger, policymaker, period):
    draft = make_story(make_report(period))
    sent = make_story(make_report(period, Side.CITY, submitted_at=timezone.now()))
    for user, story, status in ((staff, draft, 404), (stranger, sent, 404), (policymaker, sent, 403)):
        for name in ("story_edit", "story_remove"):
            answer = sign_in(user).post(reverse(name, args=[period.covenant.slug, story.pk]), told(version=1))
            assert answer.status_code == status
    assert Story.objects.count() == 2
