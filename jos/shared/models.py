"""Bases every app's models build on: a period in which a fact holds, and a record of who changed it."""

import datetime

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from jos.shared.enums import ImportKind
from jos.shared.history import History


class PeriodQuerySet(models.QuerySet):
    """For facts with a period. Both ends are included; an empty end is open."""

    def on(self, at: datetime.date):
        """Those that hold on the day `at`."""
        return self.filter(Q(valid_from=None) | Q(valid_from__lte=at), Q(valid_until=None) | Q(valid_until__gte=at))


class Period(models.Model):
    """A fact that holds from one day until another, both included."""

    valid_from = models.DateField(_("from"), null=True, blank=True)
    valid_until = models.DateField(_("until"), null=True, blank=True)

    objects = PeriodQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_ends_after_it_starts",
                condition=Q(valid_from=None) | Q(valid_until=None) | Q(valid_until__gte=F("valid_from")),
                violation_error_message=_("The end date is before the start date."),
            )
        ]

    def holds_on(self, at: datetime.date) -> bool:
        return (self.valid_from is None or self.valid_from <= at) and (
            self.valid_until is None or at <= self.valid_until
        )


class SavedBySomebody(models.Model):
    """Says who makes a change, for models that keep their history."""

    class Meta:
        abstract = True

    def save_by(self, user) -> None:
        """Save, and record `user` as the one who did it (None: the system)."""
        self._history_user = user
        self.save()

    def delete_by(self, user) -> None:
        self._history_user = user
        self.delete()


class Recorded(SavedBySomebody):
    """Every version is kept, with who made it and when (`jos.shared.audit` reads them as a story)."""

    history = History(inherit=True)

    class Meta:
        abstract = True


class Versioned(models.Model):
    """Counts its versions, so that a form can see that somebody else saved in the meantime."""

    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        abstract = True


class CreatedOnce(models.Model):
    """Made from a form that carries a token: a form that is sent twice makes one record."""

    created_with = models.UUIDField(null=True, unique=True, editable=False)

    class Meta:
        abstract = True


class FileImportQuerySet(models.QuerySet):
    def open(self):
        """Neither applied nor withdrawn: imports to finish."""
        return self.filter(applied_at=None, withdrawn_at=None)

    def closed(self):
        return self.exclude(applied_at=None, withdrawn_at=None)

    def applied(self):
        """Written, and not undone later."""
        return self.exclude(applied_at=None).filter(undone_at=None)


class FileImport(models.Model):
    """A file somebody uploaded to import: previewed first, applied or withdrawn later, kept as evidence."""

    kind = models.CharField(_("what it holds"), max_length=20, choices=ImportKind)
    name = models.CharField(_("file name"), max_length=200)
    content = models.BinaryField()
    beside = models.BinaryField(null=True, blank=True)  # a second file that it needs, such as older borders
    options = models.JSONField(default=dict)
    fingerprint = models.CharField(max_length=64, blank=True)  # of the preview that was shown
    summary = models.JSONField(default=dict)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    applied_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    undone_at = models.DateTimeField(null=True, blank=True)
    undone_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")

    objects = FileImportQuerySet.as_manager()

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return self.name

    @property
    def is_open(self) -> bool:
        """Uploaded, but neither applied nor withdrawn: an import to finish."""
        return self.applied_at is None and self.withdrawn_at is None


class Draft(models.Model):
    """What somebody typed in a form and did not send yet. It outlives a closed tab and an ended session."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="drafts")
    form = models.CharField(max_length=200)  # the path of the page
    typed = models.JSONField()  # the values by field, as the form posted them
    saved_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("draft")
        verbose_name_plural = _("drafts")
        ordering = ["-saved_at"]
        constraints = [models.UniqueConstraint(fields=["user", "form"], name="shared_draft_once")]

    def __str__(self) -> str:
        return self.form


class SavedView(models.Model):
    """A page with what somebody asked of it, kept under a name of their own."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="saved_views")
    page = models.CharField(max_length=50)  # the name of its route
    name = models.CharField(_("name"), max_length=60)
    query = models.CharField(max_length=1000)

    class Meta:
        verbose_name = _("saved view")
        verbose_name_plural = _("saved views")
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "page", "name"],
                name="shared_saved_view_once",
                violation_error_message=_("You already saved a view with this name."),
            )
        ]

    def __str__(self) -> str:
        return self.name


# Pages of their own beside the records' addresses.
RESERVED_SLUGS = frozenset(
    {"new", "unconfirmed", "duplicates"}
    | {"indicators", "commitments", "check", "figures", "promised", "money", "stories", "mirror", "ratings"}
)


def unique_slug(model: type[models.Model], text: str, taken: set[str] | None = None) -> str:
    """A slug for `text` that no row of `model` has yet. `taken` spares the query when many are made at once."""
    base = slugify(text)[:60].strip("-") or "x"
    if taken is None:
        taken = set(model._default_manager.filter(slug__startswith=base).values_list("slug", flat=True))
    slug, number = base, 1
    while slug in taken or slug in RESERVED_SLUGS:
        number += 1
        slug = f"{base}-{number}"
    taken.add(slug)
    return slug
