"""How long what is kept about signals stays, as one table. What goes is gone; the register says how much, never what.

Counts stay: what it was about, where, when and what became of it. A signal without an answer keeps its words: who
sent it still waits, and what is removed in silence cannot be answered any more (docs/decisions/0013).
"""

import datetime
from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.db import transaction
from django.db.models import Exists, F, Max, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from jos.shared.time import midnight, months_later, today
from signals.enums import WITH_ANSWER, RemovalReason, SignalState
from signals.models import Counter, DayKey, GroupVoice, Look, Message, Photo, Removal, Signal
from signals.traces import forget_drafts

YEARS_OF_LOOKS = 3
BATCH = 500


@dataclass(frozen=True)
class Rule:
    """One row of the table."""

    what: Promise
    until: Callable[[], str]  # when it goes, in words
    reason: RemovalReason
    find: Callable[[datetime.date], QuerySet]
    remove: Callable[[QuerySet], int]  # how many went


@dataclass(frozen=True)
class Outcome:
    rule: Rule
    amount: int


def ended_before(day: datetime.date) -> QuerySet[Signal]:
    """Signals that came to an end before `day`: answered, referred or not taken up, and not taken up again since."""
    last = Signal.history.filter(id=OuterRef("pk")).values("id").annotate(at=Max("history_date")).values("at")
    told = Q(state__in=(SignalState.REFERRED, SignalState.NOT_TAKEN_UP))
    answered = Q(dossier__state__in=WITH_ANSWER)
    return (
        Signal.objects.filter(told | answered, received_at__lt=midnight(day))
        .annotate(
            last_step_at=Coalesce(Subquery(last), "answered_at", "received_at"),
            answer_on=Coalesce("dossier__closed_on", "dossier__answered_on"),
        )
        .filter(told & Q(last_step_at__lt=midnight(day)) | answered & Q(answer_on__lt=day))
    )


def with_words(at: datetime.date) -> QuerySet[Signal]:
    ended = ended_before(months_later(at, -settings.SIGNAL_WORDS_MONTHS))
    messages = Message.objects.filter(signal=OuterRef("pk"))
    return ended.filter(~Q(text="") | Q(voice__quote__gt="") | Exists(messages))


def photos(at: datetime.date) -> QuerySet[Photo]:
    ended = ended_before(months_later(at, -settings.SIGNAL_PHOTO_MONTHS))
    return Photo.objects.filter(signal__in=ended.values("pk"))


def looks(at: datetime.date) -> QuerySet[Look]:
    return Look.objects.filter(on__lt=months_later(at, -12 * YEARS_OF_LOOKS))


def counters(_at: datetime.date) -> QuerySet[Counter]:
    return Counter.objects.filter(until__lt=timezone.now())


def remove_words(signals: QuerySet[Signal]) -> int:
    """Also what was asked and answered, quotes, and what somebody typed over them and did not save."""
    found = list(signals.order_by("pk").values_list("pk", "reference"))
    for start in range(0, len(found), BATCH):
        keys = [key for key, _reference in found[start : start + BATCH]]
        Message.objects.filter(signal__in=keys).delete()
        GroupVoice.objects.filter(signal__in=keys).update(quote="")
        # As the next version: who has the words open in a form cannot save them back.
        Signal.objects.filter(pk__in=keys).update(text="", version=F("version") + 1)
    forget_drafts({reference for _key, reference in found})
    return len(found)


def remove_rows(rows: QuerySet) -> int:
    """Nothing hangs on these, and they have no history: one statement."""
    keys = rows.order_by().values("pk")
    return rows.model._base_manager.filter(pk__in=keys)._raw_delete(rows.db)


def remove_counters(rows: QuerySet[Counter]) -> int:
    """With the keys of the days before: from then on nobody can tell whose a counter was."""
    DayKey.objects.filter(on__lt=today()).delete()
    return remove_rows(rows)


def months_after_the_end(number: int) -> str:
    return ngettext(
        "%(number)d month after the answer, the referral or the refusal",
        "%(number)d months after the answer, the referral or the refusal",
        number,
    ) % {"number": number}


# fmt: off
RULES = (
    Rule(
        _("Words, questions, answers and quotes"),
        lambda: months_after_the_end(settings.SIGNAL_WORDS_MONTHS),
        RemovalReason.WORDS_KEPT_LONG_ENOUGH, with_words, remove_words,
    ),
    Rule(
        _("Photos"),
        lambda: months_after_the_end(settings.SIGNAL_PHOTO_MONTHS),
        RemovalReason.PHOTO_KEPT_LONG_ENOUGH, photos, remove_rows,
    ),
    Rule(
        _("Who looked"),
        lambda: gettext("%(number)d years after the look") % {"number": YEARS_OF_LOOKS},
        RemovalReason.LOOKS_KEPT_LONG_ENOUGH, looks, remove_rows,
    ),
    Rule(
        _("Counters of addresses, and the keys of days"),
        lambda: gettext("when their time is over, a day at most"),
        RemovalReason.COUNTERS_OF_THE_DAY, counters, remove_counters,
    ),
)
# fmt: on


def look_ahead(at: datetime.date) -> list[Outcome]:
    """How much would go. Removes nothing."""
    return [Outcome(rule, rule.find(at).count()) for rule in RULES]


def apply(at: datetime.date) -> list[Outcome]:
    """Remove what was kept long enough: each rule with its row in the register, or not at all."""
    return [_apply(rule, at) for rule in RULES]


@transaction.atomic
def _apply(rule: Rule, at: datetime.date) -> Outcome:
    amount = rule.remove(rule.find(at))
    if amount:
        Removal.objects.create(reason=rule.reason, amount=amount)
    return Outcome(rule, amount)


def unanswered_too_long(at: datetime.date) -> int:
    """How many would have lost their words by now, had they been answered. People have to act, not the calendar."""
    day = months_later(at, -settings.SIGNAL_WORDS_MONTHS)
    ended = Q(state__in=(SignalState.REFERRED, SignalState.NOT_TAKEN_UP)) | Q(dossier__state__in=WITH_ANSWER)
    return Signal.objects.filter(~ended, received_at__lt=midnight(day)).exclude(text="").count()
