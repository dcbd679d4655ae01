"""What happened to a signal, as far as its history may know: that something was removed, and not what."""

from django.utils.translation import gettext as _

from jos.shared.audit import CHANGED, Entry, story
from signals.models import Signal
from signals.triage.redaction import BOTH, PHOTO, WORDS


def signal_story(signal: Signal) -> list[Entry]:
    """The newest first."""
    entries = story(signal) + _removals(signal)
    return sorted(entries, key=lambda entry: entry.when, reverse=True)


def _removals(signal: Signal) -> list[Entry]:
    said = {
        WORDS: _("something was removed from the words"),
        PHOTO: _("the photo was removed"),
        BOTH: _("the photo was removed, and something of the words"),
    }
    rows = signal.history.filter(history_change_reason__in=said).select_related("history_user")
    return [
        Entry(
            when=row.history_date,
            who=str(row.history_user or ""),
            about=signal.story_name,
            kind=CHANGED,
            changes=(said[row.history_change_reason],),
        )
        for row in rows
    ]
