"""What organisations say of a proposed decision, while they are asked."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from jos.shared.saving import save_new
from jos.shared.time import in_words, today
from neighbourhoods.enums import DecisionStage
from neighbourhoods.models import DecisionComment, PriorityDecision
from organisations.models import Organisation


@transaction.atomic
def comment_on(*, comment: DecisionComment, organisation: Organisation, by) -> DecisionComment:
    """Say once for an organisation what it thinks. ValidationError where it is too late, or somebody did before."""
    decision = PriorityDecision.objects.select_for_update().get(pk=comment.decision_id)
    if late := too_late(decision):
        raise ValidationError(late)
    comment.on_behalf_of, comment.by = organisation.name, by
    before = decision.comments.filter(on_behalf_of=organisation.name).select_related("by").first()
    if before and not (comment.created_with and before.created_with == comment.created_with):
        words = {"who": before.by, "day": in_words(before.created_at.date()), "organisation": organisation}
        text = _("%(who)s said on %(day)s what %(organisation)s thinks. To say something else, take that back first.")
        raise ValidationError(text % words)
    return save_new(comment, by=by)[0]


@transaction.atomic
def take_back(*, comment: DecisionComment, by) -> None:
    """Its history stays. ValidationError where it is too late: the city decides with what was said."""
    decision = PriorityDecision.objects.select_for_update().get(pk=comment.decision_id)
    if late := too_late(decision):
        raise ValidationError(late)
    comment.delete_by(by)


def too_late(decision: PriorityDecision) -> str:
    """Why nobody can comment now; nothing while they can."""
    if decision.stage != DecisionStage.CONSULTATION or not decision.comments_until:
        return _("Partners are not asked about this now. Talk to the youth service if you want to say something.")
    if decision.comments_until < today():
        words = {"day": in_words(decision.comments_until)}
        return (
            _("You could comment until %(day)s. Talk to the youth service if you still want to say something.") % words
        )
    return ""
