from django.db import models
from django.utils.translation import gettext_lazy as _


class MapKind(models.TextChoices):
    """Where the flowers stand: where the neighbourhoods lie, or each in a cell as large as the others'."""

    TRUE = "true", _("Map")
    TILES = "tiles", _("Equal cells")
