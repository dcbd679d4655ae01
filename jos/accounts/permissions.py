"""Who somebody is for the city. Asked anew on every request, so that losing a role works at once."""

from django.conf import settings

from jos.accounts.enums import Role


def is_administrator(user) -> bool:
    """Administrators do what staff do, and manage accounts and reference data."""
    return user.is_authenticated and user.role == Role.ADMINISTRATOR


def is_staff(user) -> bool:
    """The youth service: staff and administrators."""
    return user.is_authenticated and user.role in (Role.STAFF, Role.ADMINISTRATOR)


def is_policymaker(user) -> bool:
    return user.is_authenticated and user.role == Role.POLICYMAKER


def works_for_city(user) -> bool:
    """Sees every organisation's own records: staff to work on them, policymakers to read."""
    return is_staff(user) or is_policymaker(user)


def must_have_second_factor(user) -> bool:
    """Who works for the city sees and changes what is of others, so a password alone is not enough."""
    return settings.SECOND_FACTOR and works_for_city(user)
