import datetime

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from covenants.enums import CovenantState, CovenantStep, Rhythm, Side
from jos.accounts.permissions import works_for_city
from jos.shared.fields import CodeListField
from jos.shared.history import History
from jos.shared.models import CreatedOnce, SavedBySomebody, Versioned
from jos.shared.time import today
from neighbourhoods.models import MovementCircle, Neighbourhood
from organisations.enums import Function, OrganisationKind
from organisations.models import Organisation, Partnership, PartnershipMember


class CovenantQuerySet(models.QuerySet):
    def visible_to(self, user):
        """All of them for people of the city; for others those of organisations and partnerships they are in now."""
        if works_for_city(user):
            return self
        partners = Organisation.objects.exclude(kind=OrganisationKind.CITY_SERVICE)
        own = partners.carried_on_by(user).values("pk")
        together = PartnershipMember.objects.on(today()).filter(organisation__in=own).values("partnership")
        return self.filter(Q(organisation__in=own) | Q(partnership__in=together) | Q(partnership__lead__in=own))

    def covenants(self):
        """Without the amendments: each covenant once."""
        return self.filter(amends=None)

    def signed(self):
        """What city and partner promised each other: covenants that are signed, now or before."""
        return self.covenants().filter(state=CovenantState.SIGNED)

    def in_force(self, at: datetime.date):
        """Signed ones whose period holds `at`."""
        return self.signed().filter(valid_from__lte=at, valid_until__gte=at)

    def of_organisation(self, organisation: Organisation):
        """Those with this organisation, alone or in a partnership."""
        together = PartnershipMember.objects.filter(organisation=organisation).values("partnership")
        leading = Q(partnership__lead=organisation)
        return self.filter(Q(organisation=organisation) | Q(partnership__in=together) | leading)

    def reaching(self, neighbourhood: Neighbourhood):
        """Those that work there: they name it, or a circle that holds it, or the whole city."""
        named = self.model.neighbourhoods.through.objects.filter(covenant=OuterRef("pk"))
        around = self.model.circles.through.objects.filter(covenant=OuterRef("pk"))
        here = Exists(named.filter(neighbourhood=neighbourhood))
        in_a_circle = Exists(around.filter(movementcircle__neighbourhoods=neighbourhood))
        return self.filter(here | in_a_circle | ~Exists(named) & ~Exists(around))

    def with_parties(self):
        """With who agrees with the city, to name them."""
        return self.select_related("organisation", "partnership__lead", "amends")

    def with_what_was_before(self):
        """With the covenant each of them amends or follows, to lay both texts beside each other."""
        parties = ("organisation", "partnership__lead", "follows")
        before = [f"{name}__{party}" for name in ("amends", "follows") for party in parties]
        return self.with_parties().select_related(*before)

    def with_areas(self):
        """With their neighbourhoods and circles, without their borders: nothing that shows a covenant draws them."""
        return self.prefetch_related(
            models.Prefetch("neighbourhoods", Neighbourhood.objects.without_borders()), "circles"
        )

    def held(self):
        """As they are stored. Nobody else touches them until the transaction ends."""
        return self.select_for_update(of=("self",))


class Covenant(SavedBySomebody, Versioned, CreatedOnce):
    """What the city and one organisation or partnership promise each other, drawn up in turns (R10).

    An amendment is a covenant too: a copy of the one it `amends`, merged into it once both sides signed.
    Its parts count as its own for its version: who changes one of them, changes the covenant.
    """

    title = models.CharField(_("title"), max_length=160)
    slug = models.SlugField(max_length=80, unique=True)
    organisation = models.ForeignKey(
        Organisation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="covenants",
        verbose_name=_("organisation"),
    )
    partnership = models.ForeignKey(
        Partnership,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="covenants",
        verbose_name=_("partnership"),
    )
    valid_from = models.DateField(_("from"))
    valid_until = models.DateField(_("until"))
    council_decision = models.CharField(_("number of the council decision"), max_length=60, blank=True)
    functions = CodeListField(_("functions it funds"), codes=Function)
    neighbourhoods = models.ManyToManyField(
        Neighbourhood, blank=True, related_name="covenants", verbose_name=_("neighbourhoods")
    )
    circles = models.ManyToManyField(
        MovementCircle, blank=True, related_name="covenants", verbose_name=_("movement circles")
    )  # neither neighbourhoods nor circles: the whole city
    total_budget = models.DecimalField(
        _("budget in all, in euros"),
        max_digits=12,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0)],
    )
    rhythm = models.CharField(_("when both sides report"), max_length=20, choices=Rhythm, default=Rhythm.HALF_YEAR)
    own_periods = models.JSONField(_("periods"), default=list, blank=True)  # [["2026-01-01", "2026-03-31"], …]
    report_within_days = models.PositiveSmallIntegerField(
        _("days to report after a period"), default=30, validators=[MinValueValidator(1), MaxValueValidator(180)]
    )
    is_light = models.BooleanField(_("light reports, for a small organisation"), default=False)  # R11

    state = models.CharField(
        _("state"), max_length=20, choices=CovenantState, default=CovenantState.DRAFTING, editable=False
    )
    turn = models.CharField(_("whose turn it is"), max_length=10, choices=Side, default=Side.CITY, editable=False)
    accepted_by_city = models.BooleanField(_("the city accepts the text"), default=False, editable=False)
    accepted_by_partner = models.BooleanField(_("the partner accepts the text"), default=False, editable=False)
    signed_on = models.DateField(_("signed on"), null=True, blank=True, editable=False)  # by the last of both
    why = models.TextField(_("why"), blank=True, editable=False)  # the last step was taken, where somebody said so

    follows = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="followed_by",
        verbose_name=_("follows"),
    )
    amends = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="amendments",
        verbose_name=_("amends"),
    )
    # Why an amendment may take hours from another function while free time gains (R7): each side says it.
    city_reason_for_less = models.TextField(_("why the city agrees"), max_length=2000, blank=True)
    partner_reason_for_less = models.TextField(_("why the partner agrees"), max_length=2000, blank=True)

    objects = CovenantQuerySet.as_manager()
    history = History(m2m_fields=[neighbourhoods, circles])

    class Meta:
        verbose_name = _("covenant")
        verbose_name_plural = _("covenants")
        ordering = ["-valid_from", "title"]
        indexes = [models.Index(fields=["state", "valid_until"], name="covenants_by_state")]
        constraints = [
            models.CheckConstraint(
                condition=Q(organisation=None, partnership__isnull=False)
                | Q(organisation__isnull=False, partnership=None),
                name="covenants_covenant_is_with_one_party",
                violation_error_message=_("Choose one organisation or one partnership."),
            ),
            models.CheckConstraint(
                condition=Q(valid_until__gte=F("valid_from")),
                name="covenants_covenant_ends_after_it_starts",
                violation_error_message=_("The end date is before the start date."),
            ),
            models.CheckConstraint(
                condition=~Q(state__in=[CovenantState.OFFERED, CovenantState.SIGNED, CovenantState.MERGED])
                | Q(accepted_by_city=True, accepted_by_partner=True),
                name="covenants_offered_covenant_is_accepted_by_both",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=[CovenantState.SIGNED, CovenantState.MERGED]) | Q(signed_on__isnull=False),
                name="covenants_signed_covenant_has_a_day",
            ),
            models.CheckConstraint(
                condition=~Q(state=CovenantState.MERGED) | Q(amends__isnull=False),
                name="covenants_only_an_amendment_is_merged",
            ),
            models.UniqueConstraint(
                fields=["amends"],
                condition=Q(state__in=[CovenantState.DRAFTING, CovenantState.OFFERED]),
                name="covenants_one_amendment_at_a_time",
                violation_error_message=_("There is an amendment of this covenant already that is not signed yet."),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("covenant", args=[self.slug])

    @property
    def partner(self) -> Organisation | Partnership:
        """Whom the city agrees with."""
        return self.organisation or self.partnership  # type: ignore[return-value]

    @property
    def speaker(self) -> Organisation:
        """The organisation that speaks for the partner: itself, or the lead of the partnership."""
        return self.organisation or self.partnership.lead

    def is_in_force(self, at: datetime.date) -> bool:
        return self.state == CovenantState.SIGNED and self.valid_from <= at <= self.valid_until

    def is_accepted_by(self, side: str) -> bool:
        return self.accepted_by_city if side == Side.CITY else self.accepted_by_partner


class CovenantMove(models.Model):
    """One step that was taken: who, for which side, when, from where to where, and why. Never changed."""

    covenant = models.ForeignKey(Covenant, models.CASCADE, related_name="moves")
    step = models.CharField(max_length=20, choices=CovenantStep)
    side = models.CharField(max_length=10, choices=Side, blank=True)
    source = models.CharField(max_length=20, choices=CovenantState, blank=True)
    target = models.CharField(max_length=20, choices=CovenantState)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    why = models.TextField(blank=True)
    other = models.ForeignKey(Covenant, models.PROTECT, null=True, blank=True, related_name="+")  # merged, followed

    class Meta:
        verbose_name = _("step")
        verbose_name_plural = _("steps")
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return f"{self.covenant} · {self.get_step_display()}"
