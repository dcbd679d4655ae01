"""Offering, signing and taking back: what is signed is what was read, and nobody signs for both."""

from hashlib import sha256

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from covenants.actions.amending import open_amendment
from covenants.actions.drafting import change_covenant
from covenants.actions.signing import offer, sign, take_back
from covenants.document.content import content_of
from covenants.document.pdf import pdf_of
from covenants.enums import CovenantState, CovenantStep, Side
from covenants.models import Article, Covenant, Document, Signature
from jos.accounts.enums import Role
from jos.shared.drafts import Page, keep
from jos.shared.models import Draft
from jos.shared.saving import ChangedMeanwhile
from jos.shared.time import today
from organisations.enums import MemberRole
from tests import builders
from tests import covenant_builders as make


@pytest.fixture
def covenant(organisation):
    return make.make_whole(make.make_covenant(organisation, title="Samen jong"))


@pytest.fixture
def document(covenant, staff):
    return offer(covenant=covenant, version=covenant.version, by=staff)


@pytest.fixture
def sign_for(covenant, staff, coordinator):
    """Somebody of each side, with the hash they read."""
    people = {Side.CITY: staff, Side.PARTNER: coordinator}

    def sign_for(side, sha256, by=None):
        typed = {"name": "Sam De Smet", "job": "coördinator", "sha256": sha256}
        return sign(covenant=covenant, side=side, by=by or people[side], **typed)

    return sign_for


def stored(covenant) -> Covenant:
    return Covenant.objects.get(pk=covenant.pk)


def test_what_is_offered_is_frozen_with_its_hash(covenant, document):
    document = Document.objects.get(pk=document.pk)
    assert stored(covenant).state == CovenantState.OFFERED
    assert sha256(document.pdf).hexdigest() == document.sha256
    assert pdf_of(document.content) == bytes(document.pdf)
    assert document.content["day"] == today().isoformat()


def test_a_text_that_is_not_whole_is_not_offered(covenant, staff):
    covenant.indicators.filter(kind="QUALITATIVE").delete()
    with pytest.raises(ValidationError):
        offer(covenant=covenant, version=covenant.version, by=staff)
    assert stored(covenant).state == CovenantState.DRAFTING
    assert not Document.objects.exists()


def test_a_text_the_document_cannot_show_is_not_offered(covenant, staff):
    Article.objects.create(covenant=covenant, heading="Feest 🎉", text="Hoera")
    with pytest.raises(ValidationError, match="🎉"):
        offer(covenant=covenant, version=covenant.version, by=staff)
    assert (stored(covenant).state, stored(covenant).version) == (CovenantState.DRAFTING, 1)


def test_a_text_that_changed_before_it_was_offered_is_not_offered(covenant, staff):
    with pytest.raises(ChangedMeanwhile):
        offer(covenant=covenant, version=covenant.version - 1, by=staff)
    assert not Document.objects.exists()


def test_the_partner_does_not_offer(covenant, coordinator):
    with pytest.raises(PermissionDenied):
        offer(covenant=covenant, version=covenant.version, by=coordinator)


@pytest.mark.parametrize("sides", [(Side.CITY, Side.PARTNER), (Side.PARTNER, Side.CITY)])
def test_it_holds_once_both_signed(covenant, document, sign_for, sides):
    first, last = sides
    sign_for(first, document.sha256)
    assert stored(covenant).state == CovenantState.OFFERED
    assert not covenant.periods.exists()

    sign_for(last, document.sha256)
    assert (stored(covenant).state, stored(covenant).signed_on) == (CovenantState.SIGNED, today())
    assert [move.step for move in covenant.moves.all()] == [CovenantStep.OFFER, CovenantStep.SIGN, CovenantStep.SIGN]
    assert covenant.moves.last().target == CovenantState.SIGNED


def test_once_signed_there_are_periods_to_report_on(covenant, document, sign_for):
    sign_for(Side.CITY, document.sha256)
    sign_for(Side.PARTNER, document.sha256)
    assert covenant.periods.first().starts_on == covenant.valid_from
    assert covenant.periods.last().ends_on == covenant.valid_until


def test_what_was_typed_in_a_part_of_it_is_let_go_once_both_signed(covenant, document, sign_for, coordinator):
    typed_in = lambda slug: keep(Page(coordinator.pk, f"/covenants/{slug}/hours/"), {"cell_BRIDGE_": ["4"]})  # noqa: E731
    own, other = typed_in(covenant.slug), typed_in(f"{covenant.slug}-2")
    sign_for(Side.CITY, document.sha256)
    assert Draft.objects.filter(pk=own.pk).exists()
    sign_for(Side.PARTNER, document.sha256)
    assert list(Draft.objects.all()) == [other]


def test_a_signature_on_another_text_than_was_read_is_refused(document, sign_for):
    with pytest.raises(ValidationError, match="not the one you read"):
        sign_for(Side.PARTNER, "0" * 64)
    assert not Signature.objects.exists()


def test_a_signature_on_a_text_that_changed_since_it_was_read_is_refused(covenant, document, sign_for, staff):
    """Taken back, changed by one word, accepted and offered again: the old hash signs nothing."""
    read = document.sha256
    taken_back = take_back(covenant=stored(covenant), version=stored(covenant).version, why="Een fout", by=staff)
    taken_back.title = "Samen jong, maar anders"
    change_covenant(covenant=taken_back, neighbourhoods=[], circles=[], version=taken_back.version, by=staff)
    Covenant.objects.filter(pk=covenant.pk).update(accepted_by_city=True, accepted_by_partner=True)
    again = offer(covenant=stored(covenant), version=stored(covenant).version, by=staff)

    assert again.sha256 != read
    with pytest.raises(ValidationError, match="not the one you read"):
        sign_for(Side.PARTNER, read)
    assert not Signature.objects.exists()
    assert sign_for(Side.PARTNER, again.sha256).document == again


def test_a_text_that_was_taken_back_is_not_signed(covenant, document, sign_for, coordinator):
    sign_for(Side.CITY, document.sha256)
    take_back(covenant=stored(covenant), version=stored(covenant).version, why="Nog een vraag", by=coordinator)
    with pytest.raises(ValidationError, match="not the one you read"):
        sign_for(Side.PARTNER, document.sha256)
    assert document.signatures.count() == 1


def test_what_was_taken_back_is_kept_and_in_the_hands_of_who_asked(covenant, document, coordinator):
    take_back(covenant=stored(covenant), version=stored(covenant).version, why="Nog een vraag", by=coordinator)
    now = stored(covenant)
    assert (now.state, now.turn) == (CovenantState.DRAFTING, Side.PARTNER)
    assert not any(now.is_accepted_by(side) for side in Side)
    assert Document.objects.get().taken_back_at
    assert not covenant.documents.standing().exists()
    assert covenant.moves.last().why == "Nog een vraag"


def test_taking_back_needs_a_reason(covenant, document, coordinator):
    with pytest.raises(ValidationError):
        take_back(covenant=stored(covenant), version=stored(covenant).version, why=" ", by=coordinator)
    assert stored(covenant).state == CovenantState.OFFERED


def test_the_same_text_offered_again_is_a_document_of_its_own(covenant, document, staff):
    take_back(covenant=stored(covenant), version=stored(covenant).version, why="Toch niet", by=staff)
    Covenant.objects.filter(pk=covenant.pk).update(accepted_by_city=True, accepted_by_partner=True)
    again = offer(covenant=stored(covenant), version=stored(covenant).version, by=staff)
    assert again.sha256 != document.sha256


def test_whoever_signed_what_was_taken_back_signs_the_next_one_too(covenant, document, sign_for, staff):
    sign_for(Side.CITY, document.sha256)
    take_back(covenant=stored(covenant), version=stored(covenant).version, why="Toch niet", by=staff)
    Covenant.objects.filter(pk=covenant.pk).update(accepted_by_city=True, accepted_by_partner=True)
    again = offer(covenant=stored(covenant), version=stored(covenant).version, by=staff)
    assert sign_for(Side.CITY, again.sha256).document == again


def test_nobody_signs_for_the_other_side(covenant, document, sign_for, coordinator, staff):
    with pytest.raises(PermissionDenied):
        sign_for(Side.CITY, document.sha256, by=coordinator)
    with pytest.raises(PermissionDenied):
        sign_for(Side.PARTNER, document.sha256, by=staff)
    assert not Signature.objects.exists()


def test_nobody_signs_for_both_sides(document, sign_for, staff, organisation):
    """Not even who changed sides in between."""
    sign_for(Side.CITY, document.sha256)
    staff.role = ""
    staff.save()
    organisation.memberships.create(user=staff, role=MemberRole.COORDINATOR)
    changed = type(staff).objects.get(pk=staff.pk)
    with pytest.raises(ValidationError, match="the other side"):
        sign_for(Side.PARTNER, document.sha256, by=changed)


@pytest.mark.parametrize("who", ["member", "stranger", "policymaker"])
def test_only_who_decides_signs(request, document, sign_for, who):
    with pytest.raises(PermissionDenied):
        sign_for(Side.PARTNER, document.sha256, by=request.getfixturevalue(who))


def test_a_side_signs_once(document, sign_for, db):
    sign_for(Side.CITY, document.sha256)
    with pytest.raises(ValidationError, match="already"):
        sign_for(Side.CITY, document.sha256, by=builders.make_user("Suzan", role=Role.STAFF))
    assert document.signatures.count() == 1


def test_a_second_signature_on_another_text_is_refused(document, sign_for):
    sign_for(Side.CITY, document.sha256)
    with pytest.raises(ValidationError, match="not the one you read"):
        sign_for(Side.CITY, "0" * 64)


def test_a_signature_that_is_sent_twice_is_one(covenant, document, sign_for):
    assert sign_for(Side.CITY, document.sha256) == sign_for(Side.CITY, document.sha256)
    assert covenant.moves.filter(step=CovenantStep.SIGN).count() == 1


def test_both_sides_may_sign_at_the_same_moment(covenant, document, sign_for):
    """The hash guards what is signed, not the version: the first signature does not stop the other."""
    before = stored(covenant)
    sign_for(Side.CITY, document.sha256)
    typed = {"name": "Cem", "job": "voorzitter", "sha256": document.sha256}
    sign(covenant=before, side=Side.PARTNER, by=before.organisation.memberships.coordinators().get().user, **typed)
    assert stored(covenant).state == CovenantState.SIGNED


def test_a_signed_amendment_is_merged(covenant, document, sign_for, staff, coordinator):
    sign_for(Side.CITY, document.sha256)
    sign_for(Side.PARTNER, document.sha256)
    amendment = open_amendment(covenant=stored(covenant), by=staff)
    Article.objects.create(covenant=amendment, heading="Nieuw", text="Dit komt erbij.")
    Covenant.objects.filter(pk=amendment.pk).update(accepted_by_city=True, accepted_by_partner=True)
    amendment = stored(amendment)
    read = offer(covenant=amendment, version=amendment.version, by=staff).sha256
    for side, by in ((Side.CITY, staff), (Side.PARTNER, coordinator)):
        sign(covenant=amendment, side=side, name="Sam", job="voorzitter", sha256=read, by=by)

    assert stored(amendment).state == CovenantState.MERGED
    assert [each.heading for each in stored(covenant).articles.all()] == ["Nieuw"]


def test_offering_keeps_what_the_text_said_then(covenant, document):
    """A name that changes later changes nothing of what was signed."""
    covenant.organisation.name = "Een andere naam"
    covenant.organisation.save()
    kept = Document.objects.get(pk=document.pk)
    assert pdf_of(kept.content) == bytes(kept.pdf)
    assert content_of(stored(covenant))["cover"] != kept.content["cover"]
