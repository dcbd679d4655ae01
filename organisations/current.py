"""For which of their organisations somebody is working now. A person can belong to several and switches."""

from organisations.models import Organisation
from organisations.permissions import memberships_of

SESSION_KEY = "organisation"


def current_organisation(request) -> Organisation | None:
    """The one chosen in this session as long as the membership lasts, otherwise the first by name."""
    own = [membership.organisation for membership in memberships_of(request.user)]
    chosen = request.session.get(SESSION_KEY)
    return next((organisation for organisation in own if organisation.pk == chosen), own[0] if own else None)
