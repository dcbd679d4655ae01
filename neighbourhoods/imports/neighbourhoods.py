"""Imports neighbourhoods: what a file would change, in words, and then the change itself."""

import datetime
from dataclasses import dataclass, field

from django.db import transaction
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jos.shared.imports import Change, ChangeKind, FileRefused, Plan, Problem
from jos.shared.models import unique_slug
from jos.shared.time import in_words, today
from neighbourhoods.drawing import redraw
from neighbourhoods.imports.areas import Area, read_areas
from neighbourhoods.imports.choices import Choices
from neighbourhoods.imports.files import read_layer
from neighbourhoods.imports.matching import Known, shared_ground
from neighbourhoods.imports.overlaps import is_overlap
from neighbourhoods.models import Neighbourhood, NeighbourhoodCode

SAME_BORDER = 1.0  # metres: nearer than that, a border did not move


@dataclass
class Step:
    """What happens to one neighbourhood."""

    area: Area
    neighbourhood: Neighbourhood | None  # None: a new one
    values: dict[str, object]  # the fields that change
    new_code: bool


@dataclass
class NeighbourhoodPlan(Plan):
    source: str = ""
    steps: list[Step] = field(default_factory=list)
    ending: list[Neighbourhood] = field(default_factory=list)
    end_on: datetime.date | None = None

    @property
    def is_empty(self) -> bool:
        return super().is_empty and not self.ending


def plan_neighbourhoods(content: bytes, name: str, options: dict[str, str]) -> NeighbourhoodPlan:
    """What importing this file would do. FileRefused where the file as a whole makes no sense."""
    choices = Choices(**options)
    _check_source(choices.source)
    reading = read_areas(read_layer(content), choices)
    plan = NeighbourhoodPlan(problems=reading.problems, notes=reading.notes, source=choices.source)
    if plan.is_refused:
        return plan
    known = Known.to(choices.source)
    found = known.match(reading.areas)
    _refuse_twice(plan, reading.areas, found)
    for area, neighbourhood in zip(reading.areas, found, strict=True):
        _plan_area(plan, known, area, neighbourhood)
    gone = [n for n in known.neighbourhoods if n not in found and n.holds_on(today())]
    _plan_gone(plan, gone, choices.end_on)
    _ask(plan, known, gone)
    plan.changes.sort(key=lambda change: change.label.casefold())
    return plan


def _check_source(source: str) -> None:
    most = NeighbourhoodCode._meta.get_field("source").max_length or 0
    if not source.strip() or len(source) > most:
        raise FileRefused(_("Name the source of the codes, in at most %(most)d characters.") % {"most": most})


def _refuse_twice(plan: NeighbourhoodPlan, areas: list[Area], found: list[Neighbourhood | None]) -> None:
    seen: dict[int, Area] = {}
    for area, neighbourhood in zip(areas, found, strict=True):
        if neighbourhood and (twin := seen.setdefault(neighbourhood.pk, area)) is not area:
            why = _("%(other)s and this are both codes of %(name)s: each neighbourhood can stand in the file once.")
            plan.problems.append(Problem(area.label, why % {"other": twin.label, "name": neighbourhood}))


def _plan_area(plan: NeighbourhoodPlan, known: Known, area: Area, neighbourhood: Neighbourhood | None) -> None:
    if neighbourhood is None:
        plan.changes.append(Change(ChangeKind.NEW, area.label))
        plan.steps.append(Step(area, None, {}, new_code=True))
        return
    values, details = {}, []
    if known.leads(neighbourhood):
        values, details = _differences(area, neighbourhood, known)
    if neighbourhood.valid_until is not None:
        values["valid_until"] = None
        details.append(_("open again: it ended on %(day)s") % {"day": in_words(neighbourhood.valid_until)})
    new_code = area.code not in known.codes_of(neighbourhood)
    if new_code:
        words = {"name": neighbourhood.name, "source": known.source, "code": area.code}
        details.append(_("is known here as %(name)s, and gets the code %(code)s of “%(source)s”") % words)
    kind = ChangeKind.CHANGED if details else ChangeKind.UNCHANGED
    plan.changes.append(Change(kind, area.label, tuple(details)))
    if details:
        plan.steps.append(Step(area, neighbourhood, values, new_code))


def _differences(area: Area, neighbourhood: Neighbourhood, known: Known) -> tuple[dict[str, object], list[str]]:
    """The fields that change, and the same in words."""
    values: dict[str, object] = {}
    details = []
    if area.name != neighbourhood.name:
        values["name"] = area.name
        details.append(_("name from “%(old)s” to “%(new)s”") % {"old": neighbourhood.name, "new": area.name})
    if area.district and area.district != neighbourhood.district:
        values["district"] = area.district
        words = {"old": neighbourhood.district or "–", "new": area.district}
        details.append(_("district from “%(old)s” to “%(new)s”") % words)
    if area.borders != neighbourhood.geometry:
        old = known.shape_of(neighbourhood)
        if old.hausdorff_distance(area.plane) > SAME_BORDER:
            values["geometry"] = area.borders
            words = {"old": _km2(old.area), "new": _km2(area.plane.area)}
            details.append(_("borders changed, area from %(old)s to %(new)s km²") % words)
    return values, details


def _plan_gone(plan: NeighbourhoodPlan, gone: list[Neighbourhood], end_on: datetime.date | None) -> None:
    """Neighbourhoods the file does not have stay, unless staff gave the day on which they end."""
    for neighbourhood in gone:
        details = _("stays as it is")
        if neighbourhood.valid_until:
            details = _("ends on %(day)s, as was already said") % {"day": in_words(neighbourhood.valid_until)}
        elif end_on and neighbourhood.valid_from and end_on < neighbourhood.valid_from:
            why = _("It only starts on %(day)s: it cannot end before.") % {"day": in_words(neighbourhood.valid_from)}
            plan.problems.append(Problem(neighbourhood.name, why))
        elif end_on:
            details = _("ends on %(day)s") % {"day": in_words(end_on)}
            plan.ending.append(neighbourhood)
        plan.changes.append(Change(ChangeKind.MISSING, neighbourhood.name, (details,)))
    plan.end_on = end_on


def _ask(plan: NeighbourhoodPlan, known: Known, gone: list[Neighbourhood]) -> None:
    """What is allowed, but may be a mistake."""
    staying = [neighbourhood for neighbourhood in gone if neighbourhood not in plan.ending]
    _ask_about_new(plan, known)
    _ask_about_moved(plan, known)
    _ask_about_missing(plan, [neighbourhood for neighbourhood in staying if neighbourhood.valid_until is None])
    _ask_about_overlaps(plan, known, staying)


def _ask_about_new(plan: NeighbourhoodPlan, known: Known) -> None:
    is_again = any(known.codes_of(neighbourhood) for neighbourhood in known.neighbourhoods)
    if is_again and (new := plan.of_kind(ChangeKind.NEW)):
        names = ", ".join([change.label for change in new[:5]] + ["…"] * (len(new) > 5))
        plan.notes.append(Problem("", _("Not in the city before: %(names)s. Are these yours?") % {"names": names}))


def _ask_about_moved(plan: NeighbourhoodPlan, known: Known) -> None:
    """A code that stood for other ground was probably given by somebody else."""
    moved = [(step.area, step.neighbourhood) for step in plan.steps if step.neighbourhood and "geometry" in step.values]
    for area, neighbourhood in moved:
        if not shared_ground(area.plane, known.shape_of(neighbourhood)):
            why = _("Until now this code stood for %(name)s, somewhere else. Are these codes of another source?")
            plan.notes.append(Problem(area.label, why % {"name": neighbourhood}))


def _ask_about_missing(plan: NeighbourhoodPlan, staying: list[Neighbourhood]) -> None:
    if staying:
        why = ngettext(
            "Not in this file: %(number)d neighbourhood. It stays, unless you give a last day.",
            "Not in this file: %(number)d neighbourhoods. They stay, unless you give a last day.",
            len(staying),
        )
        plan.notes.append(Problem("", why % {"number": len(staying)}))


def _ask_about_overlaps(plan: NeighbourhoodPlan, known: Known, staying: list[Neighbourhood]) -> None:
    moving = [step.area for step in plan.steps if step.neighbourhood is None or "geometry" in step.values]
    for area in moving:
        for neighbourhood in staying:
            shape = known.shape_of(neighbourhood)
            if is_overlap(area.plane.intersection(shape).area, area.plane, shape):
                why = _("It overlaps %(name)s, which is not in this file. Should that one end?")
                plan.notes.append(Problem(area.label, why % {"name": neighbourhood}))


@transaction.atomic
def apply_neighbourhoods(plan: NeighbourhoodPlan, *, by) -> None:
    """Write the plan, with history, and draw the map anew."""
    if plan.is_refused:
        raise FileRefused(_("Nothing was written."))
    if plan.is_empty:
        return
    taken = set(Neighbourhood.objects.values_list("slug", flat=True))
    for step in plan.steps:
        neighbourhood = step.neighbourhood or _new(step.area, taken)
        for name, value in step.values.items():
            setattr(neighbourhood, name, value)
        if step.values or step.neighbourhood is None:
            neighbourhood.save_by(by)
        if step.new_code:
            NeighbourhoodCode(neighbourhood=neighbourhood, source=plan.source, code=step.area.code).save_by(by)
    for neighbourhood in plan.ending:
        neighbourhood.valid_until = plan.end_on
        neighbourhood.save_by(by)
    redraw()


def _new(area: Area, taken: set[str]) -> Neighbourhood:
    slug = unique_slug(Neighbourhood, area.name, taken)
    return Neighbourhood(name=area.name, slug=slug, district=area.district, geometry=area.borders)


def _km2(square_metres: float) -> str:
    return number_format(square_metres / 1_000_000, 2)
