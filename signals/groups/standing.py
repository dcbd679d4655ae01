"""How something that was passed on stands, short, for the list of a worker."""

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from signals.enums import WITH_ANSWER, SignalState
from signals.models import Signal


def standing(signal: Signal) -> str:
    if signal.state == SignalState.QUESTION_ASKED:
        return _("a question for the group")
    if signal.state == SignalState.REFERRED:
        return _("referred to %(whom)s") % {"whom": signal.referred_to}
    if signal.dossier is None:
        return signal.get_state_display()
    if signal.dossier.state in WITH_ANSWER:
        return pgettext("signal", "answered")
    return _("in a dossier, %(state)s") % {"state": signal.dossier.get_state_display()}
