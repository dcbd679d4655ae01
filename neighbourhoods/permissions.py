"""Who may change what about areas. Everybody who signs in may see it."""

from jos.accounts.permissions import is_staff


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
    """Staff choose what is weighed; what that says is for everybody who signs in."""
    return is_staff(user)
