"""Two ways to weigh the figures of the demo city: one that was changed after a year, and one about room to play."""

import datetime

from jos.demo.figures.writing import Statistics
from jos.demo.writing import made, moment, write
from jos.shared.time import months_later
from neighbourhoods.enums import Method
from neighbourhoods.models import Weighing, WeighingItem, WeighingVersion

OPPORTUNITIES = "kansen-voor-jongeren"
Versions = dict[tuple[str, int], WeighingVersion]  # by the slug of the weighing, and its number

# Slug, name and explanation; then each version: months ago, method, how many come first, why, and the weights.
WEIGHINGS = (
    (
        OPPORTUNITIES,
        "Kansen voor jongeren",
        "Waar jongeren minder kansen krijgen: thuis, op school en als ze hulp zoeken.",
        (
            (-30, Method.ZSCORE, 10, "", {"aandeel-laag-inkomen": 2, "schoolse-vertraging": 1}),
            (
                -16,
                Method.ZSCORE,
                7,
                "De partners vroegen om ook te kijken naar wie op hulp wacht, en naar ruimte om te spelen.",
                {
                    "aandeel-laag-inkomen": 3,
                    "schoolse-vertraging": 2,
                    "wachten-per-1000": 2,
                    "speelruimte-per-inwoner": -1,
                },
            ),
        ),
    ),
    (
        "ruimte-om-te-spelen",
        "Ruimte om te spelen",
        "Waar weinig ruimte is om buiten te zijn, en waar er snel jongeren bij komen.",
        ((-11, Method.RANK, 7, "", {"speelruimte-per-inwoner": -2, "groei-jongeren": 1}),),
    ),
)


def write_weighings(statistics: Statistics, *, at: datetime.date, by) -> Versions:
    versions: Versions = {}
    for slug, name, explanation, saved in WEIGHINGS:
        weighing = Weighing(slug=slug, name=name, explanation=explanation, version=len(saved))
        made(weighing, by=by, on=months_later(at, saved[0][0]))
        write([weighing])
        for number, (months, method, top, reason, weights) in enumerate(saved, start=1):
            version = WeighingVersion.objects.create(
                weighing=weighing, number=number, method=method, top=top, reason=reason, saved_by=by
            )
            version.saved_at = moment(months_later(at, months))  # it sets itself to now
            version.save(update_fields=["saved_at"])
            WeighingItem.objects.bulk_create(
                WeighingItem(version=version, statistic=statistics[statistic], weight=weight)
                for statistic, weight in weights.items()
            )
            versions[slug, number] = version
    return versions
