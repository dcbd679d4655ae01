import datetime

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from jos.shared.models import CreatedOnce, Recorded, Versioned
from organisations.models import Organisation
from signals.enums import RoundState
from signals.models.dossiers import Dossier


class RoundQuerySet(models.QuerySet):
    def open(self, at: datetime.date):
        """Those over which partners spread points on `at`."""
        return self.filter(opens_on__lte=at, closes_on__gte=at, decided_on=None)

    def to_decide(self, at: datetime.date):
        """Those that closed before `at`, and of which nobody wrote down yet what was chosen."""
        return self.filter(closes_on__lt=at, decided_on=None)

    def public(self):
        """Those everybody may read the result of."""
        return self.exclude(published_on=None)


class Round(Recorded, Versioned, CreatedOnce):
    """Partners decide with the city which dossiers come first: each organisation spreads its points (R8)."""

    title = models.CharField(_("title"), max_length=120)
    slug = models.SlugField(max_length=80, unique=True)
    explanation = models.TextField(_("what it is about"), max_length=2000, blank=True)
    opens_on = models.DateField(_("opens on"))
    closes_on = models.DateField(_("last day"))
    points = models.PositiveSmallIntegerField(
        _("points for each organisation"), default=10, validators=[MinValueValidator(1), MaxValueValidator(100)]
    )
    decided_on = models.DateField(_("decided on"), null=True, blank=True, editable=False)
    minority_view = models.TextField(_("minority view"), max_length=4000, blank=True)
    published_on = models.DateField(_("published on"), null=True, blank=True, editable=False)

    objects = RoundQuerySet.as_manager()

    class Meta:
        verbose_name = _("round")
        verbose_name_plural = _("rounds")
        ordering = ["-opens_on", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(closes_on__gte=F("opens_on")),
                name="signals_round_ends_after_it_starts",
                violation_error_message=_("The last day is before the round opens."),
            ),
            models.CheckConstraint(
                condition=Q(published_on=None) | Q(decided_on__isnull=False), name="signals_published_round_is_decided"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("round", args=[self.slug])

    def state(self, at: datetime.date) -> RoundState:
        if self.decided_on:
            return RoundState.DECIDED
        if at < self.opens_on:
            return RoundState.PREPARED
        return RoundState.OPEN if at <= self.closes_on else RoundState.CLOSED


class Candidate(Recorded):
    """A dossier that takes part in a round, and whether it was chosen."""

    story_of = "round"

    round = models.ForeignKey(Round, models.CASCADE, related_name="candidates")
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="candidacies")
    is_chosen = models.BooleanField(_("chosen"), default=False)
    why = models.TextField(_("why, where the points say otherwise"), max_length=2000, blank=True)

    class Meta:
        verbose_name = _("dossier in a round")
        verbose_name_plural = _("dossiers in a round")
        ordering = ["dossier__title"]
        constraints = [models.UniqueConstraint(fields=["round", "dossier"], name="signals_candidate_once")]

    def __str__(self) -> str:
        return str(self.dossier)


class Spread(Recorded):
    """The points one organisation gives to one dossier of a round. Nobody else sees them before it closes."""

    candidate = models.ForeignKey(Candidate, models.CASCADE, related_name="spreads")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    points = models.PositiveSmallIntegerField(_("points"))
    reason = models.TextField(_("why"), max_length=1000, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False)

    class Meta:
        verbose_name = _("points")
        verbose_name_plural = _("points")
        constraints = [models.UniqueConstraint(fields=["candidate", "organisation"], name="signals_spread_once")]

    def __str__(self) -> str:
        return f"{self.organisation} · {self.candidate}"
