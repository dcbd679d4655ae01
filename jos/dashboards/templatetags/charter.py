from django import template

from organisations.coverage.enums import Rule

register = template.Library()


@register.simple_tag
def charter_rules() -> list[Rule]:
    """Those that a gap or a warning can name."""
    return list(Rule)
