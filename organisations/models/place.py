from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from jos.shared.fields import CodeListField
from jos.shared.models import CreatedOnce, Period, Recorded, Versioned
from neighbourhoods.models import Neighbourhood
from organisations.enums import Accessibility
from organisations.models.organisation import Organisation


class Place(Recorded, Versioned, CreatedOnce, Period):
    """Where offers take place. A warm place is one where young people feel at home (R6)."""

    story_of = "organisation"

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="places")
    name = models.CharField(_("name"), max_length=120)
    address = models.CharField(_("address"), max_length=200, blank=True)
    latitude = models.FloatField(
        _("latitude"), null=True, blank=True, validators=[MinValueValidator(49), MaxValueValidator(52)]
    )
    longitude = models.FloatField(
        _("longitude"), null=True, blank=True, validators=[MinValueValidator(2), MaxValueValidator(7)]
    )
    neighbourhood = models.ForeignKey(
        Neighbourhood, models.PROTECT, related_name="places", verbose_name=_("neighbourhood")
    )
    warm = models.BooleanField(_("warm place"), default=False)
    opening_hours = models.CharField(_("opening hours"), max_length=200, blank=True)
    accessibility = CodeListField(_("accessibility"), codes=Accessibility)

    class Meta(Period.Meta):
        verbose_name = _("place")
        verbose_name_plural = _("places")
        ordering = ["name"]
        constraints = [
            *Period.Meta.constraints,
            models.UniqueConstraint(
                fields=["organisation", "name", "neighbourhood"],
                name="organisations_place_once",
                violation_error_message=_("This organisation already has a place with this name here."),
            ),
        ]

    def __str__(self) -> str:
        return self.name
