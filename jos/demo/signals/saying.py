"""What somebody says about a pattern: written sentences put together, each time differently."""

from collections.abc import Callable, Sequence
from random import Random

from jos.demo.signals.pattern import Pattern
from jos.demo.signals.voices import (
    AFTER,
    AFTER_ALONE,
    AFTER_IDEAS,
    AFTER_PRAISE,
    BEFORE,
    BEFORE_A_GROUP,
    BEFORE_ALONE,
    BEFORE_IDEAS,
    BEFORE_PRAISE,
    spoken,
)
from signals.enums import SignalKind

TRIES = 40


class Sayings:
    """Nobody says the same twice, until a city is so large that everything was said."""

    def __init__(self, chance: Random, names: list[str]) -> None:
        self.chance, self.names = chance, names
        self.said: set[str] = set()

    def about(self, pattern: Pattern, kind: SignalKind, where: str) -> str:
        return self._new(lambda: self._about(pattern, kind), where)

    def of_a_group(self, pattern: Pattern, where: str) -> str:
        return self._new(lambda: self._of_a_group(pattern), where)

    def alone(self, text: str, where: str, *, praise: bool = False) -> str:
        """A whole text, as it was written, or as somebody else would type it."""
        before, after = (BEFORE_PRAISE, AFTER_PRAISE) if praise else (BEFORE_ALONE, AFTER_ALONE)
        return self._new(lambda: spoken(self._between(before, text, after), self.chance), where)

    def _new(self, compose: Callable[[], str], where: str) -> str:
        for _try in range(TRIES):
            text = self._filled(compose(), where)
            if text not in self.said:
                break
        self.said.add(text)
        return text

    def _about(self, pattern: Pattern, kind: SignalKind) -> str:
        chance = self.chance
        before: Sequence[str]
        after: Sequence[str]
        if kind == SignalKind.IDEA:
            text, before, after = chance.choice(pattern.wishes), BEFORE_IDEAS, AFTER_IDEAS
        else:
            text, before, after = chance.choice(pattern.says), BEFORE, AFTER
        if kind == SignalKind.CONCERN and chance.random() < 0.6:
            text = f"{text} {chance.choice(pattern.also)}"
        return spoken(self._between(before, text, after), chance)

    def _of_a_group(self, pattern: Pattern) -> str:
        before = self.chance.choice(BEFORE_A_GROUP) if self.chance.random() < 0.7 else ""
        return before + self.chance.choice(pattern.heard_by)

    def _between(self, before: Sequence[str], text: str, after: Sequence[str]) -> str:
        if self.chance.random() < 0.22:
            opening = self.chance.choice(before)
            text = opening + (text[0].lower() + text[1:] if opening.endswith(", ") else text)
        return text + self.chance.choice(after) if self.chance.random() < 0.35 else text

    def _filled(self, text: str, where: str) -> str:
        if "{" not in text:
            return text
        other = self.chance.choice([name for name in self.names if name != where])
        return text.replace("{wijk}", where or "onze wijk").replace("{andere_wijk}", other)
