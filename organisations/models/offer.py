import datetime
from collections.abc import Iterable
from functools import reduce
from operator import or_

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Count, Exists, F, Prefetch, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from jos.accounts.permissions import works_for_city
from jos.shared.enums import SpokenLanguage
from jos.shared.fields import CodeListField
from jos.shared.models import CreatedOnce, Period, PeriodQuerySet, Recorded, Versioned
from jos.shared.time import today
from neighbourhoods.models import Neighbourhood
from organisations.confirmation import confirm_before, confirmation_state, fresh_since
from organisations.enums import (
    Accessibility,
    Audience,
    ConfirmationRhythm,
    ConfirmationState,
    Function,
    OfferStatus,
    Season,
    WorkForm,
)
from organisations.models.organisation import Organisation
from organisations.models.partnership import Partnership
from organisations.models.place import Place


class OfferQuerySet(PeriodQuerySet):
    def counting(self, at: datetime.date):
        """Offers that count for coverage on `at`: published, their period holds it, their organisation is active."""
        return self.on(at).filter(
            Q(organisation__valid_from=None) | Q(organisation__valid_from__lte=at),
            Q(organisation__valid_until=None) | Q(organisation__valid_until__gte=at),
            status=OfferStatus.PUBLISHED,
        )

    def of(self, user):
        """Offers of the organisations this person is a member of."""
        return self.filter(organisation__memberships__user=user) if user.is_authenticated else self.none()

    def workable_by(self, user):
        """Offers whose inside this person may open: their own, or all for the city."""
        return self if works_for_city(user) else self.of(user)

    def visible_to(self, user):
        """Offers this person may read: the public ones, for professionals all published ones, and their own."""
        if works_for_city(user):
            return self
        published = Q(status=OfferStatus.PUBLISHED)
        if not user.is_authenticated:
            return self.public()
        own = Organisation.objects.of(user)
        is_professional = Exists(own)  # somebody who left the last organisation sees what visitors see
        return self.filter(Q(organisation__in=own) | published & (Q(audience=Audience.PUBLIC) | is_professional))

    def public(self):
        """What everybody reads."""
        return self.filter(status=OfferStatus.PUBLISHED, audience=Audience.PUBLIC)

    def for_professionals_only(self):
        """Published, but not for everybody."""
        return self.filter(status=OfferStatus.PUBLISHED, audience=Audience.PROFESSIONALS)

    def for_ages(self, lowest: int, highest: int):
        """Those whose own ages overlap these. An offer without ages is for all."""
        return self.filter(ages_overlap(lowest, highest))

    def with_details(self):
        """With all that a card shows of them."""
        areas = Prefetch("neighbourhoods", Neighbourhood.objects.without_borders())
        related = self.select_related("organisation", "place", "partnership")
        return related.prefetch_related("functions", "moments", areas)

    def number_by_organisation(self, organisations: Iterable[Organisation]) -> dict[int, int]:
        """How many each of these organisations has; nothing for those without."""
        rows = self.filter(organisation__in=[organisation.pk for organisation in organisations])
        return dict(rows.order_by().values_list("organisation").annotate(Count("pk", distinct=True)))

    def running(self):
        """Published, and not over: what an organisation keeps up to date."""
        return self.filter(Q(valid_until=None) | Q(valid_until__gte=today()), status=OfferStatus.PUBLISHED)

    def past_confirmation(self):
        """Running offers whose rhythm of confirming has passed."""
        return self.running().filter(rhythm_passed(today()))


def ages_overlap(lowest: int, highest: int) -> Q:
    """Offers for anybody of these ages."""
    return (Q(age_min=None) | Q(age_min__lte=highest)) & (Q(age_max=None) | Q(age_max__gte=lowest))


def rhythm_passed(at: datetime.date) -> Q:
    """Offers that somebody should have confirmed before `at`."""
    passed = (
        Q(organisation__confirms_every=months, confirmed_on__lt=fresh_since(months, at=at))
        for months in ConfirmationRhythm.values
    )
    return reduce(or_, passed)


class Offer(Recorded, Versioned, CreatedOnce, Period):
    """What an organisation does in one or more neighbourhoods: which functions, for whom, how, in which period."""

    organisation = models.ForeignKey(
        Organisation, models.CASCADE, related_name="offers", verbose_name=_("organisation")
    )
    partnership = models.ForeignKey(
        Partnership,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="offers",
        verbose_name=_("on behalf of"),
        help_text=_("The partnership this offer runs for, if any."),
    )
    title = models.CharField(_("title"), max_length=150)
    slug = models.SlugField(max_length=80, unique=True)
    description = models.TextField(_("what we do"), max_length=2000, blank=True)
    work_form = models.CharField(_("work form"), max_length=10, choices=WorkForm, default=WorkForm.FIXED)
    place = models.ForeignKey(
        Place, models.SET_NULL, null=True, blank=True, related_name="offers", verbose_name=_("place")
    )
    route = models.CharField(
        _("route"), max_length=300, blank=True, help_text=_("Where you pass, for mobile and outreach work.")
    )
    neighbourhoods = models.ManyToManyField(Neighbourhood, through="OfferNeighbourhood", related_name="offers")
    schedule = models.CharField(
        _("more about when"), max_length=200, blank=True, help_text=_("What days and hours do not say: by appointment.")
    )
    season = models.CharField(_("season"), max_length=20, choices=Season, default=Season.ALL_YEAR)
    age_min = models.PositiveSmallIntegerField(_("from age"), null=True, blank=True, validators=[MaxValueValidator(99)])
    age_max = models.PositiveSmallIntegerField(
        _("up to age"), null=True, blank=True, validators=[MaxValueValidator(99)]
    )
    is_free = models.BooleanField(_("free of charge"), default=False)
    cost = models.CharField(_("cost"), max_length=100, blank=True, help_text=_("For example: 2 euro a time."))
    languages = CodeListField(_("languages"), codes=SpokenLanguage)
    accessibility = CodeListField(_("accessibility"), codes=Accessibility)
    audience = models.CharField(_("shown to"), max_length=20, choices=Audience, default=Audience.PUBLIC)
    status = models.CharField(_("state"), max_length=10, choices=OfferStatus, default=OfferStatus.DRAFT)
    confirmed_on = models.DateField(_("confirmed on"), default=today, editable=False)

    objects = OfferQuerySet.as_manager()  # type: ignore[misc]

    class Meta(Period.Meta):
        verbose_name = _("offer")
        verbose_name_plural = _("offers")
        ordering = ["title", "id"]
        constraints = [
            *Period.Meta.constraints,
            models.CheckConstraint(
                condition=Q(age_min=None) | Q(age_max=None) | Q(age_max__gte=F("age_min")),
                name="organisations_offer_ages_in_order",
                violation_error_message=_("The highest age is below the lowest."),
            ),
        ]
        indexes = [models.Index(fields=["title", "id"], name="offer_in_order")]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("offer", args=[self.slug])

    def confirmation(self, at: datetime.date | None = None) -> ConfirmationState:
        """How sure this still is. Needs `organisation` loaded."""
        return confirmation_state(self.confirmed_on, self.organisation.confirms_every, at=at or today())

    @property
    def is_running(self) -> bool:
        return self.status == OfferStatus.PUBLISHED and (self.valid_until is None or self.valid_until >= today())

    @property
    def is_due(self) -> bool:
        """Somebody should say that all is still right."""
        return self.is_running and self.confirmation() != ConfirmationState.CONFIRMED

    @property
    def days_overdue(self) -> int:
        return (today() - confirm_before(self.confirmed_on, self.organisation.confirms_every)).days


class OfferFunction(Recorded):
    """An offer fulfils a function, so many hours a week. Empty hours are unknown, which is not zero (R17)."""

    story_of = "offer"

    offer = models.ForeignKey(Offer, models.CASCADE, related_name="functions")
    function = models.CharField(_("function"), max_length=10, choices=Function)
    hours_per_week = models.DecimalField(
        _("hours a week"),
        max_digits=5,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0), MaxValueValidator(168)],
    )

    class Meta:
        verbose_name = _("function")
        verbose_name_plural = _("functions")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["offer", "function"], name="organisations_offer_function_once"),
            models.CheckConstraint(condition=Q(function__in=Function.values), name="organisations_function_is_known"),
            models.CheckConstraint(
                condition=Q(hours_per_week=None) | Q(hours_per_week__range=(0, 168)),
                name="organisations_hours_fit_in_a_week",
                violation_error_message=_("A week has 168 hours."),
            ),
        ]

    def __str__(self) -> str:
        return self.get_function_display()

    def get_function_display(self) -> str:  # type: ignore[no-redef]
        """As Django says it, but without going through all choices: a list has hundreds of these."""
        return str(Function(self.function).label) if self.function else ""


class OfferNeighbourhood(Recorded):
    """An offer reaches a neighbourhood. Without shares each gets an equal part of the hours."""

    story_of = "offer"

    offer = models.ForeignKey(Offer, models.CASCADE, related_name="reach")
    neighbourhood = models.ForeignKey(Neighbourhood, models.PROTECT, related_name="reach")
    share = models.DecimalField(
        _("share of the hours, in percent"),
        max_digits=5,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0), MaxValueValidator(100)],
    )

    class Meta:
        verbose_name = _("neighbourhood")
        verbose_name_plural = _("neighbourhoods")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["offer", "neighbourhood"], name="organisations_offer_neighbourhood_once"),
            models.CheckConstraint(
                condition=Q(share=None) | Q(share__range=(0, 100)), name="organisations_share_is_a_percentage"
            ),
        ]

    def __str__(self) -> str:
        return str(self.neighbourhood)
