import datetime

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from jos.shared.fields import CodeListField
from jos.shared.history import History
from jos.shared.models import CreatedOnce, Recorded, SavedBySomebody, Versioned
from jos.shared.time import today
from neighbourhoods.models import Neighbourhood
from organisations.enums import Function
from organisations.models import Organisation
from organisations.permissions import can_see_professional_information
from signals.enums import ON_TERM, Cause, DossierState, DossierStep, Outcome
from signals.models.themes import Theme


class DossierQuerySet(models.QuerySet):
    def visible_to(self, user):
        """All of them for professionals: people of the city, and members of any organisation. None for others."""
        return self if can_see_professional_information(user) else self.none()

    def standing(self):
        """Those that were not merged into another one."""
        return self.filter(merged_into=None)

    def owned_by(self, user):
        """Those of the city services this person is a member of."""
        return self.filter(owner__in=Organisation.objects.carried_on_by(user))

    def of_service(self, service):
        """Those that this city service acts on: its own, and those of services that were merged into it."""
        return self.filter(owner__in=Organisation.objects.continued_by(service))

    def public(self):
        """Those everybody may read of. A sensitive theme is never public."""
        return self.standing().filter(published_on__isnull=False, theme__is_sensitive=False)

    def overdue(self, at):
        """Those whose term ran out before `at`, and that are not done."""
        return self.standing().filter(state__in=ON_TERM, due_on__lt=at)

    def with_areas(self):
        """With their neighbourhoods, to name them: borders are long, and nothing that shows a dossier draws them."""
        return self.prefetch_related(models.Prefetch("neighbourhoods", Neighbourhood.objects.without_borders()))

    def held(self):
        """As they are stored. Nobody else touches them until the transaction ends."""
        return self.select_for_update(of=("self",)).select_related("theme")


class Dossier(SavedBySomebody, Versioned, CreatedOnce):
    """Many signals that point at one pattern: its cause, who acts on it, by when, and the answer (R8, R15)."""

    title = models.CharField(_("title"), max_length=120)
    slug = models.SlugField(max_length=80, unique=True)
    pattern = models.TextField(_("what keeps coming back"), max_length=4000)
    theme = models.ForeignKey(Theme, models.PROTECT, related_name="dossiers", verbose_name=_("theme"))
    neighbourhoods = models.ManyToManyField(
        Neighbourhood, blank=True, related_name="dossiers", verbose_name=_("neighbourhoods")
    )  # none: the whole city
    functions = CodeListField(_("functions concerned"), codes=Function)
    cause = models.CharField(_("cause"), max_length=20, choices=Cause, default=Cause.UNKNOWN)
    cause_explained = models.TextField(_("what lies behind it"), max_length=2000, blank=True)
    strengths = models.TextField(_("what works already"), max_length=2000, blank=True)  # R18
    is_high_priority = models.BooleanField(_("high priority: somebody else verifies"), default=False)

    state = models.CharField(_("state"), max_length=20, choices=DossierState, default=DossierState.OPEN, editable=False)
    owner = models.ForeignKey(
        Organisation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="dossiers",
        verbose_name=_("city service"),
    )
    term_days = models.PositiveSmallIntegerField(_("term in working days"), null=True, blank=True)
    due_on = models.DateField(_("done by"), null=True, blank=True)
    review_on = models.DateField(_("look at it again on"), null=True, blank=True)  # of a parked one
    evidence = models.TextField(_("what shows that it is done"), max_length=2000, blank=True)
    finished_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, editable=False, related_name="+"
    )
    verified_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, editable=False, related_name="+"
    )

    heard = models.TextField(_("what we heard, for everybody"), max_length=2000, blank=True)
    outcome = models.CharField(_("what became of it"), max_length=10, choices=Outcome, blank=True)
    answer = models.TextField(_("answer, in plain language"), max_length=2000, blank=True)
    answer_for_partners = models.TextField(_("fuller answer, for partners"), max_length=6000, blank=True)
    published_on = models.DateField(_("published on"), null=True, blank=True, editable=False)
    why = models.TextField(_("why"), blank=True, editable=False)  # the last step was taken, where somebody said so

    opened_on = models.DateField(_("opened on"), default=today, editable=False)
    first_action_on = models.DateField(_("first action on"), null=True, blank=True, editable=False)
    answered_on = models.DateField(_("answered on"), null=True, blank=True, editable=False)
    closed_on = models.DateField(_("closed on"), null=True, blank=True, editable=False)
    reopened_on = models.DateField(_("last reopened on"), null=True, blank=True, editable=False)
    reminded_on = models.DateField(_("last reminded on"), null=True, blank=True, editable=False)
    merged_into = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="merged",
        verbose_name=_("merged into"),
    )
    split_from = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="split_off",
        verbose_name=_("split from"),
    )

    objects = DossierQuerySet.as_manager()
    history = History(m2m_fields=[neighbourhoods], excluded_fields=["reminded_on"])

    class Meta:
        verbose_name = _("dossier")
        verbose_name_plural = _("dossiers")
        ordering = ["-opened_on", "-id"]
        indexes = [
            models.Index(fields=["state", "due_on"], name="signals_dossier_by_state"),
            models.Index(fields=["-opened_on", "-id"], name="signals_dossier_by_day"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state__in=[DossierState.ASSIGNED, DossierState.IN_ACTION])
                | Q(owner__isnull=False, due_on__isnull=False),
                name="signals_assigned_dossier_has_owner_and_term",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=[DossierState.PRIORITISED, DossierState.REOPENED]) | Q(due_on__isnull=False),
                name="signals_chosen_dossier_has_a_term",
            ),
            models.CheckConstraint(
                condition=~Q(state=DossierState.DONE) | ~Q(evidence="") & Q(finished_by__isnull=False),
                name="signals_done_dossier_has_evidence",
            ),
            models.CheckConstraint(
                condition=~Q(state=DossierState.PARKED) | Q(review_on__isnull=False),
                name="signals_parked_dossier_has_a_review_date",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=[DossierState.ANSWERED, DossierState.CLOSED]) | ~Q(answer="") & ~Q(outcome=""),
                name="signals_answered_dossier_has_an_answer",
            ),
            models.CheckConstraint(
                condition=Q(published_on=None) | ~Q(heard=""), name="signals_published_dossier_says_what_was_heard"
            ),
            models.CheckConstraint(
                condition=Q(verified_by=None) | ~Q(verified_by=F("finished_by")),
                name="signals_dossier_is_verified_by_somebody_else",
                violation_error_message=_("Somebody else verifies that it is done."),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("dossier", args=[self.slug])

    def is_overdue(self, at: datetime.date) -> bool:
        """Its term ran out before `at`, and it is not done."""
        return self.state in ON_TERM and self.due_on is not None and self.due_on < at


class DossierMove(models.Model):
    """One step that was taken: who, when, from where to where, and why. Never changed, so that times can be counted."""

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="moves")
    step = models.CharField(max_length=20, choices=DossierStep)
    source = models.CharField(max_length=20, choices=DossierState, blank=True)
    target = models.CharField(max_length=20, choices=DossierState)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    why = models.TextField(blank=True)
    other = models.ForeignKey(
        Dossier, models.PROTECT, null=True, blank=True, related_name="+"
    )  # merged with, split from

    class Meta:
        verbose_name = _("step")
        verbose_name_plural = _("steps")
        ordering = ["at", "id"]
        indexes = [models.Index(fields=["step", "at"], name="signals_move_by_step")]

    def __str__(self) -> str:
        return f"{self.dossier} · {self.get_step_display()}"


class DossierAction(Recorded, Versioned, CreatedOnce):
    """Something concrete that is done about a dossier, by whom and by when (R8)."""

    story_of = "dossier"

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="actions")
    what = models.CharField(_("what will be done"), max_length=300)
    owner = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name=_("by whom"))
    due_on = models.DateField(_("done by"))
    taken_on = models.DateField(_("done on"), null=True, blank=True)
    result = models.TextField(_("what came of it"), max_length=1000, blank=True)

    class Meta:
        verbose_name = _("action")
        verbose_name_plural = _("actions")
        ordering = ["due_on", "id"]

    def __str__(self) -> str:
        return self.what
