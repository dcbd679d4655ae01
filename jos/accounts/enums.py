from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """What somebody may do for the city. People of partner organisations have none: they are members."""

    STAFF = "STAFF", _("youth service")
    POLICYMAKER = "POLICYMAKER", _("policymaker")
    ADMINISTRATOR = "ADMINISTRATOR", _("administrator")
