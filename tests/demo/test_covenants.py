from collections import Counter
from decimal import Decimal

import pytest
from django.utils import timezone

from covenants.amending.hours import less_in
from covenants.document.pdf import pdf_of
from covenants.drafting.completeness import WHOLE_TEXT
from covenants.drafting.transitions import TRANSITIONS
from covenants.enums import CovenantState, CovenantStep, Panel, PeriodState, Side
from covenants.following_up.schedule import periods_of_covenant
from covenants.following_up.states import is_late, state_of
from covenants.indicators.balance import missing_for_balance
from covenants.models import (
    CityRating,
    Commitment,
    Covenant,
    CovenantMove,
    Document,
    Indicator,
    Measurement,
    Reflection,
    Report,
    ReportingPeriod,
    Signature,
    StaffMirror,
    Story,
)
from covenants.permissions import can_decide, side_of
from jos.accounts.models import User
from jos.demo.accounts import DOMAIN
from jos.demo.covenants.patterns import PATTERNS
from jos.demo.names import FIRST_NAMES, LAST_NAMES
from jos.shared.time import months_later, today
from organisations.enums import OrganisationKind
from signals.watchful.personal import personal_details

pytestmark = pytest.mark.django_db
Step, State = CovenantStep, CovenantState


def user(mailbox: str) -> User:
    return User.objects.get(email=f"{mailbox}@{DOMAIN}")


def test_thirty_covenants_in_every_state_over_four_years(city):
    covenants = Covenant.objects.covenants()
    assert covenants.count() == len(PATTERNS) == 30
    assert set(Covenant.objects.values_list("state", flat=True)) == set(State)
    assert covenants.filter(valid_from__lte=months_later(today(), -36)).exists()
    assert covenants.in_force(today()).count() >= 14
    assert covenants.signed().filter(valid_until__lt=today()).exists()
    assert covenants.signed().filter(valid_from__gt=today()).exists()


def test_with_houses_self_organisations_and_partnerships_and_with_no_city_service(city):
    covenants = Covenant.objects.select_related("organisation")
    kinds = Counter(covenant.speaker.kind for covenant in covenants)
    assert not kinds[OrganisationKind.CITY_SERVICE]
    assert kinds[OrganisationKind.SELF_ORGANISATION] >= 5
    assert covenants.exclude(partnership=None).count() >= 3
    assert covenants.filter(is_light=True).count() >= 8


def test_every_step_stands_in_the_table_and_is_taken_by_who_may(city):
    steps = {(row.step, source): row for row in TRANSITIONS for source in row.sources or ("",)}
    for covenant in Covenant.objects.with_parties().prefetch_related("moves__by"):
        state, before = "", None
        for move in covenant.moves.all():
            row = steps[move.step, move.source]
            assert move.source == state, (covenant.title, move.step)
            assert before is None or before <= move.at <= timezone.now()
            if row.target:
                assert move.target == row.target
            is_proposed = move.step == Step.OPEN and covenant.amends_id  # by either side
            assert is_proposed or row.may(move.by, covenant), (covenant.title, move.step)
            assert side_of(move.by, covenant) == move.side
            assert move.why or move.step not in (Step.WITHDRAW, Step.TAKE_BACK)
            state, before = move.target, move.at
        assert state == covenant.state, covenant.title


def test_the_last_version_is_how_it_is(city):
    for covenant in Covenant.objects.prefetch_related("neighbourhoods", "circles"):
        last = covenant.history.latest()
        assert (last.version, last.state, last.turn) == (covenant.version, covenant.state, covenant.turn)
        assert last.neighbourhoods.count() == covenant.neighbourhoods.count()
        assert last.circles.count() == covenant.circles.count()
    for model in (Commitment, Indicator, ReportingPeriod):
        assert not model.history.filter(history_date__gt=timezone.now()).exists()


def test_what_was_offered_is_a_whole_text(city):
    """Nothing that stands in the way of an offer was overlooked: sums, hours, balance, schedule, reasons."""
    offered = Covenant.objects.filter(documents__isnull=False).distinct()
    assert offered.count() >= 24
    for covenant in offered.with_parties():
        lacking = [text for need in WHOLE_TEXT for _part, text in need(covenant)]
        assert not lacking, (covenant.title, lacking)
        assert covenant.commitments.values("side").distinct().count() == 2


def test_balance_stands_in_the_way_of_one(city):
    (held_up,) = [c for c in Covenant.objects.filter(state=State.DRAFTING, amends=None) if missing_for_balance(c)]
    assert held_up.accepted_by_city
    assert held_up.accepted_by_partner


def test_signed_ones_have_a_document_that_can_be_made_again_and_two_signatures(city):
    for covenant in Covenant.objects.filter(state__in=[State.SIGNED, State.MERGED]):
        document = covenant.documents.standing().get()
        assert {each.sha256 for each in document.signatures.all()} == {document.sha256}
        assert {each.side for each in document.signatures.all()} == set(Side)
        assert len({each.by_id for each in document.signatures.all()}) == 2
    taken_back = Document.objects.exclude(taken_back_at=None)
    assert taken_back.count() >= 2
    document = Document.objects.first()
    assert pdf_of(document.content) == bytes(document.pdf)
    assert Signature.objects.values("document").distinct().count() > 22


def test_amendments_are_merged_drafted_offered_and_withdrawn(city):
    amendments = Covenant.objects.exclude(amends=None)
    assert {each.state for each in amendments} == {State.MERGED, State.DRAFTING, State.OFFERED, State.WITHDRAWN}
    with_less = [each for each in amendments.select_related("amends") if less_in(each)]
    assert {each.state for each in with_less} == {State.DRAFTING}  # what is merged, says the same by now
    merged = amendments.filter(state=State.MERGED).exclude(city_reason_for_less="").get()
    assert merged.partner_reason_for_less
    steps = Counter(CovenantMove.objects.values_list("step", flat=True))
    assert steps[Step.AMEND] == amendments.count()
    assert steps[Step.MERGE] == amendments.filter(state=State.MERGED).count()


def test_what_was_merged_is_what_the_covenant_says(city):
    for amendment in Covenant.objects.filter(state=State.MERGED).select_related("amends"):
        covenant = amendment.amends
        assert (amendment.valid_until, amendment.total_budget) == (covenant.valid_until, covenant.total_budget)
        for rows in ("articles", "hours", "budget"):
            assert getattr(amendment, rows).count() == getattr(covenant, rows).count()


def test_a_chain_of_three_covenants(city):
    chain = Covenant.objects.get(title="Moeders aan Zet, en nu de vaders")
    assert chain.follows.follows.follows is None


def test_periods_are_those_of_the_text(city):
    for covenant in Covenant.objects.signed():
        days = [(period.starts_on, period.ends_on) for period in covenant.periods.all()]
        assert days == [tuple(each) for each in periods_of_covenant(covenant)], covenant.title


def test_periods_in_every_state_with_both_sides_late_somewhere(city):
    periods = list(ReportingPeriod.objects.prefetch_related("reports"))
    assert {state_of(period, today()) for period in periods} == set(PeriodState)
    for side in Side:
        assert sum(is_late(period, side, today()) for period in periods) >= 3


def test_what_was_settled_has_two_reports_and_a_text_of_both(city):
    for period in ReportingPeriod.objects.exclude(settled_on=None):
        assert period.reports.submitted().count() == 2
        assert period.ends_on < period.talk_asked_on < period.talked_on <= period.settled_on <= today()
    assert Commitment.objects.exclude(agreed_in=None).values("side").distinct().count() == 2


def test_each_side_measures_what_is_its_own_within_the_period(city):
    for measurement in Measurement.objects.select_related("report", "indicator")[::7]:
        assert measurement.indicator.measured_by == measurement.report.side
        assert measurement.report.period.covenant_id == measurement.indicator.covenant_id
        assert measurement.value is not None or measurement.note
    assert Measurement.objects.filter(value=None).exists()
    assert Measurement.objects.exclude(neighbourhood=None).exists()
    assert Measurement.objects.exclude(age_group="").exists()


def test_parts_that_add_up_make_the_whole(city):
    sums = Measurement.objects.filter(indicator__over_areas="SUM").order_by("pk")
    for whole in sums.filter(age_group="", neighbourhood=None, value__isnull=False)[::3]:
        of_it = sums.filter(report=whole.report, indicator=whole.indicator)
        for parts in (of_it.exclude(age_group=""), of_it.exclude(neighbourhood=None)):
            values = list(parts.values_list("value", flat=True))
            assert not values or sum(values, Decimal(0)) == whole.value


def test_both_sides_place_themselves_and_not_always_alike(city):
    places = {}
    for each in Reflection.objects.select_related("report"):
        assert each.place is None or 1 <= each.place <= len(each.indicator.statements)
        assert each.narrative
        places.setdefault((each.indicator_id, each.report.period_id), {})[each.report.side] = each.place
    both = [set(said.values()) for said in places.values() if len(said) == 2]
    assert 0.1 < sum(len(each) == 2 for each in both) / len(both) < 0.5


def test_promises_of_both_sides_are_kept_late_and_not_kept(city):
    for side in Side:
        promises = Commitment.objects.filter(side=side, covenant__state=State.SIGNED)
        assert promises.overdue(today()).exists()
        assert promises.filter(state="KEPT").count() > promises.filter(state="NOT_KEPT").count() > 0


def test_stories_are_told_once_with_consent_and_panels_choose_apart(city):
    stories = Story.objects.prefetch_related("choices")
    assert stories.count() >= 15
    assert len({story.title for story in stories}) == stories.count()
    chosen = [{choice.panel for choice in story.choices.all()} for story in stories]
    assert set().union(*chosen) == set(Panel)
    assert {len(each) for each in chosen} >= {0, 1, 2, 3}


def test_nothing_in_it_points_at_somebody(city):
    names = {name for name in (*FIRST_NAMES, *LAST_NAMES) if len(name) > 2}
    texts = [*Story.objects.values_list("text", flat=True), *Reflection.objects.values_list("narrative", flat=True)]
    texts += Report.objects.values_list("how_it_went", flat=True)
    for text in set(texts):
        assert not personal_details(text), text
        assert not names & set(text.replace(".", " ").replace(",", " ").split()), text


def test_enough_partners_rate_the_city_and_hold_up_a_mirror(city):
    partners = CityRating.objects.values("period__covenant__organisation", "period__covenant__partnership")
    assert partners.distinct().count() >= 12
    assert StaffMirror.objects.values("organisation").distinct().count() >= 5
    for mirror in StaffMirror.objects.all():
        assert all(0 <= count <= mirror.people for count in mirror.counts.values())


def test_who_signs_in_has_something_to_do(city):
    house, mothers, staff = user("huis"), user("zelforganisatie"), user("staf")
    own = Covenant.objects.signed().get(organisation__name="Jeugdhuis De Kaaihal")
    assert can_decide(house, own)
    states = {state_of(period, today()) for period in own.periods.all()}
    assert {PeriodState.DUE, PeriodState.OVERDUE} <= states
    assert own.amendments.get(state=State.DRAFTING).turn == Side.PARTNER
    drafted = Covenant.objects.get(state=State.DRAFTING, organisation__name="Moeders aan Zet")
    assert (drafted.turn, drafted.is_light, side_of(mothers, drafted)) == (Side.PARTNER, True, Side.PARTNER)
    turns = Covenant.objects.filter(state=State.DRAFTING, turn=Side.CITY)
    assert sum(side_of(staff, covenant) == Side.CITY for covenant in turns) >= 3
