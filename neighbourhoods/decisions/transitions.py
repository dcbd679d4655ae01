"""How a proposal becomes a decision, in one table (R5): which step leads where, who may take it, and what it needs.

What the calendar does is no step: a decision comes into force, is to be reviewed, is replaced or ends by its dates
alone (`PriorityDecision.state`). Steps are taken by `neighbourhoods.actions.decisions`, and by nothing else.
"""

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from jos.shared.steps import NOT_ANY_MORE, Lack
from jos.shared.time import in_words
from neighbourhoods.decisions.frozen import read
from neighbourhoods.enums import DecisionStage, DecisionStep, FiguresSay
from neighbourhoods.models import PriorityDecision
from neighbourhoods.permissions import can_publish_decisions as can_publish
from neighbourhoods.permissions import can_record_priority_decisions as can_record

Need = Callable[[PriorityDecision, datetime.date], Iterator[Lack]]
When = Callable[[PriorityDecision, datetime.date], str]  # why not now; nothing when it may


@dataclass(frozen=True)
class Transition:
    """One row of the table."""

    step: DecisionStep
    source: DecisionStage | None  # None: there is nothing yet
    target: DecisionStage
    may: Callable[..., bool]
    when: When
    needs: tuple[Need, ...]


def goes_against(decision: PriorityDecision) -> bool:
    """Whether people decide otherwise than the figures say, where those leave no doubt."""
    frozen = read(decision.figures)
    return frozen is not None and frozen.says == (FiguresSay.NOT_FIRST if decision.is_priority else FiguresSay.FIRST)


def any_time(_decision: PriorityDecision, _at: datetime.date) -> str:
    return ""


def after_comments(decision: PriorityDecision, at: datetime.date) -> str:
    if decision.comments_until and decision.comments_until >= at:
        return _("Partners can comment until %(day)s. Decide after that day, or change it first, with a reason.") % {
            "day": in_words(decision.comments_until)
        }
    return ""


def when_published(decision: PriorityDecision, _at: datetime.date) -> str:
    return "" if decision.published_on else _("This decision is not published.")


def when_unpublished(decision: PriorityDecision, _at: datetime.date) -> str:
    return _("This decision is published already.") if decision.published_on else ""


def a_start(decision: PriorityDecision, _at: datetime.date) -> Iterator[Lack]:
    if not decision.valid_from:
        yield "valid_from", _("Say from which day the decision holds.")


def an_end_or_a_new_look(decision: PriorityDecision, _at: datetime.date) -> Iterator[Lack]:
    """For a period, never for ever: a last day, or a day to look at it again."""
    start, end, review = decision.valid_from, decision.valid_until, decision.review_on
    if not (end or review):
        yield "review_on", _("Fill in the last day, or a day to look at it again.")
    if review and start and review < start:
        yield "review_on", _("This is before the decision holds.")
    if review and end and review > end:
        yield "review_on", _("This is after the decision ends.")


def reasons(decision: PriorityDecision, _at: datetime.date) -> Iterator[Lack]:
    if not decision.reasons.strip():
        yield "reasons", _("Give the reasons.")


def somebody_who_decided(decision: PriorityDecision, _at: datetime.date) -> Iterator[Lack]:
    if not decision.decided_by.strip():
        yield "decided_by", _("Say who decided.")


def the_day_it_was_decided(decision: PriorityDecision, at: datetime.date) -> Iterator[Lack]:
    if not decision.decided_on:
        yield "decided_on", _("Say on which day it was decided.")
    elif decision.decided_on > at:
        yield "decided_on", _("This day is still to come. Record the decision once it is made.")


def an_answer_to_the_figures(decision: PriorityDecision, _at: datetime.date) -> Iterator[Lack]:
    """People may decide against the figures. Then they say why."""
    if goes_against(decision) and not decision.why_against.strip():
        yield "why_against", _("The figures say otherwise. Say why people decide against them.")


def a_day_for_comments(decision: PriorityDecision, at: datetime.date) -> Iterator[Lack]:
    if not decision.comments_until or decision.comments_until < at:
        yield "comments_until", _("Choose today or a later day, so that partners have time to answer.")


def why(decision: PriorityDecision, _at: datetime.date) -> Iterator[Lack]:
    if not decision.why.strip():
        yield "why", _("Say why. It stays with the decision.")


def plain_words(decision: PriorityDecision, _at: datetime.date) -> Iterator[Lack]:
    if not decision.plain_words.strip():
        yield "plain_words", _("Say in plain words why, for everybody.")


def plain_words_while_published(decision: PriorityDecision, at: datetime.date) -> Iterator[Lack]:
    if decision.published_on:
        yield from plain_words(decision, at)


WHAT_A_DECISION_NEEDS = (
    somebody_who_decided,
    the_day_it_was_decided,
    reasons,
    a_start,
    an_end_or_a_new_look,
    an_answer_to_the_figures,
)
WHAT_IT_KEEPS_NEEDING = (*WHAT_A_DECISION_NEEDS, plain_words_while_published)
WHAT_A_PROPOSAL_NEEDS = (reasons, a_start, an_end_or_a_new_look)
PROPOSAL, CONSULTATION, DECIDED, WITHDRAWN = DecisionStage
Step = DecisionStep

# fmt: off
TRANSITIONS = (
    # step                    from          to            who          when              what it needs
    Transition(Step.PROPOSE,   None,         PROPOSAL,     can_record,  any_time,         WHAT_A_PROPOSAL_NEEDS),
    Transition(Step.RECORD,    None,         DECIDED,      can_record,  any_time,         WHAT_A_DECISION_NEEDS),
    Transition(Step.CHANGE,    PROPOSAL,     PROPOSAL,     can_record,  any_time,         WHAT_A_PROPOSAL_NEEDS),
    Transition(Step.CONSULT,   PROPOSAL,     CONSULTATION, can_record,  any_time,         (a_day_for_comments,)),
    Transition(Step.DECIDE,    PROPOSAL,     DECIDED,      can_record,  any_time,         WHAT_A_DECISION_NEEDS),
    Transition(Step.WITHDRAW,  PROPOSAL,     WITHDRAWN,    can_record,  any_time,         (why,)),
    Transition(Step.CHANGE,    CONSULTATION, CONSULTATION, can_record,  any_time,         WHAT_A_PROPOSAL_NEEDS),
    Transition(Step.EXTEND,    CONSULTATION, CONSULTATION, can_record,  any_time,         (a_day_for_comments, why)),
    Transition(Step.DECIDE,    CONSULTATION, DECIDED,      can_record,  after_comments,   WHAT_A_DECISION_NEEDS),
    Transition(Step.WITHDRAW,  CONSULTATION, WITHDRAWN,    can_record,  any_time,         (why,)),
    Transition(Step.CHANGE,    DECIDED,      DECIDED,      can_record,  any_time,         WHAT_IT_KEEPS_NEEDING),
    Transition(Step.PUBLISH,   DECIDED,      DECIDED,      can_publish, when_unpublished, (plain_words,)),
    Transition(Step.UNPUBLISH, DECIDED,      DECIDED,      can_publish, when_published,   (why,)),
)
# fmt: on


def transition(stage: str | None, step: str) -> Transition | None:
    """The row of the table, if there is one."""
    return next((row for row in TRANSITIONS if row.source == stage and row.step == step), None)


def not_now(decision: PriorityDecision, step: str, at: datetime.date) -> str:
    """Why this step cannot be taken on `at`; nothing where it can."""
    row = transition(decision.stage, step)
    return row.when(decision, at) if row else str(NOT_ANY_MORE)


def steps_for(decision: PriorityDecision, user, at: datetime.date) -> list[DecisionStep]:
    """What this person can do with it on `at`."""
    rows = [row for row in TRANSITIONS if row.source == decision.stage]
    return [row.step for row in rows if row.may(user) and not row.when(decision, at)]
