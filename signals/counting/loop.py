"""The loop of each neighbourhood: signal, dossier, action, answer, did it change (R9). What is open comes first."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Count, Q

from jos.shared.time import today
from neighbourhoods.figures.periods import ends_on, starts_on
from neighbourhoods.models import Neighbourhood
from signals.counting.figures import Names, SignalFigures, figures_of_areas
from signals.counting.small import FEWEST_SIGNALS
from signals.enums import ON_TERM, WITH_ANSWER, DidItChange, DossierState
from signals.models import Dossier

ACTED, RUNNING = Q(first_action_on__isnull=False), Q(state__in=ON_TERM)
HOW_FAR = {
    "undecided": Q(state__in=(DossierState.OPEN, DossierState.PARKED)),
    "acted": ACTED,
    "without_action": RUNNING & ~ACTED & ~Q(state=DossierState.REOPENED),
    "answered": Q(state__in=WITH_ANSWER),
    "reopened": Q(state=DossierState.REOPENED),
}


@dataclass(frozen=True)
class DossiersHere:
    """Dossiers of a neighbourhood, opened in the period, by how far they came."""

    opened: int = 0
    undecided: int = 0  # not prioritised yet
    acted: int = 0  # an action was taken
    without_action: int = 0  # the term runs, and no action was taken yet
    overdue: int = 0
    answered: int = 0
    reopened: int = 0


@dataclass(frozen=True)
class Loop:
    area: Neighbourhood
    signals: SignalFigures
    dossiers: DossiersHere

    @property
    def began(self) -> bool:
        """Enough was said to show, or a dossier was opened."""
        return bool(self.signals.signals or self.dossiers.opened)

    @property
    def open_ends(self) -> int:
        """Of which somebody still has to do something."""
        here = self.dossiers
        return (self.signals.waiting or 0) + here.undecided + here.without_action + here.reopened

    @property
    def changed(self) -> list[tuple[DidItChange, int]]:
        """What those say who have an answer, where enough say the same."""
        said = self.signals.changed or {}
        return [(answer, said[answer]) for answer in DidItChange if said.get(answer, 0) >= FEWEST_SIGNALS]


def loops(period: str, names: Names) -> list[Loop]:
    """All neighbourhoods, those with most open ends first."""
    figures, dossiers = figures_of_areas(period, names), dossiers_by_area(period)
    found = [Loop(area, figures[key], dossiers.get(area.pk, DossiersHere())) for key, area in names.areas.items()]
    return sorted(found, key=lambda loop: (-loop.open_ends, loop.area.name))


def dossiers_by_area(period: str, areas: Iterable[int] | None = None) -> Mapping[int, DossiersHere]:
    """In one query. A dossier of several neighbourhoods counts in each of them; one of the whole city in none."""
    here = Dossier.objects.standing().filter(opened_on__range=(starts_on(period), ends_on(period)))
    here = here.filter(neighbourhoods__isnull=False) if areas is None else here.filter(neighbourhoods__in=areas)
    rows = (
        here.order_by()
        .values("neighbourhoods")
        .annotate(
            opened=Count("pk"),
            overdue=Count("pk", filter=RUNNING & Q(due_on__lt=today())),
            **{name: Count("pk", filter=there) for name, there in HOW_FAR.items()},
        )
    )
    return {row.pop("neighbourhoods"): DossiersHere(**row) for row in rows}
