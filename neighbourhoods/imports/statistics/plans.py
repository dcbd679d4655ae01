"""The plan of an import of figures: every value has its step, and the preview tells them per statistic."""

import hashlib
from dataclasses import dataclass, field

from django.db import transaction
from django.utils.translation import gettext as _
from simple_history.utils import bulk_create_with_history, bulk_update_with_history

from jos.shared.imports import ChangeKind, FileRefused, Plan
from neighbourhoods.models import DataSet, Statistic, StatisticValue

BATCH = 500
FACTS = ("value", "missing", "is_converted")
Place = tuple[int | None, str]  # neighbourhood (None: the city) and period


@dataclass
class ValueStep:
    """What happens to one value."""

    kind: ChangeKind
    statistic: Statistic
    place: Place
    record: StatisticValue  # as it will be
    before: StatisticValue | None = None

    def becomes(self, there: StatisticValue) -> None:
        """It has a value already: the same, or another that is corrected."""
        after = [getattr(self.record, fact) for fact in FACTS]
        if after == [getattr(there, fact) for fact in FACTS]:
            self.kind, self.record = ChangeKind.UNCHANGED, there
        else:
            self.kind, self.before = ChangeKind.CHANGED, there
            self.record.pk = there.pk


@dataclass
class StatisticsPlan(Plan):
    steps: list[ValueStep] = field(default_factory=list)
    new_statistics: list[Statistic] = field(default_factory=list)
    data_set: DataSet | None = None

    @property
    def is_empty(self) -> bool:
        return not any(step.kind in (ChangeKind.NEW, ChangeKind.CHANGED) for step in self.steps)

    @property
    def fingerprint(self) -> str:
        """Every value counts, also those that the preview does not write out."""
        told = [
            (step.kind.value, step.statistic.slug, step.place, _facts(step.record), _facts(step.before))
            for step in self.steps
        ]
        made = [(statistic.name, statistic.adds_up) for statistic in self.new_statistics]
        return hashlib.sha256(repr((told, made, str(self.data_set), self.problems)).encode()).hexdigest()

    def counts(self) -> dict[str, int]:
        return {kind.value: len(self._steps(kind)) for kind in ChangeKind}

    def _steps(self, kind: ChangeKind) -> list[ValueStep]:
        return [step for step in self.steps if step.kind == kind]


def _facts(record: StatisticValue | None) -> list:
    return [getattr(record, fact) for fact in FACTS] if record else []


@transaction.atomic
def apply_statistics(plan: StatisticsPlan, *, by) -> None:
    """Write the plan: new data set, new statistics, then their values, each with its history."""
    if plan.is_refused:
        raise FileRefused(_("Nothing was written."))
    if plan.data_set and plan.data_set.pk is None and plan.new_statistics:
        plan.data_set.save_by(by)
    for statistic in plan.new_statistics:
        statistic.data_set = plan.data_set  # which has its key by now
        statistic.save_by(by)
    new = [_with_key(step) for step in plan._steps(ChangeKind.NEW)]
    changed = [_with_key(step) for step in plan._steps(ChangeKind.CHANGED)]
    bulk_create_with_history(new, StatisticValue, batch_size=BATCH, default_user=by)
    bulk_update_with_history(changed, StatisticValue, list(FACTS), batch_size=BATCH, default_user=by)


def _with_key(step: ValueStep) -> StatisticValue:
    step.record.statistic = step.statistic
    return step.record
