"""The flower in a page. A page has hundreds, so it is written here, without a template for each."""

from collections.abc import Collection, Iterable

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from jos.dashboards.flower import has_heart, petal, ring
from organisations.coverage import AreaCoverage
from organisations.enums import Function

register = template.Library()

SILENT = mark_safe('aria-hidden="true"')


@register.simple_tag
def flower(area: AreaCoverage, size: int, *, silent: bool = False, key: str = "") -> SafeString:
    """At a glance. `size`: pixels; `silent`: its words stand beside it; `key`: a map on the page shows it again."""
    words = SILENT if silent else format_html('role="img" aria-label="{}"', area.sentence)
    drawn = flower_parts(area)
    return _svg(size, words, format_html('<g id="f{}">{}</g>', key, drawn) if key else drawn)


@register.simple_tag
def bloom(functions: Collection[Function], size: int) -> SafeString:
    """As everybody may see it: which functions can be found, no heart, no ring (docs/decisions/0007)."""
    return _svg(size, SILENT, _use(f"{f}-{'full' if f in functions else 'missing'}" for f in Function))


@register.simple_tag
def flower_parts(area: AreaCoverage) -> SafeString:
    """Its petals, heart and ring, around a middle at 0, 0."""
    return _use(_parts(area))


def _parts(area: AreaCoverage) -> list[str]:
    parts = [f"{function}-{petal(covered)}" for function, covered in area.functions.items()]
    if all(part.endswith("-full") for part in parts):
        parts = ["flower-petals"]
    if has_heart(area):
        parts.append("flower-heart")
    if around := ring(area):
        parts.append(f"flower-{around}")
    return parts


def _use(parts: Iterable[str]) -> SafeString:
    """Drawn once a page, in `components/flower_parts.html`."""
    return mark_safe("".join(f'<use href="#{part}"/>' for part in parts))  # noqa: S308 (names of our own)


def _svg(size: int, words: SafeString, drawn: SafeString) -> SafeString:
    return format_html(
        '<svg class="flower" width="{0}" height="{0}" viewBox="-14 -14 28 28" {1}>{2}</svg>', size, words, drawn
    )
