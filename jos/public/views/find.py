from dataclasses import dataclass

from django.core.paginator import Paginator
from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from jos.public.find import found, grouped, number_by_neighbourhood, numbers_without, weekdays_with_something
from jos.public.forms import FindForm
from jos.public.number_map import draw
from jos.shared.access import for_everybody
from jos.shared.time import today
from neighbourhoods.models import Neighbourhood
from organisations.enums import Weekday

PER_PAGE = 12


@dataclass(frozen=True)
class Answer:
    """Something that was asked, and the address that does not ask it."""

    words: str
    address: str
    number: int | None = None  # how many there are without it


@for_everybody
def find(request: HttpRequest) -> HttpResponse:
    """Something to do, near somebody, on a day. Without a question yet: the questions."""
    as_map = request.GET.get("view") == "map"
    areas = Neighbourhood.objects.on(today())
    neighbourhoods = list(areas.defer("geometry") if as_map else areas.without_borders())
    form = FindForm(request.GET or None, neighbourhoods=neighbourhoods)
    if not form.is_valid():
        return render(request, "public/find.html", {"form": form})
    context = {"form": form, "answers": _answers(request, form)}
    if as_map:
        return render(request, "public/find_map.html", context | _on_the_map(form, neighbourhoods))
    return render(request, "public/find_list.html", context | _listed(request, form, neighbourhoods))


def _on_the_map(form: FindForm, neighbourhoods: list[Neighbourhood]) -> dict:
    numbers = number_by_neighbourhood(form.asked, at=today())
    areas = [(area, numbers.get(area.pk, 0)) for area in neighbourhoods]
    return {"map": draw(neighbourhoods, numbers), "areas": sorted(areas, key=lambda row: (-row[1], row[0].name))}


def _listed(request: HttpRequest, form: FindForm, neighbourhoods: list[Neighbourhood]) -> dict:
    offers = found(form.asked, at=today(), among=neighbourhoods).select_related("place")
    offers = offers.prefetch_related("moments", Prefetch("neighbourhoods", Neighbourhood.objects.without_borders()))
    page = Paginator(offers, PER_PAGE).get_page(request.GET.get("page"))
    instead = {} if page.paginator.count else _instead(request, form, neighbourhoods)
    return {"page": page, "groups": grouped(page, form.asked)} | instead


def _answers(request: HttpRequest, form: FindForm) -> list[Answer]:
    return [Answer(words, _address(request, **{name: ""})) for name, words in form.in_words.items()]


def _instead(request: HttpRequest, form: FindForm, neighbourhoods: list[Neighbourhood]) -> dict:
    """What to do where nothing fits: leave out one thing, or come another day."""
    numbers = numbers_without(form.asked, at=today(), among=neighbourhoods)
    less = [
        Answer(words, _address(request, **{name: ""}), numbers.get(name, 0)) for name, words in form.in_words.items()
    ]
    days = weekdays_with_something(form.asked, at=today(), among=neighbourhoods) if form.asked.day else []
    return {
        "less": [answer for answer in less if answer.number],
        "days": [Answer(str(Weekday(day).label), _address(request, day=day)) for day in days],
    }


def _address(request: HttpRequest, **changes) -> str:
    query = request.GET.copy()
    query.pop("page", None)
    for name, value in changes.items():
        query[name] = value
    return f"?{query.urlencode()}"
