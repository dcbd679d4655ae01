"""Articles, promises and indicators in a draft: added, changed and taken out by the side whose turn it is."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from covenants.actions.parts import add_to, change_in, remove_from
from covenants.enums import Part, Side
from covenants.forms.parts import ArticleForm, CommitmentForm
from covenants.models import Article, Commitment, Covenant, Indicator
from covenants.views.parts import back_where_not_now, covenant_to_write, part_address
from jos.shared.drafts import Page, form_page, keep, keeps_draft, typed_in
from jos.shared.forms import RecordForm
from jos.shared.record_views import changed, made, posted, unless_refused

Piece = Article | Commitment | Indicator
PROMISES = {Side.PARTNER: Part.PARTNER_COMMITMENTS, Side.CITY: Part.CITY_COMMITMENTS}


@keeps_draft
@require_http_methods(["GET", "HEAD", "POST"])
def article_new(request: HttpRequest, slug: str) -> HttpResponse:
    covenant = covenant_to_write(request, slug)
    last = covenant.articles.last()
    article = Article(covenant=covenant, position=last.position + 10 if last else 10)
    return new_piece(request, ArticleForm(posted(request), instance=article), _("A new article"))


@keeps_draft
@require_http_methods(["GET", "HEAD", "POST"])
def article_edit(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    covenant = covenant_to_write(request, slug)
    if _was_taken_out(request, covenant, covenant.articles.all(), pk):
        return _to_add_anew(request, reverse("article_new", args=[slug]))
    article = _article(request, slug, pk)
    return edit_piece(request, ArticleForm, article, _("Change “%(article)s”") % {"article": article})


@require_http_methods(["GET", "HEAD", "POST"])
def article_remove(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    return remove_piece(request, _article(request, slug, pk))


@keeps_draft
@require_http_methods(["GET", "HEAD", "POST"])
def commitment_new(request: HttpRequest, slug: str) -> HttpResponse:
    """A promise more, of the partner or of the city (`?side=CITY`)."""
    covenant = covenant_to_write(request, slug)
    side = Side.CITY if request.GET.get("side") == Side.CITY else Side.PARTNER
    promise = Commitment(covenant=covenant, side=side)
    return new_piece(request, CommitmentForm(posted(request), instance=promise), _("A new promise"))


@keeps_draft
@require_http_methods(["GET", "HEAD", "POST"])
def commitment_edit(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    covenant = covenant_to_write(request, slug)
    if _was_taken_out(request, covenant, covenant.commitments.in_text(), pk):
        return _to_add_anew(request, reverse("commitment_new", args=[slug]))
    return edit_piece(request, CommitmentForm, _commitment(request, slug, pk), _("Change this promise"))


@require_http_methods(["GET", "HEAD", "POST"])
def commitment_remove(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    return remove_piece(request, _commitment(request, slug, pk))


def _was_taken_out(request: HttpRequest, covenant: Covenant, standing: QuerySet, pk: int) -> bool:
    """Somebody else took it out of the covenant while this person typed."""
    if request.method != "POST" or standing.filter(pk=pk).exists():
        return False
    return standing.model.history.filter(id=pk, covenant=covenant).exists()


def _to_add_anew(request: HttpRequest, new: str) -> HttpResponse:
    """What was typed waits in the form for a `new` one."""
    keep(Page(request.user.pk or 0, new), typed_in(request.POST))
    messages.error(request, _("Somebody took this out while you typed. Add it anew, or leave it."))
    return redirect(new)


def new_piece(request: HttpRequest, form: RecordForm, title: str) -> HttpResponse:
    """One more, begun on the form's instance."""
    covenant = form.instance.covenant
    if answer := back_where_not_now(request, covenant):
        return answer

    def create():
        return unless_refused(form, lambda: add_to(covenant, piece=form.instance, by=request.user))

    if piece := made(form, create):
        messages.success(request, _("“%(what)s” is added.") % {"what": piece})
        return redirect(_address(piece))
    return _page(request, form, title)


def edit_piece(request: HttpRequest, form_class: type[RecordForm], piece: Piece, title: str) -> HttpResponse:
    """The same in other words, over the version that was read."""
    if answer := back_where_not_now(request, piece.covenant):
        return answer
    form = form_class(posted(request), instance=piece)

    def change(version: int) -> None:
        def save() -> Piece:
            return change_in(piece.covenant, piece=piece, version=version, by=request.user)

        if not form.has_changed() or unless_refused(form, save):
            messages.success(request, _("Saved."))

    def again(saved: Piece) -> RecordForm:
        return form_class(request.POST, instance=saved)

    return changed(request, form, change, again=again, done=_address(piece)) or _page(request, form, title)


def remove_piece(request: HttpRequest, piece: Piece) -> HttpResponse:
    """Asks first. Whose turn it is, is looked at again as it goes."""
    covenant, back = piece.covenant, _address(piece)
    if answer := back_where_not_now(request, covenant):
        return answer
    if request.method == "POST":
        try:
            remove_from(covenant, piece=piece, by=request.user)
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
        else:
            messages.success(request, _("“%(what)s” is taken out.") % {"what": str(piece)})
        return redirect(back)
    context = {"covenant": covenant, "piece": piece, "back": back}
    return render(request, "covenants/drafting/piece_remove.html", context)


def _article(request: HttpRequest, slug: str, pk: int) -> Article:
    covenant = covenant_to_write(request, slug)
    article = get_object_or_404(covenant.articles, pk=pk)
    article.covenant = covenant
    return article


def _commitment(request: HttpRequest, slug: str, pk: int) -> Commitment:
    covenant = covenant_to_write(request, slug)
    promise = get_object_or_404(covenant.commitments.in_text().select_related("owner"), pk=pk)
    promise.covenant = covenant
    return promise


def _page(request: HttpRequest, form: RecordForm, title: str) -> HttpResponse:
    piece = form.instance
    folder = "indicators/form" if isinstance(piece, Indicator) else "drafting/piece_form"
    context = {"form": form, "covenant": piece.covenant, "title": title, "back": _address(piece)}
    return form_page(request, f"covenants/{folder}.html", context)


def _address(piece: Piece) -> str:
    """The part of the covenant in which it stands."""
    if isinstance(piece, Commitment):
        return part_address(piece.covenant, PROMISES[Side(piece.side)])
    return part_address(piece.covenant, Part.INDICATORS if isinstance(piece, Indicator) else Part.ARTICLES)
