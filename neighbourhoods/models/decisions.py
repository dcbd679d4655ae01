import datetime
from collections.abc import Iterable
from typing import cast

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from jos.shared.models import CreatedOnce, Period, PeriodQuerySet, Recorded, Versioned
from neighbourhoods.enums import DecisionStage, DecisionState, Stance
from neighbourhoods.models.areas import MovementCircle, Neighbourhood
from neighbourhoods.models.weighings import WeighingVersion


class PriorityDecisionQuerySet(PeriodQuerySet):
    def in_force(self, at: datetime.date):
        """Decisions that hold on `at`. A review date asks for a new look; it does not end a decision."""
        return self.filter(stage=DecisionStage.DECIDED).on(at)

    def giving_priority(self, at: datetime.date):
        """Those by which an area comes first on `at`: the norm of coverage follows from them (R4)."""
        return self.in_force(at).filter(is_priority=True)

    def ending_after(self, at: datetime.date):
        """Those that still hold on `at`, or will hold later."""
        return self.filter(Q(valid_until=None) | Q(valid_until__gte=at))

    def with_areas(self):
        """With the names of their areas at hand, without their borders."""
        return self.select_related("neighbourhood", "circle").defer("neighbourhood__geometry", "neighbourhood__path")

    def hold_areas(self, decisions: "Iterable[PriorityDecision]") -> None:
        """Until the transaction ends, nobody else records anything about the areas of these decisions."""
        for model, key in ((Neighbourhood, "neighbourhood_id"), (MovementCircle, "circle_id")):
            areas = {getattr(decision, key) for decision in decisions}
            list(model.objects.select_for_update().filter(pk__in=areas - {None}).order_by("pk").values_list("pk"))

    def clashing_with(self, decision: "PriorityDecision"):
        """Other decisions about the same area that hold on a day that this one does."""
        decided = self.filter(stage=DecisionStage.DECIDED).exclude(pk=decision.pk)
        others = decided.filter(neighbourhood=decision.neighbourhood_id, circle=decision.circle_id)
        if decision.valid_until:
            others = others.filter(valid_from__lte=decision.valid_until)
        return others.filter(Q(valid_until=None) | Q(valid_until__gte=decision.valid_from))


class PriorityDecision(Recorded, Versioned, CreatedOnce, Period):
    """People say, with reasons, whether an area comes first for a while (R5): first proposed, then decided."""

    stage = models.CharField(_("stage"), max_length=20, choices=DecisionStage, default=DecisionStage.DECIDED)

    neighbourhood = models.ForeignKey(
        Neighbourhood,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="priority_decisions",
        verbose_name=_("neighbourhood"),
    )
    circle = models.ForeignKey(
        MovementCircle,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="priority_decisions",
        verbose_name=_("movement circle"),
    )
    is_priority = models.BooleanField(_("the area comes first"), default=True)
    replaces = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="replaced_by", verbose_name=_("replaces")
    )
    review_on = models.DateField(_("look at it again on"), null=True, blank=True)
    reasons = models.TextField(_("reasons"))
    why_against = models.TextField(_("why it goes against the figures"), blank=True)
    dissent = models.TextField(_("who saw it otherwise, and why"), blank=True)
    comments_until = models.DateField(_("comments until"), null=True, blank=True)
    decided_by = models.CharField(_("decided by"), max_length=200, blank=True)
    decided_on = models.DateField(_("decided on"), null=True, blank=True)
    council_number = models.CharField(_("number of the council decision"), max_length=60, blank=True)
    weighing_version = models.ForeignKey(
        WeighingVersion, models.PROTECT, null=True, blank=True, related_name="decisions", verbose_name=_("weighing")
    )
    figures = models.JSONField(default=dict, editable=False)  # as they were: `neighbourhoods.decisions.frozen`
    plain_words = models.TextField(_("in plain words, for everybody"), blank=True)
    why = models.TextField(_("why"), blank=True, editable=False)  # the last step was taken, where somebody said so
    published_on = models.DateField(_("published on"), null=True, blank=True, editable=False)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, editable=False, related_name="+"
    )

    objects = PriorityDecisionQuerySet.as_manager()  # type: ignore[misc]

    class Meta(Period.Meta):
        verbose_name = _("priority decision")
        verbose_name_plural = _("priority decisions")
        ordering = ["-valid_from", "id"]
        constraints = [
            *Period.Meta.constraints,
            models.CheckConstraint(
                condition=Q(neighbourhood=None, circle__isnull=False) | Q(neighbourhood__isnull=False, circle=None),
                name="neighbourhoods_decision_is_about_one_area",
                violation_error_message=_("A decision is about one neighbourhood or one movement circle."),
            ),
            models.CheckConstraint(
                condition=Q(valid_from__isnull=False),
                name="neighbourhoods_decision_has_a_start",
                violation_error_message=_("Say from which day the decision holds."),
            ),
            models.CheckConstraint(
                condition=~Q(stage=DecisionStage.DECIDED) | ~Q(decided_by=""),
                name="neighbourhoods_decision_is_made_by_somebody",
                violation_error_message=_("Say who decided."),
            ),
            models.CheckConstraint(
                condition=~Q(stage=DecisionStage.CONSULTATION) | Q(comments_until__isnull=False),
                name="neighbourhoods_consultation_has_a_last_day",
                violation_error_message=_("Say until which day partners can comment."),
            ),
            models.CheckConstraint(
                condition=Q(published_on=None) | Q(stage=DecisionStage.DECIDED) & ~Q(plain_words=""),
                name="neighbourhoods_published_decision_is_decided_and_plain",
            ),
        ]

    def __str__(self) -> str:
        return str(self.area)

    def get_absolute_url(self) -> str:
        return reverse("priority", args=[self.pk])

    @property
    def story_name(self) -> str:
        """What the story of its changes calls it."""
        return gettext("the decision about %(area)s") % {"area": self.area}

    def is_to_review(self, at: datetime.date) -> bool:
        """The day to look at it again has come."""
        return self.review_on is not None and self.review_on <= at

    def state(self, at: datetime.date) -> DecisionState:
        """How it stands on `at`. Where one that replaces it was decided, that one ended this one's period."""
        if self.stage != DecisionStage.DECIDED:
            return DecisionState(self.stage)
        if self.valid_until and self.valid_until < at:
            replaced = any(other.stage == DecisionStage.DECIDED for other in self.replaced_by.all())
            return DecisionState.REPLACED if replaced else DecisionState.ENDED
        if not self.holds_on(at):
            return DecisionState.DECIDED
        return DecisionState.TO_REVIEW if self.is_to_review(at) else DecisionState.IN_FORCE

    @property
    def area(self) -> "Neighbourhood | MovementCircle":
        return self.neighbourhood or cast(MovementCircle, self.circle)


class DecisionComment(Recorded, CreatedOnce):
    """What a partner says of a proposal while it is asked to."""

    story_of = "decision"

    decision = models.ForeignKey(PriorityDecision, models.CASCADE, related_name="comments")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False)
    on_behalf_of = models.CharField(_("on behalf of"), max_length=200)  # as the organisation was called then
    stance = models.CharField(_("what you think of it"), max_length=10, choices=Stance)
    text = models.TextField(_("your comment"))
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("comment")
        verbose_name_plural = _("comments")
        ordering = ["created_at", "id"]
        constraints = [models.UniqueConstraint(fields=["decision", "on_behalf_of"], name="neighbourhoods_comment_once")]

    def __str__(self) -> str:
        return self.on_behalf_of
