"""Who may change what about areas. Everybody who signs in may see it."""

from jos.accounts.permissions import is_staff


def can_record_priority_decisions(user) -> bool:
    """Staff write down what was decided; a decision is made by people, elsewhere."""
    return is_staff(user)


def can_edit_circles(user) -> bool:
    """Staff draw the movement circles."""
    return is_staff(user)
