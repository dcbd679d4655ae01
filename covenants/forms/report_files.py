import uuid

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from covenants.following_up.files import ACCEPTS, MOST_MEGABYTES, ReadFile, read_file


class FileForm(forms.Form):
    """One photo or file."""

    file = forms.FileField(
        label=_("File"),
        help_text=format_lazy(_("A photo, PDF, Word, Excel, OpenDocument or CSV of {} MB at most."), MOST_MEGABYTES),
        widget=forms.FileInput({"accept": ACCEPTS}),
    )
    token = forms.UUIDField(widget=forms.HiddenInput, required=False, initial=uuid.uuid4)

    def clean_file(self) -> ReadFile:
        return read_file(self.cleaned_data["file"])
