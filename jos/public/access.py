from collections.abc import Callable

from django.contrib.auth.decorators import login_not_required
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe


def for_everybody(view: Callable) -> Callable:
    """A page without a form that changes anything: needs no account, sets no cookie, and may be a minute old."""
    return login_not_required(require_safe(cache_control(public=True, max_age=60)(view)))
