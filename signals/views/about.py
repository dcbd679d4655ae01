"""Pages for young people that only tell: who helps, and who sees what."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from signals.following.finding import PER, TRIES
from signals.retention import YEARS_OF_LOOKS
from signals.views.young import for_young_people


@login_not_required
@for_young_people
@require_safe
def signal_help(request: HttpRequest) -> HttpResponse:
    """Who can be called, and what for."""
    return render(request, "signals/young/help.html")


@login_not_required
@for_young_people
@require_safe
def who_sees_what(request: HttpRequest) -> HttpResponse:
    """The promise, with the numbers this city keeps to."""
    context = {
        "word_months": settings.SIGNAL_WORDS_MONTHS,
        "photo_months": settings.SIGNAL_PHOTO_MONTHS,
        "look_years": YEARS_OF_LOOKS,
        "answer_days": settings.SIGNAL_ANSWER_DAYS,
        "an_hour": settings.SIGNALS_PER_HOUR,
        "tries": TRIES,
        "try_minutes": int(PER.total_seconds() // 60),
    }
    return render(request, "signals/young/who_sees_what.html", context)
