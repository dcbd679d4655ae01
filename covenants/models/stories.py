from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from covenants.enums import Panel
from covenants.models.indicators import Indicator
from covenants.models.reports import Report
from jos.shared.models import CreatedOnce, Recorded, Versioned
from jos.shared.time import today
from neighbourhoods.models import Neighbourhood
from organisations.enums import Function


class Story(Recorded, Versioned, CreatedOnce):
    """A story of change: what is different now for somebody, told with consent and without names (R14, R18)."""

    story_of = "report"

    report = models.ForeignKey(Report, models.CASCADE, related_name="stories")
    indicator = models.ForeignKey(
        Indicator, models.PROTECT, null=True, blank=True, related_name="stories", verbose_name=_("indicator")
    )
    function = models.CharField(_("function"), max_length=20, choices=Function)
    neighbourhood = models.ForeignKey(
        Neighbourhood, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("neighbourhood")
    )
    title = models.CharField(_("title"), max_length=120)
    text = models.TextField(_("the story"), max_length=4000)
    has_consent = models.BooleanField(_("whoever it is about agrees that we tell it"), default=False)

    class Meta:
        verbose_name = _("story of change")
        verbose_name_plural = _("stories of change")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(has_consent=True),
                name="covenants_story_has_consent",
                violation_error_message=_("Tell it only where whoever it is about agrees."),
            )
        ]

    def __str__(self) -> str:
        return self.title


class StoryChoice(Recorded):
    """A panel chose this story as one that tells most, and says why. Panels choose apart."""

    story = models.ForeignKey(Story, models.CASCADE, related_name="choices")
    panel = models.CharField(_("who chose"), max_length=20, choices=Panel)
    why = models.TextField(_("why this one"), max_length=1000)
    chosen_on = models.DateField(_("chosen on"), default=today)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False)

    class Meta:
        verbose_name = _("chosen story")
        verbose_name_plural = _("chosen stories")
        ordering = ["-chosen_on", "id"]
        constraints = [models.UniqueConstraint(fields=["story", "panel"], name="covenants_story_chosen_once")]

    def __str__(self) -> str:
        return f"{self.story} · {self.get_panel_display()}"
