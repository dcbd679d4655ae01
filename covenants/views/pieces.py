"""Articles and promises in a draft: added, changed and taken out by the side whose turn it is."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from covenants.actions.parts import add_to, change_in, remove_from
from covenants.enums import Part, Side
from covenants.forms.parts import ArticleForm, CommitmentForm
from covenants.models import Article, Commitment
from covenants.views.parts import back_where_not_now, covenant_to_write, part_address
from jos.shared.drafts import form_page, keeps_draft
from jos.shared.record_views import changed, made, posted, unless_refused

Piece = Article | Commitment
PROMISES = {Side.PARTNER: Part.PARTNER_COMMITMENTS, Side.CITY: Part.CITY_COMMITMENTS}


@keeps_draft
@require_http_methods(["GET", "HEAD", "POST"])
def article_new(request: HttpRequest, slug: str) -> HttpResponse:
    covenant = covenant_to_write(request, slug)
    last = covenant.articles.last()
    article = Article(covenant=covenant, position=last.position + 10 if last else 10)
    return _new(request, ArticleForm(posted(request), instance=article), _("A new article"))


@keeps_draft
@require_http_methods(["GET", "HEAD", "POST"])
def article_edit(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    article = _article(request, slug, pk)
    return _edit(request, ArticleForm, article, _("Change “%(article)s”") % {"article": article})


@require_http_methods(["GET", "HEAD", "POST"])
def article_remove(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    return _remove(request, _article(request, slug, pk))


@keeps_draft
@require_http_methods(["GET", "HEAD", "POST"])
def commitment_new(request: HttpRequest, slug: str) -> HttpResponse:
    """A promise more, of the partner or of the city (`?side=CITY`)."""
    covenant = covenant_to_write(request, slug)
    side = Side.CITY if request.GET.get("side") == Side.CITY else Side.PARTNER
    promise = Commitment(covenant=covenant, side=side)
    return _new(request, CommitmentForm(posted(request), instance=promise), _("A new promise"))


@keeps_draft
@require_http_methods(["GET", "HEAD", "POST"])
def commitment_edit(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    return _edit(request, CommitmentForm, _commitment(request, slug, pk), _("Change this promise"))


@require_http_methods(["GET", "HEAD", "POST"])
def commitment_remove(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    return _remove(request, _commitment(request, slug, pk))


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


def _new(request: HttpRequest, form: ArticleForm | CommitmentForm, title: str) -> HttpResponse:
    covenant = form.instance.covenant
    if answer := back_where_not_now(request, covenant):
        return answer

    def create() -> Piece | None:
        return unless_refused(form, lambda: add_to(covenant, piece=form.instance, by=request.user))

    piece: Piece | None = made(form, create)  # type: ignore[assignment]
    if piece:
        messages.success(request, _("“%(what)s” is added.") % {"what": piece})
        return redirect(_address(piece))
    return _page(request, form, title)


def _edit(
    request: HttpRequest, form_class: type[ArticleForm | CommitmentForm], piece: Piece, title: str
) -> HttpResponse:
    if answer := back_where_not_now(request, piece.covenant):
        return answer
    form = form_class(posted(request), instance=piece)

    def change(version: int) -> None:
        def save() -> Piece:
            return change_in(piece.covenant, piece=piece, version=version, by=request.user)

        if not form.has_changed() or unless_refused(form, save):
            messages.success(request, _("Saved."))

    def again(saved: Piece):
        return form_class(request.POST, instance=saved)

    return changed(request, form, change, again=again, done=_address(piece)) or _page(request, form, title)


def _remove(request: HttpRequest, piece: Piece) -> HttpResponse:
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


def _page(request: HttpRequest, form: ArticleForm | CommitmentForm, title: str) -> HttpResponse:
    covenant = form.instance.covenant
    context = {"form": form, "covenant": covenant, "title": title, "back": _address(form.instance)}
    return form_page(request, "covenants/drafting/piece_form.html", context)


def _address(piece: Piece) -> str:
    """The part of the covenant in which it stands."""
    return part_address(piece.covenant, Part.ARTICLES if isinstance(piece, Article) else PROMISES[Side(piece.side)])
