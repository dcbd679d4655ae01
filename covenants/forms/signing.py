"""Signing a document, and asking whether a file is one that was signed."""

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from covenants.actions.signing import CHANGED
from covenants.document.checking import fingerprint, tidy_hash
from covenants.models import Document, Signature
from jos.shared.tables.cells import tidy

MOST = 10 * 1024 * 1024  # bytes: a covenant has some hundred thousand


class SignForm(forms.ModelForm):
    """Carries the hash of the text that stands above it: what is signed is what was read."""

    sha256 = forms.CharField(widget=forms.HiddenInput, max_length=64)
    has_read = forms.BooleanField(
        label=_("I read this text, and I may sign it for my side"),
        error_messages={"required": _("Read the text first, and tick that you did.")},
    )

    class Meta:
        model = Signature
        fields = ("name", "job")
        help_texts = {"job": _("Such as coordinator, chair, or alderman for youth.")}

    def clean(self):
        for name in ("name", "job"):
            if self.cleaned_data.get(name):
                self.cleaned_data[name] = tidy(self.cleaned_data[name])
        return super().clean()

    def read_again(self, document: Document) -> None:
        """Another text stands above it now: what was typed stays, what was ticked and read does not."""
        if not self.has_error(NON_FIELD_ERRORS):
            self.add_error(None, CHANGED)
        typed = {name: value for name, value in self.data.items() if name != "has_read"}
        self.data = typed | {"sha256": document.sha256}


class CheckForm(forms.Form):
    """A file, or its hash. Either is enough."""

    file = forms.FileField(label=_("The PDF"), required=False, max_length=200, allow_empty_file=True)
    sha256 = forms.CharField(
        label=_("or its SHA-256"),
        required=False,
        max_length=200,
        help_text=_("64 signs: digits and the letters a to f. Spaces do not matter."),
    )

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file and file.size > MOST:
            raise ValidationError(
                gettext("This file is larger than %(size)s: no covenant is.") % {"size": filesizeformat(MOST)}
            )
        return file

    def clean_sha256(self) -> str:
        typed = self.cleaned_data["sha256"]
        found = tidy_hash(typed)
        if typed and not found:
            raise ValidationError(gettext("This is no SHA-256: that has 64 signs, digits and the letters a to f."))
        return found

    def clean(self):
        cleaned = super().clean()
        if not self.errors and not (cleaned["file"] or cleaned["sha256"]):
            raise ValidationError(gettext("Choose a file, or paste its SHA-256."))
        return cleaned

    @property
    def fingerprint(self) -> str:
        """Of the file, where there is one. The file itself is not kept."""
        file = self.cleaned_data["file"]
        return fingerprint(file.chunks()) if file else self.cleaned_data["sha256"]
