"""The flower that shows how an area stands. A page has hundreds, so it is written here, without a template for each."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from organisations.coverage import AreaCoverage, FunctionCoverage, Status

register = template.Library()


@register.simple_tag
def flower(area: AreaCoverage, size: int, *, silent: bool = False, key: str = "") -> SafeString:
    """At a glance. `size`: pixels; `silent`: its words stand beside it; `key`: a map on the page shows it again."""
    words = mark_safe('aria-hidden="true"') if silent else format_html('role="img" aria-label="{}"', area.sentence)
    drawn = flower_parts(area)
    if key:
        drawn = format_html('<g id="f{}">{}</g>', key, drawn)
    return format_html(
        '<svg class="flower" width="{}" height="{}" viewBox="-14 -14 28 28" {}>{}</svg>', size, size, words, drawn
    )


@register.simple_tag
def flower_parts(area: AreaCoverage) -> SafeString:
    """Its petals, heart and ring, around a middle at 0, 0."""
    return mark_safe("".join(f'<use href="#{part}"/>' for part in _parts(area)))  # noqa: S308 (names of our own)


def _parts(area: AreaCoverage) -> list[str]:
    """Drawn once a page, in `components/flower_parts.html`."""
    petals = [f"{function}-{_state(covered)}" for function, covered in area.functions.items()]
    if all(petal.endswith("-full") for petal in petals):
        petals = ["flower-petals"]
    if area.status == Status.WHOLE:
        petals.append("flower-heart")
    if not area.norm_met:
        petals.append("flower-alarm" if area.priority else "flower-alarm-dashed")
    elif area.priority:
        petals.append("flower-ring")
    return petals


def _state(covered: FunctionCoverage) -> str:
    if not covered.covered:
        return "missing"
    return "hatched" if covered.unconfirmed_only else "full"
