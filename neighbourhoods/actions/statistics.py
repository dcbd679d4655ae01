"""Each change of what a statistic means and where it comes from, with who made it."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from jos.shared.saving import save_new, save_version
from neighbourhoods.figures.derivations import needs_itself
from neighbourhoods.models import DataSet, Statistic


@transaction.atomic
def create_statistic(*, statistic: Statistic, by) -> Statistic:
    """Save a new definition. What is new is needed by none, so it cannot need itself."""
    return save_new(statistic, by=by, named=statistic.name)[0]


@transaction.atomic
def change_statistic(*, statistic: Statistic, version: int, by) -> Statistic:
    """Save what was typed over `version`. ValidationError where it would be made of itself."""
    _hold_definitions()
    if needs_itself(statistic):
        raise ValidationError(
            _("This would be made of itself: what it is derived from or weighted by is made of it. Choose another.")
        )
    save_version(statistic, version=version, by=by)
    return statistic


@transaction.atomic
def create_data_set(*, data_set: DataSet, by) -> DataSet:
    return save_new(data_set, by=by, named=data_set.name)[0]


@transaction.atomic
def change_data_set(*, data_set: DataSet, version: int, by) -> None:
    save_version(data_set, version=version, by=by)


def _hold_definitions() -> None:
    """Until the transaction ends nobody else changes what is made of what: two halves could make a circle."""
    list(Statistic.objects.select_for_update().order_by("pk").values_list("pk"))
