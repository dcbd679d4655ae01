"""What organisations say of a proposed decision, while they are asked."""

import datetime
import uuid

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.urls import reverse

from neighbourhoods.enums import Stance
from neighbourhoods.models import DecisionComment
from organisations.actions.comments import comment_on
from tests.builders import make_neighbourhood, make_organisation, make_priority

pytestmark = pytest.mark.django_db

LAST_DAY = datetime.date(2026, 6, 20)


@pytest.fixture(autouse=True)
def _before_the_last_day():
    with time_machine.travel(datetime.datetime(2026, 6, 15, 12, tzinfo=datetime.UTC), tick=False):
        yield


@pytest.fixture
def proposal(organisation):
    return make_priority(make_neighbourhood("Rabot"), stage="CONSULTATION", comments_until=LAST_DAY, decided_by="")


@pytest.fixture
def url(proposal):
    return reverse("priority_comment", args=[proposal.pk])


def typed(organisation, **fields) -> dict:
    return {"organisation": organisation.slug, "stance": "DISAGREE", "text": "Eerst de Muide."} | fields


def on_a_later_day():
    return time_machine.travel(datetime.datetime(2026, 6, 21, 12, tzinfo=datetime.UTC), tick=False)


def test_a_member_says_what_the_organisation_thinks(sign_in, member, organisation, proposal, url):
    page = sign_in(member).post(url, typed(organisation), follow=True)
    comment = DecisionComment.objects.get()
    assert (comment.on_behalf_of, comment.by, comment.stance) == ("De Kring vzw", member, Stance.DISAGREE)
    assert comment.history.get().history_user == member
    assert "Eerst de Muide." in page.text
    assert "Mira" in page.text


def test_only_on_behalf_of_an_organisation_of_ones_own(sign_in, member, organisation, url):
    other = make_organisation("De Overkant")
    response = sign_in(member).post(url, typed(other))
    assert list(response.context["form"].errors) == ["organisation"]
    assert not DecisionComment.objects.exists()


def test_not_on_behalf_of_one_that_ended(sign_in, member, organisation, url):
    organisation.valid_until = datetime.date(2026, 6, 14)
    organisation.save()
    client = sign_in(member)
    assert client.post(url, typed(organisation)).status_code == 403
    other = make_organisation("De Overkant", members=(member,))
    assert list(client.post(url, typed(organisation)).context["form"].errors) == ["organisation"]
    assert client.post(url, typed(other)).status_code == 302


def test_who_left_leaves_what_was_said_to_the_organisation(sign_in, member, organisation, proposal, url):
    client = sign_in(member)
    client.post(url, typed(organisation))
    member.memberships.all().delete()
    comment = DecisionComment.objects.get()
    assert client.post(reverse("comment_remove", args=[proposal.pk, comment.pk])).status_code == 403
    assert DecisionComment.objects.exists()


def test_who_belongs_to_several_says_for_which(sign_in, member, organisation, proposal, url):
    other = make_organisation("Zuiderhuis", members=(member,))
    client = sign_in(member)
    assert "On behalf of" in client.get(url).text
    client.post(url, typed(other))
    assert DecisionComment.objects.get().on_behalf_of == "Zuiderhuis"


@pytest.mark.parametrize(("field", "value"), [("text", " "), ("stance", ""), ("stance", "LOUD")])
def test_an_empty_comment_is_refused_and_what_was_typed_stays(sign_in, member, organisation, url, field, value):
    response = sign_in(member).post(url, typed(organisation, **{field: value}))
    assert list(response.context["form"].errors) == [field]
    assert field == "text" or "Eerst de Muide." in response.text
    assert not DecisionComment.objects.exists()


def test_what_is_not_asked_is_not_stored(sign_in, member, coordinator, organisation, proposal, url):
    forged = {"on_behalf_of": "De burgemeester", "by": str(coordinator.pk), "decision": "999"}
    sign_in(member).post(url, typed(organisation) | forged)
    comment = DecisionComment.objects.get()
    assert (comment.on_behalf_of, comment.by, comment.decision) == ("De Kring vzw", member, proposal)


def test_after_the_last_day_it_says_what_to_do_and_keeps_what_was_typed(sign_in, member, organisation, url):
    client = sign_in(member)
    with on_a_later_day():
        response = client.post(url, typed(organisation))
        assert "You could comment until 20 June 2026. Talk to the youth service" in response.text
        assert "Eerst de Muide." in response.text
        assert "You could comment until" in client.get(url, follow=True).text
    assert not DecisionComment.objects.exists()


@pytest.mark.parametrize("stage", ["PROPOSAL", "DECIDED", "WITHDRAWN"])
def test_nobody_comments_on_what_is_not_asked(member, organisation, proposal, stage):
    proposal.stage, proposal.decided_by = stage, "College"
    proposal.save()
    with pytest.raises(ValidationError, match="not asked about this now"):
        comment_on(comment=DecisionComment(decision=proposal, text="Toch."), organisation=organisation, by=member)


def test_an_organisation_speaks_once(sign_in, member, coordinator, organisation, url):
    sign_in(member).post(url, typed(organisation))
    response = sign_in(coordinator).post(url, typed(organisation, text="Wij vinden het goed."))
    assert "Mira said on 15 June 2026 what De Kring vzw thinks." in response.text
    assert "take that back first" in response.text
    assert "Wij vinden het goed." in response.text
    assert DecisionComment.objects.count() == 1


def test_the_same_form_sent_twice_is_one_comment(sign_in, member, organisation, url):
    client, data = sign_in(member), typed(organisation, token=str(uuid.uuid4()))
    assert [client.post(url, data).status_code for _time in range(2)] == [302, 302]
    assert DecisionComment.objects.count() == 1


def test_who_said_it_takes_it_back_and_says_something_else(sign_in, member, coordinator, organisation, proposal, url):
    client = sign_in(member)
    client.post(url, typed(organisation))
    back = reverse("comment_remove", args=[proposal.pk, DecisionComment.objects.get().pk])
    assert back in client.get(proposal.get_absolute_url()).text
    assert sign_in(coordinator).post(back).status_code == 404
    page = sign_in(member).post(back, follow=True)
    assert "Eerst de Muide." not in page.text
    told = client.get(reverse("priority_story", args=[proposal.pk])).text
    assert "comment “De Kring vzw” added" in told
    assert "comment “De Kring vzw” removed" in told
    client.post(url, typed(organisation, stance="AGREE"))
    assert DecisionComment.objects.get().stance == Stance.AGREE


def test_what_was_said_stays_after_the_last_day(sign_in, member, organisation, proposal, url):
    client = sign_in(member)
    client.post(url, typed(organisation))
    with on_a_later_day():
        client.post(reverse("comment_remove", args=[proposal.pk, DecisionComment.objects.get().pk]))
    assert DecisionComment.objects.count() == 1


@pytest.mark.parametrize(("who", "sees"), [("policymaker", True), ("staff", True), ("stranger", False)])
def test_all_who_sign_in_read_comments_and_the_city_their_sum(
    sign_in, member, organisation, proposal, url, who, sees, request
):
    sign_in(member).post(url, typed(organisation))
    page = sign_in(request.getfixturevalue(who)).get(proposal.get_absolute_url()).text
    assert "Eerst de Muide." in page
    assert ("We do not agree: <strong>1</strong>" in page) is sees
    assert ("Say what you think" in page) is (who == "stranger")


def test_what_is_typed_is_kept_until_it_is_sent(sign_in, member, organisation, url):
    client = sign_in(member)
    client.post(url, typed(organisation, stance=""))
    assert "Eerst de Muide." in client.get(url).text
