from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from jos.shared.models import Recorded
from organisations.enums import Weekday
from organisations.models.offer import Offer


class OfferMoment(Recorded):
    """Every week on this day, from one hour until another. One that ends before it starts ends the next day."""

    story_of = "offer"

    offer = models.ForeignKey(Offer, models.CASCADE, related_name="moments")
    weekday = models.PositiveSmallIntegerField(_("day"), choices=Weekday)
    starts_at = models.TimeField(_("from hour"))
    ends_at = models.TimeField(_("until hour"))

    class Meta:
        verbose_name = _("moment")
        verbose_name_plural = _("moments")
        ordering = ["weekday", "starts_at"]
        constraints = [
            models.UniqueConstraint(fields=["offer", "weekday", "starts_at"], name="organisations_offer_moment_once"),
            models.CheckConstraint(condition=Q(weekday__range=(1, 7)), name="organisations_weekday_is_known"),
            models.CheckConstraint(
                condition=~Q(starts_at=F("ends_at")),
                name="organisations_moment_takes_time",
                violation_error_message=_("It ends at the moment it starts."),
            ),
        ]

    @property
    def goes_past_midnight(self) -> bool:
        return self.ends_at < self.starts_at

    def __str__(self) -> str:
        return f"{self.get_weekday_display()} {self.starts_at:%H:%M}-{self.ends_at:%H:%M}"
