"""Each write of a prioritising round: opened, spread over, decided, published."""

from collections.abc import Collection, Mapping

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jos.shared.saving import ChangedMeanwhile, claim_version, save_if_changed, save_new
from jos.shared.time import today
from organisations.models import Organisation
from signals.actions.dossiers import take_step
from signals.enums import DossierStep
from signals.models import Candidate, Dossier, Round, Spread
from signals.rounds.changes import fixed, last_day_problem
from signals.rounds.choosing import CAN_COME_FIRST, Decision, can_be_chosen
from signals.rounds.reading import left_by_merged, result, times_changed
from signals.rounds.result import Line, unexplained
from signals.rounds.spreading import Gift, too_many, too_many_in_words, why_not_now

NOT_ANY_MORE = gettext_lazy("This is not possible any more. Look at how the round stands now.")


@transaction.atomic
def create_round(*, prioritising: Round, dossiers: Collection[Dossier], by) -> Round:
    """A round with its dossiers. It opens by its own dates."""
    _check_last_day(prioritising)
    prioritising, is_new = save_new(prioritising, by=by, named=prioritising.title)
    if is_new:
        for dossier in dossiers:
            Candidate(round=prioritising, dossier=dossier).save_by(by)
    return prioritising


@transaction.atomic
def change_round(*, prioritising: Round, dossiers: Collection[Dossier] | None, version: int, by) -> Round:
    """Save what was typed over `version`; `dossiers`: None leaves them. What was promised does not move."""
    stored = _held(prioritising)
    claim_version(prioritising, version=version)
    promised = fixed(stored, today())
    moved = [name for name in promised - {"dossiers"} if getattr(stored, name) != getattr(prioritising, name)]
    if moved or (dossiers is not None and "dossiers" in promised):
        raise ValidationError(NOT_ANY_MORE)
    if "closes_on" not in promised:
        _check_last_day(prioritising)
    save_if_changed(prioritising, by=by)
    if dossiers is not None:
        _keep_candidates(prioritising, dossiers, by)
    return prioritising


@transaction.atomic
def spread_points(
    *, prioritising: Round, organisation: Organisation, gifts: Mapping[int, Gift], version: int, by
) -> None:
    """What an organisation gives, by key of the candidate, over `version` of what it gave before."""
    stored = _held(prioritising)
    if not_now := why_not_now(stored, today()):
        raise ValidationError(not_now)
    if version != times_changed(organisation, stored):
        raise ChangedMeanwhile
    if number := too_many(gifts.values(), stored.points):
        raise ValidationError(too_many_in_words(number, stored.points))
    for row in left_by_merged(organisation, stored):
        row.delete_by(by)
    given = {row.candidate_id: row for row in Spread.objects.filter(candidate__round=stored, organisation=organisation)}
    for candidate in stored.candidates.all():
        row = given.get(candidate.pk) or Spread(candidate=candidate, organisation=organisation)
        _give(row, gifts.get(candidate.pk, Gift()), by)


@transaction.atomic
def decide_round(*, prioritising: Round, decision: Decision, version: int, by) -> Round:
    """Write down which dossiers come first, and why where the points say otherwise. Each gets its term.

    ValidationError says what is in the way: beside the reason of a candidate (`why_12`), or of the whole.
    """
    stored = _held(prioritising)
    claim_version(prioritising, version=version)
    counted = result(stored, at=today())
    if counted is None or stored.decided_on:
        raise ValidationError(NOT_ANY_MORE)
    _check_decision(decision, counted.lines)
    for line in counted.lines:
        _choose(line.candidate, decision, by)
    prioritising.decided_on = today()
    prioritising.save_by(by)
    return prioritising


@transaction.atomic
def publish_round(*, prioritising: Round, version: int, by) -> Round:
    """Everybody reads the result, the turnout and the minority view."""
    return _publish(prioritising, version, by, is_published=True)


@transaction.atomic
def unpublish_round(*, prioritising: Round, version: int, by) -> Round:
    """To put something right: visitors do not find it any more."""
    return _publish(prioritising, version, by, is_published=False)


def _held(prioritising: Round) -> Round:
    """As it is stored, and nobody else touches it until the transaction ends."""
    return Round.objects.select_for_update().get(pk=prioritising.pk)


def _check_last_day(prioritising: Round) -> None:
    if problem := last_day_problem(prioritising.closes_on, today()):
        raise ValidationError({"closes_on": problem})


def _keep_candidates(prioritising: Round, dossiers: Collection[Dossier], by) -> None:
    """Before it opens nobody gave anything yet, so that none is lost."""
    kept = {candidate.dossier_id: candidate for candidate in prioritising.candidates.all()}
    wanted = {dossier.pk for dossier in dossiers}
    for dossier in dossiers:
        if dossier.pk not in kept:
            Candidate(round=prioritising, dossier=dossier).save_by(by)
    for key, candidate in kept.items():
        if key not in wanted:
            candidate.delete_by(by)


def _give(row: Spread, gift: Gift, by) -> None:
    if (row.points or 0, row.reason) == (gift.points, gift.reason):
        return
    row.points, row.reason, row.by = gift.points, gift.reason, by
    if gift:
        row.save_by(by)
    else:
        row.delete_by(by)


def _check_decision(decision: Decision, lines: Collection[Line]) -> None:
    chosen = [line.candidate for line in lines if line.candidate.pk in decision.chosen]
    if not chosen:
        raise ValidationError(_("Choose at least one dossier."))
    if not all(can_be_chosen(candidate.dossier) for candidate in chosen):
        raise ValidationError(NOT_ANY_MORE)
    if silent := unexplained(lines, decision.chosen, decision.explained):
        text = _("The points say otherwise. Say why people decide differently.")
        raise ValidationError({f"why_{line.candidate.pk}": text for line in silent})


def _choose(candidate: Candidate, decision: Decision, by) -> None:
    is_chosen, why = candidate.pk in decision.chosen, decision.whys.get(candidate.pk, "")
    if is_chosen:
        _prioritise(Dossier.objects.select_for_update().get(pk=candidate.dossier_id), candidate, by)
    if is_chosen or why:
        candidate.is_chosen, candidate.why = is_chosen, why
        candidate.save_by(by)


def _prioritise(dossier: Dossier, candidate: Candidate, by) -> None:
    """One that went further meanwhile keeps its place and its term."""
    if dossier.state not in CAN_COME_FIRST:
        return
    why = _("Chosen in the round “%(round)s”.") % {"round": candidate.round}
    take_step(dossier=dossier, step=DossierStep.PRIORITISE, version=dossier.version, by=by, why=why)


def _publish(prioritising: Round, version: int, by, *, is_published: bool) -> Round:
    stored = _held(prioritising)
    claim_version(prioritising, version=version)
    if not stored.decided_on or bool(stored.published_on) == is_published:
        raise ValidationError(NOT_ANY_MORE)
    prioritising.published_on = today() if is_published else None
    prioritising.save_by(by)
    return prioritising
