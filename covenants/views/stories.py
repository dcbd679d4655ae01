"""Stories of change: what panels chose apart from each other, and choosing for one of them."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from covenants.actions.panels import choose_story, take_back_choice
from covenants.enums import Panel
from covenants.following_up.panels import (
    StoryShown,
    differences_first,
    shown,
    stories_to_read,
    tally,
    whole,
    with_choices,
)
from covenants.following_up.story_filters import StoriesToChoose, StoryFilter
from covenants.forms.panels import ChoiceForm
from covenants.models import StoryChoice
from covenants.permissions import can_choose_stories, can_see_stories, can_take_back_choice
from jos.shared.access import require
from jos.shared.record_views import posted
from jos.shared.saved_views import saved_views

PER_PAGE = 12


@require_safe
def stories(request: HttpRequest) -> HttpResponse:
    """What panels chose: first where they differ."""
    require(can_see_stories(request.user))
    found = StoryFilter(request.GET, with_choices(stories_to_read()), request=request)
    page = Paginator(whole(differences_first(found.qs)), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "filter": found,
        "saved_views": saved_views(request, "stories"),
        "page": page,
        "stories": shown(page, request.user),
        "tally": tally(found.qs),
        "panels": _panels_of(request.user),
    }
    return render(request, "covenants/stories/stories.html", context)


@require_safe
def story(request: HttpRequest, pk: int) -> HttpResponse:
    """The whole story, and why each panel chose it."""
    found = _story(request, pk)
    chosen = (each.choice for each in found.panels if each.choice)
    may_take_back = {choice.pk for choice in chosen if can_take_back_choice(request.user, choice)}
    return render(request, "covenants/stories/story.html", {"of": found, "may_take_back": may_take_back})


@require_safe
def stories_to_choose(request: HttpRequest, panel: str) -> HttpResponse:
    """For one panel, without what the others chose: they choose apart."""
    chosen_by = _panel(request, panel)
    found = StoriesToChoose(request.GET, stories_to_read(), request=request)
    latest_first = whole(found.qs).order_by("-report__period__ends_on", "pk")
    page = Paginator(latest_first, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "filter": found,
        "page": page,
        "stories": [(each, each.of(chosen_by)) for each in shown(page, request.user)],
        "panel": chosen_by,
    }
    return render(request, "covenants/stories/to_choose.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def story_choose(request: HttpRequest, pk: int, panel: str) -> HttpResponse:
    """The whole story, and why this panel chooses it."""
    chosen_by = _panel(request, panel)
    found = _story(request, pk)
    if found.of(chosen_by):
        messages.info(request, _("This panel chose it already."))
        return redirect("story", pk)
    form = ChoiceForm(posted(request), instance=StoryChoice(story=found.story, panel=chosen_by))
    if form.is_valid() and _is_chosen(form, request.user):
        messages.success(request, _("“%(story)s” is chosen.") % {"story": found.story})
        return redirect("stories_to_choose", chosen_by)
    context = {"form": form, "of": found, "panel": chosen_by}
    return render(request, "covenants/stories/choose.html", context)


@require_POST
def story_choice_remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Whoever wrote it down takes it back, or staff."""
    require(can_see_stories(request.user))
    choice = get_object_or_404(StoryChoice.objects.filter(story__in=stories_to_read()).select_related("story"), pk=pk)
    require(can_take_back_choice(request.user, choice))
    take_back_choice(choice=choice, by=request.user)
    messages.success(request, _("“%(story)s” is not chosen any more.") % {"story": choice.story})
    return redirect("story", choice.story_id)


def _is_chosen(form: ChoiceForm, by) -> bool:
    """Whether it is chosen now. What is in the way otherwise, the form says."""
    try:
        choose_story(choice=form.instance, by=by)
    except ValidationError as refusal:
        form.add_error(None, refusal)
        return False
    return True


def _story(request: HttpRequest, pk: int) -> StoryShown:
    require(can_see_stories(request.user))
    found = shown(whole(stories_to_read().filter(pk=pk)), request.user)
    if not found:
        raise Http404
    return found[0]


def _panel(request: HttpRequest, panel: str) -> Panel:
    """For which this person chooses."""
    require(can_see_stories(request.user))
    if panel not in Panel:
        raise Http404
    require(can_choose_stories(request.user, panel))
    return Panel(panel)


def _panels_of(user) -> list[Panel]:
    return [panel for panel in Panel if can_choose_stories(user, panel)]
