"""What staff keep up: themes, with their names in the languages of young people, and standard replies."""

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from jos.shared.forms import RecordForm
from signals.models import StandardReply, Theme

LONGEST_NAME = Theme._meta.get_field("name").max_length


class ThemeForm(RecordForm):
    class Meta:
        model = Theme
        fields = ("name", "term_days", "is_sensitive", "is_active", "position")
        help_texts = {
            "term_days": _("How long a city service has to act. Terms that run already do not change."),
            "is_sensitive": _("No dossier about it is ever public."),
            "is_active": _("Signals and dossiers that have it keep it when it can no longer be chosen."),
            "position": _("Low numbers come first."),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for code, language in self._languages():
            self.fields[self._field(code)] = forms.CharField(
                label=_("Name in %(language)s") % {"language": language},
                initial=self.instance.names.get(code, ""),
                max_length=LONGEST_NAME,
                required=False,
                widget=forms.TextInput(attrs={"lang": code, "dir": "auto"}),
            )

    def clean(self):
        cleaned = super().clean()
        written = {code: self.cleaned_data.get(self._field(code), "") for code, _language in self._languages()}
        self.instance.names = self.instance.names | written
        self.instance.names = {code: name for code, name in self.instance.names.items() if name}
        return cleaned

    @property
    def names(self) -> list[forms.BoundField]:
        return [self[self._field(code)] for code, _language in self._languages()]

    def _languages(self) -> list[tuple[str, str]]:
        languages = ((code, str(name)) for code, name in settings.SIGNAL_LANGUAGES)
        return [(code, name) for code, name in languages if code != settings.LANGUAGE_CODE]

    def _field(self, code: str) -> str:
        return f"name_{code}"


class StandardReplyForm(RecordForm):
    class Meta:
        model = StandardReply
        fields = ("kind", "title", "text")
        help_texts = {"title": _("For yourselves: what it is about.")}
