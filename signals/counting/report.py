"""How it stands with all signals and dossiers, for `manage.py signals report`: a terminal, cron, or another system."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.db.models import Count as Number

from jos.shared.time import today
from neighbourhoods.models import Neighbourhood
from signals.counting.count import NOT_SAID, Axis
from signals.counting.dossiers import dossier_times
from signals.counting.periods import periods_to_choose
from signals.counting.small import hidden_in_line
from signals.counting.tallies import counted
from signals.counting.times import Times, of_histogram
from signals.enums import Cause, DossierState, SignalState, TallyOf
from signals.models import Dossier, Theme


def report() -> dict[str, Any]:
    """Plain values, ready for JSON. None: too few to show, as on the pages."""
    city = counted(periods_to_choose()[::-1])[TallyOf.CITY.value, ""]
    areas = {str(pk): slug for pk, slug in Neighbourhood.objects.order_by("name").values_list("pk", "slug")}
    themes = {str(pk): slug for pk, slug in Theme.objects.values_list("pk", "slug")}
    days = Counter({int(day): number for day, number in city.by[Axis.DAYS].items()})
    answers = of_histogram(days, term=settings.SIGNAL_ANSWER_DAYS)
    dossiers = Dossier.objects.standing()
    return {
        "on": today().isoformat(),
        "signals": {
            "total": city.signals,
            "by_state": {state.value: city.by[Axis.STATE][state] for state in SignalState},
            "by_area": _named(city.by[Axis.AREA], areas),
            "by_theme": _named(city.by[Axis.THEME], themes),
            "first_answer": _times(answers) | {"term": settings.SIGNAL_ANSWER_DAYS},
        },
        "dossiers": {
            "total": dossiers.count(),
            "by_state": _by(dossiers, "state", DossierState.values),
            "by_cause": _by(dossiers, "cause", Cause.values),
            "overdue": dossiers.overdue(today()).count(),
            "first_action": _times(dossier_times(dossiers, "first_action_on")),
            "answer": _times(dossier_times(dossiers, "answered_on")),
        },
    }


def _named(counts: Counter[str], names: Mapping[str, str]) -> dict[str, int | None]:
    """What was not said stands at the end, under its own name."""
    along = {key: counts[key] for key in names}
    few = hidden_in_line(along)
    shown = {names[key]: None if key in few else number for key, number in along.items()}
    return shown | {"not_said": counts[NOT_SAID]}


def _by(dossiers, field: str, values: list[str]) -> dict[str, int]:
    found = dict(dossiers.order_by().values_list(field).annotate(number=Number("pk")))
    return {value: found.get(value, 0) for value in values}


def _times(times: Times) -> dict[str, int | None]:
    return {
        "number": times.number,
        "median_working_days": times.median,
        "ninetieth_percentile_working_days": times.ninetieth,
        "within_term": times.within,
    }
