"""Panels choose stories of change, each apart from the others."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from covenants.models import Story, StoryChoice
from jos.shared.time import today


@transaction.atomic
def choose_story(*, choice: StoryChoice, by) -> StoryChoice:
    """Keep which panel chose it, why, and when. Once: what a panel chose, it takes back before it says it otherwise."""
    Story.objects.select_for_update().get(pk=choice.story_id)
    if choice.chosen_on > today():
        raise ValidationError({"chosen_on": _("This day is still to come.")})
    if StoryChoice.objects.filter(story=choice.story, panel=choice.panel).exists():
        raise ValidationError(_("This panel chose it already."))
    choice.by = by
    choice.save_by(by)
    return choice


@transaction.atomic
def take_back_choice(*, choice: StoryChoice, by) -> None:
    """History keeps that it was chosen."""
    choice.delete_by(by)
