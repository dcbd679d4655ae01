import datetime

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from jos.accounts.permissions import is_staff
from jos.shared.fields import CodeListField
from jos.shared.history import History
from jos.shared.models import CreatedOnce, SavedBySomebody, Versioned
from neighbourhoods.models import Neighbourhood
from organisations.enums import AgeBand
from organisations.models import Organisation
from signals.enums import WAITING, Author, DidItChange, HeardAt, SignalKind, SignalSource, SignalState
from signals.models.dossiers import Dossier
from signals.models.themes import Theme
from signals.terms import answered_too_late_before

LONGEST = 2000  # characters: what somebody types on a phone


class SignalQuerySet(models.QuerySet):
    def readable_by(self, user):
        """Those whose words this person may read: staff all, a worker what was said through the own organisation,
        a city service those bundled in its own dossiers. Policymakers see counts and dossiers, no words.
        """
        if is_staff(user):
            return self
        own = Organisation.objects.carried_on_by(user)
        return self.filter(Q(voice__organisation__in=own) | Q(dossier__owner__in=own))

    def waiting(self):
        """Those of which staff still have to say what becomes of them."""
        return self.filter(state__in=WAITING)

    def overdue(self, at: datetime.date):
        """Those staff have to do something with, and did not within the days they take for it."""
        return self.filter(state=SignalState.RECEIVED, received_at__lt=answered_too_late_before(at))

    def urgent_first(self):
        """Words of danger, then the longest waiting, which are those that are overdue."""
        return self.order_by("-mentions_danger", "received_at", "id")


class Signal(SavedBySomebody, Versioned, CreatedOnce):
    """One voice: what a young person, a group or a worker says (R9). It holds nothing about who that is (R14)."""

    reference = models.CharField(_("reference"), max_length=8, unique=True)  # not secret: `signals.tracking`
    code_hash = models.CharField(max_length=128, blank=True, editable=False)  # of the code that only the sender has
    kind = models.CharField(_("what it is"), max_length=20, choices=SignalKind)
    source = models.CharField(_("who says it"), max_length=20, choices=SignalSource, default=SignalSource.YOUNG_PERSON)
    text = models.TextField(_("what was said"), max_length=LONGEST, blank=True)  # empty: kept long enough
    language = models.CharField(_("language of the page"), max_length=5, default="nl")
    neighbourhood = models.ForeignKey(
        Neighbourhood,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="signals",
        verbose_name=_("neighbourhood"),
        db_index=False,  # the index on areas begins with it, and that on themes with the next
    )
    theme = models.ForeignKey(
        Theme, models.PROTECT, null=True, blank=True, related_name="signals", verbose_name=_("theme"), db_index=False
    )
    age_band = models.CharField(_("age"), max_length=5, choices=AgeBand, blank=True)
    mentions_danger = models.BooleanField(_("words of danger"), default=False)
    state = models.CharField(_("state"), max_length=20, choices=SignalState, default=SignalState.RECEIVED)
    dossier = models.ForeignKey(
        Dossier, models.PROTECT, null=True, blank=True, related_name="signals", verbose_name=_("dossier")
    )
    referred_to = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("referred to")
    )
    reply = models.TextField(
        _("what who sent it reads"), max_length=LONGEST, blank=True
    )  # why referred, or not taken up
    is_redacted = models.BooleanField(_("something was removed from the words"), default=False)
    received_at = models.DateTimeField(_("received"), default=timezone.now)
    answered_at = models.DateTimeField(_("first answered"), null=True, blank=True, editable=False)
    did_it_change = models.CharField(_("did it change?"), max_length=10, choices=DidItChange, blank=True)
    did_it_change_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = SignalQuerySet.as_manager()
    # The words are not in it: what is redacted, erased or kept long enough is gone.
    history = History(excluded_fields=["text", "code_hash", "is_redacted"])

    class Meta:
        verbose_name = _("signal")
        verbose_name_plural = _("signals")
        ordering = ["-received_at", "-id"]
        indexes = [
            models.Index(fields=["state", "-received_at", "-id"], name="signals_signal_by_state"),
            models.Index(fields=["state", "-mentions_danger", "received_at", "id"], name="signals_signal_by_urgency"),
            models.Index(fields=["-received_at", "-id"], name="signals_signal_by_day"),
            models.Index(fields=["neighbourhood", "theme", "-received_at"], name="signals_signal_by_area"),
            models.Index(fields=["theme", "-received_at", "-id"], name="signals_signal_by_theme"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(state=SignalState.BUNDLED, dossier__isnull=False)
                | ~Q(state=SignalState.BUNDLED) & Q(dossier=None),
                name="signals_bundled_signal_has_a_dossier",
            ),
            models.CheckConstraint(
                condition=~Q(state=SignalState.REFERRED) | Q(referred_to__isnull=False),
                name="signals_referred_signal_says_to_whom",
            ),
            models.CheckConstraint(
                condition=~Q(state=SignalState.NOT_TAKEN_UP) | ~Q(reply=""),
                name="signals_not_taken_up_has_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.reference

    def get_absolute_url(self) -> str:
        return reverse("signal", args=[self.reference])

    @property
    def story_name(self) -> str:
        return gettext("signal %(reference)s") % {"reference": self.reference}

    @property
    def received_on(self) -> datetime.date:
        """The day, in Brussels."""
        return timezone.localdate(self.received_at)


class GroupVoice(models.Model):
    """What a worker adds when speaking for a group, or for what the worker sees. No names (R14)."""

    signal = models.OneToOneField(Signal, models.CASCADE, related_name="voice")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("worker"))
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="voices")
    people = models.PositiveSmallIntegerField(
        _("how many young people"), null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(999)]
    )
    age_bands = CodeListField(_("ages"), codes=AgeBand)
    heard_at = models.CharField(_("where it was heard"), max_length=20, choices=HeardAt, blank=True)
    quote = models.TextField(_("in their own words"), max_length=500, blank=True)
    quote_consent = models.BooleanField(_("they agree that others read these words"), default=False)
    read = models.CharField(max_length=40, blank=True, editable=False)  # of what came back: what its worker read last

    class Meta:
        verbose_name = _("voice of a group")
        verbose_name_plural = _("voices of groups")
        constraints = [
            models.CheckConstraint(
                condition=Q(quote="") | Q(quote_consent=True),
                name="signals_quote_has_consent",
                violation_error_message=_("Only write down their words when they agree."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.signal)


class Message(CreatedOnce):
    """A question back, or what who sent the signal answers to it."""

    signal = models.ForeignKey(Signal, models.CASCADE, related_name="messages")
    author = models.CharField(max_length=10, choices=Author)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    text = models.TextField(_("message"), max_length=LONGEST)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("message")
        verbose_name_plural = _("messages")
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return f"{self.signal} · {self.get_author_display()}"


class Photo(models.Model):
    """A photo with a signal: written anew, without what the camera added. In the database: erased is gone."""

    signal = models.OneToOneField(Signal, models.CASCADE, related_name="photo")
    content = models.BinaryField()  # JPEG
    width = models.PositiveSmallIntegerField()
    height = models.PositiveSmallIntegerField()

    class Meta:
        verbose_name = _("photo")
        verbose_name_plural = _("photos")

    def __str__(self) -> str:
        return str(self.signal)
