"""Where words of a signal may stand besides the signal itself: in what professionals typed and did not send."""

from django.urls import reverse

from jos.shared.models import Draft


def forget_drafts(references: set[str]) -> None:
    """Of pages about these signals. There are few, so they are read rather than searched for each signal."""
    drafts = Draft.objects.filter(form__startswith=reverse("inbox")).values_list("pk", "form")
    about = [key for key, form in drafts if references.intersection(form.split("/"))]
    Draft.objects.filter(pk__in=about).delete()
