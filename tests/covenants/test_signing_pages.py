"""The page on which one signs, and the documents of a covenant: for whom, with what, and what happens when it moved."""

import re
from http import HTTPStatus

import pytest

from covenants.actions.signing import offer, sign, take_back
from covenants.enums import CovenantState, Side
from covenants.models import Article, Covenant, Signature
from tests import builders
from tests import covenant_builders as make


@pytest.fixture
def covenant(organisation):
    return make.make_whole(make.make_covenant(organisation, title="Samen jong", slug="samen-jong"))


@pytest.fixture
def document(covenant, staff):
    return offer(covenant=covenant, version=covenant.version, by=staff)


def typed(document, **fields):
    words = {"name": "Cem Yilmaz", "job": "voorzitter", "sha256": document.sha256, "has_read": "on"}
    return {name: value for name, value in (words | fields).items() if value}


SIGN = "/covenants/samen-jong/sign/"
PAGE = "/covenants/samen-jong/"


def hash_in(page: str) -> str:
    return re.search(r'name="sha256" value="(\w+)"', page)[1]


def back_to_draft_and_offered_again(covenant, by):
    stored = Covenant.objects.get(pk=covenant.pk)
    take_back(covenant=stored, version=stored.version, why="Een woord vergeten", by=by)
    Article.objects.create(covenant=covenant, heading="Toegevoegd", text="Dit stond er eerst niet.")
    Covenant.objects.filter(pk=covenant.pk).update(accepted_by_city=True, accepted_by_partner=True)
    stored = Covenant.objects.get(pk=covenant.pk)
    return offer(covenant=stored, version=stored.version, by=by)


def test_the_text_stands_above_the_signature_with_its_hash(document, sign_in, coordinator):
    page = sign_in(coordinator).get(SIGN).content.decode()
    assert "Sign for De Kring vzw" in page
    assert "Elke week een open avond" in page
    assert "Wie komt, beslist mee." in page
    assert f'<code class="document-hash">{document.sha256}</code>' in page
    assert hash_in(page) == document.sha256
    assert 'lang="nl"' in page


def test_each_side_signs(covenant, document, sign_in, coordinator, staff):
    assert sign_in(coordinator).post(SIGN, typed(document)).status_code == HTTPStatus.FOUND
    page = sign_in(staff).get(SIGN).content.decode()
    assert "Signed for the partner by Cem Yilmaz, voorzitter" in page
    sign_in(staff).post(SIGN, typed(document, name="Stef", job="schepen"))
    assert Covenant.objects.get(pk=covenant.pk).state == CovenantState.SIGNED


def test_it_is_not_signed_unread(document, sign_in, coordinator):
    page = sign_in(coordinator).post(SIGN, typed(document, has_read="")).content.decode()
    assert "Read the text first, and tick that you did." in page
    assert 'value="voorzitter"' in page
    assert not Signature.objects.exists()


@pytest.mark.parametrize("ticked", ["on", ""])
def test_a_text_that_changed_since_it_was_read_is_shown_again(covenant, document, sign_in, coordinator, staff, ticked):
    """Refused with what to do; nothing typed is lost, and nothing counts as read."""
    again = back_to_draft_and_offered_again(covenant, staff)
    response = sign_in(coordinator).post(SIGN, typed(document, has_read=ticked))
    page = response.content.decode()
    assert response.status_code == HTTPStatus.CONFLICT
    assert "The text is not the one you read any more" in page
    assert "Dit stond er eerst niet." in page
    assert 'value="Cem Yilmaz"' in page
    assert hash_in(page) == again.sha256
    assert "checked" not in page.split('name="has_read"')[1].split(">")[0]
    assert not Signature.objects.exists()


def test_a_text_that_went_back_to_the_draft_is_not_signed(covenant, document, sign_in, coordinator, staff):
    stored = Covenant.objects.get(pk=covenant.pk)
    take_back(covenant=stored, version=stored.version, why="Een woord vergeten", by=staff)
    response = sign_in(coordinator).post(SIGN, typed(document))
    assert response.status_code == HTTPStatus.CONFLICT
    assert "Nothing was signed" in response.content.decode()
    assert "Een woord vergeten" in response.content.decode()


def test_who_signed_is_sent_back_to_the_covenant(document, sign_in, coordinator):
    client = sign_in(coordinator)
    client.post(SIGN, typed(document))
    assert client.get(SIGN).headers["Location"] == PAGE
    assert client.post(SIGN, typed(document)).headers["Location"] == PAGE
    assert Signature.objects.count() == 1


def test_the_name_and_function_of_before_stand_there_already(document, sign_in, coordinator):
    assert 'value="Cem"' in sign_in(coordinator).get(SIGN).content.decode()
    other = make.make_whole(make.make_covenant(coordinator.memberships.get().organisation))
    staff = builders.make_user("Stien", role="STAFF")
    read = offer(covenant=other, version=other.version, by=staff).sha256
    sign(covenant=other, side=Side.PARTNER, name="Cem Y.", job="penningmeester", sha256=read, by=coordinator)
    assert 'value="penningmeester"' in sign_in(coordinator).get(SIGN).content.decode()


@pytest.mark.parametrize(
    "fields", [{"name": " \t"}, {"job": "x" * 101}, {"sha256": "a" * 65}, {"sha256": ""}, {"sha256": "é\u202e"}]
)
def test_bad_input_signs_nothing(document, sign_in, coordinator, fields):
    response = sign_in(coordinator).post(SIGN, typed(document, **fields))
    assert response.status_code in (HTTPStatus.OK, HTTPStatus.CONFLICT)
    assert 'role="alert"' in response.content.decode()
    assert not Signature.objects.exists()


def test_a_draft_has_nothing_to_sign(covenant, sign_in, coordinator):
    assert sign_in(coordinator).get(SIGN).headers["Location"] == PAGE


def test_the_document_opens_with_the_bytes_that_were_frozen(document, sign_in, member):
    response = sign_in(member).get(document.get_absolute_url())
    assert response.content == bytes(document.pdf)
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == f'inline; filename="samen-jong-{document.sha256[:8]}.pdf"'


def test_a_document_is_not_found_under_another_covenant(document, sign_in, staff):
    other = make.make_covenant()
    assert sign_in(staff).get(f"/covenants/{other.slug}/document/{document.pk}/").status_code == HTTPStatus.NOT_FOUND


def test_a_draft_opens_as_a_draft(covenant, sign_in, member):
    response = sign_in(member).get("/covenants/samen-jong/draft.pdf")
    assert response.content.startswith(b"%PDF-")


def test_once_offered_the_draft_leads_to_the_document(covenant, document, sign_in, member):
    response = sign_in(member).get("/covenants/samen-jong/draft.pdf")
    assert response.headers["Location"] == document.get_absolute_url()


def test_a_draft_with_a_sign_that_cannot_be_shown_says_so(covenant, sign_in, member):
    Article.objects.create(covenant=covenant, heading="Feest 🎉", text="Hoera")
    client = sign_in(member)
    assert client.get("/covenants/samen-jong/draft.pdf").headers["Location"] == PAGE
    assert "🎉" in str(next(iter(client.get(PAGE).context["messages"])))


@pytest.mark.parametrize("size", [3, 60])
def test_the_number_of_queries_does_not_grow(covenant, staff, sign_in, coordinator, django_assert_num_queries, size):
    for _ in range(size):
        make.make_commitment(covenant)
        make.make_number(covenant)
    offer(covenant=covenant, version=covenant.version, by=staff)
    client = sign_in(coordinator)
    with django_assert_num_queries(8):
        client.get(SIGN)
