from django.db import models
from django.utils.translation import gettext_lazy as _


class CoordinateSystem(models.TextChoices):
    """The systems Belgian cities publish borders in."""

    WGS84 = "EPSG:4326", _("WGS84 (degrees)")
    LAMBERT_72 = "EPSG:31370", "Lambert 72"
    LAMBERT_2008 = "EPSG:3812", "Lambert 2008"
