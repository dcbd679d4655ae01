"""What an article and a promise of a covenant say, and when both sides report."""

import datetime

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from covenants.enums import Rhythm, Side
from covenants.following_up.schedule import Days, as_stored, periods_of
from covenants.models import Article, Commitment, Covenant
from jos.shared.forms import DateInput, RecordForm
from jos.shared.time import in_words, months_later, today
from organisations.enums import OrganisationKind
from organisations.forms.choosing import OrganisationField, ask_which
from organisations.models import Organisation, PartnershipMember

MONTHS_AFTER = 12  # accounts of the last year come after it
EMPTY_ROWS = 4


class ArticleForm(RecordForm):
    class Meta:
        model = Article
        fields = ("heading", "text", "position")
        widgets = {"text": forms.Textarea({"rows": 10})}
        help_texts = {
            "text": _("In plain words: what both sides read here is what they sign."),
            "position": _("Articles stand in the order of these numbers."),
        }


class CommitmentForm(RecordForm):
    """A promise in the text, of either side. Who writes may ask something of the other as well."""

    class Meta:
        model = Commitment
        fields = ("side", "what", "due_on", "owner")
        field_classes = {"owner": OrganisationField}
        widgets = {"side": forms.RadioSelect, "due_on": DateInput, "what": forms.Textarea({"rows": 3})}
        help_texts = {
            "what": _("Something concrete, that one can see or hear about."),
            "owner": _(
                "Empty: the youth service, or the partner itself. Otherwise a city service, or one that takes part."
            ),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        covenant = self.instance.covenant
        self.fields["side"].choices = [(Side.PARTNER.value, str(covenant.partner)), (Side.CITY.value, Side.CITY.label)]
        ask_which(self, "owner", _who_can(covenant).order_by("name"), self.instance.owner)

    def clean_due_on(self) -> datetime.date:
        day, covenant = self.cleaned_data["due_on"], self.instance.covenant
        latest = months_later(covenant.valid_until, MONTHS_AFTER)
        if not covenant.valid_from <= day <= latest:
            says = {"first": in_words(covenant.valid_from), "last": in_words(latest)}
            raise ValidationError(_("Choose a day from %(first)s until %(last)s."), params=says)
        return day

    def clean(self):
        cleaned = super().clean()
        side, owner = self.cleaned_data.get("side"), self.cleaned_data.get("owner")
        if side and owner and (owner.kind == OrganisationKind.CITY_SERVICE) != (side == Side.CITY):
            self.add_error("owner", _("Of the city a city service does it; of the partner one that takes part."))
        return cleaned


class ScheduleForm(RecordForm):
    """How often both sides report, or on which dates of their own: a row for each, and some to fill in."""

    class Meta:
        model = Covenant
        fields = ("rhythm", "report_within_days", "is_light")
        widgets = {"rhythm": forms.RadioSelect}
        help_texts = {
            "report_within_days": _("So long after a period both sides, city and partner, have to report."),
            "is_light": _(
                "Fewer questions for a partner without an office: the numbers, one story, and what it needs."
            ),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        saved = [tuple(map(datetime.date.fromisoformat, pair)) for pair in self.instance.own_periods]
        sent = sum(name.startswith("starts_") for name in self.data) if self.is_bound else 0
        self.numbers = range(max(min(sent, 100), len(saved) + EMPTY_ROWS))
        for number in self.numbers:
            starts_on, ends_on = saved[number] if number < len(saved) else (None, None)
            self.fields[f"starts_{number}"] = _day(_("Period %(number)d, from"), number, starts_on)
            self.fields[f"ends_{number}"] = _day(_("Period %(number)d, until"), number, ends_on)

    @property
    def own_rows(self) -> list[tuple[int, forms.BoundField, forms.BoundField]]:
        return [(number + 1, self[f"starts_{number}"], self[f"ends_{number}"]) for number in self.numbers]

    @property
    def rhythms(self) -> list[tuple[forms.boundfield.BoundWidget, list[Days]]]:
        """Each rhythm to choose, with the periods it would give."""
        return [(choice, self._periods(Rhythm(choice.data["value"]))) for choice in self["rhythm"]]

    def clean(self):
        cleaned = super().clean()
        if not self.errors:
            self.instance.own_periods = self._own()
            self._check(cleaned["rhythm"])
        return cleaned

    def _own(self) -> list[list[str]]:
        rows = [(self.cleaned_data[f"starts_{number}"], self.cleaned_data[f"ends_{number}"]) for number in self.numbers]
        for number, (starts_on, ends_on) in enumerate(rows):
            if bool(starts_on) != bool(ends_on):
                self.add_error(f"{'ends' if starts_on else 'starts'}_{number}", _("Fill in both days of a period."))
        return as_stored(sorted(Days(*row) for row in rows if all(row)))

    def _check(self, rhythm: str) -> None:
        covenant = self.instance
        if self.errors:
            return
        try:
            periods_of(rhythm, covenant.valid_from, covenant.valid_until, covenant.own_periods)
        except ValidationError as error:
            self.add_error(None, error)

    def _periods(self, rhythm: Rhythm) -> list[Days]:
        covenant = self.instance
        try:
            return periods_of(rhythm, covenant.valid_from, covenant.valid_until, covenant.own_periods)
        except ValidationError:
            return []


def _day(label, number: int, saved: datetime.date | None) -> forms.DateField:
    return forms.DateField(label=label % {"number": number + 1}, initial=saved, required=False, widget=DateInput)


def _who_can(covenant: Covenant) -> QuerySet[Organisation]:
    """City services, and who takes part as the partner."""
    there = Organisation.objects.standing().on(today())
    members = PartnershipMember.objects.on(today()).filter(partnership=covenant.partnership_id)
    own = Q(pk=covenant.organisation_id) | Q(pk__in=members.values("organisation"))
    return there.filter(Q(kind=OrganisationKind.CITY_SERVICE) | own)
