"""allauth's forms without placeholders: every field has a label, and a placeholder disappears while one types."""

from allauth.account import forms


class WithoutPlaceholders:
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.widget.attrs.pop("placeholder", None)


class LoginForm(WithoutPlaceholders, forms.LoginForm):
    pass


class AddEmailForm(WithoutPlaceholders, forms.AddEmailForm):
    pass


class ChangePasswordForm(WithoutPlaceholders, forms.ChangePasswordForm):
    pass


class SetPasswordForm(WithoutPlaceholders, forms.SetPasswordForm):
    pass


class ResetPasswordForm(WithoutPlaceholders, forms.ResetPasswordForm):
    pass


class ResetPasswordKeyForm(WithoutPlaceholders, forms.ResetPasswordKeyForm):
    pass


class ReauthenticateForm(WithoutPlaceholders, forms.ReauthenticateForm):
    pass
