"""What an amendment changes, line by line, in the order of the text."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from covenants.document.lines import Line
from covenants.enums import Change, Part


@dataclass(frozen=True)
class ChangedLine:
    change: Change
    text: str
    is_head: bool = False


ANY = object()  # before the first line
MOST = 3000  # lines of a part: with more, looking for what stayed takes minutes


@dataclass(frozen=True)
class ChangedPart:
    part: Part
    lines: tuple[ChangedLine, ...]

    @property
    def is_changed(self) -> bool:
        return any(line.change != Change.SAME for line in self.lines)

    @property
    def near_changes(self) -> list[ChangedLine | None]:
        """What changes, with the line before and after it, and under which head it stands.

        None: lines that stay as they were are left out here.
        """
        near, head = set(), -1  # no line at all
        for place, line in enumerate(self.lines):
            head = place if line.is_head else head
            if line.change != Change.SAME:
                near |= {head, place - 1, place, place + 1}
        shown = [line if place in near else None for place, line in enumerate(self.lines)]
        return [line for line, before in zip(shown, [ANY, *shown], strict=False) if line or before]


def difference(before: Iterable[Line], after: Iterable[Line]) -> list[ChangedPart]:
    """Each part of both texts, with what goes before what comes in its place."""
    old, new = list(before), list(after)
    parts = (ChangedPart(part, tuple(_compare(_in(part, old), _in(part, new)))) for part in Part)
    return [each for each in parts if each.lines]


def _in(part: Part, lines: list[Line]) -> list[Line]:
    return [line for line in lines if line.part == part]


def _compare(old: Sequence[Line], new: Sequence[Line]) -> Iterator[ChangedLine]:
    """Only a line about the same comes in the place of another: no euros of 2026 in the place of those of 2025."""
    about_old, about_new = [line.about for line in old], [line.about for line in new]
    for what, old_start, old_end, new_start, new_end in _opcodes(about_old, about_new):
        if what == "equal":
            for before, after in zip(old[old_start:old_end], new[new_start:new_end], strict=True):
                yield from _in_its_place(before, after)
        else:
            yield from (_changed(Change.GONE, line) for line in old[old_start:old_end])
            yield from (_changed(Change.NEW, line) for line in new[new_start:new_end])


def _in_its_place(before: Line, after: Line) -> list[ChangedLine]:
    if before.text == after.text:
        return [_changed(Change.SAME, after)]
    return [_changed(Change.GONE, before), _changed(Change.NEW, after)]


def _changed(change: Change, line: Line) -> ChangedLine:
    return ChangedLine(change, line.text, line.is_head)


def _opcodes(old: Sequence[str], new: Sequence[str]) -> Sequence[tuple[str, int, int, int, int]]:
    """Of a part that is too long, all goes and all comes. In a long one, lines that come back often are no anchor."""
    if old != new and max(len(old), len(new)) > MOST:
        return [("replace", 0, len(old), 0, len(new))]
    return SequenceMatcher(None, old, new).get_opcodes()
