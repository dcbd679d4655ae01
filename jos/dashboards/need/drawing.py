"""Need against supply as a scatter: a dot for each neighbourhood of which both are known."""

from django.utils.translation import gettext as _

from jos.dashboards.need.enums import Quadrant, SupplyKind
from jos.dashboards.need.standings import NeedAndSupply, Standing
from jos.shared.charts import in_words
from jos.shared.scatter import Dot, Scatter


def draw(need: NeedAndSupply) -> Scatter | None:
    """None where there is nothing to draw."""
    if not need.known:
        return None
    hours = need.kind == SupplyKind.HOURS
    return Scatter(
        id="need",
        title=_("Need and what is on offer, by neighbourhood"),
        description=_("Higher up: more need. Further right: more on offer."),
        x_name=str(need.kind.label),
        y_name=_("more need, by “%s”") % need.version.weighing.name,
        dots=tuple(_dot(standing) for standing in need.known),
        line_x=need.little if hours else need.little - 0.5,
        line_y=_border(need),
        corners=(
            (_("high need,"), _("little on offer")),
            (_("high need,"), _("more on offer")),
            (_("less need,"), _("little on offer")),
            (_("less need,"), _("more on offer")),
        ),
    )


def _dot(standing: Standing) -> Dot:
    area, supply = standing.row.area, standing.supply.value or 0
    words = _("%(name)s: need in place %(rank)d, on offer %(supply)s") % {
        "name": area.name,
        "rank": standing.place.rank,
        "supply": in_words(supply),
    }
    return Dot(
        key=standing.row.key,
        name=area.name,
        href=standing.row.sheet,
        words=words,
        x=supply,
        y=standing.place.score or 0,
        is_important=standing.quadrant == Quadrant.FIRST,
        is_ringed=area.priority,
    )


def _border(need: NeedAndSupply) -> float:
    """Between the lowest score that is still high, and the highest that is not."""
    scores = [(place.rank or 0, place.score or 0) for place in need.ranking.ranked]
    high = [score for rank, score in scores if rank <= need.version.top]
    rest = [score for rank, score in scores if rank > need.version.top]
    return (min(high) + max(rest)) / 2 if high and rest else min(score for _rank, score in scores)
