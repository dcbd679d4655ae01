from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class CoordinateSystem(models.TextChoices):
    """The systems Belgian cities publish borders in."""

    WGS84 = "EPSG:4326", _("WGS84 (degrees)")
    LAMBERT_72 = "EPSG:31370", "Lambert 72"
    LAMBERT_2008 = "EPSG:3812", "Lambert 2008"


class Direction(models.TextChoices):
    """Which way a statistic points to need."""

    MORE_IS_WORSE = "MORE_IS_WORSE", _("more is worse")
    MORE_IS_BETTER = "MORE_IS_BETTER", _("more is better")
    NEITHER = "NEITHER", _("neither: it only describes")


class Category(models.TextChoices):
    """What a statistic is about."""

    POPULATION = "POPULATION", _("population")
    INCOME = "INCOME", _("income")
    EDUCATION = "EDUCATION", _("education")
    WORK = "WORK", _("work")
    HOUSING = "HOUSING", _("housing")
    SPACE = "SPACE", _("space and play")
    HEALTH = "HEALTH", _("health and well-being")
    SAFETY = "SAFETY", _("safety")
    SIGNALS = "SIGNALS", _("signals")
    OTHER = "OTHER", _("something else")


class AddsUp(models.TextChoices):
    """How the values of areas make the value of a larger one."""

    SUM = "SUM", _("added up, such as numbers of people")
    MEAN = "MEAN", _("as a mean, weighted by another statistic")
    NOT = "NOT", _("not at all, such as a median")


class Derivation(models.TextChoices):
    """How a statistic follows from others."""

    PER = "PER", _("a number per 1,000, or per another number")
    SHARE = "SHARE", _("a share in percent")
    CHANGE = "CHANGE", _("the difference with some years before")
    GROWTH = "GROWTH", _("the growth in percent over some years")


class Missing(models.TextChoices):
    """Why there is no value. Missing is never 0."""

    EMPTY = "EMPTY", _("not filled in")
    SUPPRESSED = "SUPPRESSED", _("kept secret by the source")
    NOT_APPLICABLE = "NOT_APPLICABLE", _("not applicable")
    UNKNOWN = "UNKNOWN", pgettext_lazy("value", "unknown")
    TOO_FEW = "TOO_FEW", _("too few people to show")  # hidden here, never stored


class Audience(models.TextChoices):
    """For whom figures are shown: that decides which, and how small a count may be."""

    PUBLIC = "PUBLIC", _("everybody")
    INTERNAL = "INTERNAL", _("who signs in")


class Method(models.TextChoices):
    """How values of different units become comparable in a weighing."""

    ZSCORE = "zscore", _("distance from the mean (z-score)")
    RANK = "rank", _("place in the row (rank)")


class FiguresSay(models.TextChoices):
    """What a weighing says of an area: its ranks lie within those that come first, across their edge, or outside."""

    FIRST = "FIRST", _("the figures put it first")
    UNCERTAIN = "UNCERTAIN", _("the figures leave it open")
    NOT_FIRST = "NOT_FIRST", _("the figures do not put it first")


class DecisionStage(models.TextChoices):
    """What people did with a decision so far. `DecisionState` adds what the calendar says."""

    PROPOSAL = "PROPOSAL", _("proposal")
    CONSULTATION = "CONSULTATION", _("consultation")
    DECIDED = "DECIDED", pgettext_lazy("decision", "decided")
    WITHDRAWN = "WITHDRAWN", pgettext_lazy("decision", "withdrawn")


class DecisionState(models.TextChoices):
    """How a decision stands on a day."""

    PROPOSAL = "PROPOSAL", _("proposal")
    CONSULTATION = "CONSULTATION", _("consultation")
    WITHDRAWN = "WITHDRAWN", pgettext_lazy("decision", "withdrawn")
    DECIDED = "DECIDED", _("decided, still to start")
    IN_FORCE = "IN_FORCE", _("in force")
    TO_REVIEW = "TO_REVIEW", _("to review")
    REPLACED = "REPLACED", _("replaced")
    ENDED = "ENDED", pgettext_lazy("decision", "ended")


class DecisionStep(models.TextChoices):
    """What people can do with a decision. `neighbourhoods.decisions` says which step leads where."""

    PROPOSE = "propose", _("propose")
    RECORD = "record", _("record what was decided")
    CHANGE = "change", _("change what it says")
    CONSULT = "consult", _("ask partners what they think")
    EXTEND = "extend", _("change the last day for comments")
    DECIDE = "decide", _("record what was decided")
    WITHDRAW = "withdraw", _("withdraw the proposal")
    PUBLISH = "publish", _("publish")
    UNPUBLISH = "unpublish", _("withdraw from publication")


class Stance(models.TextChoices):
    """What a partner thinks of a proposal."""

    AGREE = "AGREE", _("we agree")
    DISAGREE = "DISAGREE", _("we do not agree")
    OTHER = "OTHER", _("we want to add something")
