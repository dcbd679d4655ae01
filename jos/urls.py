from allauth.account.decorators import secure_admin_login
from django.contrib import admin
from django.urls import include, path

from jos.shared import draft_views as drafts
from jos.shared import saved_view_views as saved_views
from jos.shared import views as shared

handler400 = shared.bad_request

# One way to sign in, with its rate limits.
admin.site.login = secure_admin_login(admin.site.login)  # type: ignore[method-assign]

urlpatterns = [
    path("-/live", shared.live, name="live"),
    path("-/ready", shared.ready, name="ready"),
    path("drafts/save/", drafts.draft_save, name="draft_save"),
    path("drafts/discard/", drafts.draft_discard, name="draft_discard"),
    path("views/save/", saved_views.saved_view_save, name="saved_view_save"),
    path("views/<int:pk>/delete/", saved_views.saved_view_delete, name="saved_view_delete"),
    path("", include("neighbourhoods.urls")),  # before the sheets: circles/new/ is no circle
    path("", include("jos.public.urls")),
    path("", include("jos.dashboards.urls")),
    path("", include("organisations.urls")),
    path("", include("signals.urls")),
    path("", include("covenants.urls")),
    path("account/", include("jos.accounts.urls")),
    path("language/", shared.switch_language, name="set_language"),
    path("admin/", admin.site.urls),
]
