"""The signals of the inbox as a table. It holds their words, so whoever saves it has seen them all."""

from collections.abc import Iterator
from itertools import islice

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from jos.shared.tables.writing import Cell
from signals.looks import note_looks
from signals.models import Signal
from signals.triage.inbox import with_facts

COLUMNS = (
    *(_("reference"), _("received"), _("state"), _("what it is"), _("who says it"), _("theme"), _("neighbourhood")),
    *(_("age"), _("language"), _("words of danger"), _("dossier"), _("first answered"), _("what was said")),
)
BATCH = 500


def header() -> list[str]:
    return [str(name) for name in COLUMNS]


def rows(signals: QuerySet[Signal], *, by) -> Iterator[list[Cell]]:
    """In their order, so many at a time. That they were seen is written down before they leave."""
    keys = iter(list(signals.values_list("pk", flat=True)))
    while some := list(islice(keys, BATCH)):
        found = with_facts(Signal.objects.all()).in_bulk(some)
        note_looks(found.values(), by=by)
        yield from (_row(found[key]) for key in some if key in found)


def _row(signal: Signal) -> list[Cell]:
    return [
        signal.reference,
        signal.received_on,
        signal.get_state_display(),
        signal.get_kind_display(),
        signal.get_source_display(),
        str(signal.theme or ""),
        str(signal.neighbourhood or ""),
        signal.get_age_band_display(),
        signal.language,
        signal.mentions_danger,
        str(signal.dossier or ""),
        timezone.localdate(signal.answered_at) if signal.answered_at else None,
        signal.text,
    ]
