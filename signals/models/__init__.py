from signals.models.dossiers import Dossier, DossierAction, DossierMove
from signals.models.keeping import Counter, DayKey, Look, Removal
from signals.models.replies import StandardReply
from signals.models.rounds import Candidate, Round, Spread
from signals.models.signals import GroupVoice, Message, Photo, Signal
from signals.models.tallies import Tally
from signals.models.themes import Theme

__all__ = [
    "Candidate",
    "Counter",
    "DayKey",
    "Dossier",
    "DossierAction",
    "DossierMove",
    "GroupVoice",
    "Look",
    "Message",
    "Photo",
    "Removal",
    "Round",
    "Signal",
    "Spread",
    "StandardReply",
    "Tally",
    "Theme",
]
