from django.core.exceptions import PermissionDenied


def require(allowed: bool) -> None:
    """Stop with 403 where a permission says no. Records somebody may not even know of answer 404 before this."""
    if not allowed:
        raise PermissionDenied
