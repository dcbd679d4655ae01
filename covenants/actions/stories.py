"""Stories of change with a report, until it is sent."""

from django.db import transaction

from covenants.actions.reports import begun, refuse_once_sent
from covenants.models import Report, ReportingPeriod, Story, StoryChoice
from jos.shared.saving import save_new, save_version


@transaction.atomic
def tell_story(*, story: Story, period: ReportingPeriod, side: str, by) -> Story:
    """Add it to the report of this side."""
    story.report = begun(period, side)
    refuse_once_sent(_held(story))
    story, _is_new = save_new(story, by=by)
    return story


@transaction.atomic
def change_story(*, story: Story, version: int, by) -> Story:
    """Save it over `version`."""
    refuse_once_sent(_held(story))
    save_version(story, version=version, by=by)
    return story


@transaction.atomic
def remove_story(*, story: Story, by) -> None:
    """Also because somebody does not agree any more, who did before: that is possible at any time.

    What it told goes as well, with why panels chose it: history keeps no story that nobody agrees with.
    """
    key = story.pk
    story.delete_by(by)
    Story.history.filter(id=key).delete()
    StoryChoice.history.filter(story_id=key).delete()


def _held(story: Story) -> Report:
    return Report.objects.select_for_update().get(pk=story.report_id)
