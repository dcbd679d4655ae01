"""Two neighbourhoods never hold the same ground. Slivers come of drawing, and are only said."""

from collections.abc import Iterator, Sequence

import shapely
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from shapely.geometry.base import BaseGeometry

from jos.shared.imports import Problem

# More than both of these is no sliver.
SLIVER_PART = 0.01  # of the smaller of the two
SLIVER_AREA = 1000  # square metres
WORTH_A_WORD = 100  # square metres; below that nobody needs to look


def overlap_problems(areas: Sequence[tuple[str, BaseGeometry]]) -> tuple[list[Problem], list[Problem]]:
    """Overlaps that refuse the file, and slivers to mention. `areas`: what to call each, and its shape in metres."""
    problems, notes = [], []
    for first, second, overlap in _overlaps([shape for _label, shape in areas]):
        (name, shape), (other, other_shape) = areas[first], areas[second]
        words = {"other": other, "area": number_format(overlap, 0, force_grouping=True)}
        if is_overlap(overlap, shape, other_shape):
            why = _("It overlaps %(other)s by %(area)s m². Each place belongs to one neighbourhood: mend the borders.")
            problems.append(Problem(name, why % words))
        elif overlap > WORTH_A_WORD:
            notes.append(Problem(name, _("It overlaps %(other)s by a sliver of %(area)s m².") % words))
    return problems, notes


def is_overlap(overlap: float, shape: BaseGeometry, other: BaseGeometry) -> bool:
    return overlap > SLIVER_AREA and overlap > SLIVER_PART * min(shape.area, other.area)


def _overlaps(shapes: Sequence[BaseGeometry]) -> Iterator[tuple[int, int, float]]:
    """Each pair that shares ground, with the square metres it shares."""
    firsts, seconds = shapely.STRtree(shapes).query(shapes, predicate="intersects")
    for first, second in zip(firsts, seconds, strict=True):
        if first < second and (area := shapes[first].intersection(shapes[second]).area):
            yield int(first), int(second), area
