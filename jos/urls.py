from allauth.account.decorators import secure_admin_login
from django.contrib import admin
from django.contrib.auth.decorators import login_not_required
from django.urls import include, path
from django.views.decorators.http import require_POST
from django.views.i18n import set_language

from jos.shared import views as shared

handler400 = shared.bad_request

# One way to sign in, with its rate limits.
admin.site.login = secure_admin_login(admin.site.login)  # type: ignore[method-assign]

urlpatterns = [
    path("-/live", shared.live, name="live"),
    path("-/ready", shared.ready, name="ready"),
    path("", include("neighbourhoods.urls")),  # before the sheets: circles/new/ is no circle
    path("", include("jos.dashboards.urls")),
    path("", include("organisations.urls")),
    path("account/", include("jos.accounts.urls")),
    path("language/", login_not_required(require_POST(set_language)), name="set_language"),
    path("admin/", admin.site.urls),
]
