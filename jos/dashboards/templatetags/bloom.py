"""The flower as everybody may see it (docs/decisions/0007-public-neighbourhoods.md)."""

from collections.abc import Collection

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from organisations.enums import Function

register = template.Library()


@register.simple_tag
def bloom(functions: Collection[Function], size: int) -> SafeString:
    """Only which functions can be found: no heart, no ring. Its words stand beside it."""
    petals = "".join(f'<use href="#{f}-{"full" if f in functions else "missing"}"/>' for f in Function)
    return format_html(
        '<svg class="flower" width="{0}" height="{0}" viewBox="-14 -14 28 28" aria-hidden="true">{1}</svg>',
        size,
        mark_safe(petals),  # noqa: S308 (names of our own)
    )
