"""What was said and done: the list for everybody, and one dossier of it. A fixed number of queries each."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count as NumberOf
from django.db.models import Q, QuerySet
from django.db.models.functions import Coalesce, Greatest

from jos.shared.time import today
from neighbourhoods.models import Neighbourhood
from signals.dossiers.reopening import brought_back
from signals.enums import WITH_ANSWER, DidItChange
from signals.models import Dossier, DossierAction, Round, Theme
from signals.said.counts import Change, Count, change, voices
from signals.said.stands import WHERE, Stands, stands
from signals.terms import working_days_between
from signals.voices import voices_of


@dataclass(frozen=True)
class Said:
    """One dossier as everybody reads it."""

    dossier: Dossier
    stands: Stands
    voices: Count
    days: int | None  # working days from opened to answered
    is_late: bool
    is_back: bool  # young people said that it did not change yet


@dataclass(frozen=True)
class WholeStory:
    """One dossier with everything that everybody may read of it."""

    said: Said
    actions: tuple[DossierAction, ...]  # those that were taken
    change: Change | None  # once there is an answer
    rounds: tuple[Round, ...]  # published ones in which it was chosen


def public_dossiers(*, area: Neighbourhood | None = None, theme: Theme | None = None) -> QuerySet[Dossier]:
    """With their last news first. Of a neighbourhood: also those about the whole city."""
    dossiers = Dossier.objects.public()
    if area:
        dossiers = dossiers.filter(Q(neighbourhoods=area) | Q(neighbourhoods=None))
    if theme:
        dossiers = dossiers.filter(theme=theme)
    news = Greatest("published_on", Coalesce("answered_on", "published_on"))
    return dossiers.annotate(news_on=news).order_by("-news_on", "-pk")


def with_details(dossiers: QuerySet[Dossier]) -> QuerySet[Dossier]:
    return dossiers.select_related("theme").with_areas()


def numbers(dossiers: QuerySet[Dossier]) -> dict[Stands, int]:
    """How many stand how."""
    counted = dossiers.order_by().aggregate(**{each.name: NumberOf("pk", filter=WHERE[each]) for each in Stands})
    return {each: counted[each.name] for each in Stands}


def said(dossiers: Iterable[Dossier]) -> list[Said]:
    """A page of them. One query more, two where any is open again."""
    page = list(dossiers)
    number, back = voices_of(page), brought_back(page)
    return [_said(dossier, number.get(dossier.pk, 0), is_back=dossier.pk in back) for dossier in page]


def whole_story(dossier: Dossier) -> WholeStory:
    """Three queries, four where it is open again."""
    says = {each.name: NumberOf("pk", filter=Q(did_it_change=each)) for each in DidItChange}
    counted = dossier.signals.aggregate(voices=NumberOf("pk"), **says)
    chosen = Round.objects.public().filter(candidates__dossier=dossier, candidates__is_chosen=True)
    has_answer = dossier.state in WITH_ANSWER
    answers = {each: counted[each.name] for each in DidItChange}
    return WholeStory(
        said=_said(dossier, counted["voices"], is_back=bool(brought_back([dossier]))),
        actions=tuple(dossier.actions.exclude(taken_on=None).select_related("owner").order_by("taken_on", "pk")),
        change=change(answers, counted["voices"]) if has_answer else None,
        rounds=tuple(chosen),
    )


def where_it_went(slug: str) -> Dossier | None:
    """Where a public dossier went that was merged into another one, if everybody may read that one."""
    merged = Dossier.objects.exclude(merged_into=None).exclude(published_on=None).filter(theme__is_sensitive=False)
    dossier = merged.filter(slug=slug).first()
    while dossier and dossier.merged_into_id:
        dossier = Dossier.objects.get(pk=dossier.merged_into_id)
    return Dossier.objects.public().filter(pk=dossier.pk).first() if dossier else None


def _said(dossier: Dossier, number: int, *, is_back: bool) -> Said:
    days = working_days_between(dossier.opened_on, dossier.answered_on) if dossier.answered_on else None
    return Said(
        dossier=dossier,
        stands=stands(dossier),
        voices=voices(number),
        days=days if dossier.state in WITH_ANSWER else None,
        is_late=dossier.is_overdue(today()),
        is_back=is_back,
    )
