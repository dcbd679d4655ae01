"""What the steps of a dossier need, and what can stand in the way. The table says which step needs what.

A need yields the field and what to do about it. A refusal gives the reason why the step cannot be taken now.
"""

from collections.abc import Callable, Iterator

from django.db.models import Q
from django.utils.translation import gettext as _

from jos.shared.steps import Lack
from jos.shared.time import today
from organisations.enums import OrganisationKind
from signals.enums import WITH_ANSWER, DossierState
from signals.models import Dossier

Need = Callable[[Dossier, Dossier | None], Iterator[Lack]]  # as typed, and as it is stored
Refusal = Callable[..., str]  # of the stored dossier and who asks; nothing where it may


def a_title(dossier: Dossier, _before) -> Iterator[Lack]:
    if not dossier.title.strip():
        yield "title", _("Give it a title.")


def a_pattern(dossier: Dossier, _before) -> Iterator[Lack]:
    if not dossier.pattern.strip():
        yield "pattern", _("Say what keeps coming back.")


def why(dossier: Dossier, _before) -> Iterator[Lack]:
    if not dossier.why.strip():
        yield "why", _("Say why. It stays with the dossier.")


def a_day_to_look_again(dossier: Dossier, _before) -> Iterator[Lack]:
    if not dossier.review_on or dossier.review_on <= today():
        yield "review_on", _("Choose a day that is still to come, to look at it again.")


def a_city_service(dossier: Dossier, _before) -> Iterator[Lack]:
    owner = dossier.owner
    if owner is None or owner.kind != OrganisationKind.CITY_SERVICE or not owner.holds_on(today()):
        yield "owner", _("Choose the city service that acts on it.")


def a_term(dossier: Dossier, _before) -> Iterator[Lack]:
    """That of the theme, unless there is a reason for another (R8)."""
    if not dossier.term_days:
        yield "term_days", _("Say how many working days the service has.")
    elif dossier.term_days != dossier.theme.term_days and not dossier.why.strip():
        normal = {"theme": dossier.theme, "days": dossier.theme.term_days}
        yield "why", _("For %(theme)s the term is %(days)d working days. Say why it is another one here.") % normal


def _since_reopened(dossier: Dossier) -> Q:
    return Q(taken_on__gte=dossier.reopened_on) if dossier.reopened_on else Q(taken_on__isnull=False)


def an_action_planned(dossier: Dossier, _before) -> Iterator[Lack]:
    if not dossier.actions.filter(Q(taken_on=None) | _since_reopened(dossier)).exists():
        yield "actions", _("Plan an action first: what will be done, by whom and by when.")


def an_action_taken(dossier: Dossier, _before) -> Iterator[Lack]:
    """What was done before it was reopened did not change enough."""
    if not dossier.actions.filter(_since_reopened(dossier)).exists():
        yield "actions", _("Say of an action that it was taken, and when. Nothing is done without one.")


def evidence(dossier: Dossier, _before) -> Iterator[Lack]:
    if not dossier.evidence.strip():
        yield "evidence", _("Say what shows that it is done.")


def a_plain_reason(dossier: Dossier, _before) -> Iterator[Lack]:
    if not dossier.answer.strip():
        yield "answer", _("Say in plain language why it will not be done. Who sent a signal reads it.")


def a_plain_answer(dossier: Dossier, _before) -> Iterator[Lack]:
    if not dossier.answer.strip():
        yield "answer", _("Write the answer in plain language. Who sent a signal reads it.")


def an_outcome(dossier: Dossier, _before) -> Iterator[Lack]:
    if not dossier.outcome:
        yield "outcome", _("Say what became of it.")


def a_published_answer(dossier: Dossier, _before) -> Iterator[Lack]:
    """For everybody to read. Of a sensitive theme only who sent a signal reads the answer, on the page of that one."""
    if not dossier.published_on and not dossier.theme.is_sensitive:
        yield "published_on", _("Publish it first: a dossier is closed when everybody can read the answer.")


def what_was_heard(dossier: Dossier, _before) -> Iterator[Lack]:
    if not dossier.heard.strip():
        yield "heard", _("Say for everybody what was heard, in other words than those of the signals.")


def what_was_heard_while_published(dossier: Dossier, before) -> Iterator[Lack]:
    if dossier.published_on:
        yield from what_was_heard(dossier, before)


def a_theme_to_publish(dossier: Dossier, _before) -> Iterator[Lack]:
    if dossier.published_on and dossier.theme.is_sensitive:
        yield "theme", _("This theme is sensitive, and the dossier is published. Publish it no longer first.")


def the_same_priority_once_done(dossier: Dossier, before) -> Iterator[Lack]:
    """Who did it does not escape that somebody else looks."""
    if before and before.state == DossierState.DONE and before.is_high_priority and not dossier.is_high_priority:
        yield "is_high_priority", _("It is done already: somebody else verifies it first.")


def normal_priority(dossier: Dossier, _user) -> str:
    return "" if dossier.is_high_priority else _("Only what has high priority is verified by somebody else.")


def verified(dossier: Dossier, _user) -> str:
    return _("This is verified already.") if dossier.verified_by_id else ""


def finished_by_who_asks(dossier: Dossier, user) -> str:
    return _("You said yourself that it is done: somebody else verifies it.") if dossier.finished_by == user else ""


def unverified(dossier: Dossier, _user) -> str:
    if dossier.is_high_priority and not dossier.verified_by_id:
        return _("It has high priority: somebody else verifies first that it is done.")
    return ""


def published(dossier: Dossier, _user) -> str:
    return _("It is published already.") if dossier.published_on else ""


def unpublished(dossier: Dossier, _user) -> str:
    return "" if dossier.published_on else _("It is not published.")


def sensitive(dossier: Dossier, _user) -> str:
    return _("Its theme is sensitive: it is never public.") if dossier.theme.is_sensitive else ""


def in_a_round(dossier: Dossier, _user) -> str:
    """Partners give points to it: those would point at nothing."""
    if dossier.candidacies.filter(round__decided_on=None).exists():
        return _("It is part of a round that is not decided yet. Merge it after that.")
    return ""


def cannot_take_in(into: Dossier) -> str:
    """Why another dossier cannot be merged into this one."""
    if into.merged_into_id:
        return _("That dossier was merged into another one itself. Choose that one.")
    if into.state in WITH_ANSWER:
        return _("That dossier has its answer already. Reopen it first.")
    return ""


A_PATTERN = (a_title, a_pattern)
STILL = (*A_PATTERN, what_was_heard_while_published, a_theme_to_publish, the_same_priority_once_done)
WHY = (why,)
TO_PARK = (why, a_day_to_look_again)
TO_ASSIGN = (a_city_service, a_term)
TO_ASSIGN_ANEW = (*TO_ASSIGN, why)
TO_START = (an_action_planned,)
TO_FINISH = (an_action_taken, evidence)
A_REASON = (a_plain_reason,)
AN_ANSWER = (a_plain_answer, an_outcome)
TO_CLOSE = (a_published_answer,)
WORDS_FOR_ALL = (what_was_heard,)

NOT_TO_VERIFY = (normal_priority, verified, finished_by_who_asks)
UNVERIFIED = (unverified,)
NOT_TO_PUBLISH = (published, sensitive)
UNPUBLISHED = (unpublished,)
IN_A_ROUND = (in_a_round,)
