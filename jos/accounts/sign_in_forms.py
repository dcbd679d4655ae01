"""Which of allauth's forms are our own: with our words, and forgiving about how a code is typed."""

ACCOUNT_FORMS = {
    "login": "jos.accounts.forms.LoginForm",
    "add_email": "jos.accounts.forms.AddEmailForm",
    "change_password": "jos.accounts.forms.ChangePasswordForm",
    "set_password": "jos.accounts.forms.SetPasswordForm",
    "reset_password": "jos.accounts.forms.ResetPasswordForm",
    "reset_password_from_key": "jos.accounts.forms.ResetPasswordKeyForm",
    "reauthenticate": "jos.accounts.forms.ReauthenticateForm",
}
MFA_FORMS = {
    "authenticate": "jos.accounts.forms.CodeForm",
    "reauthenticate": "jos.accounts.forms.CodeAgainForm",
    "activate_totp": "jos.accounts.forms.AddAppForm",
    "authenticate_webauthn": "jos.accounts.forms.PasskeyForm",
    "login_webauthn": "jos.accounts.forms.PasskeySignInForm",
    "reauthenticate_webauthn": "jos.accounts.forms.PasskeyAgainForm",
    "add_webauthn": "jos.accounts.forms.AddPasskeyForm",
    "edit_webauthn": "jos.accounts.forms.RenamePasskeyForm",
}
