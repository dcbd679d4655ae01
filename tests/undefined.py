"""A variable that our templates use and nobody gave them is a mistake, not an empty string."""

import inspect
from pathlib import Path

from django.template.base import Node

TEMPLATES = Path(__file__).resolve().parent.parent / "templates"


class Undefined(str):
    """Stands in for Django's `string_if_invalid`: fails in our own templates, stays empty in a library's."""

    def __contains__(self, part: object) -> bool:
        return part == "%s"

    def __mod__(self, variable: object) -> str:
        template = _template_being_rendered()
        assert TEMPLATES not in template.parents, f"{template.relative_to(TEMPLATES)} uses {variable}: undefined"
        return ""


def _template_being_rendered() -> Path:
    frame = inspect.currentframe()
    while frame := frame.f_back:
        node = frame.f_locals.get("self")
        if isinstance(node, Node) and getattr(node, "origin", None):
            return Path(node.origin.name)
    return Path()
