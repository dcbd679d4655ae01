"""Every choice about signals, dossiers and rounds. Which step leads where stands in the transition tables."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class SignalKind(models.TextChoices):
    """What works counts as much as what is wrong (R18)."""

    CONCERN = "CONCERN", _("Something is wrong")
    IDEA = "IDEA", _("I have an idea")
    WORKS_WELL = "WORKS_WELL", _("Something works well")


class SignalSource(models.TextChoices):
    """Signals come from young people and from services (R9)."""

    YOUNG_PERSON = "YOUNG_PERSON", _("a young person")
    GROUP = "GROUP", _("a group, through a worker")
    WORKER = "WORKER", _("a worker")


class SignalState(models.TextChoices):
    RECEIVED = "RECEIVED", pgettext_lazy("signal", "received")
    QUESTION_ASKED = "QUESTION_ASKED", pgettext_lazy("signal", "question asked")
    BUNDLED = "BUNDLED", pgettext_lazy("signal", "in a dossier")
    REFERRED = "REFERRED", pgettext_lazy("signal", "referred")
    NOT_TAKEN_UP = "NOT_TAKEN_UP", pgettext_lazy("signal", "not taken up")


# Staff still have to say what becomes of these.
WAITING = frozenset({SignalState.RECEIVED, SignalState.QUESTION_ASKED})


class SignalStep(models.TextChoices):
    """What is done with one signal."""

    ASK = "ask", _("Ask something back")
    REPLY = "reply", _("Answer the question")  # by who sent it
    BUNDLE = "bundle", _("Put in a dossier")
    TAKE_OUT = "take-out", _("Take out of the dossier")
    REFER = "refer", _("Refer")
    NOT_TAKE_UP = "not-take-up", _("Do not take up")
    TAKE_UP_AGAIN = "take-up-again", _("Take up again")


class DidItChange(models.TextChoices):
    """What who sent a signal says once there is an answer."""

    YES = "YES", _("Yes")
    A_BIT = "A_BIT", _("A bit")
    NOT_YET = "NOT_YET", _("Not yet")


class HeardAt(models.TextChoices):
    """Where a worker heard what a group says. Never an address."""

    OUR_PLACE = "OUR_PLACE", _("at our place")
    STREET = "STREET", _("outside, in the neighbourhood")
    ACTIVITY = "ACTIVITY", _("during an activity")
    SCHOOL = "SCHOOL", _("at school")
    ONLINE = "ONLINE", _("online")
    ELSEWHERE = "ELSEWHERE", _("somewhere else")


class Author(models.TextChoices):
    """Who wrote a message under a signal."""

    SENDER = "SENDER", _("who sent it")
    CITY = "CITY", _("the youth service")


class Cause(models.TextChoices):
    """What lies behind a pattern: the structure, not the incident (R15)."""

    UNKNOWN = "UNKNOWN", _("not known yet")
    RULE = "RULE", _("a rule")
    SHORTAGE = "SHORTAGE", _("a shortage")
    PRACTICE = "PRACTICE", _("a practice")


class DossierState(models.TextChoices):
    OPEN = "OPEN", pgettext_lazy("dossier", "open")
    PRIORITISED = "PRIORITISED", pgettext_lazy("dossier", "prioritised")
    PARKED = "PARKED", pgettext_lazy("dossier", "parked")
    ASSIGNED = "ASSIGNED", pgettext_lazy("dossier", "assigned")
    IN_ACTION = "IN_ACTION", pgettext_lazy("dossier", "in action")
    DONE = "DONE", pgettext_lazy("dossier", "done")
    ANSWERED = "ANSWERED", pgettext_lazy("dossier", "answered")
    CLOSED = "CLOSED", pgettext_lazy("dossier", "closed")
    REOPENED = "REOPENED", pgettext_lazy("dossier", "reopened")


# With a term that runs.
ON_TERM = frozenset({DossierState.PRIORITISED, DossierState.ASSIGNED, DossierState.IN_ACTION, DossierState.REOPENED})
# Of which young people can read an answer.
WITH_ANSWER = frozenset({DossierState.ANSWERED, DossierState.CLOSED})


class DossierStep(models.TextChoices):
    """What is done with a dossier."""

    OPEN = "open", pgettext_lazy("step", "Open")
    CHANGE = "change", _("Change")
    PRIORITISE = "prioritise", _("Prioritise")
    PARK = "park", _("Park")
    ASSIGN = "assign", _("Assign to a service")
    START = "start", _("Start")
    FINISH = "finish", _("Say that it is done")
    VERIFY = "verify", _("Verify that it is done")
    DECLINE = "decline", _("Say that it will not be done")
    ANSWER = "answer", _("Answer")
    CLOSE = "close", pgettext_lazy("step", "Close")
    REOPEN = "reopen", _("Reopen")
    PUBLISH = "publish", pgettext_lazy("step", "Publish")
    UNPUBLISH = "unpublish", _("Publish no longer")
    MERGE = "merge", _("Merge into another")
    SPLIT = "split", _("Split")


class Outcome(models.TextChoices):
    """What became of it, in the answer."""

    DONE = "DONE", _("done")
    PARTLY = "PARTLY", _("partly done")
    NOT_DONE = "NOT_DONE", _("not done")


class RoundState(models.TextChoices):
    """How a prioritising round stands on a day (R8)."""

    PREPARED = "PREPARED", pgettext_lazy("round", "in preparation")
    OPEN = "OPEN", pgettext_lazy("round", "open")
    CLOSED = "CLOSED", pgettext_lazy("round", "closed, to be decided")
    DECIDED = "DECIDED", pgettext_lazy("round", "decided")


class ReplyKind(models.TextChoices):
    """For what a standard reply can be used."""

    QUESTION = "QUESTION", _("a question back")
    REFERRAL = "REFERRAL", _("a referral")
    NOT_TAKEN_UP = "NOT_TAKEN_UP", _("not taken up")


class Escalation(models.IntegerChoices):
    """How high an overdue dossier has climbed."""

    NONE = 0, _("in time")
    SERVICE = 1, _("reminded")
    STAFF = 2, _("with the youth service")
    POLICYMAKER = 3, _("with the policymaker")


class RemovalReason(models.TextChoices):
    """Why something was removed for good."""

    BY_SENDER = "BY_SENDER", _("erased by who sent it")
    REDACTED = "REDACTED", _("taken out by the youth service")
    WORDS_KEPT_LONG_ENOUGH = "WORDS_KEPT_LONG_ENOUGH", _("words kept long enough")
    PHOTO_KEPT_LONG_ENOUGH = "PHOTO_KEPT_LONG_ENOUGH", _("photo kept long enough")
    LOOKS_KEPT_LONG_ENOUGH = "LOOKS_KEPT_LONG_ENOUGH", _("looks kept long enough")
    COUNTERS_OF_THE_DAY = "COUNTERS_OF_THE_DAY", _("counters of a day that is past")


class TallyOf(models.TextChoices):
    """Of what signals are counted ahead."""

    CITY = "city", _("the whole city")
    AREA = "area", _("a neighbourhood")
    THEME = "theme", _("a theme")
