"""The colours of the portal, as the style sheet names them, for what is drawn without it; and how far they differ."""

import re
from dataclasses import dataclass
from functools import cache

from django.conf import settings

TOKENS = settings.BASE_DIR / "static" / "css" / "tokens.css"
COLOUR = re.compile(r"--([\w-]+): (?:light-dark\((#\w+), (#\w+)\)|(#\w+));")
TEXT, SHAPES = ("ink", "soft", "alarm", "fine"), ("free-time", "welfare", "bridge", "signal")
GROUNDS = ("paper", "card", "wash")


@dataclass(frozen=True)
class Colour:
    """`contrast`: the least there is with what it lies on, in light and in dark; none for what only lies under."""

    name: str
    light: str
    dark: str
    contrast: tuple[float, float] | None = None


@cache
def palette() -> dict[str, tuple[str, str]]:
    """Every colour by name, as in light and as in dark."""
    return {
        name: (light or both, dark or both) for name, light, dark, both in COLOUR.findall(TOKENS.read_text("utf-8"))
    }


def by_daylight() -> dict[str, str]:
    """By name as templates can write it: `free_time`, `ground_gap`."""
    return {name.replace("-", "_"): light for name, (light, _dark) in palette().items()}


def colours() -> list[Colour]:
    return [Colour(name, *pair, contrast=_least_contrast(name)) for name, pair in palette().items()]


def _least_contrast(name: str) -> tuple[float, float] | None:
    if name not in TEXT + SHAPES:
        return None
    values = palette()
    light, dark = (min(contrast(values[name][i], values[ground][i]) for ground in GROUNDS) for i in (0, 1))
    return light, dark


def contrast(one: str, other: str) -> float:
    """As WCAG 2 reckons: 21 for black on white, 4.5 at least for text, 3 for shapes."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return round((light + 0.05) / (dark + 0.05), 1)


def _luminance(colour: str) -> float:
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
