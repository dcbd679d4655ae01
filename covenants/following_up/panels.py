"""Stories of change, and the panels that choose which tell most. They choose apart; where they differ is shown."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Case, Count, Exists, IntegerField, OuterRef, Prefetch, Q, QuerySet, Value, When

from covenants.enums import Panel
from covenants.models import Covenant, Story, StoryChoice
from neighbourhoods.models import Neighbourhood

_CHOSEN = {panel: f"chosen_by_{panel.lower()}" for panel in Panel}
BY_ALL = Q(**dict.fromkeys(_CHOSEN.values(), True))
BY_SOME = Q(*((name, True) for name in _CHOSEN.values()), _connector=Q.OR)


def by(panel: str) -> Q:
    return Q(**{_CHOSEN[Panel(panel)]: True})


def stories_to_read() -> QuerySet[Story]:
    """Those of reports that were sent: what is drafted, only its own side reads."""
    return Story.objects.filter(report__submitted_at__isnull=False)


def with_choices(stories: QuerySet[Story]) -> QuerySet[Story]:
    """With which panels chose them, to filter, sort and count by."""
    chosen = StoryChoice.objects.filter(story=OuterRef("pk"))
    return stories.annotate(**{name: Exists(chosen.filter(panel=panel)) for panel, name in _CHOSEN.items()})


def differences_first(stories: QuerySet[Story]) -> QuerySet[Story]:
    """What some panels chose and others did not; then what all chose; then what nobody chose yet."""
    rank = Case(
        When(BY_ALL, then=Value(1)), When(BY_SOME, then=Value(0)), default=Value(2), output_field=IntegerField()
    )
    return stories.order_by(rank, "-report__period__ends_on", "pk")


@dataclass(frozen=True)
class Tally:
    """How many of them each panel chose, and how many all of them did."""

    chosen: int
    alike: int
    by_panel: tuple[tuple[Panel, int], ...]

    @property
    def differing(self) -> int:
        return self.chosen - self.alike


def tally(stories: QuerySet[Story]) -> Tally:
    """Of stories `with_choices`. One query."""
    counts = {panel.value: Count("pk", filter=by(panel)) for panel in Panel}
    found = stories.order_by().aggregate(any=Count("pk", filter=BY_SOME), alike=Count("pk", filter=BY_ALL), **counts)
    return Tally(found["any"], found["alike"], tuple((panel, found[panel.value]) for panel in Panel))


@dataclass(frozen=True)
class PanelShown:
    panel: Panel
    choice: StoryChoice | None


@dataclass(frozen=True)
class StoryShown:
    """A story with what each panel said of it. `covenant`: where whoever looks may see that; nobody else is told who
    tells it."""

    story: Story
    covenant: Covenant | None
    panels: tuple[PanelShown, ...]

    def of(self, panel: str) -> StoryChoice | None:
        return next(shown.choice for shown in self.panels if shown.panel == panel)

    @property
    def number(self) -> int:
        return sum(shown.choice is not None for shown in self.panels)

    @property
    def differs(self) -> bool:
        return 0 < self.number < len(Panel)


def whole(stories: QuerySet[Story]) -> QuerySet[Story]:
    """With all that is shown of them."""
    return stories.select_related("report__period", "indicator").prefetch_related(
        Prefetch("neighbourhood", Neighbourhood.objects.without_borders()), "choices"
    )


def shown(stories: Iterable[Story], user) -> list[StoryShown]:
    """One query, for stories that are read `whole`."""
    loaded = list(stories)
    covenants = _visible((story.report.period.covenant_id for story in loaded), user)
    return [
        StoryShown(story, covenants.get(story.report.period.covenant_id), _panels(story.choices.all()))
        for story in loaded
    ]


def _visible(keys: Iterable[int], user) -> Mapping[int, Covenant]:
    return Covenant.objects.visible_to(user).with_parties().in_bulk(set(keys))


def _panels(choices: Iterable[StoryChoice]) -> tuple[PanelShown, ...]:
    chosen = {choice.panel: choice for choice in choices}
    return tuple(PanelShown(panel, chosen.get(panel)) for panel in Panel)
