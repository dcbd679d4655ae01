"""What happened to records, as a story people can read: who changed what, from what to what, and when."""

import datetime
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType

from django.db import models
from django.utils.formats import number_format, time_format
from django.utils.translation import gettext as _

from jos.shared.fields import CodeListField
from jos.shared.time import in_words

MOMENT = datetime.timedelta(seconds=10)  # what one person does to one thing in it, is one entry
LONGEST_VALUE = 80
UNTOLD = frozenset({"id", "version", "slug", "created_with"})
CREATED, CHANGED, DELETED = "+", "~", "-"


@dataclass(frozen=True)
class Entry:
    """One thing somebody did to one record and what belongs to it."""

    when: datetime.datetime
    who: str  # empty: the system
    about: str
    kind: str  # CREATED, CHANGED or DELETED
    changes: tuple[str, ...]

    @property
    def created(self) -> bool:
        return self.kind == CREATED

    @property
    def deleted(self) -> bool:
        return self.kind == DELETED


@dataclass(frozen=True)
class _Step:
    """One row of history, in words."""

    row: models.Model
    about: tuple[type, int, str]
    is_part: bool
    changes: tuple[str, ...]


def story(*sources: models.QuerySet | models.Model, because: str = "") -> list[Entry]:
    """The history of records, the newest first. Sources: records, or querysets of history (`Offer.history.filter(…)`).

    A model that belongs to another says so with `story_of = "offer"`: its changes are told as changes of that one.
    `because`: tell only what was done for that reason (`jos.shared.history`); sources hold what was before it too.
    One query for each source, two where its records span others, and one for each kind of record they refer to,
    unless a record among the sources was fetched with those. A model names what nobody tells of in `story_without`.
    """
    rows = [row for source in sources for row in _rows(source)]
    rows.sort(key=lambda row: (row.history_date, row.history_id))
    related = _related(rows, [source for source in sources if isinstance(source, models.Model)])
    before: dict[tuple[type, int], models.Model] = {}
    steps = []
    for row in rows:
        key = (row.instance_type, row.id)
        is_told = not because or row.history_change_reason == because
        if is_told and (step := _step(row, before.get(key), related)):
            steps.append(step)
        before[key] = row
    return _entries(steps)


def _rows(source: models.QuerySet | models.Model) -> list[models.Model]:
    found = source.history.all() if isinstance(source, models.Model) else source
    rows = list(found.select_related("history_user"))
    for field in rows[0]._history_m2m_fields if rows else ():
        _add_spanned(rows, field)
    return rows


def _add_spanned(rows: list[models.Model], field: models.ManyToManyField) -> None:
    """To each row, the keys of the records it spanned then: the neighbourhoods of a circle."""
    spanned = defaultdict(set)
    pairs = getattr(type(rows[0]), field.name).filter(history__in=[row.history_id for row in rows])
    for history_id, key in pairs.values_list("history", field.m2m_reverse_field_name()):
        spanned[history_id].add(key)
    for row in rows:
        row.spanned = getattr(row, "spanned", {}) | {field: spanned[row.history_id]}


def _related(rows: Iterable[models.Model], sources: Iterable[models.Model]) -> dict[type, dict[int, models.Model]]:
    """The records that foreign keys in the rows point at, by model: from the rows themselves where they are told."""
    known = [record for source in sources for record in source._state.fields_cache.values() if record]
    wanted: dict[type, set[int]] = defaultdict(set)
    last_row: dict[tuple[type, int], models.Model] = {}
    for row in rows:
        last_row[row.instance_type, row.id] = row
        for field in _foreign_keys(row.instance_type):
            if (key := getattr(row, field.attname)) is not None:
                wanted[field.related_model].add(key)
        for field, keys in getattr(row, "spanned", {}).items():
            wanted[field.related_model] |= keys
    related = {}
    for model, keys in wanted.items():
        told = {record.pk: record for record in known if type(record) is model}
        told |= {key: last_row[model, key].instance for key in keys if (model, key) in last_row}
        related[model] = told | model._base_manager.in_bulk(keys - told.keys())
    return related


def _foreign_keys(model: type[models.Model]) -> list[models.ForeignKey]:
    return [field for field in _told(model) if isinstance(field, models.ForeignKey)]


def _told(model: type[models.Model]) -> list[models.Field]:
    untold = UNTOLD.union(getattr(model, "story_without", ()))
    return [field for field in model._meta.concrete_fields if field.name not in untold]


def _step(row, previous, related) -> _Step | None:
    model = row.instance_type
    name = _name(row, related)
    parent = getattr(model, "story_of", None)
    if parent is None:
        changes = _changes(row, previous, related) if row.history_type == CHANGED else ()
        about = (model, row.id, name)
    else:
        changes = _changes_of_part(row, previous, related, name)
        key = getattr(row, f"{parent}_id")
        above = model._meta.get_field(parent).related_model
        about = (above, key, str(related.get(above, {}).get(key, "")))
    if not changes and row.history_type == CHANGED:
        return None
    return _Step(row, about, parent is not None, tuple(changes))


def _name(row, related) -> str:
    """What the record was called, without asking the database for what it refers to."""
    record = row.instance
    for field in _foreign_keys(row.instance_type):
        found = related.get(field.related_model, {}).get(getattr(row, field.attname))
        if found is not None:
            setattr(record, field.name, found)
    return str(getattr(record, "story_name", record))


def _changes_of_part(row, previous, related, name: str) -> list[str]:
    kind = row.instance_type._meta.verbose_name
    if row.history_type == DELETED:
        return [_("%(kind)s “%(name)s” removed") % {"kind": kind, "name": name}]
    if row.history_type == CREATED:
        added = _("%(kind)s “%(name)s” added") % {"kind": kind, "name": name}
        return [", ".join([added, *_figures(row, related)])]
    return [_("%(name)s: %(change)s") % {"name": name, "change": change} for change in _changes(row, previous, related)]


def _figures(row, related) -> list[str]:
    """What a new part comes with, such as its hours."""
    fields = [field for field in row.instance_type._meta.concrete_fields if isinstance(field, models.DecimalField)]
    filled = [field for field in fields if getattr(row, field.attname) is not None]
    return [f"{field.verbose_name} {words_for(field, getattr(row, field.attname), related)}" for field in filled]


def _changes(row, previous, related) -> list[str]:
    if previous is None:
        return []
    model = row.instance_type
    names = {field.name for field in row.tracked_fields}
    fields = [field for field in _told(model) if field.name in names]
    return _spanned_since(row, previous, related) + [
        _change(field, getattr(previous, field.attname), getattr(row, field.attname), related)
        for field in fields
        if field.name != getattr(model, "story_of", None)
        and _differ(field, getattr(previous, field.attname), getattr(row, field.attname))
        and not _falls_silent(field, getattr(row, field.attname))
    ]


def _spanned_since(row, previous, related) -> list[str]:
    changes = []
    for field, keys in getattr(row, "spanned", {}).items():
        names = related.get(field.related_model, {})
        added, removed = keys - previous.spanned[field], previous.spanned[field] - keys
        changes += [_("with %(name)s") % {"name": name} for name in _sorted(added, names)]
        changes += [_("without %(name)s") % {"name": name} for name in _sorted(removed, names)]
    return changes


def _sorted(keys: Iterable[int], names: dict[int, models.Model]) -> list[str]:
    return sorted(str(names.get(key, "?")) for key in keys)


def _differ(field: models.Field, old, new) -> bool:
    """The same codes in another order say the same."""
    return set(old) != set(new) if isinstance(field, CodeListField) else old != new


def _falls_silent(field: models.Field, new) -> bool:
    """Words that are said with what one does, such as why: doing the next thing without any empties nothing."""
    return isinstance(field, models.TextField) and not field.editable and not new


def _change(field: models.Field, old, new, related) -> str:
    if isinstance(field, models.JSONField):
        return _("%(label)s changed") % {"label": field.verbose_name}  # borders are no words
    words = {"label": field.verbose_name, "old": words_for(field, old, related), "new": words_for(field, new, related)}
    if not words["new"]:
        return _("%(label)s emptied, was %(old)s") % words
    if not words["old"] or not field.editable:  # "confirmed on" only ever moves on
        return _("%(label)s: %(new)s") % words
    return _("%(label)s from %(old)s to %(new)s") % words


def words_for(field: models.Field, value, related=MappingProxyType({})) -> str:
    """A value as people say it. Empty hours are unknown, which is not zero (R17)."""
    if isinstance(field, models.ForeignKey):
        return str(related.get(field.related_model, {}).get(value, "")) if value else ""
    if isinstance(field, CodeListField):
        names = dict(field.codes.choices) if field.codes else {}
        return ", ".join(str(names.get(code, code)) for code in value)
    if isinstance(value, datetime.time):
        return time_format(value, "H:i")
    if field.choices and value not in (None, ""):
        return str(dict(field.flatchoices).get(value, value))
    if isinstance(field, models.BooleanField):
        return _("yes") if value else _("no")
    if isinstance(field, models.DecimalField) and value is None:
        return _("unknown")
    if isinstance(value, (int, float, Decimal)):
        return _number(value)
    if isinstance(value, datetime.date):
        return in_words(value)
    text = "" if value is None else str(value)
    return text if len(text) <= LONGEST_VALUE else text[:LONGEST_VALUE].rstrip() + "…"


def _number(value) -> str:
    text = f"{value:f}" if not isinstance(value, int) else str(value)
    return number_format(text.rstrip("0").rstrip(".") if "." in text else text, use_l10n=True)


def _entries(steps: list[_Step]) -> list[Entry]:
    """Steps of one person, about one thing, at one moment, told together."""
    groups: list[list[_Step]] = []
    for step in steps:
        group = next((g for g in reversed(groups[-20:]) if _same_moment(g[-1], step)), None)
        if group:
            group.append(step)
        else:
            groups.append([step])
    return [_entry(group) for group in reversed(groups)]


def _same_moment(one: _Step, other: _Step) -> bool:
    return (
        one.about[:2] == other.about[:2]
        and one.row.history_user_id == other.row.history_user_id
        and other.row.history_date - one.row.history_date <= MOMENT
    )


def _entry(group: list[_Step]) -> Entry:
    whole = [step.row.history_type for step in group if not step.is_part]
    last = group[-1].row
    return Entry(
        when=last.history_date,
        who=str(last.history_user or ""),
        about=group[-1].about[2],
        kind=next((kind for kind in (DELETED, CREATED) if kind in whole), CHANGED),
        changes=tuple(change for step in group for change in step.changes),
    )
