"""Signals that probably say the same, and dossiers they probably belong to, each with why. People decide.

However many there are, so many of the newest are compared: the cost is the same, and old patterns stand in a dossier.
"""

import datetime
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import gettext as _

from signals.enums import DossierState
from signals.models import Dossier, Signal
from signals.triage.inbox import with_facts
from signals.triage.words import shared, words

COMPARED = 200  # signals
DOSSIERS_COMPARED = 100
BEFORE_OR_AFTER = datetime.timedelta(days=180)
FEWEST_WORDS, LEAST_SHARE = 2, 0.4  # that two signals share, of the words of the shorter one
SHOWN = 4
LEAST = 4  # points a dossier needs to be named: theme and place, or one of them and words

Point = tuple[int, str]  # how much, and why


@dataclass(frozen=True)
class Duplicate:
    """A signal that probably says the same."""

    signal: Signal
    words: tuple[str, ...]  # that both have


@dataclass(frozen=True)
class LikelyDossier:
    """A dossier it probably belongs to."""

    dossier: Dossier
    why: tuple[str, ...]


def likely_duplicates(signal: Signal) -> list[Duplicate]:
    """Of the same place and theme, as far as those are known, with the same words. One query."""
    candidates = list(_near(signal)[:COMPARED])
    own, theirs = words(signal.text), [words(each.text) for each in candidates]
    found = []
    for each, its, both in zip(candidates, theirs, shared(own, theirs), strict=True):
        share = len(both) / max(min(len(own), len(its)), 1)
        if len(both) >= FEWEST_WORDS and share >= LEAST_SHARE:
            found.append((share, Duplicate(each, tuple(both))))
    found.sort(key=lambda pair: (-pair[0], -len(pair[1].words)))
    return [duplicate for _share, duplicate in found[:SHOWN]]


def _near(signal: Signal):
    first, last = signal.received_at - BEFORE_OR_AFTER, signal.received_at + BEFORE_OR_AFTER
    near = Signal.objects.exclude(pk=signal.pk).exclude(text="").filter(received_at__range=(first, last))
    if signal.neighbourhood_id:
        near = near.filter(neighbourhood=signal.neighbourhood_id)
    if signal.theme_id:
        near = near.filter(Q(theme=signal.theme_id) | Q(theme=None))
    return with_facts(near).order_by("-received_at", "-id")


def likely_dossiers(signals: Sequence[Signal], duplicates: Sequence[Duplicate] = ()) -> list[LikelyDossier]:
    """For one signal, or for some together. Two queries."""
    themes = {signal.theme_id for signal in signals if signal.theme_id}
    places = {signal.neighbourhood_id for signal in signals if signal.neighbourhood_id}
    candidates = _candidates(themes, places)
    own = words(" ".join(signal.text for signal in signals))
    both = shared(own, [words(f"{dossier.title} {dossier.pattern}") for dossier in candidates])
    like_it = Counter(duplicate.signal.dossier_id for duplicate in duplicates)
    scored = []
    for dossier, same_words in zip(candidates, both, strict=True):
        why = _why(dossier, themes, places, same_words, like_it[dossier.pk])
        if (points := sum(point for point, _reason in why)) >= LEAST:
            scored.append((points, LikelyDossier(dossier, tuple(reason for _point, reason in why if reason))))
    scored.sort(key=lambda pair: -pair[0])
    return [likely for _points, likely in scored[:SHOWN]]


def _candidates(themes: set[int], places: set[int]) -> list[Dossier]:
    """Those that are not closed, about one of these themes or places."""
    spans = Dossier.neighbourhoods.through.objects.filter(neighbourhood__in=places)
    about = Q(theme__in=themes) | Q(pk__in=spans.values("dossier"))
    open_ones = Dossier.objects.standing().exclude(state=DossierState.CLOSED).filter(about)
    newest = open_ones.select_related("theme").with_areas().order_by("-opened_on", "-id")
    return list(newest[:DOSSIERS_COMPARED])


def _why(dossier: Dossier, themes: set[int], places: set[int], same_words: list[str], like_it: int) -> list[Point]:
    """Points, each with its reason in words."""
    areas = {area.pk for area in dossier.neighbourhoods.all()}
    why = []
    if dossier.theme_id in themes:
        why.append((2, _("same theme")))
    if areas & places:
        why.append((2, _("same neighbourhood")))
    elif not areas:
        why.append((1, _("about the whole city")))
    if same_words:
        why.append((min(len(same_words), 3), _("same words: %(words)s") % {"words": ", ".join(same_words[:5])}))
    if like_it:
        why.append((3, _("holds a signal that says the same")))
    return why
