"""What young people say in a neighbourhood or circle, and what comes of it: the part of the sheet about signals."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from django.core.cache import caches
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jos.dashboards.signals.forms import period_in_words
from neighbourhoods.models import MovementCircle, Neighbourhood
from organisations.coverage.sentences import join
from signals.counting.count import Axis
from signals.counting.figures import Names, SignalFigures, figures_of_areas
from signals.counting.periods import periods_to_choose, usual
from signals.enums import WITH_ANSWER, DossierState
from signals.models import Dossier
from signals.permissions import can_see_dossiers, can_see_signal_figures

NAMED = 3  # themes
SHOWN = 6  # dossiers; the list has all of them
MAY_BE_OLD = 10 * 60  # seconds: counting all neighbourhoods, to know what to hide, is shared by all sheets

OfAreas = tuple[str, Names, dict[str, SignalFigures]]  # the period, and each neighbourhood by its key


@dataclass(frozen=True)
class Voices:
    """`figures`: None for who does not work for the city, and of a circle."""

    period: str
    figures: SignalFigures | None
    themes: tuple[tuple[str, int], ...]  # most said first, without those that are too few
    dossiers: tuple[Dossier, ...]  # those that are not closed first

    @property
    def shown(self) -> tuple[Dossier, ...]:
        return self.dossiers[:SHOWN]

    @property
    def more(self) -> int:
        return len(self.dossiers) - len(self.shown)

    @property
    def sentences(self) -> list[str]:
        """What was said, and how far it came round."""
        return [*self._said(), self._loop()]

    def _said(self) -> list[str]:
        if self.figures is None:
            return []
        number = self.figures.signals
        words = {"period": period_in_words(self.period), "number": number}
        if number is None:
            return [_("In %(period)s too few signals came from here to say how many.") % words]
        about = _("Most are about %(themes)s.") % {"themes": join([f"{name} ({n})" for name, n in self.themes[:NAMED]])}
        came = ngettext(
            "In %(period)s one signal came from here.",
            "In %(period)s %(number)d signals came from here.",
            number,
        )
        return [came % words, *([about] if self.themes else [])]

    def _loop(self) -> str:
        if not self.dossiers:
            return _("No dossier is about this area.")
        answered = sum(dossier.state in WITH_ANSWER for dossier in self.dossiers)
        reopened = sum(dossier.state == DossierState.REOPENED for dossier in self.dossiers)
        words = {"number": len(self.dossiers), "answered": answered, "reopened": reopened}
        said = ngettext(
            "%(number)d dossier is about it: %(answered)d answered, %(reopened)d brought back by young people.",
            "%(number)d dossiers are about it: %(answered)d answered, %(reopened)d brought back by young people.",
            len(self.dossiers),
        )
        return said % words


def voices(place: Neighbourhood | MovementCircle, user) -> Voices | None:
    """One query, and those of counting once in ten minutes."""
    if not can_see_dossiers(user):
        return None
    if isinstance(place, MovementCircle):
        return Voices("", None, (), tuple(_dossiers([part.pk for part in place.neighbourhoods.all()])))
    dossiers = tuple(_dossiers([place.pk]))
    if not can_see_signal_figures(user):
        return Voices("", None, (), dossiers)
    period, names, of_areas = _counted()
    figures = of_areas.get(str(place.pk))
    return Voices(period, figures, tuple(_themes(figures, names)) if figures else (), dossiers)


def _counted() -> OfAreas:
    return cast(OfAreas, caches["process"].get_or_set("signals-of-areas", _count, MAY_BE_OLD))


def _count() -> OfAreas:
    period = usual(periods_to_choose())
    names = Names.read(period)
    return period, names, figures_of_areas(period, names, by=[Axis.THEME])


def _themes(figures: SignalFigures, names: Names) -> list[tuple[str, int]]:
    numbers = [each for each in figures.by.get(Axis.THEME, ()) if each.number and not each.is_not_said]
    numbers.sort(key=lambda each: -(each.number or 0))
    return [(str(names.themes[each.key]), each.number or 0) for each in numbers]


def _dossiers(areas: Sequence[int]) -> list[Dossier]:
    found = Dossier.objects.standing().filter(neighbourhoods__in=areas).select_related("theme").distinct()
    return sorted(found, key=lambda dossier: dossier.state in WITH_ANSWER)
