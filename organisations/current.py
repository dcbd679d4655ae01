"""For which of their organisations somebody is working now. A person can belong to several and switches."""

from organisations.models import Membership, Organisation

SESSION_KEY = "organisation"


def memberships_of(request) -> list[Membership]:
    """This person's memberships with their organisations, asked once a request."""
    if not hasattr(request, "_memberships"):
        request._memberships = (
            list(request.user.memberships.select_related("organisation").order_by("organisation__name"))
            if request.user.is_authenticated
            else []
        )
    return request._memberships


def current_organisation(request) -> Organisation | None:
    """The one chosen in this session as long as the membership lasts, otherwise the first by name."""
    own = [membership.organisation for membership in memberships_of(request)]
    chosen = request.session.get(SESSION_KEY)
    return next((organisation for organisation in own if organisation.pk == chosen), own[0] if own else None)
