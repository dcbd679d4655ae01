from django import forms
from django.utils.translation import gettext_lazy as _


class SheetForm(forms.Form):
    """The sheet of a report, filled in."""

    file = forms.FileField(
        label=_("Spreadsheet"), help_text=_("CSV or Excel (.xlsx)."), widget=forms.FileInput({"accept": ".csv,.xlsx"})
    )
