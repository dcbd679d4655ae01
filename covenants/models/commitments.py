import datetime

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from covenants.enums import STILL_PROMISED, CommitmentState, Side
from covenants.models.covenants import Covenant
from covenants.models.periods import ReportingPeriod
from jos.shared.models import CreatedOnce, Recorded, Versioned
from organisations.models import Organisation


class CommitmentQuerySet(models.QuerySet):
    def standing(self):
        """Those that hold: no amendment took them out, and what a talk brought was settled by both."""
        return self.filter(Q(agreed_in=None) | Q(agreed_in__settled_on__isnull=False), dropped_on=None)

    def in_text(self):
        """Those that the text of the covenant holds; the others were agreed in a talk."""
        return self.filter(agreed_in=None, dropped_on=None)

    def overdue(self, at: datetime.date):
        """Promises whose term ran out before `at`, and that are not kept."""
        return self.standing().filter(state__in=STILL_PROMISED, due_on__lt=at)


class Commitment(Recorded, Versioned, CreatedOnce):
    """A promise of the partner or of the city: the same states, terms and reminders for both (R10)."""

    story_of = "covenant"
    story_without = ("agreed_in", "copy_of")

    covenant = models.ForeignKey(Covenant, models.CASCADE, related_name="commitments")
    side = models.CharField(_("whose promise"), max_length=10, choices=Side)
    what = models.CharField(_("what is promised"), max_length=400)
    owner = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("by whom")
    )  # none: the youth service, or the partner itself
    due_on = models.DateField(_("kept by"))
    state = models.CharField(
        _("state"), max_length=20, choices=CommitmentState, default=CommitmentState.OPEN, editable=False
    )
    kept_on = models.DateField(_("kept on"), null=True, blank=True)
    explanation = models.TextField(_("how it goes"), max_length=1000, blank=True)
    agreed_in = models.ForeignKey(
        ReportingPeriod, models.PROTECT, null=True, blank=True, related_name="agreements", editable=False
    )  # in the talk about a period, rather than in the text
    copy_of = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="+", editable=False)
    dropped_on = models.DateField(_("taken out on"), null=True, blank=True, editable=False)  # by an amendment
    reminded_on = models.DateField(_("last reminded on"), null=True, blank=True, editable=False)

    objects = CommitmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("commitment")
        verbose_name_plural = _("commitments")
        ordering = ["due_on", "id"]
        indexes = [models.Index(fields=["state", "due_on"], name="covenants_commitment_by_state")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state=CommitmentState.KEPT) | Q(kept_on__isnull=False),
                name="covenants_kept_commitment_has_a_day",
            ),
            models.CheckConstraint(
                condition=~Q(state=CommitmentState.NOT_KEPT) | ~Q(explanation=""),
                name="covenants_commitment_not_kept_says_why",
                violation_error_message=_("Say why it was not kept."),
            ),
        ]

    def __str__(self) -> str:
        return self.what

    @property
    def is_in_text(self) -> bool:
        """As `CommitmentQuerySet.in_text`."""
        return self.agreed_in_id is None and self.dropped_on is None

    def is_overdue(self, at: datetime.date) -> bool:
        return self.state in STILL_PROMISED and self.due_on < at
