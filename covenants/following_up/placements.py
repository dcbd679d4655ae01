"""Where both sides place themselves on the statements of each indicator: where they differ, the talk starts (R10)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from covenants.enums import Side
from covenants.following_up.asked import Placed
from covenants.models import Indicator, Reflection, Report

BESIDE = (Side.PARTNER, Side.CITY)  # the order in which both stand on a page


@dataclass(frozen=True)
class Statement:
    """One of the list, and who places itself there."""

    text: str
    by: tuple[Side, ...]
    is_start: bool
    is_aim: bool


@dataclass(frozen=True)
class Placement:
    """Where both sides place themselves on the statements of an indicator."""

    indicator: Indicator
    placed: Mapping[Side, Placed]  # nothing of a side that said nothing yet

    @property
    def apart(self) -> int | None:
        """How many statements lie between them; None where one of both does not know, or did not say."""
        places = [self.place(side) for side in Side]
        return abs(places[0] - places[1]) if places[0] and places[1] else None

    @property
    def differs(self) -> bool:
        return bool(self.apart)

    @property
    def ladder(self) -> list[Statement]:
        start, aim = self.indicator.baseline_place, self.indicator.aim_place
        return [
            Statement(
                str(text), tuple(side for side in BESIDE if self.place(side) == place), place == start, place == aim
            )
            for place, text in enumerate(self.indicator.statements, start=1)
        ]

    @property
    def in_words(self) -> str:
        """For the head of it: a colour says it to some only."""
        if self.apart is None:
            return _("not placed by both")
        return _("you see it differently") if self.apart else _("you see it the same way")

    def place(self, side: Side) -> int | None:
        return self.placed[side].place if side in self.placed else None

    @property
    def words(self) -> list[tuple[Side, Placed]]:
        """What each side tells with it; also that it does not know. Nothing where both only chose a statement."""
        said = [(side, self.placed[side]) for side in BESIDE if side in self.placed]
        return said if any(placed.narrative or not placed.place for _side, placed in said) else []


def placements(indicators: Iterable[Indicator], told: Mapping[Side, Report]) -> list[Placement]:
    """Where they differ most first, then where one is missing, then where they agree."""
    said = {side: {each.indicator_id: each for each in report.reflections.all()} for side, report in told.items()}
    found = [
        Placement(each, {side: _placed(own[each.pk]) for side, own in said.items() if each.pk in own})
        for each in indicators
        if not each.is_quantitative
    ]
    return sorted(found, key=lambda one: (not one.differs, -(one.apart or 0), one.apart is not None))


def _placed(reflection: Reflection) -> Placed:
    return Placed(reflection.place, reflection.narrative)
