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
        """What changes, with the line before and after it. None: lines that stay as they were are left out here."""
        changed = [place for place, line in enumerate(self.lines) if line.change != Change.SAME]
        near = {place + step for place in changed for step in (-1, 0, 1)}
        shown = [line if place in near else None for place, line in enumerate(self.lines)]
        return [line for line, before in zip(shown, [ANY, *shown], strict=False) if line or before]


def difference(before: Iterable[Line], after: Iterable[Line]) -> list[ChangedPart]:
    """Each part of both texts, with what goes before what comes in its place."""
    old, new = list(before), list(after)
    parts = (ChangedPart(part, tuple(_compare(_texts(old, part), _texts(new, part)))) for part in Part)
    return [each for each in parts if each.lines]


def _texts(lines: list[Line], part: Part) -> list[str]:
    return [line.text for line in lines if line.part == part]


def _compare(old: Sequence[str], new: Sequence[str]) -> Iterator[ChangedLine]:
    for what, old_start, old_end, new_start, new_end in _opcodes(old, new):
        if what == "equal":
            yield from (ChangedLine(Change.SAME, text) for text in old[old_start:old_end])
        else:
            yield from (ChangedLine(Change.GONE, text) for text in old[old_start:old_end])
            yield from (ChangedLine(Change.NEW, text) for text in new[new_start:new_end])


def _opcodes(old: Sequence[str], new: Sequence[str]) -> Sequence[tuple[str, int, int, int, int]]:
    """Of a part that is too long, all goes and all comes. In a long one, lines that come back often are no anchor."""
    if old != new and max(len(old), len(new)) > MOST:
        return [("replace", 0, len(old), 0, len(new))]
    return SequenceMatcher(None, old, new).get_opcodes()
