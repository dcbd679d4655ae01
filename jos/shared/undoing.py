"""Undoing all that was done for one reason: each record back to what it was, as new rows of history.

History is never rewritten. All of it is undone or nothing, and nothing at all where people built on it since.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby
from typing import cast

from django.db import IntegrityError, models, transaction
from django.db.models import ProtectedError
from django.utils.translation import gettext as _

from jos.shared.audit import CREATED, DELETED
from jos.shared.history import because, delete_with_history
from jos.shared.time import in_words

UNDO_OF = "undo of "  # before the reason
Models = tuple[type[models.Model], ...]


class CannotUndo(Exception):
    """Something stands in the way. `obstacles` says what, a sentence each."""

    def __init__(self, obstacles: list[str]):
        super().__init__(*obstacles)
        self.obstacles = obstacles


@dataclass
class Touched:
    """One record that was made, changed or removed: what it was before, and what was done to it."""

    model: type[models.Model]
    first: models.Model  # rows of history
    last: models.Model
    order: int  # of its model: parents before their parts
    before: models.Model | None = None
    later: models.Model | None = None

    @property
    def made(self) -> bool:
        return self.first.history_type == CREATED

    @property
    def removed(self) -> bool:
        return self.last.history_type == DELETED

    @property
    def parent(self) -> tuple[type[models.Model], int] | None:
        """What it is a part of."""
        name = getattr(self.model, "story_of", None)
        if name is None:
            return None
        whole = cast(type[models.Model], self.model._meta.get_field(name).related_model)
        return whole, getattr(self.first, f"{name}_id")

    @property
    def when(self) -> tuple:
        """Where it stands among the rest. What was made came before what was hung on it."""
        row = self.first if self.made else self.last
        return row.history_date, self.order, row.history_id


@dataclass
class Undoing:
    """What undoing would do, and what stands in its way."""

    touched: list[Touched] = field(default_factory=list)
    obstacles: list[str] = field(default_factory=list)

    @property
    def made(self) -> int:
        """Records that would be removed again, apart from what is a part of another."""
        return len({each.first.id for each in self._wholes if each.made})

    @property
    def changed(self) -> int:
        """Records that would get back what they were, those included of which only a part changed."""
        parts = [each for each in self.touched if each.parent]
        whole = {(each.model, each.first.id) for each in self._wholes}
        of_parts = {each.parent for each in parts}
        return len({(each.model, each.first.id) for each in self._wholes if not each.made} | (of_parts - whole))

    @property
    def _wholes(self) -> list[Touched]:
        return [each for each in self.touched if not each.parent]


def look(reason: str, *, among: Models) -> Undoing:
    """What was done to records of these models (parents before their parts) for `reason`. Reads only."""
    touched = [each for order, model in enumerate(among) for each in _touched(model, order, reason)]
    undoing = Undoing(touched)
    if not touched:
        undoing.obstacles.append(_("Nothing is known of what it did."))
    undoing.obstacles += [_something_happened(row) for row in (each.later for each in touched) if row]
    undoing.obstacles += _new_parts(undoing, among)
    undoing.obstacles += _hanging_on(undoing)
    return undoing


@transaction.atomic
def undo(reason: str, *, among: Models, by) -> None:
    """Do the opposite of all that was done, the last thing first. CannotUndo says why not."""
    for model in among:  # whoever changes one of these now, waits for us
        keys = model.history.filter(history_change_reason=reason).values("id")
        list(model._base_manager.select_for_update().filter(pk__in=keys).order_by("pk").values_list("pk"))
    undoing = look(reason, among=among)
    if undoing.obstacles:
        raise CannotUndo(undoing.obstacles)
    try:
        with transaction.atomic(), because(f"{UNDO_OF}{reason}"):
            touched = sorted(undoing.touched, key=lambda each: each.when, reverse=True)
            for (model, is_made, is_part), run in groupby(touched, key=_sort_of):
                if is_made and is_part:  # thousands of values, say: nothing hangs on a part
                    delete_with_history([each.first.id for each in run], model, by=by)
                else:
                    for each in run:
                        _put_back(each, by)
    except (IntegrityError, ProtectedError) as error:
        raise CannotUndo([_("Something new stands in the place of what was there.")]) from error


def _touched(model: type[models.Model], order: int, reason: str) -> list[Touched]:
    rows = model.history.filter(history_change_reason=reason)
    found: dict[int, Touched] = {}
    for row in rows.order_by("history_id"):
        found.setdefault(row.id, Touched(model, row, row, order)).last = row
    others = model.history.filter(id__in=rows.values("id")).exclude(history_change_reason=reason)
    for row in _standing(others.select_related("history_user").order_by("history_id")):
        each = found[row.id]
        if row.history_id < each.first.history_id:
            each.before = row
        elif row.history_id > each.last.history_id:
            each.later = row
    return [each for each in found.values() if not (each.made and each.removed)]


def _standing(rows: Iterable[models.Model]) -> list[models.Model]:
    """Without what was undone, and without the undoing of it: together they changed nothing."""
    rows = list(rows)
    reasons = {row.history_change_reason or "" for row in rows}
    undone = {reason for reason in reasons if f"{UNDO_OF}{reason}" in reasons or reason.startswith(UNDO_OF)}
    return [row for row in rows if row.history_change_reason not in undone]


def _something_happened(row: models.Model) -> str:
    words = {
        "name": _name_of(row),
        "day": in_words(row.history_date.date()),
        "who": row.history_user or _("the system"),
    }
    return _("%(name)s was changed on %(day)s by %(who)s.") % words


def _name_of(row: models.Model) -> str:
    """A part is called as what it is a part of."""
    record = row.instance
    parent = getattr(record, "story_of", None)
    try:
        return str(getattr(record, parent) if parent else record)
    except models.ObjectDoesNotExist:
        return str(row.instance_type._meta.verbose_name)


def _new_parts(undoing: Undoing, among: Models) -> list[str]:
    """What people added since to records that were touched, or removed from them."""
    obstacles = []
    for model in among:
        parent = getattr(model, "story_of", None)
        above = model._meta.get_field(parent).related_model if parent else None
        changed = {each.first.id: each for each in undoing.touched if each.model is above and not each.made}
        if changed:
            known = {each.first.id for each in undoing.touched if each.model is model}
            until = max(each.last.history_date for each in undoing.touched)
            rows = model.history.filter(**{f"{parent}_id__in": changed}, history_date__gt=until)
            rows = _standing(rows.exclude(id__in=known).select_related("history_user"))
            obstacles += [_something_happened(row) for row in rows]
    return obstacles


def _hanging_on(undoing: Undoing) -> list[str]:
    """Records that refer to something that was made, and that were not touched themselves."""
    touched = {(each.model, each.first.id) for each in undoing.touched}
    made: dict[type[models.Model], set[int]] = {}
    for each in undoing.touched:
        if each.made:
            made.setdefault(each.model, set()).add(each.first.id)
    obstacles = []
    for model, keys in made.items():
        for relation in model._meta.related_objects:
            if relation.many_to_many and not relation.through._meta.auto_created:
                continue  # the rows between the two are looked at themselves
            name = relation.field.name
            for record in relation.related_model._base_manager.filter(**{f"{name}__in": keys}).distinct():
                if (type(record), record.pk) not in touched:
                    what = {"kind": record._meta.verbose_name, "name": record}
                    obstacles.append(_("The %(kind)s “%(name)s” is built on what was made.") % what)
    return obstacles


def _sort_of(each: Touched) -> tuple[type[models.Model], bool, bool]:
    return each.model, each.made, each.parent is not None


def _put_back(each: Touched, by) -> None:
    current = each.model._base_manager.filter(pk=each.first.id).first()
    if each.made:
        current.delete_by(by)
        return
    if each.before is None:
        raise CannotUndo([_("It is not known what %(name)s was before.") % {"name": _name_of(each.first)}])
    record = current or each.model(pk=each.first.id)
    for known in each.before.tracked_fields:
        if known.name != "version":
            setattr(record, known.attname, getattr(each.before, known.attname))
    if hasattr(record, "version"):
        record.version = (current or each.last).version + 1
    record.save_by(by)
    for many in each.before._history_m2m_fields:
        rows = getattr(each.before, many.name).all()
        getattr(record, many.name).set([getattr(row, f"{many.m2m_reverse_field_name()}_id") for row in rows])
