"""What can be asked of the inbox. Everything stands in the address, so that a view can be saved, sent and followed."""

import django_filters
from django import forms
from django.conf import settings
from django.db.models import Model, QuerySet
from django.http import QueryDict
from django.utils.functional import cached_property
from django.utils.translation import gettext, pgettext
from django.utils.translation import gettext_lazy as _

from jos.shared.forms import DateInput
from jos.shared.time import midnight, today
from neighbourhoods.models import Neighbourhood
from organisations.enums import AgeBand
from organisations.filters import EVERYTHING, Search
from signals.enums import SignalKind, SignalSource, SignalState
from signals.models import Signal, Theme
from signals.terms import A_DAY
from signals.tracking import REFERENCE_LENGTH, read
from signals.triage.words import plain

NONE, ALL = "none", "ALL"
SEARCHED = 5_000  # signals whose words are read through: more would keep everybody waiting
ONLY = [("yes", _("only those"))]


class InboxFilter(Search):
    """Starts with what staff have to do something with: received, and nothing said about it yet."""

    q = django_filters.CharFilter(label=_("Words or reference"), method="later", max_length=100)
    state = django_filters.ChoiceFilter(
        label=_("State"), choices=[*SignalState.choices, (ALL, EVERYTHING)], method="in_state", empty_label=None
    )
    theme = django_filters.ChoiceFilter(label=_("Theme"), method="about", empty_label=EVERYTHING)
    neighbourhood = django_filters.ChoiceFilter(label=_("Neighbourhood"), method="at", empty_label=EVERYTHING)
    danger = django_filters.ChoiceFilter(
        label=_("Words of danger"), choices=ONLY, method="with_danger", empty_label=EVERYTHING
    )
    overdue = django_filters.ChoiceFilter(label=_("Overdue"), choices=ONLY, method="is_overdue", empty_label=EVERYTHING)
    kind = django_filters.ChoiceFilter(label=_("What it is"), choices=SignalKind.choices, empty_label=EVERYTHING)
    source = django_filters.ChoiceFilter(label=_("Who says it"), choices=SignalSource.choices, empty_label=EVERYTHING)
    age = django_filters.ChoiceFilter(
        label=_("Age"), choices=[*AgeBand.choices, (NONE, _("not said"))], method="of_age", empty_label=EVERYTHING
    )
    language = django_filters.ChoiceFilter(
        label=_("Language"), choices=lambda: settings.SIGNAL_LANGUAGES, empty_label=EVERYTHING
    )
    since = django_filters.DateFilter(label=_("Received from"), method="received_since", widget=DateInput)
    until = django_filters.DateFilter(label=_("Received until"), method="received_until", widget=DateInput)
    dossier = django_filters.CharFilter(field_name="dossier__slug", max_length=80, widget=forms.HiddenInput)

    rare = ("danger", "overdue", "kind", "source", "age", "language", "since", "until")

    class Meta:
        model = Signal
        fields = ()

    def __init__(self, data=None, *args, **kwargs):
        data = QueryDict(mutable=True) if data is None else data.copy()
        data["state"] = data.get("state") or (ALL if data.get("dossier") else SignalState.RECEIVED)
        super().__init__(data, *args, **kwargs)
        self.filters["theme"].extra["choices"] = lambda: _named(self._themes, pgettext("theme", "none"))
        self.filters["neighbourhood"].extra["choices"] = lambda: _named(self._neighbourhoods, gettext("not said"))

    @cached_property
    def _themes(self) -> dict[str, Theme]:
        """Read once, to choose from and to find by."""
        return {theme.slug: theme for theme in Theme.objects.all()}

    @cached_property
    def _neighbourhoods(self) -> dict[str, Neighbourhood]:
        return {area.slug: area for area in Neighbourhood.objects.without_borders()}

    @property
    def sorted(self) -> QuerySet[Signal]:
        """What waits the most urgent first; anything else the newest first."""
        found = self.in_order(self.qs)
        return self._with_words(found)

    def in_order(self, signals: QuerySet[Signal]) -> QuerySet[Signal]:
        return signals.urgent_first() if self.most_urgent_first else signals.order_by("-received_at", "-id")

    @property
    def most_urgent_first(self) -> bool:
        return self.data["state"] in (SignalState.RECEIVED, SignalState.QUESTION_ASKED)

    @property
    def is_default(self) -> bool:
        """Nothing is asked but what waits."""
        return not any(value for name, value in self.data.items() if name in self.filters and name != "state") and (
            self.data["state"] == SignalState.RECEIVED
        )

    @property
    def words(self) -> str:
        return self.form.cleaned_data.get("q", "") if self.is_valid() else ""

    def _with_words(self, signals: QuerySet[Signal]) -> QuerySet[Signal]:
        """Those with these words, among the first so many; or the one with this reference, wherever it stands."""
        if not self.words:
            return signals
        if len(reference := read(self.words)) == REFERENCE_LENGTH:
            one = self.queryset.filter(reference=reference)
            if one.exists():
                return one
        sought = plain(self.words).split()
        among = signals.select_related(None).only("text").values_list("pk", "text")[:SEARCHED]
        found = [key for key, text in among if _has(plain(text), sought)]
        return self.in_order(self.queryset.filter(pk__in=found))

    def later(self, signals, name, value):
        return signals  # words are looked for in what everything else leaves: see `_with_words`

    def about(self, signals, name, value):
        return signals.filter(theme=None if value == NONE else self._themes[value])

    def at(self, signals, name, value):
        return signals.filter(neighbourhood=None if value == NONE else self._neighbourhoods[value])

    def in_state(self, signals, name, value):
        return signals if value == ALL else signals.filter(state=value)

    def with_danger(self, signals, name, value):
        return signals.filter(mentions_danger=True)

    def is_overdue(self, signals, name, value):
        return signals.overdue(today())

    def of_age(self, signals, name, value):
        return signals.filter(age_band="" if value == NONE else value)

    def received_since(self, signals, name, value):
        return signals.filter(received_at__gte=midnight(value))

    def received_until(self, signals, name, value):
        return signals.filter(received_at__lt=midnight(value + A_DAY))


def _has(text: str, sought: list[str]) -> bool:
    return all(word in text for word in sought)


def _named(records: dict[str, Model], none: str) -> list[tuple[str, str]]:
    return [(NONE, none), *((slug, str(record)) for slug, record in records.items())]
