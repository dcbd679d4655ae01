"""What a page may ask about covenants, and about the person who looks. The rules stand in `permissions`."""

from django import template

from covenants import permissions
from covenants.enums import CovenantState
from covenants.models import Covenant
from organisations.models import Organisation

register = template.Library()

register.filter("sees_covenants", permissions.can_see_covenants)
register.filter("sees_covenant_figures", permissions.can_see_covenant_figures)


@register.simple_tag
def covenants_of(organisation: Organisation, user) -> list[Covenant]:
    """Those of an organisation that this person may see, the latest first. One query, or none for who sees none."""
    if not permissions.can_see_covenants(user):
        return []
    visible = Covenant.objects.visible_to(user).covenants().exclude(state=CovenantState.WITHDRAWN)
    return list(visible.of_organisation(organisation).distinct())
