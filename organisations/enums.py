"""Every choice about organisations and what they do, in the words of the charter."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Function(models.TextChoices):
    """The four functions of youth welfare work, of equal worth (R1). Free time is the way in."""

    FREE_TIME = "FREE_TIME", _("free time")
    WELFARE = "WELFARE", _("welfare")
    BRIDGE = "BRIDGE", pgettext_lazy("function", "bridge")
    SIGNAL = "SIGNAL", pgettext_lazy("function", "signal")


class OrganisationKind(models.TextChoices):
    YOUTH_WORK = "YOUTH_WORK", _("Youth work")
    SELF_ORGANISATION = "SELF_ORGANISATION", _("Self-organisation")
    CITY_SERVICE = "CITY_SERVICE", _("City service")
    WELFARE = "WELFARE", pgettext_lazy("kind", "Welfare")
    EDUCATION = "EDUCATION", _("Education")
    WORK = "WORK", pgettext_lazy("kind", "Work")
    POLICE = "POLICE", _("Police")
    JUSTICE = "JUSTICE", _("Justice")
    SPORT = "SPORT", _("Sport")
    CULTURE = "CULTURE", _("Culture")
    OTHER = "OTHER", pgettext_lazy("kind", "Other")


class Sector(models.TextChoices):
    """The field an organisation works in, which need not follow from its kind (R12)."""

    YOUTH = "YOUTH", pgettext_lazy("sector", "youth")
    WELFARE = "WELFARE", pgettext_lazy("sector", "welfare")
    HEALTH = "HEALTH", pgettext_lazy("sector", "health")
    EDUCATION = "EDUCATION", pgettext_lazy("sector", "education")
    BROAD_SCHOOL = "BROAD_SCHOOL", pgettext_lazy("sector", "broad school")
    WORK = "WORK", pgettext_lazy("sector", "work")
    SAFETY = "SAFETY", pgettext_lazy("sector", "police and justice")
    SPORT = "SPORT", pgettext_lazy("sector", "sport")
    CULTURE = "CULTURE", pgettext_lazy("sector", "culture")
    OTHER = "OTHER", pgettext_lazy("sector", "other")


class Size(models.TextChoices):
    VOLUNTEERS = "VOLUNTEERS", _("volunteers only")
    SMALL = "SMALL", _("1 to 4 full-time jobs")
    MEDIUM = "MEDIUM", _("5 to 19 full-time jobs")
    LARGE = "LARGE", _("20 full-time jobs or more")


class MemberRole(models.TextChoices):
    MEMBER = "MEMBER", _("member")
    COORDINATOR = "COORDINATOR", _("coordinator")


class ConfirmationRhythm(models.IntegerChoices):
    """How often an organisation says that its offers are still right, in months."""

    QUARTER = 3, _("every 3 months")
    HALF_YEAR = 6, _("every 6 months")
    YEAR = 12, _("every year")


class ConfirmationState(models.TextChoices):
    CONFIRMED = "CONFIRMED", _("confirmed")
    TO_CONFIRM = "TO_CONFIRM", _("to confirm")
    UNCONFIRMED = "UNCONFIRMED", _("not confirmed")


class WorkForm(models.TextChoices):
    FIXED = "FIXED", _("at a place")
    MOBILE = "MOBILE", _("mobile")
    OUTREACH = "OUTREACH", _("outreach")


# Work that goes where young people are (R6).
GOES_TO_YOUNG_PEOPLE = frozenset({WorkForm.MOBILE, WorkForm.OUTREACH})


class Season(models.TextChoices):
    ALL_YEAR = "ALL_YEAR", _("all year")
    SCHOOL_YEAR = "SCHOOL_YEAR", _("during the school year")
    HOLIDAYS = "HOLIDAYS", _("in school holidays")
    SUMMER = "SUMMER", _("in summer")


class Weekday(models.IntegerChoices):
    """As the calendar counts them (ISO 8601)."""

    MONDAY = 1, _("Monday")
    TUESDAY = 2, _("Tuesday")
    WEDNESDAY = 3, _("Wednesday")
    THURSDAY = 4, _("Thursday")
    FRIDAY = 5, _("Friday")
    SATURDAY = 6, _("Saturday")
    SUNDAY = 7, _("Sunday")


class Audience(models.TextChoices):
    PUBLIC = "PUBLIC", _("everybody")
    PROFESSIONALS = "PROFESSIONALS", _("professionals only")


class OfferStatus(models.TextChoices):
    DRAFT = "DRAFT", _("draft")
    PUBLISHED = "PUBLISHED", _("published")
    ARCHIVED = "ARCHIVED", _("archived")


class Accessibility(models.TextChoices):
    WHEELCHAIR = "wheelchair", _("wheelchair")
    TOILET = "toilet", _("accessible toilet")
    QUIET = "quiet", _("quiet room")
    HEARING = "hearing", _("hearing loop")
    BUS = "bus", _("near a bus or tram stop")


class AgeBand(models.TextChoices):
    """The bands the city thinks in, in years, both ends included."""

    CHILDREN = "6-11", _("6 to 11 years")
    EARLY_TEENS = "12-15", _("12 to 15 years")
    LATE_TEENS = "16-19", _("16 to 19 years")
    YOUNG_ADULTS = "20-25", _("20 to 25 years")

    @property
    def short(self) -> str:
        """For where few words fit: 6–11."""
        return self.value.replace("-", "–")


class InvitedAs(models.TextChoices):
    """What an invitation makes of somebody: one of us at the city, or one of an organisation."""

    MEMBER = "MEMBER", _("member")
    COORDINATOR = "COORDINATOR", _("coordinator")
    STAFF = "STAFF", _("youth service")
    POLICYMAKER = "POLICYMAKER", _("policymaker")
    ADMINISTRATOR = "ADMINISTRATOR", _("administrator")


class InvitationState(models.TextChoices):
    OPEN = "OPEN", pgettext_lazy("invitation", "open")
    EXPIRED = "EXPIRED", pgettext_lazy("invitation", "expired")
    ACCEPTED = "ACCEPTED", pgettext_lazy("invitation", "accepted")
    WITHDRAWN = "WITHDRAWN", pgettext_lazy("invitation", "withdrawn")
