"""The talk about a period: asked for, written down, and settled once both sides agree with the same words.

`covenants.following_up.transitions` says who may, and when. What both agree with is the text and the agreements in it:
whoever changes one of them, takes both agreements away.
"""

from typing import cast

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from covenants.enums import PeriodStep, Side
from covenants.following_up.transitions import transition
from covenants.models import Commitment, Covenant, ReportingPeriod
from covenants.permissions import side_of
from jos.shared.saving import claim_version, save_new, save_version, save_with
from jos.shared.steps import lacks
from jos.shared.time import today


@transaction.atomic
def ask_talk(*, period: ReportingPeriod, by) -> ReportingPeriod:
    """The two reports lie beside each other: one of both sides wants to talk about them."""
    held = _held(period, PeriodStep.ASK_TALK, by)
    _is_asked(held, by)
    save_with(held, by=by)
    return held


@transaction.atomic
def write_down(*, period: ReportingPeriod, version: int, by) -> ReportingPeriod:
    """Save the day, who was there and the text, as typed on `period`, over `version`."""
    held = _held(period, PeriodStep.WRITE_DOWN, by)
    claim_version(period, version=version)
    if lacking := lacks(transition(PeriodStep.WRITE_DOWN).needs, period):
        raise ValidationError(lacking)
    held.talked_on, held.present, held.settled = period.talked_on, period.present, period.settled
    held.version = period.version
    _nobody_agrees(held, by)
    held.save_by(by)
    return held


@transaction.atomic
def agree(*, period: ReportingPeriod, version: int, by) -> ReportingPeriod:
    """With the text and the agreements, as they were read in `version`. Once both sides do, the period is settled."""
    held = _held(period, PeriodStep.AGREE, by)
    claim_version(held, version=version)
    if side_of(by, held.covenant) == Side.CITY:
        held.agreed_by_city = True
    else:
        held.agreed_by_partner = True
    if held.agreed_by_city and held.agreed_by_partner:
        held.settled_on = today()
    held.save_by(by)
    return held


@transaction.atomic
def add_agreement(*, agreement: Commitment, by) -> Commitment:
    """A promise that the talk brought, of either side. It holds once the period is settled."""
    _change_talk_of(agreement, by)
    return save_new(agreement, by=by)[0]


@transaction.atomic
def change_agreement(*, agreement: Commitment, version: int, by) -> Commitment:
    """In other words, over the `version` that was read."""
    _change_talk_of(agreement, by)
    save_version(agreement, version=version, by=by)
    return agreement


@transaction.atomic
def take_out_agreement(*, agreement: Commitment, by) -> None:
    _change_talk_of(agreement, by)
    agreement.delete_by(by)


def _change_talk_of(agreement: Commitment, by) -> None:
    held = _held(cast(ReportingPeriod, agreement.agreed_in), PeriodStep.WRITE_DOWN, by)
    _nobody_agrees(held, by)
    save_with(held, by=by)


def _held(period: ReportingPeriod, step: PeriodStep, by) -> ReportingPeriod:
    """As it is stored, where this person may take the step. Nobody else touches it until the transaction ends."""
    held = ReportingPeriod.objects.select_for_update().get(pk=period.pk)
    held.covenant = Covenant.objects.with_parties().get(pk=held.covenant_id)
    row = transition(step)
    if not row.may(by, held.covenant):
        raise PermissionDenied
    if refusal := row.not_now(held, by):
        raise ValidationError(refusal)
    return held


def _is_asked(period: ReportingPeriod, by) -> None:
    period.talk_asked_on, period.talk_asked_by = today(), side_of(by, period.covenant) or ""


def _nobody_agrees(period: ReportingPeriod, by) -> None:
    """Both sides agreed with other words. Who writes down a talk that nobody asked for, asked for it."""
    period.agreed_by_city = period.agreed_by_partner = False
    if not period.talk_asked_on:
        _is_asked(period, by)
