"""Each change of a weighing, with who made it. What is weighed never changes: a change makes the next version."""

from dataclasses import dataclass

from django.db import transaction

from jos.shared.saving import save_new, save_version
from neighbourhoods.models import Statistic, Weighing, WeighingItem, WeighingVersion


@dataclass(frozen=True)
class Recipe:
    """What is weighed and how: statistics with weights, a method, and how many neighbourhoods come first."""

    method: str
    top: int
    weights: dict[Statistic, float]  # a negative weight: more of it means less need

    @classmethod
    def of(cls, version: WeighingVersion) -> "Recipe":
        return cls(version.method, version.top, {item.statistic: item.weight for item in version.items.all()})


@transaction.atomic
def create_weighing(*, weighing: Weighing, recipe: Recipe, reason: str, by) -> Weighing:
    """Save a new weighing with its first version."""
    weighing, is_new = save_new(weighing, by=by, named=weighing.name)
    if is_new:
        _save_version(weighing, 1, recipe, reason, by)
    return weighing


@transaction.atomic
def change_weighing(*, weighing: Weighing, version: int, recipe: Recipe, reason: str, by) -> None:
    """Save what was typed over `version`. Where something else is weighed, or otherwise, that is the next one."""
    save_version(weighing, version=version, by=by)
    last = weighing.versions.prefetch_related("items__statistic").first()
    if last is None or Recipe.of(last) != recipe:
        _save_version(weighing, last.number + 1 if last else 1, recipe, reason, by)


def _save_version(weighing: Weighing, number: int, recipe: Recipe, reason: str, by) -> None:
    version = WeighingVersion.objects.create(
        weighing=weighing, number=number, method=recipe.method, top=recipe.top, reason=reason, saved_by=by
    )
    WeighingItem.objects.bulk_create(
        WeighingItem(version=version, statistic=statistic, weight=weight)
        for statistic, weight in recipe.weights.items()
    )
