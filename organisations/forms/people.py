from django import forms
from django.contrib.auth import password_validation
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from jos.accounts.enums import Role
from jos.accounts.models import User
from jos.shared.tables.cells import tidy
from organisations.enums import InvitedAs, MemberRole
from organisations.models.invitation import FOR_AN_ORGANISATION


class InvitationForm(forms.Form):
    email = forms.EmailField(
        label=_("E-mail address"), max_length=254, widget=forms.EmailInput({"autocomplete": "off"})
    )
    invited_as = forms.ChoiceField(label=_("Becomes"))

    def __init__(self, *args, roles: tuple[InvitedAs, ...] = FOR_AN_ORGANISATION, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["invited_as"].choices = [(role.value, role.label) for role in roles]


class OpenAccountForm(forms.Form):
    """Somebody new: a name to be known by, and a password. The address comes from the invitation."""

    name = forms.CharField(label=_("Your name"), max_length=100, widget=forms.TextInput({"autocomplete": "name"}))
    password = forms.CharField(
        label=_("Choose a password"),
        help_text=_("At least 12 characters. A few words in a row are easy to remember."),
        max_length=256,
        strip=False,
        widget=forms.PasswordInput({"autocomplete": "new-password"}),
    )

    def __init__(self, *args, email: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.email = email

    def clean_name(self) -> str:
        return tidy(self.cleaned_data["name"])

    def clean_password(self) -> str:
        password = self.cleaned_data["password"]
        user = User(email=self.email, name=self.cleaned_data.get("name", ""))
        password_validation.validate_password(password, user)
        return password


class MemberRoleForm(forms.Form):
    role = forms.ChoiceField(label=_("Role"), choices=MemberRole.choices)


class CityRoleForm(forms.Form):
    role = forms.ChoiceField(label=_("Role"), choices=[("", _("no role for the city")), *Role.choices], required=False)


class FindPeopleForm(forms.Form):
    """Which people an administrator looks for."""

    q = forms.CharField(label=_("Name or e-mail address"), max_length=100, required=False)
    show = forms.ChoiceField(
        label=_("Show"),
        choices=[
            ("", _("people of the city")),
            ("partners", _("people of partners")),
            ("closed", _("closed accounts")),
        ],
        required=False,
    )

    def found(self) -> QuerySet[User]:
        """People of the city, unless others are asked for."""
        asked = self.cleaned_data if self.is_valid() else {"q": "", "show": ""}
        found = User.objects.called(asked["q"])
        match asked["show"]:
            case "closed":
                found = found.closed()
            case "partners":
                found = found.of_partners()
            case _:
                found = found.of_the_city()
        return found.with_second_step().prefetch_related("memberships__organisation").order_by("name", "pk")
