from django.db import models
from django.utils.translation import gettext_lazy as _

from signals.enums import TallyOf


class Tally(models.Model):
    """Signals of one year, counted last night: of the whole city, of one neighbourhood or about one theme.

    Worked out anew each night from the signals themselves (docs/decisions/0017-counting-signals.md), so nothing
    points here, and a signal that was erased leaves nothing behind.
    """

    period = models.CharField(max_length=4)  # 2026
    of = models.CharField(max_length=5, choices=TallyOf)
    key = models.CharField(max_length=20, blank=True)  # the neighbourhood or theme by number; empty: not said
    signals = models.PositiveIntegerField()
    counts = models.JSONField()  # {"age": {"12-15": 8, "": 3}, "days": {"0": 4}, …}, by `signals.counting.count`
    until = models.DateTimeField()  # signals received before this moment are in it

    class Meta:
        verbose_name = _("tally")
        verbose_name_plural = _("tallies")
        ordering = ["period", "of", "key"]
        constraints = [models.UniqueConstraint(fields=["of", "period", "key"], name="signals_tally_once")]

    def __str__(self) -> str:
        return f"{self.period} {self.of} {self.key}: {self.signals}"
