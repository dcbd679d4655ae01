"""Where a signal stands, in words for who sent it: what happened, what happens next, and the answer (R9)."""

import datetime
from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext as _

from jos.shared.time import in_words, today
from neighbourhoods.enums import Audience
from neighbourhoods.figures.disclosure import FEWEST, rounded
from signals.dossiers.reopening import brought_back
from signals.enums import WITH_ANSWER, Author, DossierState, Outcome, SignalState
from signals.models import Dossier, Message, Signal
from signals.terms import working_days_after

READING, ACTING, TOLD = 1, 2, 3  # how far it came


@dataclass(frozen=True)
class Status:
    """One signal, on one day."""

    stage: int
    sentence: str
    next: str = ""  # what happens now, and by when
    question: Message | None = None  # waits for an answer of who sent it
    answer: str = ""  # what the city says
    asks_whether_it_changed: bool = False


def status_of(signal: Signal, at: datetime.date | None = None) -> Status:
    """As it stands on `at`. Reads the dossier, to whom it was referred, messages and looks of the signal."""
    say = {
        SignalState.RECEIVED: _received,
        SignalState.QUESTION_ASKED: _question_asked,
        SignalState.BUNDLED: _bundled,
        SignalState.REFERRED: _referred,
        SignalState.NOT_TAKEN_UP: _not_taken_up,
    }
    return say[SignalState(signal.state)](signal, at or today())


def _received(signal: Signal, at: datetime.date) -> Status:
    messages = list(signal.messages.all())
    if messages and messages[-1].author == Author.SENDER:
        return Status(READING, _("We have your answer. Thank you."), _("We read it, and then we go on."))
    if signal.looks.all():
        return Status(READING, _("Somebody read your words."), _answer_by(signal, at))
    return Status(READING, _("Your words are with us. Nobody read them yet."), _answer_by(signal, at))


def _answer_by(signal: Signal, at: datetime.date) -> str:
    day = working_days_after(signal.received_on, settings.SIGNAL_ANSWER_DAYS)
    if day >= at:
        return _("By %(day)s at the latest, you read here what we do with them.") % {"day": in_words(day)}
    return _("By %(day)s you should have read here what we do with them. We are late, and we know it.") % {
        "day": in_words(day)
    }


def _question_asked(signal: Signal, _at: datetime.date) -> Status:
    questions = [message for message in signal.messages.all() if message.author == Author.CITY]
    last = questions[-1] if questions else None
    return Status(READING, _("We have a question for you."), _("When you answer, we go on."), question=last)


def _referred(signal: Signal, _at: datetime.date) -> Status:
    sentence = _("Somebody else can help better: %(who)s.") % {"who": signal.referred_to}
    return Status(TOLD, sentence, answer=signal.reply)


def _not_taken_up(signal: Signal, _at: datetime.date) -> Status:
    return Status(TOLD, _("We cannot do anything with this. Here you read why."), answer=signal.reply)


def _bundled(signal: Signal, at: datetime.date) -> Status:
    dossier = signal.dossier
    assert dossier is not None  # the database holds to it
    if DossierState(dossier.state) in WITH_ANSWER:
        return Status(TOLD, _outcome(dossier), answer=dossier.answer, asks_whether_it_changed=True)
    sentence, goes_on = _of_dossier(dossier, at)
    return Status(ACTING, sentence, goes_on)


def _outcome(dossier: Dossier) -> str:
    return {
        Outcome.DONE: _("It is done. This is our answer."),
        Outcome.PARTLY: _("A part is done. This is our answer."),
        Outcome.NOT_DONE: _("It will not be done. Here you read why."),
    }[Outcome(dossier.outcome)]


def _of_dossier(dossier: Dossier, at: datetime.date) -> tuple[str, str]:
    """What happens about what many say, and what comes next."""
    who, term = {"who": dossier.owner}, _term(dossier, at)
    match dossier.state:
        case DossierState.REOPENED if brought_back([dossier]):
            return _("Others say as well that too little changed. So we start again."), term
        case DossierState.PRIORITISED | DossierState.REOPENED:
            return _("This comes first. We look for who can do something about it."), term
        case DossierState.PARKED:
            day = {"day": in_words(dossier.review_on or at)}
            return _("We wait with this for now."), _("We look at it again on %(day)s.") % day
        case DossierState.ASSIGNED:
            return _("%(who)s is going to do something about it.") % who, term
        case DossierState.IN_ACTION:
            return _("%(who)s is doing something about it.") % who, term
        case DossierState.DONE:
            return _("%(who)s did something about it.") % who, _("Soon you read here what.")
    return _with_others(dossier), _("Then we choose what comes first. You read it here.")


def _with_others(dossier: Dossier) -> str:
    """How many they are is only said where they are many: nobody can be counted out."""
    voices = 0 if dossier.theme.is_sensitive else dossier.signals.count()
    if voices < FEWEST[Audience.PUBLIC]:
        return _("We look at it together with what others say about it.")
    about = {"number": int(rounded(voices, audience=Audience.PUBLIC))}
    return _("About %(number)d people say something like this. We look at it all together.") % about


def _term(dossier: Dossier, at: datetime.date) -> str:
    if dossier.due_on is None:
        return ""
    day = {"day": in_words(dossier.due_on)}
    if dossier.due_on >= at:
        return _("It should be done by %(day)s.") % day
    return _("It should have been done by %(day)s. It is late, and the city knows it.") % day
