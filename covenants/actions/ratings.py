"""How a partner rates the city over a period. The city only ever sees what several partners say together."""

from collections.abc import Mapping

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from covenants.following_up.telling import refuse_once_told
from covenants.models import CityRating, ReportingPeriod
from jos.shared.saving import ChangedMeanwhile
from jos.shared.time import in_words, today

Scores = Mapping[str, int]  # by aspect; an aspect without a score is not rated


@transaction.atomic
def rate_city(*, period: ReportingPeriod, scores: Scores, seen: Scores, by) -> None:
    """Keep these scores in the place of those that were `seen`. ChangedMeanwhile where a colleague gave others."""
    list(ReportingPeriod.objects.select_for_update().filter(pk=period.pk))  # whoever rates the same now, waits for us
    if today() < period.starts_on:
        day = {"day": in_words(period.starts_on)}
        raise ValidationError(_("This period starts on %(day)s. Rate the city from then on.") % day)
    given = scores_of(period)
    if given == scores:
        return
    refuse_once_told(period.ends_on.year, today())
    if given != seen:
        raise ChangedMeanwhile
    CityRating.objects.filter(period=period).delete()
    CityRating.objects.bulk_create(
        CityRating(period=period, aspect=aspect, score=score, by=by) for aspect, score in scores.items()
    )


def scores_of(period: ReportingPeriod) -> dict[str, int]:
    """What this partner gave over the period, by aspect. For its own people only."""
    return dict(CityRating.objects.filter(period=period).values_list("aspect", "score"))
