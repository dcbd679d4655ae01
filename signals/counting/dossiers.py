"""How dossiers fare: by cause and outcome, how long until something is done, overdue and reopened.

A dossier is a pattern many signals point at, not a person: its counts are never too small to show.
"""

import datetime
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from jos.shared.time import midnight, today
from neighbourhoods.figures.periods import ends_on, starts_on
from neighbourhoods.models import Neighbourhood
from signals.counting.count import days_between
from signals.counting.times import Times, percentile
from signals.enums import DossierStep
from signals.models import Dossier, DossierMove, Theme

COLUMNS = ("cause", "outcome", "opened_on", "first_action_on", "answered_on", "due_on")


@dataclass(frozen=True)
class DossierFigures:
    """Of dossiers opened in a period; `overdue` as of today, `reopened` in the period whenever they were opened."""

    opened: int
    causes: Counter[str]
    outcomes: Counter[str]  # "" for those without an answer
    to_action: Times  # from opening to the first action
    to_answer: Times  # from opening to the answer
    overdue: int
    reopened: int


def dossier_figures(period: str, *, area: Neighbourhood | None = None, theme: Theme | None = None) -> DossierFigures:
    """In three queries."""
    here = _about(Dossier.objects.standing(), area, theme)
    start, end = starts_on(period), ends_on(period)
    rows = list(here.filter(opened_on__range=(start, end)).order_by().values_list(*COLUMNS))
    moments = midnight(start), midnight(end + datetime.timedelta(days=1))
    moves = DossierMove.objects.filter(step=DossierStep.REOPEN, at__gte=moments[0], at__lt=moments[1])
    return DossierFigures(
        opened=len(rows),
        causes=Counter(cause for cause, *_rest in rows),
        outcomes=Counter(outcome for _cause, outcome, *_rest in rows),
        to_action=_times((opened, done, due) for _c, _o, opened, done, _answered, due in rows),
        to_answer=_times((opened, answered, due) for _c, _o, opened, _done, answered, due in rows),
        overdue=_about(Dossier.objects.overdue(today()), area, theme).count(),
        reopened=moves.filter(dossier__in=here).values("dossier").distinct().count(),
    )


def _about(dossiers: QuerySet[Dossier], area: Neighbourhood | None, theme: Theme | None) -> QuerySet[Dossier]:
    if area:
        dossiers = dossiers.filter(neighbourhoods=area)
    return dossiers.filter(theme=theme) if theme else dossiers


def dossier_times(dossiers: QuerySet[Dossier], reached: str) -> Times:
    """How long these took until the day in one of their fields."""
    return _times(dossiers.order_by().values_list("opened_on", reached, "due_on"))


def _times(rows: Iterable[tuple[datetime.date, datetime.date | None, datetime.date | None]]) -> Times:
    """Of those that came so far. Within the term: by the day it is due, where there is one."""
    reached = [(opened, day, due) for opened, day, due in rows if day]
    days = Counter(days_between(opened, day) for opened, day, _due in reached)
    within = sum(due is None or day <= due for _opened, day, due in reached)
    return Times(len(reached), percentile(days, 0.5), percentile(days, 0.9), within)
