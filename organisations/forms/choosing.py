"""Which organisation: a name that is typed. A list to choose from would be a third of a megabyte in a region."""

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from rapidfuzz import fuzz, process

from jos.shared.letters import without_accents
from jos.shared.tables.cells import same, tidy
from organisations.models import Organisation

LISTED = 100  # names a browser can complete; of more organisations, only those that fit what was typed
SUGGESTED = 5
ALIKE = 70  # of 100: what may have been meant

Named = tuple[int, str, str]  # key, name, slug


class NameInput(forms.TextInput):
    """Text that the browser completes to a name, where it can."""

    template_name = "organisations/widgets/name_input.html"
    suggested: tuple[str, ...] = ()
    choices: forms.models.ModelChoiceIterator

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, (attrs or {}) | {"list": f"{name}-names", "autocomplete": "off"})
        return context | {"names": self.suggested or _listed(self.choices.queryset)}


class OrganisationField(forms.ModelChoiceField):
    """One of the organisations in `queryset`: its whole name, a part that no other name has, or its slug."""

    widget = NameInput
    default_error_messages = {
        "required": _("Write the name of the organisation."),
        "none": _("No organisation is called “%(typed)s”."),
        "none_but": _("No organisation is called “%(typed)s”. Did you mean %(names)s?"),
        "several": _("More than one organisation fits “%(typed)s”: %(names)s. Write the whole name."),
    }

    def prepare_value(self, value):
        return value.name if isinstance(value, Organisation) else value

    def to_python(self, value):
        if isinstance(value, Organisation):
            return value
        typed = tidy(value or "")
        if not typed:
            return None
        named = list(self.queryset.values_list("pk", "name", "slug"))
        fitting = _fitting(named, typed)
        if len(fitting) != 1:
            raise self._refusal(typed, fitting, named)
        return self.queryset.get(pk=fitting[0][0])

    def has_changed(self, initial, data) -> bool:
        return (self.prepare_value(initial) or "") != (data or "")

    def _refusal(self, typed: str, fitting: list[Named], named: list[Named]) -> ValidationError:
        names = _names(fitting or _alike(named, typed))
        self.widget.suggested = names[:LISTED]
        code = "several" if fitting else "none_but" if names else "none"
        says = {"typed": typed[:80], "names": ", ".join(names[:SUGGESTED])}
        return ValidationError(self.error_messages[code], code=code, params=says)


def ask_which(form: forms.ModelForm, name: str, among: QuerySet[Organisation], chosen: Organisation | None) -> None:
    """Let a form ask for one of these, beginning with the one that was chosen before."""
    field = form.fields[name]
    field.queryset = among  # type: ignore[attr-defined]
    field.help_text = field.help_text or _("Write the name, or a part of it.")
    form.initial[name] = chosen


def _listed(organisations: QuerySet[Organisation]) -> tuple[str, ...]:
    named = list(organisations.values_list("pk", "name", "slug")[: LISTED + 1])
    return _names(named) if len(named) <= LISTED else ()


def _fitting(named: list[Named], typed: str) -> list[Named]:
    """The one that is called so, or else those that have all these words in their name."""
    sought = _plain(typed)
    called_so = [each for each in named if sought in (_plain(each[1]), each[2])]
    return called_so or [each for each in named if all(word in _plain(each[1]) for word in sought.split())]


def _alike(named: list[Named], typed: str) -> list[Named]:
    names = [_plain(name) for _pk, name, _slug in named]
    found = process.extract(_plain(typed), names, scorer=fuzz.ratio, limit=SUGGESTED, score_cutoff=ALIKE)
    return [named[place] for _name, _score, place in found]


def _names(named: list[Named]) -> tuple[str, ...]:
    """What to write for each: two of the same name are told apart by their slugs."""
    names = [name for _pk, name, _slug in named]
    return tuple(slug if names.count(name) > 1 else name for _pk, name, slug in named)


def _plain(name: str) -> str:
    return without_accents(same(name))
