"""A partner rates the city over a period."""

from http import HTTPStatus

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from covenants.actions.ratings import rate_city, scores_of
from covenants.following_up.telling import last_told
from covenants.forms.ratings import RatingForm
from covenants.models import ReportingPeriod
from covenants.permissions import can_rate_city
from covenants.views.reports import visible_period
from jos.shared.access import require
from jos.shared.record_views import posted
from jos.shared.saving import ChangedMeanwhile
from jos.shared.time import today


@require_http_methods(["GET", "HEAD", "POST"])
def city_rating(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Nobody of the city opens this: it would be told to their face what partners say together."""
    period = visible_period(request, slug, pk)
    require(can_rate_city(request.user, period.covenant))
    form = RatingForm(posted(request), given=scores_of(period))
    status = HTTPStatus.OK
    if form.is_bound and form.is_valid():
        try:
            rate_city(period=period, scores=form.scores, seen=form.seen_scores, by=request.user)
        except ChangedMeanwhile:
            form, status = _both(form, period), HTTPStatus.CONFLICT
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, _("Thank you. The city sees this only together with what other partners say."))
            return redirect("report_submit", slug, pk)
    context = {
        "form": form,
        "period": period,
        "is_told": period.ends_on.year <= last_told(today()),
        "back": reverse("report_submit", args=[slug, pk]),
    }
    return render(request, "covenants/reports/rating.html", context, status=status)


def _both(form: RatingForm, period: ReportingPeriod) -> RatingForm:
    """What was chosen, over what a colleague gave meanwhile: it says both, and sending it once more keeps one's own."""
    given = scores_of(period)
    data = form.data.copy()
    data["seen"] = RatingForm(given=given).initial["seen"]
    again = RatingForm(data, given=given)
    for aspect, score in given.items():
        if score != form.scores.get(aspect):
            again.add_error(
                aspect, _("A colleague gave %(score)d meanwhile. Send yours again to keep it.") % {"score": score}
            )
    return again
