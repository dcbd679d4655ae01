"""allauth's forms in our words, and without placeholders: those disappear while one types, labels stay."""

from allauth.account import forms
from django.utils.translation import gettext_lazy as _

LABELS = {
    "login": _("E-mail address"),
    "email": _("E-mail address"),
    "remember": _("Stay signed in on this device"),
}


class OurWords:
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.widget.attrs.pop("placeholder", None)
            field.label = LABELS.get(name, field.label)


class LoginForm(OurWords, forms.LoginForm):
    pass


class AddEmailForm(OurWords, forms.AddEmailForm):
    pass


class ChangePasswordForm(OurWords, forms.ChangePasswordForm):
    pass


class SetPasswordForm(OurWords, forms.SetPasswordForm):
    pass


class ResetPasswordForm(OurWords, forms.ResetPasswordForm):
    pass


class ResetPasswordKeyForm(OurWords, forms.ResetPasswordKeyForm):
    pass


class ReauthenticateForm(OurWords, forms.ReauthenticateForm):
    pass
