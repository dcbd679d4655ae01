"""The pages of allauth this portal uses, and no others: no sign-in by code, no phone numbers, no open sign-up."""

from allauth.account import views
from allauth.mfa.base import views as second_step
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.totp import views as app
from allauth.mfa.webauthn import views as passkeys
from allauth.socialaccount.providers.openid_connect import views as city
from allauth.socialaccount.views import login_cancelled
from allauth.usersessions.views import list_usersessions
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.urls import path, re_path
from django.views.decorators.http import require_safe
from django.views.generic import RedirectView

from jos.accounts.views import AddPasskeyView, SecondStepView, account, city_login

list_passkeys = RedirectView.as_view(pattern_name="mfa_index")  # they stand on that page, among the other steps

urlpatterns = [
    path("", account, name="account"),
    path("login/", views.login, name="account_login"),
    path("logout/", views.logout, name="account_logout"),
    path("inactive/", views.account_inactive, name="account_inactive"),
    path("signup/", views.signup, name="account_signup"),  # only says that it is closed: see the adapter
    path("reauthenticate/", views.reauthenticate, name="account_reauthenticate"),
    path("email/", views.email, name="account_email"),
    path("email/sent/", views.email_verification_sent, name="account_email_verification_sent"),
    re_path(r"^email/confirm/(?P<key>[-:\w]+)/$", views.confirm_email, name="account_confirm_email"),
    path("password/", views.password_change, name="account_change_password"),
    path("password/first/", views.password_set, name="account_set_password"),
    path("password/reset/", views.password_reset, name="account_reset_password"),
    path("password/reset/sent/", views.password_reset_done, name="account_reset_password_done"),
    path("password/reset/done/", views.password_reset_from_key_done, name="account_reset_password_from_key_done"),
    re_path(
        r"^password/reset/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        views.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path("sessions/", list_usersessions, name="usersessions_list"),
    # The second step: giving it
    path("login/second-step/", second_step.authenticate, name="mfa_authenticate"),
    path("login/passkey/", login_not_required(passkeys.login_webauthn), name="mfa_login_webauthn"),
    path("reauthenticate/code/", second_step.reauthenticate, name="mfa_reauthenticate"),
    path("reauthenticate/passkey/", passkeys.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
    # The second step: setting it up
    path("second-step/", SecondStepView.as_view(), name="mfa_index"),
    path("second-step/app/", app.activate_totp, name="mfa_activate_totp"),
    path("second-step/app/remove/", app.deactivate_totp, name="mfa_deactivate_totp"),
    path("second-step/passkeys/", require_safe(list_passkeys), name="mfa_list_webauthn"),
    path("second-step/passkeys/add/", AddPasskeyView.as_view(), name="mfa_add_webauthn"),
    path("second-step/passkeys/<int:pk>/", passkeys.edit_webauthn, name="mfa_edit_webauthn"),
    path("second-step/passkeys/<int:pk>/remove/", passkeys.remove_webauthn, name="mfa_remove_webauthn"),
    path("second-step/codes/", recovery_codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("second-step/codes/new/", recovery_codes.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("second-step/codes/download/", recovery_codes.download_recovery_codes, name="mfa_download_recovery_codes"),
]

# The city's own sign-in, where it is configured.
if settings.OIDC_ISSUER:
    only = {"provider_id": "city"}
    urlpatterns += [
        path("city/login/", city_login, only, name="openid_connect_login"),
        path("city/login/callback/", city.callback, only, name="openid_connect_callback"),
        path("city/login/cancelled/", login_cancelled, name="socialaccount_login_cancelled"),
    ]
