"""You said, we did: for everybody, without an account and without a cookie."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import conditional_page

from jos.shared.access import for_everybody
from jos.shared.time import today
from neighbourhoods.models import Neighbourhood
from signals.forms.said import SaidFilter
from signals.models import Dossier, Round
from signals.permissions import can_see_dossiers
from signals.said import reading
from signals.said.chosen import public_result
from signals.said.feeds import SaidAtom, SaidRss
from signals.said.stands import WHERE

PER_PAGE = 12
ROUNDS_SHOWN = 3

# Who asks again for what did not change, gets no more than that.
feed_rss = for_everybody(conditional_page(SaidRss()))
feed_atom = for_everybody(conditional_page(SaidAtom()))


@for_everybody
def said_and_done(request: HttpRequest) -> HttpResponse:
    """The whole city. Whoever chooses a neighbourhood goes to its own address."""
    form = SaidFilter(request.GET)
    if form.area_asked:
        return _to_its_page(request, form.area_asked)
    return _list(request, form, None)


@for_everybody
def said_here(request: HttpRequest, neighbourhood: str) -> HttpResponse:
    """One neighbourhood, with what is about the whole city."""
    area = get_object_or_404(Neighbourhood.objects.without_borders(), slug=neighbourhood)
    form = SaidFilter(request.GET, here=area)
    if "neighbourhood" in request.GET and request.GET["neighbourhood"] != area.slug:
        return _to_its_page(request, SaidFilter(request.GET).area_asked)
    return _list(request, form, area)


@for_everybody
def said(request: HttpRequest, slug: str) -> HttpResponse:
    """One dossier: what was heard, what was decided and done, and whether it changed. Who signs in reads more."""
    public = Dossier.objects.public().select_related("owner")
    dossier = reading.with_details(public).filter(slug=slug).first()
    if dossier is None:
        return _where_it_went(slug)
    context = {
        "story": reading.whole_story(dossier),
        "dossier": dossier,
        "may_read_more": can_see_dossiers(request.user),
    }
    return render(request, "signals/said/dossier.html", context)


@for_everybody
def said_round(request: HttpRequest, slug: str) -> HttpResponse:
    """What partners found most urgent, what the city chose, and who saw it otherwise."""
    prioritising = get_object_or_404(Round.objects.public(), slug=slug)
    context = {"round": prioritising, "public": public_result(prioritising)}
    return render(request, "signals/said/round.html", context)


def _list(request: HttpRequest, form: SaidFilter, area: Neighbourhood | None) -> HttpResponse:
    about = reading.public_dossiers(area=area, theme=form.theme_asked)
    numbers, asked = reading.numbers(about), form.stands_asked
    pages = Paginator(reading.with_details(about.filter(WHERE[asked]) if asked else about), PER_PAGE)
    pages.count = numbers[asked] if asked else sum(numbers.values())  # known, so not asked again
    page = pages.get_page(request.GET.get("page"))
    context = {
        "form": form,
        "area": area,
        "numbers": numbers,
        "asked": asked,
        "page": page,
        "found": reading.said(page),
        "late": Dossier.objects.overdue(today()).count(),
        "rounds": Round.objects.public().order_by("-published_on", "-pk")[:ROUNDS_SHOWN],
    }
    return render(request, "signals/said/list.html", context)


def _to_its_page(request: HttpRequest, area: str) -> HttpResponse:
    """With whatever else was asked. `area`: its slug, or nothing for the whole city."""
    query = request.GET.copy()
    del query["neighbourhood"]
    address = reverse("said_here", args=[area]) if area else reverse("said_and_done")
    return redirect(f"{address}?{query.urlencode()}" if query else address)


def _where_it_went(slug: str) -> HttpResponse:
    """A dossier that was merged into another one leads there. Of others nobody learns that they are there."""
    if found := reading.where_it_went(slug):
        return redirect("said", found.slug)
    raise Http404
