"""What guards the promise to young people: who looked, what was removed, and how often one address came today."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from jos.shared.time import today
from signals.enums import RemovalReason
from signals.models.signals import Signal


class Look(models.Model):
    """Somebody saw the words of a signal. Once a day is enough to know."""

    signal = models.ForeignKey(Signal, models.CASCADE, related_name="looks")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    on = models.DateField(default=today)

    class Meta:
        verbose_name = _("look")
        verbose_name_plural = _("looks")
        ordering = ["-on", "-id"]
        constraints = [models.UniqueConstraint(fields=["signal", "by", "on"], name="signals_look_once_a_day")]

    def __str__(self) -> str:
        return f"{self.by} · {self.signal}"


class Removal(models.Model):
    """The register of what is gone for good: how much and why, never what."""

    reason = models.CharField(_("why"), max_length=30, choices=RemovalReason)
    amount = models.PositiveIntegerField(_("how many"))
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = _("removal")
        verbose_name_plural = _("removals")
        ordering = ["-at", "-id"]

    def __str__(self) -> str:
        return f"{self.get_reason_display()}: {self.amount}"


class DayKey(models.Model):
    """The secret of one day. Without it nobody can tell which address a counter belongs to; it goes with the day."""

    on = models.DateField(unique=True)
    key = models.BinaryField(max_length=32)

    class Meta:
        verbose_name = _("key of a day")
        verbose_name_plural = _("keys of days")

    def __str__(self) -> str:
        return str(self.on)


class Counter(models.Model):
    """How often something was done under one name, which is a keyed hash and no address, until it starts anew."""

    name = models.CharField(max_length=64, unique=True)
    times = models.PositiveIntegerField(default=0)
    until = models.DateTimeField()

    class Meta:
        verbose_name = _("counter")
        verbose_name_plural = _("counters")

    def __str__(self) -> str:
        return str(self.times)
