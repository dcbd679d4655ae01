from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from jos.shared.models import CreatedOnce, Recorded, Versioned


class ThemeQuerySet(models.QuerySet):
    def to_choose(self):
        """Those that can be given to something new."""
        return self.filter(is_active=True)

    def public(self):
        """Those of which everybody may read something. A sensitive theme is never public."""
        return self.filter(is_sensitive=False)


class Theme(Recorded, Versioned, CreatedOnce):
    """What a signal or dossier is about. It sets the term in which a city service acts (R8)."""

    name = models.CharField(_("name"), max_length=60, unique=True)
    slug = models.SlugField(max_length=80, unique=True)
    names = models.JSONField(_("name in other languages"), default=dict, blank=True)  # {"en": "School", "tr": …}
    term_days = models.PositiveSmallIntegerField(
        _("term in working days"), default=40, validators=[MinValueValidator(1), MaxValueValidator(500)]
    )
    is_sensitive = models.BooleanField(_("sensitive: never public"), default=False)
    is_active = models.BooleanField(_("can be chosen"), default=True)
    position = models.PositiveSmallIntegerField(_("place in the list"), default=100)

    objects = ThemeQuerySet.as_manager()

    class Meta:
        verbose_name = _("theme")
        verbose_name_plural = _("themes")
        ordering = ["position", "name"]
        constraints = [
            models.CheckConstraint(condition=models.Q(term_days__gte=1), name="signals_theme_has_a_term"),
        ]

    def __str__(self) -> str:
        """In the language of who reads it, where the city wrote that down."""
        return self.names.get(get_language() or "", "") or self.name
