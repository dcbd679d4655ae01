"""What the style guide shows of charts: numbers that no database holds."""

from types import SimpleNamespace
from typing import Any

from django.http import QueryDict

from jos.shared.charts import BarChart, LineChart, Series, Sparkline, Stretch
from jos.shared.scatter import Dot, Scatter
from neighbourhoods.enums import Method, Missing
from neighbourhoods.figures import UNKNOWN, Figure, Row
from neighbourhoods.forms.weighings import WhatIf
from neighbourhoods.models import Neighbourhood, Statistic
from neighbourhoods.weighing import Weighed, rank
from neighbourhoods.weighing.page import Decided, WeighingPage
from organisations.enums import AgeBand, Function

MONTHS = tuple(f"{month}/2026" for month in range(1, 13))
RISING, FALLING = (4, 4, 5, 6, 6, 8, 9, 9, 12, 14, 15, 18), (9, 9, 9, 8, None, None, 6, 5, 5, 4, 2, 2)
TONES = tuple(function.value for function in Function)


def line_chart() -> LineChart:
    series = (Series("Vrije tijd", RISING, "FREE_TIME"), Series("Brug", FALLING, "BRIDGE"))
    return LineChart(
        id="example-line",
        title="Uren per week",
        unit="u",
        labels=MONTHS,
        series=series,
        ticks=(0, 6, 11),
        stretches=(Stretch(8, 11, "R7"),),
        description="Vrije tijd gaat van 4 naar 18, brug van 9 naar 2.",
    )


def sparklines() -> list[Sparkline]:
    return [Sparkline(RISING), Sparkline(FALLING)]


def bar_charts() -> list[BarChart]:
    labels = tuple(str(band.label) for band in AgeBand)
    one = (Series("Uren", (12, 7, 3, None), "INK"),)
    stacked = tuple(Series(str(Function(tone).label), (4, 3, i, 1), tone) for i, tone in enumerate(TONES))
    return [
        BarChart("example-bars", "Uren per leeftijd", "u", labels, one, "Het meest van 6 tot 11 jaar."),
        BarChart("example-stack", "Uren per functie", "u", labels, stacked, "De vier functies per leeftijd."),
    ]


NEED = {"Kleine Ham": (7.6, 1.7), "Spoorpoort": (10.3, 1.4), "Weverij": (7.4, 0.9), "Linderhoek": (6.3, 0.8)} | {
    "Lakenhof": (38.8, 0.4),
    "Kanaalhaven": (0, -0.3),
    "Papiermolen": (29.3, -1),
    "Vinkenveld": (5.2, -1.5),
}


def scatter() -> Scatter:
    return Scatter(
        id="example-scatter",
        title="Nood en aanbod",
        description="Hoger: meer nood. Rechts: meer aanbod.",
        x_name="uren per 1.000 jongeren",
        y_name="meer nood",
        dots=tuple(
            Dot(name, name, "#scatter", f"{name}: {x} uur", x, y, is_important=x < 14 and y > 0, is_ringed=y > 1)
            for name, (x, y) in NEED.items()
        ),
        line_x=14,
        line_y=0,
        corners=(
            ("veel nood,", "weinig aanbod"),
            ("veel nood,", "meer aanbod"),
            ("minder nood,", "weinig aanbod"),
            ("minder nood,", "meer aanbod"),
        ),
    )


# --- A weighing ------------------------------------------------------------------------------------------

WEIGHTS = {"Kinderen in armoede": 3, "Leerlingen met vertraging": 2, "Speelruimte per inwoner": -1}
VALUES: dict[str, tuple[float | None, ...]] = {
    "Kleine Ham": (38, 31, 2.5),
    "Spoorpoort": (36, 20, 3),
    "Ketelbrug": (None, 28, 4),
    "Vinkenveld": (12, 14, 15),
    "Westmeers": (20, 12, 2),
    "Kanaalhaven": (None, None, None),
}


def weighing() -> WeighingPage:
    """A row of neighbourhoods: sure, unsure, with a decision, with a missing figure, and without any."""
    statistics = [Statistic(pk=number, slug=str(number), name=name) for number, name in enumerate(WEIGHTS)]
    items = [SimpleNamespace(statistic=each, weight=WEIGHTS[each.name]) for each in statistics]
    version: Any = SimpleNamespace(method=Method.ZSCORE, top=2, items=SimpleNamespace(all=lambda: items))
    areas = [Neighbourhood(pk=number, name=name, slug=str(number)) for number, name in enumerate(VALUES)]
    rows: list[Row] = [
        {area.pk: _figure(VALUES[area.name][number]) for area in areas} for number in range(len(statistics))
    ]
    weighed = [Weighed(each, WEIGHTS[each.name], "2026", UNKNOWN) for each in statistics]
    saved = rank(areas, list(zip(weighed, rows, strict=True)), Method.ZSCORE)
    return WeighingPage(WhatIf(QueryDict(), version), saved, {areas[1].pk: Decided(1, "")})


def _figure(value: float | None) -> Figure:
    return Figure(missing=Missing.SUPPRESSED) if value is None else Figure(value)
