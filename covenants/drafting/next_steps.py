"""What somebody can do with a covenant now."""

from dataclasses import dataclass

from django.urls import reverse

from covenants.drafting.transitions import TRANSITIONS, transition
from covenants.enums import CovenantStep, Part
from covenants.models import Covenant
from jos.shared.steps import NOT_ANY_MORE, lacks

Step = CovenantStep
AHEAD = (Step.ACCEPT, Step.OFFER, Step.SIGN)  # the steps that bring it nearer to both signatures
OF_THEIR_OWN_PAGE = {Step.SIGN: "covenant_sign", Step.AMEND: "covenant_amend"}
NO_BUTTON = (Step.CHANGE, Step.MERGE)  # each part has its own page; an amendment is merged by both signatures


@dataclass(frozen=True)
class NextStep:
    """A step of the table that can be taken, and the page that asks for it."""

    step: CovenantStep
    url: str
    is_ahead: bool

    @property
    def label(self) -> str:
        return str(self.step.label)


def next_steps(covenant: Covenant, user, *, is_whole: bool) -> list[NextStep]:
    """What this person can do. A text that is not whole yet is not offered: `is_whole` says what its parts lack."""
    rows = [row for row in TRANSITIONS if covenant.state in row.sources and row.step not in NO_BUTTON]
    return [
        NextStep(row.step, _page_of(row.step, covenant), row.step in AHEAD)
        for row in rows
        if row.may(user, covenant) and not row.not_now(covenant, user) and (is_whole or row.step != Step.OFFER)
    ]


def not_now(covenant: Covenant, step: str, user) -> str:
    """Why this step cannot be taken now; nothing where it can, or where its page asks what it needs."""
    row = transition(covenant.state, step)
    if row is None:
        return str(NOT_ANY_MORE)
    if refusal := row.not_now(covenant, user):
        return refusal
    lacking = lacks(row.needs, covenant, user)
    return " ".join(text for part in Part for text in lacking.get(part, []))


def may_change(covenant: Covenant, user) -> bool:
    """Whether it is this person's turn to write."""
    row = transition(covenant.state, Step.CHANGE)
    return row is not None and row.may(user, covenant) and not row.not_now(covenant, user)


def may_remark(covenant: Covenant, user) -> bool:
    """Both sides remark while the text is drafted, whosever turn it is."""
    row = transition(covenant.state, Step.CHANGE)
    return row is not None and row.may(user, covenant)


def _page_of(step: CovenantStep, covenant: Covenant) -> str:
    if name := OF_THEIR_OWN_PAGE.get(step):
        return reverse(name, args=[covenant.slug])
    return reverse("covenant_step", args=[covenant.slug, step])
