"""What who sent a signal fills in. Every form carries the reference and the code in its body, never in an address."""

from django import forms
from django.utils.translation import gettext_lazy as _

from signals.enums import DidItChange
from signals.models.signals import LONGEST
from signals.watchful.personal import Found, personal_details, without

AS_TYPED = {"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false", "dir": "ltr"}


class KeysForm(forms.Form):
    """The reference and the code of a signal."""

    reference = forms.CharField(
        label=_("Number"),
        max_length=40,
        error_messages={"required": _("Fill in the number. It has 8 letters and numbers.")},
        widget=forms.TextInput(AS_TYPED),
    )
    code = forms.CharField(
        label=_("Code"),
        max_length=40,
        error_messages={"required": _("Fill in the code. It has 12 letters and numbers.")},
        widget=forms.TextInput(AS_TYPED),
    )


class ReplyForm(forms.Form):
    """The answer to a question. What looks personal is pointed out once; who wrote it decides."""

    text = forms.CharField(
        label=_("Your answer"),
        max_length=LONGEST,
        error_messages={"required": _("Write something first.")},
        widget=forms.Textarea({"rows": 4, "dir": "auto"}),
    )
    token = forms.UUIDField(required=False)

    @property
    def found(self) -> list[Found]:
        return personal_details(self.data.get("text", "")[:LONGEST])  # more is refused, and would take minutes

    @property
    def points_out(self) -> bool:
        """Something personal stands in it that was not pointed out before."""
        return bool({one.words for one in self.found} - set(self.data.getlist("seen")))

    def without(self, number: str) -> "ReplyForm":
        """The same form after one thing that was pointed out is taken out of it, by its place in the row."""
        chosen = [one for place, one in enumerate(self.found) if number == str(place)]
        data = self.data.copy()
        data["text"] = without(self.data.get("text", ""), chosen)
        return ReplyForm(data)


class DidItChangeForm(forms.Form):
    did_it_change = forms.ChoiceField(choices=DidItChange)
