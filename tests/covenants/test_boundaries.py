"""Nobody reaches the parts of one covenant through the address of another, nor more than a form asks."""

import pytest
from django.urls import reverse
from django.utils import timezone

from covenants.actions.report_files import attach
from covenants.enums import CovenantState, PeriodStep, Side
from covenants.following_up.files import ReadFile
from covenants.following_up.transitions import agrees
from covenants.models import Article, Commitment, Covenant, Remark, Report, ReportingPeriod
from jos.shared.time import today
from tests import builders
from tests import covenant_builders as make
from tests.covenants.talks import talked

pytestmark = pytest.mark.django_db


@pytest.fixture
def own(organisation):
    return make.make_covenant(organisation, title="eigen", turn=Side.PARTNER)


def parts_of(party, by) -> dict[str, int]:
    """A key of everything that hangs on the covenants of this partner, drafted or signed."""
    draft, period = make.make_covenant(party, turn=Side.PARTNER), talked(party)
    report = period.reports.get(side=Side.PARTNER)
    Report.objects.filter(pk=report.pk).update(submitted_at=None)
    file = attach(
        period=period, side=Side.PARTNER, file=ReadFile("a.pdf", "application/pdf", b"%PDF-"), token=None, by=by
    )
    Report.objects.filter(pk=report.pk).update(submitted_at=timezone.now())
    return {
        "article": Article.objects.create(covenant=draft, heading="H", text="T").pk,
        "commitment": make.make_commitment(draft).pk,
        "indicator": make.make_number(draft).pk,
        "remark": Remark.objects.create(covenant=draft, part="hours", side=Side.PARTNER, by=by, text="?").pk,
        "document": make.make_document(draft).pk,
        "period": period.pk,
        "attachment": file.pk,
        "story": make.make_story(report).pk,
        "agreement": make.make_commitment(period.covenant, agreed_in=period).pk,
    }


ADDRESSES = (
    ("article_edit", "article"), ("article_remove", "article"),
    ("commitment_edit", "commitment"), ("commitment_remove", "commitment"), ("commitment_state", "commitment"),
    ("indicator_edit", "indicator"), ("indicator_remove", "indicator"),
    ("remark_settle", "remark"), ("covenant_document", "document"),
    ("covenant_period", "period"), ("report", "period"), ("report_submit", "period"), ("report_correct", "period"),
    ("report_sheet_in", "period"), ("attachment_new", "period"), ("story_new", "period"), ("city_rating", "period"),
    ("agreement_new", "period"), ("attachment", "attachment"), ("attachment_remove", "attachment"),
    ("story_edit", "story"), ("story_remove", "story"),
)  # fmt: skip


def test_the_address_of_ones_own_covenant_opens_no_part_of_anothers(sign_in, coordinator, stranger, own):
    """Also where both are one's own: a part belongs to one covenant."""
    client = sign_in(coordinator)
    for party in (stranger.memberships.get().organisation, own.organisation):
        keys = parts_of(party, stranger)
        for name, part in ADDRESSES:
            address = reverse(name, args=[own.slug, keys[part]])
            assert {client.get(address).status_code, client.post(address).status_code} <= {404, 405}, name
        period = talked(own.organisation)
        for name in ("agreement_edit", "agreement_remove"):
            address = reverse(name, args=[period.covenant.slug, period.pk, keys["agreement"]])
            assert {client.get(address).status_code, client.post(address).status_code} == {404}, name


def test_nothing_is_stored_that_a_form_does_not_ask(sign_in, coordinator, own, stranger):
    other = make.make_covenant(stranger.memberships.get().organisation)
    forged = {
        "state": CovenantState.SIGNED, "turn": Side.CITY, "side": Side.PARTNER, "signed_on": "2026-01-01",
        "accepted_by_city": "on", "accepted_by_partner": "on", "covenant": other.pk, "amends": other.pk,
        "organisation": other.organisation.slug, "partnership": "", "version": own.version, "slug": "gekaapt",
    }  # fmt: skip
    days = {"valid_from": "2026-01-01", "valid_until": "2026-12-31", "title": "Nieuw", "functions": ["BRIDGE"]}
    client = sign_in(coordinator)
    assert client.post(reverse("covenant_edit", args=[own.slug]), forged | days).status_code == 302
    stored = Covenant.objects.get(pk=own.pk)
    assert (stored.title, stored.organisation, stored.slug) == ("Nieuw", own.organisation, own.slug)
    assert (stored.state, stored.turn, stored.signed_on, stored.amends) == ("DRAFTING", Side.PARTNER, None, None)
    assert not any(stored.is_accepted_by(side) for side in Side)

    said = {
        "what": "Een avond",
        "due_on": "2026-05-05",
        "agreed_in": 1,
        "dropped_on": "2026-01-01",
        "kept_on": "2026-01-01",
    }
    assert client.post(reverse("commitment_new", args=[own.slug]), forged | said).status_code == 302
    promise = Commitment.objects.get(what="Een avond")
    assert (promise.covenant, promise.state, promise.kept_on, promise.dropped_on) == (own, "OPEN", None, None)


def test_a_talk_is_not_settled_by_a_forged_field(sign_in, member, organisation):
    period = talked(organisation)
    address = reverse("period_step", args=[period.covenant.slug, period.pk, PeriodStep.WRITE_DOWN])
    typed = {"talked_on": today(), "present": "Cem", "settled": "Anders.", "version": period.version}
    forged = {"agreed_by_city": "on", "agreed_by_partner": "on", "settled_on": today(), "ends_on": "2000-01-01"}
    assert sign_in(member).post(address, typed | forged).status_code == 302
    stored = ReportingPeriod.objects.get(pk=period.pk)
    assert (stored.settled, stored.settled_on, stored.ends_on) == ("Anders.", None, period.ends_on)
    assert not any(agrees(stored, side) for side in Side)


def test_a_draft_of_the_other_side_is_told_nowhere(sign_in, coordinator, staff, policymaker, organisation):
    """Not on the page of the period, nor in results, stories, the list of promises, or the story of the covenant."""
    covenant = make.make_covenant(organisation, state=CovenantState.SIGNED)
    period = make.make_period(covenant)
    number = make.make_number(covenant, unit="koppen")
    secrets = {Side.PARTNER: "geheimvandekring", Side.CITY: "geheimvandestad"}
    for side, secret in secrets.items():
        report = make.make_report(period, side, how_it_went=secret)
        make.make_measurement(report, number, 7654321, note=secret)
        make.make_story(report, title=secret)
        scale = make.make_scale(covenant)
        make.make_reflection(report, scale, 2, narrative=secret)
    addresses = [
        covenant.get_absolute_url(), period.get_absolute_url(),
        reverse("covenant_results", args=[covenant.slug]), reverse("covenant_story", args=[covenant.slug]),
        reverse("stories"), reverse("commitments"), reverse("home"),
    ]  # fmt: skip
    for user, hidden in (
        (coordinator, [Side.CITY]), (staff, [Side.PARTNER]), (policymaker, [Side.CITY, Side.PARTNER]),
    ):  # fmt: skip
        client = sign_in(user)
        for address in addresses:
            text = client.get(address, follow=True).text
            assert not [side for side in hidden if secrets[side] in text], address
            if Side.PARTNER in hidden:
                assert "7654321" not in text.replace(",", "").replace(".", ""), address


def test_who_works_for_the_city_writes_for_the_city_alone(sign_in, staff, organisation):
    """Also as a coordinator of the partner: nobody is both sides of a table."""
    organisation.memberships.create(user=staff, role="COORDINATOR")
    period = talked(organisation)
    make.make_scale(period.covenant)
    client = sign_in(staff)
    agree = reverse("period_step", args=[period.covenant.slug, period.pk, PeriodStep.AGREE])
    for _time in range(2):
        client.post(agree, {"version": ReportingPeriod.objects.get(pk=period.pk).version})
    stored = ReportingPeriod.objects.get(pk=period.pk)
    assert (stored.agreed_by_city, stored.agreed_by_partner, stored.settled_on) == (True, False, None)
    assert client.get(reverse("city_rating", args=[period.covenant.slug, period.pk])).status_code == 403


def test_who_left_reaches_nothing_any_more(sign_in, coordinator, own):
    client = sign_in(coordinator)
    assert client.get(own.get_absolute_url()).status_code == 200
    coordinator.memberships.all().delete()
    assert client.get(own.get_absolute_url()).status_code == 404
    assert client.get(reverse("covenants")).status_code == 403


def test_of_a_partnership_who_does_not_lead_only_reads(sign_in, member, organisation, stranger):
    lead = stranger.memberships.get().organisation
    covenant = make.make_covenant(builders.make_partnership(lead, organisation), turn=Side.PARTNER)
    client = sign_in(member)
    assert client.get(covenant.get_absolute_url()).status_code == 200
    for name in ("covenant_edit", "covenant_hours", "article_new", "covenant_sign", "covenant_amend"):
        assert client.post(reverse(name, args=[covenant.slug])).status_code == 403, name
    assert client.post(reverse("remark_new", args=[covenant.slug, "hours"]), {"text": "?"}).status_code == 403


def test_papers_are_kept_by_no_browser(sign_in, coordinator, own):
    document = make.make_document(own)
    client = sign_in(coordinator)
    for address in (document.get_absolute_url(), reverse("covenant_draft_pdf", args=[own.slug])):
        headers = client.get(address).headers
        assert headers["Content-Type"] == "application/pdf"
        assert "no-store" in headers["Cache-Control"]
        assert headers["X-Content-Type-Options"] == "nosniff"
