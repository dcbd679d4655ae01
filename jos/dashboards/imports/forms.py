"""What staff fill in to import a file."""

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from jos.shared.forms import DateInput
from jos.shared.imports import is_too_large
from jos.shared.models import FileImport
from jos.shared.tables.cells import tidy
from neighbourhoods.enums import CoordinateSystem
from neighbourhoods.imports.choices import DEFAULT_SOURCE, Choices
from neighbourhoods.imports.files import read_layer
from neighbourhoods.imports.layers import Layer
from neighbourhoods.models import NeighbourhoodCode

EXAMPLE_LENGTH = 40


class UploadForm(forms.Form):
    """A file, no larger than the limit."""

    file = forms.FileField(label=_("File"), max_length=200)

    def __init__(self, *args, accepts: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["file"].widget.attrs["accept"] = accepts
        self.fields["file"].help_text = gettext("%(formats)s, at most %(megabytes)d MB.") % {
            "formats": accepts.replace(",", ", "),
            "megabytes": settings.FILE_UPLOAD_MAX_MB,
        }

    def clean_file(self):
        return not_too_large(self.cleaned_data["file"])


def not_too_large(file: UploadedFile) -> UploadedFile:
    """Before it is read into memory."""
    if is_too_large(file.size or 0):
        raise ValidationError(
            _("%(name)s is %(size)d MB; %(most)d MB is the most. Leave out what is not needed."),
            params={"name": file.name, "size": (file.size or 0) / 1024 / 1024, "most": settings.FILE_UPLOAD_MAX_MB},
        )
    return file


class BordersForm(forms.Form):
    """Which fields of a file with borders hold what, and what to do with neighbourhoods it does not have."""

    shown_with = "imports/borders_form.html"
    beside = None  # no second file comes with it

    name_field = forms.ChoiceField(label=_("Field with the name"))
    code_field = forms.ChoiceField(label=_("Field with the official code"))
    district_field = forms.ChoiceField(label=_("Field with the district"), required=False)
    source = forms.CharField(
        label=_("Whose codes are these?"),
        max_length=NeighbourhoodCode._meta.get_field("source").max_length,
        initial=DEFAULT_SOURCE,
        help_text=_("A neighbourhood can have codes of several sources, such as the city and the province."),
    )
    crs = forms.ChoiceField(label=_("Coordinate system"), required=False)
    end_missing = forms.DateField(
        label=_("Last day of neighbourhoods that are no longer in the file"),
        required=False,
        widget=DateInput,
        help_text=_("Leave empty to keep them. They are never deleted."),
    )

    def __init__(self, *args, layer: Layer, **kwargs):
        super().__init__(*args, **kwargs)
        choices = [("", _("Choose a field")), *((name, _with_example(layer, name)) for name in layer.field_names)]
        self.fields["name_field"].choices = self.fields["code_field"].choices = choices
        self.fields["district_field"].choices = [("", _("None")), *choices[1:]]
        own = _("As the file says (%(crs)s)") % {"crs": layer.crs} if layer.crs else _("Not said in the file: degrees")
        self.fields["crs"].choices = [("", own), *CoordinateSystem.choices]

    @classmethod
    def of(cls, file_import: FileImport, data=None, files=None) -> "BordersForm":
        return cls(data, initial=file_import.options, layer=read_layer(bytes(file_import.content)))

    @property
    def options(self) -> dict[str, str]:
        """As the import keeps them."""
        chosen = Choices(**self.cleaned_data | {"end_missing": str(self.cleaned_data["end_missing"] or "")})
        return vars(chosen)


def _with_example(layer: Layer, name: str) -> str:
    """The field's name, and the first value that stands in it."""
    values = (tidy(feature.fields.get(name, "")) for feature in layer.features)
    example = next(filter(None, values), "")[:EXAMPLE_LENGTH]
    return f"{name} ({example})" if example else name
