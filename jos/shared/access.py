from collections.abc import Callable

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe


def require(allowed: bool) -> None:
    """Stop with 403 where a permission says no. Records somebody may not even know of answer 404 before this."""
    if not allowed:
        raise PermissionDenied


def for_everybody(view: Callable) -> Callable:
    """A page without a form that changes anything: needs no account, sets no cookie, and may be a minute old."""
    return login_not_required(require_safe(cache_control(public=True, max_age=60)(view)))
