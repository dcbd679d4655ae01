"""Who may see and change what about areas."""

from jos.accounts.permissions import is_staff, works_for_city


def can_see_weighings_and_decisions(user) -> bool:
    """Whoever works for the city or belongs to an organisation sees all of them, and so the internal figures in them.

    Somebody who left the last organisation sees what visitors see, here as everywhere.
    """
    return works_for_city(user) or (user.is_authenticated and user.memberships.exists())


def can_record_priority_decisions(user) -> bool:
    """Staff propose, ask partners, and write down what was decided; a decision is made by people, elsewhere."""
    return is_staff(user)


def can_publish_decisions(user) -> bool:
    """Staff say what everybody may read of a decision, and until when."""
    return is_staff(user)


def can_edit_statistics(user) -> bool:
    """Staff say what a figure means, where it comes from and whether everybody may see it."""
    return is_staff(user)


def can_edit_circles(user) -> bool:
    """Staff draw the movement circles."""
    return is_staff(user)


def can_edit_weighings(user) -> bool:
    """Staff choose what is weighed; what that says is for all professionals."""
    return is_staff(user)
