"""Where words of a signal may stand besides the signal itself: in what professionals typed and did not send."""

from django.db.models import QuerySet
from django.urls import reverse

from jos.shared.models import Draft
from signals.models import Signal


def forget_drafts(references: set[str]) -> None:
    """Of pages about these signals."""
    Draft.objects.filter(pk__in=[draft.pk for draft in _drafts() if references.intersection(_parts(draft))]).delete()


def drafts_of(signal: Signal) -> list[Draft]:
    """Of pages about it, and what it was sent from: that stays until its page is opened again."""
    sent_with = [str(signal.created_with)]
    return [draft for draft in _drafts() if signal.reference in _parts(draft) or draft.typed.get("token") == sent_with]


def _drafts() -> QuerySet[Draft]:
    """There are few, so they are read rather than searched for each signal."""
    return Draft.objects.filter(form__startswith=reverse("inbox"))


def _parts(draft: Draft) -> list[str]:
    return draft.form.split("/")
