"""What changed from one version of a weighing to the next, who did it, and why."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from neighbourhoods.actions.weighings import Recipe
from neighbourhoods.enums import Method
from neighbourhoods.figures.words import number
from neighbourhoods.models import WeighingVersion


@dataclass(frozen=True)
class Entry:
    """One version, and what it changed of the one before: nothing for the first."""

    version: WeighingVersion
    changes: tuple[str, ...]


def entries(versions: list[WeighingVersion]) -> list[Entry]:
    """`versions`: the last one first, with their items."""
    older = [*versions[1:], None]
    return [
        Entry(version, tuple(changes(Recipe.of(before), Recipe.of(version))) if before else ())
        for version, before in zip(versions, older, strict=True)
    ]


def changes(before: Recipe, after: Recipe) -> Iterator[str]:
    """Each difference in a few words."""
    for statistic in sorted({*before.weights, *after.weights}, key=lambda each: each.name):
        was, now = before.weights.get(statistic), after.weights.get(statistic)
        if was is None and now is not None:
            yield _("%(statistic)s comes in, with weight %(now)s") % {"statistic": statistic, "now": number(now)}
        elif now is None:
            yield _("%(statistic)s goes out") % {"statistic": statistic}
        elif was is not None and was != now:
            yield _("%(statistic)s from %(was)s to %(now)s") % {
                "statistic": statistic,
                "was": number(was),
                "now": number(now),
            }
    if before.method != after.method:
        yield _("by %(method)s") % {"method": Method(after.method).label}
    if before.top != after.top:
        yield _("the first %(now)d instead of %(was)d") % {"now": after.top, "was": before.top}
