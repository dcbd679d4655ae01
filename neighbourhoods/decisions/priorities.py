"""Which priority decisions are proposed, hold, come, went, or want a new look."""

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from jos.shared.time import in_words
from neighbourhoods.enums import DecisionStage, DecisionState, Stance
from neighbourhoods.models import DecisionComment, MovementCircle, Neighbourhood, PriorityDecision


@dataclass(frozen=True)
class Standing:
    """A decision, how it stands on a day, and what is next."""

    decision: PriorityDecision
    state: DecisionState
    next: str


@dataclass(frozen=True)
class Priorities:
    """All decisions, as they stand on a day."""

    to_review: list[Standing]  # in force, and the day to look again has come
    consultations: list[Standing]
    proposals: list[Standing]
    in_force: list[Standing]
    coming: list[Standing]
    past: QuerySet[PriorityDecision]  # ended, replaced or withdrawn

    @property
    def first(self) -> int:
        """How many areas come first today."""
        return sum(each.decision.is_priority for each in (*self.to_review, *self.in_force))


def priorities(*, at: datetime.date) -> Priorities:
    decisions = PriorityDecision.objects.with_areas().prefetch_related("replaced_by")
    ended = Q(stage=DecisionStage.DECIDED, valid_until__lt=at) | Q(stage=DecisionStage.WITHDRAWN)
    now = decisions.exclude(ended).order_by("valid_from", "pk")
    by_state = defaultdict(list)
    for each in standings(now, at):
        by_state[each.state].append(each)
    return Priorities(
        to_review=by_state[DecisionState.TO_REVIEW],
        consultations=by_state[DecisionState.CONSULTATION],
        proposals=by_state[DecisionState.PROPOSAL],
        in_force=by_state[DecisionState.IN_FORCE],
        coming=by_state[DecisionState.DECIDED],
        past=decisions.filter(ended).order_by("-valid_until", "-pk"),
    )


def standings(decisions: Iterable[PriorityDecision], at: datetime.date) -> list[Standing]:
    return [Standing(decision, decision.state(at), turn(decision, at)) for decision in decisions]


def consultations(at: datetime.date) -> QuerySet[PriorityDecision]:
    """Proposals on which partners can comment on `at`, the first to close first."""
    open_ = PriorityDecision.objects.filter(stage=DecisionStage.CONSULTATION, comments_until__gte=at)
    return open_.with_areas().order_by("comments_until", "pk")


def published() -> QuerySet[PriorityDecision]:
    """Decisions that everybody may read."""
    return PriorityDecision.objects.filter(stage=DecisionStage.DECIDED).exclude(published_on=None).with_areas()


def published_about(area: Neighbourhood | MovementCircle, at: datetime.date) -> PriorityDecision | None:
    """The decision in force about an area that everybody may read, if there is one."""
    about = {"circle": area} if isinstance(area, MovementCircle) else {"neighbourhood": area}
    return published().filter(**about).on(at).first()


@dataclass(frozen=True)
class Voices:
    """What partners think of a proposal. Whoever does not agree is not lost in the number."""

    comments: tuple[DecisionComment, ...]

    @property
    def counts(self) -> list[tuple[Stance, int]]:
        number = Counter(comment.stance for comment in self.comments)
        return [(stance, number[stance]) for stance in Stance]


def voices(decision: PriorityDecision) -> Voices:
    return Voices(tuple(decision.comments.select_related("by")))


def turn(decision: PriorityDecision, at: datetime.date) -> str:
    """What is next, and whose turn it is."""
    state = decision.state(at)
    days = {
        "start": decision.valid_from,
        "end": decision.valid_until,
        "review": decision.review_on,
        "comments": decision.comments_until,
    }
    return _TURNS[state](decision, at) % {name: day and in_words(day) for name, day in days.items()}


def _consultation(decision: PriorityDecision, at: datetime.date) -> str:
    if decision.comments_until and decision.comments_until >= at:
        return _("Partners can say what they think until %(comments)s. Then it is for the city to decide.")
    return _("Partners could comment until %(comments)s. It is for the city to decide now.")


def _in_force(decision: PriorityDecision, _at: datetime.date) -> str:
    if decision.review_on and decision.valid_until:
        return _("It holds until %(end)s. The city looks at it again on %(review)s.")
    if decision.review_on:
        return _("The city looks at it again on %(review)s.")
    return _("It holds until %(end)s.") if decision.valid_until else _("It holds until people decide otherwise.")


_TURNS = {
    DecisionState.PROPOSAL: lambda *_of: _("The youth service asks partners what they think, or the city decides."),
    DecisionState.CONSULTATION: _consultation,
    DecisionState.WITHDRAWN: lambda *_of: _("The proposal does not go ahead."),
    DecisionState.DECIDED: lambda *_of: _("It holds from %(start)s on, and not before."),
    DecisionState.IN_FORCE: _in_force,
    DecisionState.TO_REVIEW: lambda *_of: _(
        "It was to be looked at again on %(review)s. It holds until people decide."
    ),
    DecisionState.REPLACED: lambda *_of: _("It held until %(end)s. Another decision replaced it."),
    DecisionState.ENDED: lambda *_of: _("It held until %(end)s."),
}
