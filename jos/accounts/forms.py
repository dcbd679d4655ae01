"""allauth's forms in our words, and without placeholders: those disappear while one types, labels stay."""

from allauth.account import forms
from allauth.mfa.base import forms as second_step
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn import forms as passkeys
from django.core.exceptions import ValidationError
from django.forms import CharField, HiddenInput, JSONField
from django.utils.translation import gettext_lazy as _
from fido2.webauthn import AuthenticationResponse, RegistrationResponse

HELP = {"password1": _("At least 12 characters. A few words in a row are easy to remember.")}
LABELS = {
    "login": _("E-mail address"),
    "email": _("E-mail address"),
    "remember": _("Stay signed in on this device"),
    "code": _("Code"),
}


class OurWords:
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.widget.attrs.pop("placeholder", None)
            field.label = LABELS.get(name, field.label)
            field.help_text = HELP.get(name, "")


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


# --- The second step -------------------------------------------------------------------------------------


class Digits(OurWords):
    """A phone shows its keys for numbers."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["code"].widget.attrs["inputmode"] = "numeric"


class CodeForm(Digits, second_step.AuthenticateForm):
    pass


class CodeAgainForm(Digits, second_step.ReauthenticateForm):
    pass


class AddAppForm(Digits, ActivateTOTPForm):
    pass


class CredentialField(JSONField):
    """What the browser answered about a passkey. What no browser answers is a wrong code, not an error of ours."""

    widget = HiddenInput

    def __init__(self, response):
        super().__init__()
        self.response = response

    def to_python(self, value):
        credential = super().to_python(value)
        try:
            self.response.from_dict(credential)
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            raise ValidationError(_("This passkey could not be read. Try again.")) from error
        return credential


class PasskeyForm(passkeys.AuthenticateWebAuthnForm):
    credential = CredentialField(AuthenticationResponse)


class PasskeySignInForm(passkeys.LoginWebAuthnForm):
    credential = CredentialField(AuthenticationResponse)


class PasskeyAgainForm(passkeys.ReauthenticateWebAuthnForm):
    credential = CredentialField(AuthenticationResponse)


class AddPasskeyForm(passkeys.AddWebAuthnForm):
    """Every passkey can stand for the password as well: the view asks the browser for one that can."""

    name = CharField(label=_("Name"), max_length=60, help_text=_("So that you know later which one it is."))
    credential = CredentialField(RegistrationResponse)
    passwordless = None


class RenamePasskeyForm(passkeys.EditWebAuthnForm):
    name = CharField(label=_("Name"), max_length=60)
