"""With whom, from when until when, where and for which functions: the subject of a covenant."""

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from covenants.enums import Side
from covenants.forms.areas import TICKED, NeighbourhoodsField
from covenants.models import Covenant
from jos.shared.forms import DateInput, RecordForm
from jos.shared.time import today
from neighbourhoods.models import MovementCircle, Neighbourhood
from organisations.enums import OrganisationKind
from organisations.forms.choosing import OrganisationField, ask_which
from organisations.models import Organisation, Partnership

PARTIES = ("organisation", "partnership")


class CovenantForm(RecordForm):
    """Its other parts have a page each."""

    class Meta:
        model = Covenant
        fields = (
            *("title", *PARTIES, "valid_from", "valid_until", "council_decision"),
            *("functions", "circles", "neighbourhoods", "is_light"),
        )
        field_classes = {"organisation": OrganisationField}
        widgets = {
            "valid_from": DateInput,
            "valid_until": DateInput,
            "circles": forms.CheckboxSelectMultiple,
            "neighbourhoods": forms.CheckboxSelectMultiple,
        }
        help_texts = {
            "title": _("As both sides call it."),
            "organisation": _("Write the name, or a part of it. For several together, choose a partnership below."),
            "partnership": _("Its lead speaks for all of them."),
            "council_decision": _("Once there is one."),
            "neighbourhoods": _("No circle and no neighbourhood: it works in the whole city."),
            "is_light": _("Shorter reports: small and self-organisations are full partners too."),
        }

    def __init__(self, *args, side: Side | None, **kwargs):
        super().__init__(*args, **kwargs)
        self._ask_only_what_can_change(side)
        self._ask_with_whom()
        self._ask_where()
        self.fields["functions"].required = True
        self.fields["functions"].help_text = _("Each gets hours a week, and is looked at in numbers and in stories.")

    def _ask_only_what_can_change(self, side: Side | None) -> None:
        """The city says with whom it agrees. An amendment keeps both parties, and the day it began."""
        fixed = PARTIES if side == Side.PARTNER else ()
        for name in (*PARTIES, "valid_from") if self.instance.amends_id else fixed:
            del self.fields[name]

    def _ask_with_whom(self) -> None:
        if "organisation" not in self.fields:
            return
        partners = Organisation.objects.standing().on(today()).exclude(kind=OrganisationKind.CITY_SERVICE)
        among = partners | Organisation.objects.filter(pk=self.instance.organisation_id)
        ask_which(self, "organisation", among.order_by("name"), self.instance.organisation)
        here = Q(pk__in=Partnership.objects.on(today())) | Q(pk=self.instance.partnership_id)
        self.fields["partnership"].queryset = Partnership.objects.filter(here)
        self.fields["partnership"].to_field_name = "slug"
        self.initial["partnership"] = self.instance.partnership and self.instance.partnership.slug

    def _ask_where(self) -> None:
        """By slug: a number could be larger than a database can compare."""
        areas, circles = Neighbourhood.objects.on(today()).without_borders(), MovementCircle.objects.on(today())
        if self.instance.pk:
            areas |= self.instance.neighbourhoods.without_borders()
            circles |= self.instance.circles.all()
        if areas.distinct().count() > TICKED:
            self._ask_areas_by_name()
        for name, among in (("neighbourhoods", areas), ("circles", circles)):
            self.fields[name].queryset = among.distinct()
            self.fields[name].to_field_name = "slug"

    def _ask_areas_by_name(self) -> None:
        self.fields["neighbourhoods"] = NeighbourhoodsField(
            Neighbourhood.objects.none(),
            label=self.fields["neighbourhoods"].label,
            help_text=_("Write each name on a line of its own. No circle and no neighbourhood: the whole city."),
            required=False,
        )

    @property
    def areas(self) -> dict[str, list]:
        """What was chosen, for the actions."""
        return {name: list(self.cleaned_data[name]) for name in ("neighbourhoods", "circles")}
