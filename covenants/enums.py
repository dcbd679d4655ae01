"""Every choice about covenants, their indicators and how they are followed up. Steps stand in the transition tables."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from organisations.enums import AgeBand


class Side(models.TextChoices):
    """The two that promise each other something, as equals (R10)."""

    CITY = "CITY", _("the city")
    PARTNER = "PARTNER", _("the partner")

    @property
    def other(self) -> "Side":
        return Side.PARTNER if self == Side.CITY else Side.CITY


class CovenantState(models.TextChoices):
    DRAFTING = "DRAFTING", pgettext_lazy("covenant", "being drafted")
    OFFERED = "OFFERED", pgettext_lazy("covenant", "offered for signature")
    SIGNED = "SIGNED", pgettext_lazy("covenant", "signed")
    MERGED = "MERGED", pgettext_lazy("covenant", "signed and merged")  # an amendment: the covenant says it now
    WITHDRAWN = "WITHDRAWN", pgettext_lazy("covenant", "withdrawn")


# Nobody promised anything yet.
NOT_SIGNED = frozenset({CovenantState.DRAFTING, CovenantState.OFFERED})


class CovenantStep(models.TextChoices):
    """What is done with a covenant until it is signed."""

    OPEN = "open", pgettext_lazy("step", "Open")
    CHANGE = "change", _("Change")
    HAND_OVER = "hand-over", _("Hand over")
    ACCEPT = "accept", _("Accept the text")
    OFFER = "offer", _("Offer for signature")
    TAKE_BACK = "take-back", _("Back to the draft")
    SIGN = "sign", _("Sign")
    WITHDRAW = "withdraw", _("Withdraw")
    AMEND = "amend", _("Propose an amendment")
    MERGE = "merge", _("Merge an amendment")


class Part(models.TextChoices):
    """The parts of a covenant's text, in the order in which one reads them."""

    SUBJECT = "subject", _("Who, where and how long")
    ARTICLES = "articles", _("What we agree")
    HOURS = "hours", _("Hours a week")
    BUDGET = "budget", _("Budget")
    PARTNER_COMMITMENTS = "partner-commitments", _("What the partner promises")
    CITY_COMMITMENTS = "city-commitments", _("What the city promises")
    INDICATORS = "indicators", _("What we look at together")
    FOLLOWING_UP = "following-up", _("How we follow up")


class Change(models.TextChoices):
    """What an amendment does with a line of the text."""

    SAME = "SAME", pgettext_lazy("line", "as it was")
    GONE = "GONE", pgettext_lazy("line", "taken out")
    NEW = "NEW", pgettext_lazy("line", "new")


class CommitmentState(models.TextChoices):
    """The same for promises of the partner and of the city."""

    OPEN = "OPEN", pgettext_lazy("commitment", "open")
    UNDER_WAY = "UNDER_WAY", pgettext_lazy("commitment", "under way")
    KEPT = "KEPT", pgettext_lazy("commitment", "kept")
    NOT_KEPT = "NOT_KEPT", pgettext_lazy("commitment", "not kept")


# Still to be kept.
STILL_PROMISED = frozenset({CommitmentState.OPEN, CommitmentState.UNDER_WAY})


class IndicatorKind(models.TextChoices):
    """Numbers and stories stand beside each other (R10)."""

    QUANTITATIVE = "QUANTITATIVE", _("in numbers")
    QUALITATIVE = "QUALITATIVE", _("in statements and stories")


class BetterWhen(models.TextChoices):
    """Which way an indicator has to go."""

    HIGHER = "HIGHER", _("more is better")
    LOWER = "LOWER", _("less is better")


class AddsUp(models.TextChoices):
    """What may be done with values of several periods, or of several areas."""

    SUM = "SUM", _("they add up")
    MEAN = "MEAN", _("the mean counts")
    LATEST = "LATEST", _("the latest counts")  # of periods only
    DISTINCT = "DISTINCT", _("the same people may count twice")  # so they never add up: at least the highest


# Areas have no order: none of them is the latest.
ADD_UP_OVER_AREAS = [(value, label) for value, label in AddsUp.choices if value != AddsUp.LATEST]


class AgeSplit(models.TextChoices):
    """How a number is split by age: three groups at most, so that reporting stays light."""

    NONE = "NONE", _("not by age")
    TWO = "TWO", _("6–15 and 16–25 years")
    YOUNGER = "YOUNGER", _("6–11, 12–15 and 16–25 years")
    OLDER = "OLDER", _("6–15, 16–19 and 20–25 years")

    @property
    def groups(self) -> tuple[str, ...]:
        """Of which ages there is a number each, as `AgeBand` writes them. None: only the total."""
        return _AGE_GROUPS[self]


_AGE_GROUPS = {
    AgeSplit.NONE: (),
    AgeSplit.TWO: ("6-15", "16-25"),
    AgeSplit.YOUNGER: (AgeBand.CHILDREN.value, AgeBand.EARLY_TEENS.value, "16-25"),
    AgeSplit.OLDER: ("6-15", AgeBand.LATE_TEENS.value, AgeBand.YOUNG_ADULTS.value),
}


class Rhythm(models.TextChoices):
    """How often both sides report."""

    QUARTER = "QUARTER", _("every quarter")
    HALF_YEAR = "HALF_YEAR", _("every half year")
    SCHOOL_YEAR = "SCHOOL_YEAR", _("every school year")
    OWN = "OWN", _("on dates of our own")


class PeriodState(models.TextChoices):
    """How far the following up of a period is. The first three follow from the day."""

    NOT_DUE = "NOT_DUE", pgettext_lazy("period", "not due yet")
    DUE = "DUE", pgettext_lazy("period", "due")
    OVERDUE = "OVERDUE", pgettext_lazy("period", "overdue")
    SUBMITTED = "SUBMITTED", pgettext_lazy("period", "reported by both")
    TALK_ASKED = "TALK_ASKED", pgettext_lazy("period", "talk asked")
    SETTLED_TOGETHER = "SETTLED_TOGETHER", pgettext_lazy("period", "settled together")


class PeriodStep(models.TextChoices):
    """What is done with a period once both sides reported."""

    ASK_TALK = "ask-talk", _("Ask for the talk")
    WRITE_DOWN = "write-down", _("Write down the talk")
    AGREE = "agree", _("Agree with the text")


class RatingAspect(models.TextChoices):
    """What a partner rates the city on, each period."""

    WORD = "WORD", _("The city keeps its word")
    REACH = "REACH", _("We reach somebody when we need the city")
    EQUALS = "EQUALS", _("We are treated as a full partner")
    SIGNALS = "SIGNALS", _("Something is done with what we signal")


class Panel(models.TextChoices):
    """Who chooses which stories tell most. They choose apart."""

    YOUNG_PEOPLE = "YOUNG_PEOPLE", _("young people")
    WORKERS = "WORKERS", _("youth workers")
    CITY = "CITY", pgettext_lazy("panel", "the city")


class MirrorAspect(models.TextChoices):
    """In what the staff of an organisation mirrors the young people it works for (R16). Only counts are kept."""

    FROM_HERE = "FROM_HERE", _("grew up in a neighbourhood of this city")
    OTHER_LANGUAGE = "OTHER_LANGUAGE", _("speak another language than Dutch at home")
    MIGRATION = "MIGRATION", _("have a family history of migration")
    OWN_EXPERIENCE = "OWN_EXPERIENCE", _("were reached by youth work themselves")
    UNDER_30 = "UNDER_30", _("are younger than 30")
    WOMEN = "WOMEN", _("are women")
