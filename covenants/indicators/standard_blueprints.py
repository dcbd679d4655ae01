"""The library a new installation begins with, written in `standard/`. The city changes it, and adds its own."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

from covenants.enums import IndicatorKind
from covenants.models import Blueprint
from jos.shared.models import unique_slug
from organisations.enums import Function

_TEXTS = Path(__file__).parent / "standard"
_KINDS = {"numbers": IndicatorKind.QUANTITATIVE, "statements": IndicatorKind.QUALITATIVE}


def write_standard_blueprints() -> None:
    """In an installation that has no blueprints yet."""
    if Blueprint.objects.exists():
        return
    taken: set[str] = set()
    for place, blueprint in enumerate(standard_blueprints(), start=1):
        blueprint.position = place * 10
        blueprint.slug = unique_slug(Blueprint, blueprint.name, taken)
        blueprint.save_by(None)


def standard_blueprints() -> Iterator[Blueprint]:
    """Five in numbers and five in statements for each of the four functions, none of them saved."""
    for function in Function:
        texts = tomllib.loads((_TEXTS / f"{function.lower()}.toml").read_text(encoding="utf-8"))
        for name, kind in _KINDS.items():
            for text in texts[name]:
                yield Blueprint(function=function, kind=kind, **{key: _tidy(value) for key, value in text.items()})


def _tidy(value):
    return value.strip() if isinstance(value, str) else value
