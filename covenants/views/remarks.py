"""Saying something about a part of the text, and that it was heard."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from covenants.actions.remarks import make_remark, settle_remark
from covenants.drafting.next_steps import may_remark
from covenants.enums import Part
from covenants.forms.remarks import RemarkForm
from covenants.models import Covenant, Remark
from covenants.permissions import can_write
from covenants.views.covenants import visible_covenant
from jos.shared.access import require
from jos.shared.drafts import form_page, keeps_draft
from jos.shared.record_views import made, posted, unless_refused
from jos.shared.steps import NOT_ANY_MORE


@keeps_draft
@require_http_methods(["GET", "HEAD", "POST"])
def remark_new(request: HttpRequest, slug: str, part: str, article: int | None = None) -> HttpResponse:
    """About a part, or about one article. Both sides may, whosever turn it is."""
    covenant = visible_covenant(request, slug)
    require(can_write(request.user, covenant))
    if part not in Part or (article and part != Part.ARTICLES):
        raise Http404
    about = get_object_or_404(covenant.articles, pk=article) if article else None
    if request.method != "POST" and not may_remark(covenant, request.user):  # nothing that was typed is thrown away
        messages.error(request, NOT_ANY_MORE)
        return redirect(covenant)
    form = RemarkForm(posted(request), instance=Remark(covenant=covenant, part=part, article=about))
    back = _place(covenant, part, article)
    if made(form, lambda: unless_refused(form, lambda: make_remark(remark=form.instance, by=request.user))):
        messages.success(request, _("The other side reads it too."))
        return redirect(back)
    context = {"form": form, "covenant": covenant, "part": Part(part), "article": about, "back": back}
    return form_page(request, "covenants/drafting/remark.html", context | {"title": _("A remark")})


@require_POST
def remark_settle(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Fold it away: it is in the text now, or needs nothing any more."""
    covenant = visible_covenant(request, slug)
    require(can_write(request.user, covenant))
    remark: Remark = get_object_or_404(covenant.remarks, pk=pk)
    try:
        settle_remark(remark=remark, by=request.user)
    except ValidationError as error:
        messages.error(request, error.messages[0])
    return redirect(_place(covenant, remark.part, remark.article_id))


def _place(covenant: Covenant, part: str, article: int | None) -> str:
    """Where on the covenant's page it stands."""
    return f"{covenant.get_absolute_url()}#{f'article-{article}' if article else part}"
