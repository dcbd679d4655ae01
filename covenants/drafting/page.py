"""What the page of one covenant shows, to whoever looks: each part of its text, with what it lacks and who remarks."""

import datetime
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Exists, FilteredRelation, OuterRef, Prefetch, Q, QuerySet, prefetch_related_objects

from covenants.amending.chain import Chain, chain_of
from covenants.document.reading import with_parts
from covenants.drafting.completeness import WHOLE_TEXT
from covenants.drafting.next_steps import NextStep, may_change, may_remark, next_steps
from covenants.drafting.text import Text, text_of
from covenants.drafting.trail import Happened, trail
from covenants.drafting.words import party, standing, where, whose_turn
from covenants.enums import NOT_SIGNED, CovenantState, Part, Side
from covenants.models import Article, Covenant, Document, Remark, Signature
from covenants.permissions import can_open_covenants, side_of
from jos.shared.steps import lacks
from jos.shared.time import today
from neighbourhoods.models import Neighbourhood
from organisations.enums import Function


@dataclass(frozen=True)
class SideShown:
    """One of both sides: whether it is its turn, and how far it goes along."""

    side: Side
    name: str
    is_turn: bool
    accepts: bool
    signature: Signature | None
    is_mine: bool


@dataclass(frozen=True)
class Remarks:
    """What both sides say about one thing."""

    open: tuple[Remark, ...] = ()
    settled: tuple[Remark, ...] = ()


@dataclass(frozen=True)
class ArticleShown:
    article: Article
    remarks: Remarks


@dataclass(frozen=True)
class PartShown:
    """A part of the text, what it lacks before it can be offered for signature, and what both sides remark."""

    part: Part
    number: int
    lacking: tuple[str, ...]
    remarks: Remarks  # about the whole part; those about an article stand with it

    @property
    def side(self) -> Side | None:
        """Of the promises: whose they are."""
        return _PROMISES.get(self.part)


@dataclass(frozen=True)
class CovenantPage:
    standing: str
    where: str
    today: datetime.date
    my_side: Side | None
    sides: tuple[SideShown, ...]
    steps: tuple[NextStep, ...]
    functions: tuple[Function, ...]
    parts: tuple[PartShown, ...]
    articles: tuple[ArticleShown, ...]
    text: Text
    documents: tuple[Document, ...]  # the newest first
    trail: tuple[Happened, ...]
    chain: Chain
    can_change: bool  # it is the turn of who looks
    can_remark: bool
    can_follow: bool  # begin the covenant of the years that come

    @property
    def ahead(self) -> tuple[NextStep, ...]:
        """What is worth doing first: nobody is led to accept a text that cannot be offered yet."""
        return tuple(each for each in self.steps if each.is_ahead and not self.lacking)

    @property
    def aside(self) -> tuple[NextStep, ...]:
        return tuple(each for each in self.steps if each not in self.ahead)

    @property
    def lacking(self) -> tuple[PartShown, ...]:
        return tuple(shown for shown in self.parts if shown.lacking)

    @property
    def contents(self) -> tuple[tuple[PartShown, int], ...]:
        """Its parts, with how many remarks wait for an answer in each."""
        on_articles = sum(len(each.remarks.open) for each in self.articles)
        return tuple(
            (shown, len(shown.remarks.open) + (on_articles if shown.part == Part.ARTICLES else 0))
            for shown in self.parts
        )


Place = tuple[str, int | None]  # a part, and the article in it

_SIGNED = {Side.CITY: "signed_by_city", Side.PARTNER: "signed_by_partner"}  # what a document is read with
_PROMISES = {Part.PARTNER_COMMITMENTS: Side.PARTNER, Part.CITY_COMMITMENTS: Side.CITY}


def whole(covenants: QuerySet[Covenant]) -> QuerySet[Covenant]:
    """With all parts of their text, and what both sides agreed in talks since."""
    found = (
        covenants.with_parties()
        .select_related("follows")
        .annotate(is_amended_now=Exists(Covenant.objects.filter(amends=OuterRef("pk"), state__in=NOT_SIGNED)))
    )
    return with_parts(found)


def covenant_page(covenant: Covenant, user) -> CovenantPage:
    """For a covenant that is read `whole`. Remarks and what is lacking only matter while it is drafted."""
    is_draft = covenant.state == CovenantState.DRAFTING
    if is_draft and any(hours.neighbourhood_id for hours in covenant.hours.all()):  # is each of them within reach?
        prefetch_related_objects(
            [covenant], Prefetch("circles__neighbourhoods", Neighbourhood.objects.without_borders())
        )
    lacking = lacks(WHOLE_TEXT, covenant) if is_draft else {}
    remarks = _by_place(covenant.remarks.select_related("by")) if is_draft else {}
    documents = _documents(covenant)
    document = next((each for each in documents if not each.taken_back_at), None)
    return CovenantPage(
        standing=standing(covenant, today()),
        where=where(covenant),
        today=today(),
        my_side=side_of(user, covenant),
        sides=_sides(covenant, document, user),
        steps=tuple(next_steps(covenant, user, is_whole=not lacking)),
        functions=tuple(Function(code) for code in covenant.functions),
        parts=_parts(lacking, remarks),
        articles=tuple(
            ArticleShown(each, remarks.get((Part.ARTICLES, each.pk), Remarks())) for each in covenant.articles.all()
        ),
        text=text_of(covenant, user, today()),
        documents=documents,
        trail=trail(covenant),
        chain=chain_of(covenant),
        can_change=may_change(covenant, user),
        can_remark=may_remark(covenant, user),
        can_follow=covenant.state == CovenantState.SIGNED and can_open_covenants(user),
    )


def _sides(covenant: Covenant, document: Document | None, user) -> tuple[SideShown, ...]:
    signatures = {side: getattr(document, name, None) for side, name in _SIGNED.items()}  # none: not set at all
    turn, mine = whose_turn(covenant), side_of(user, covenant)
    return tuple(
        SideShown(
            side=side,
            name=party(covenant, side),
            is_turn=side == turn,
            accepts=covenant.is_accepted_by(side),
            signature=signatures.get(side),
            is_mine=side == mine,
        )
        for side in Side
    )


def _documents(covenant: Covenant) -> tuple[Document, ...]:
    """All that were offered for signature, the newest first, with the signature of each side. One query."""
    signed = {
        name: FilteredRelation("signatures", condition=Q(signatures__side=side)) for side, name in _SIGNED.items()
    }
    documents = covenant.documents.defer("pdf", "content").annotate(**signed).select_related(*signed)
    return tuple(documents.order_by("-made_at", "-pk"))


def _parts(lacking: dict[str, list[str]], remarks: dict[Place, Remarks]) -> tuple[PartShown, ...]:
    return tuple(
        PartShown(part, number, tuple(lacking.get(part, ())), remarks.get((part, None), Remarks()))
        for number, part in enumerate(Part, start=1)
    )


def _by_place(remarks: Iterable[Remark]) -> dict[Place, Remarks]:
    """By the part, and the article, that they are about."""
    found: dict[Place, list[Remark]] = defaultdict(list)
    for remark in remarks:
        found[remark.part, remark.article_id].append(remark)
    return {
        place: Remarks(
            open=tuple(each for each in some if not each.settled_at),
            settled=tuple(each for each in some if each.settled_at),
        )
        for place, some in found.items()
    }
