from django.db import models
from django.utils.translation import gettext_lazy as _


class ImportKind(models.TextChoices):
    NEIGHBOURHOODS = "NEIGHBOURHOODS", _("Neighbourhoods")
    CIRCLES = "CIRCLES", _("Movement circles")
    STATISTICS = "STATISTICS", _("Figures")
    PRIORITIES = "PRIORITIES", _("Priority decisions")
    ORGANISATIONS = "ORGANISATIONS", _("Organisations")
    OFFERS = "OFFERS", _("Offers")


class SpokenLanguage(models.TextChoices):
    """Languages a partner can receive young people in."""

    DUTCH = "nl", _("Dutch")
    ENGLISH = "en", _("English")
    FRENCH = "fr", _("French")
    TURKISH = "tr", _("Turkish")
    ARABIC = "ar", _("Arabic")
    BULGARIAN = "bg", _("Bulgarian")
    UKRAINIAN = "uk", _("Ukrainian")
    SPANISH = "es", _("Spanish")
    POLISH = "pl", _("Polish")
    ROMANIAN = "ro", _("Romanian")
    PASHTO = "ps", _("Pashto")
    SOMALI = "so", _("Somali")
    FLEMISH_SIGN_LANGUAGE = "vgt", _("Flemish Sign Language")
