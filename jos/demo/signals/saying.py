"""What somebody says about a pattern: written sentences put together, each time differently."""

from random import Random

from jos.demo.signals.pattern import Pattern
from jos.demo.signals.voices import AFTER, AFTER_IDEAS, BEFORE, BEFORE_IDEAS, spoken
from signals.enums import SignalKind

TRIES = 40


class Sayings:
    """Nobody says the same twice, until a city is so large that everything was said."""

    def __init__(self, chance: Random, names: list[str]) -> None:
        self.chance, self.names = chance, names
        self.said: set[str] = set()

    def about(self, pattern: Pattern, kind: SignalKind, where: str) -> str:
        return self._new(lambda: self._about(pattern, kind), where)

    def of_a_group(self, told: str, before: str, where: str) -> str:
        return self._new(lambda: f"{self.chance.choice((before, '', before))}{told}", where)

    def alone(self, text: str, where: str) -> str:
        """A whole text, as it was written, or as somebody else would type it."""
        return self._new(lambda: spoken(text, self.chance), where)

    def _new(self, compose, where: str) -> str:
        for _try in range(TRIES):
            text = self._filled(compose(), where)
            if text not in self.said:
                break
        self.said.add(text)
        return text

    def _about(self, pattern: Pattern, kind: SignalKind) -> str:
        chance = self.chance
        if kind == SignalKind.IDEA:
            text, before, after = chance.choice(pattern.wishes), BEFORE_IDEAS, AFTER_IDEAS
        else:
            text, before, after = chance.choice(pattern.says), BEFORE, AFTER
        if kind == SignalKind.CONCERN and chance.random() < 0.6:
            text = f"{text} {chance.choice(pattern.also)}"
        if chance.random() < 0.22:
            text = chance.choice(before) + text
        if chance.random() < 0.35:
            text += chance.choice(after)
        return spoken(text, chance)

    def _filled(self, text: str, where: str) -> str:
        if "{" not in text:
            return text
        other = self.chance.choice([name for name in self.names if name != where])
        return text.replace("{wijk}", where or "onze wijk").replace("{andere_wijk}", other)
