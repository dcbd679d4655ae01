from django.utils.functional import SimpleLazyObject

from organisations.current import current_organisation
from organisations.permissions import memberships_of


def working_for(request) -> dict:
    """The organisation somebody works for now, and those to switch to. Costs a query only where a page shows it."""
    return {
        "working_for": SimpleLazyObject(lambda: current_organisation(request)),
        "own_memberships": SimpleLazyObject(lambda: memberships_of(request.user)),
    }
