"""What signals can be about, as staff keep it up."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from jos.shared.access import require
from jos.shared.drafts import form_page, keeps_draft
from jos.shared.record_views import changed, made, posted
from signals.actions.upkeep import change_theme, create_theme
from signals.forms.upkeep import ThemeForm
from signals.models import Theme
from signals.permissions import can_edit_themes

PAGE = "signals/themes/theme_form.html"


@require_safe
def themes(request: HttpRequest) -> HttpResponse:
    require(can_edit_themes(request.user))
    return render(request, "signals/themes/themes.html", {"themes": Theme.objects.all()})


@keeps_draft
@require_http_methods(["GET", "HEAD", "POST"])
def theme_new(request: HttpRequest) -> HttpResponse:
    require(can_edit_themes(request.user))
    form = ThemeForm(posted(request))
    if made(form, lambda: create_theme(theme=form.instance, by=request.user)):
        messages.success(request, _("Saved."))
        return redirect("themes")
    return form_page(request, PAGE, {"form": form, "title": _("New theme"), "back": reverse("themes")})


@keeps_draft
@require_http_methods(["GET", "HEAD", "POST"])
def theme_edit(request: HttpRequest, slug: str) -> HttpResponse:
    require(can_edit_themes(request.user))
    theme = get_object_or_404(Theme, slug=slug)
    form, done = ThemeForm(posted(request), instance=theme), reverse("themes")

    def change(version: int) -> None:
        change_theme(theme=theme, version=version, by=request.user)
        messages.success(request, _("Saved."))

    answer = changed(request, form, change, again=lambda saved: ThemeForm(request.POST, instance=saved), done=done)
    return answer or form_page(request, PAGE, {"form": form, "title": str(theme), "back": done})
