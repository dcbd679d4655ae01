"""Stories of change, told with the report of one's own side."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from covenants.actions.stories import change_story, remove_story, tell_story
from covenants.following_up.asked import report_of
from covenants.forms.stories import StoryForm
from covenants.models import Story
from covenants.permissions import can_write_report
from covenants.views.reports import of_readable_report, own_period
from jos.shared.access import require
from jos.shared.drafts import form_page, keeps_draft
from jos.shared.record_views import changed, made, posted, unless_refused


@keeps_draft
@require_http_methods(["GET", "HEAD", "POST"])
def story_new(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    period, side = own_period(request, slug, pk)
    form = StoryForm(posted(request), instance=Story(report=report_of(period, side)))

    def create() -> Story | None:
        return unless_refused(form, lambda: tell_story(story=form.instance, period=period, side=side, by=request.user))

    back = reverse("report_submit", args=[slug, pk])
    if story := made(form, create):
        messages.success(request, _("“%(story)s” is kept with your report.") % {"story": story})
        return redirect(back)
    context = {"form": form, "title": _("A story of change"), "back": back}
    return form_page(request, "covenants/reports/story_form.html", context)


@keeps_draft
@require_http_methods(["GET", "HEAD", "POST"])
def story_edit(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    story = own_story(request, slug, pk)
    back = reverse("report_submit", args=[slug, story.report.period_id])
    if story.report.submitted_at and request.method != "POST":
        return redirect(back)
    form = StoryForm(posted(request), instance=story)

    def change(version: int) -> None:
        if unless_refused(form, lambda: change_story(story=story, version=version, by=request.user)):
            messages.success(request, _("Saved."))

    answer = changed(request, form, change, again=lambda saved: StoryForm(request.POST, instance=saved), done=back)
    context = {"form": form, "title": _("Change “%(story)s”") % {"story": story}, "back": back}
    return answer or form_page(request, "covenants/reports/story_form.html", context)


@require_POST
def story_remove(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """At any time: whoever it is about may change their mind."""
    story = own_story(request, slug, pk)
    remove_story(story=story, by=request.user)
    messages.success(request, _("“%(story)s” is removed.") % {"story": story})
    return redirect("report_submit", slug, story.report.period_id)


def own_story(request: HttpRequest, slug: str, pk: int) -> Story:
    """404 for who may not read it, 403 for the other side."""
    story = of_readable_report(request, Story.objects, slug, pk)
    require(can_write_report(request.user, story.report))
    return story
