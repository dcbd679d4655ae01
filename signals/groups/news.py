"""What came back to a worker who passed something on: a question, an answer, or where it went (R9)."""

from django.db.models import Case, F, OuterRef, Q, QuerySet, Subquery, TextField, Value, When
from django.db.models.functions import Cast, Concat

from organisations.models import Organisation
from signals.enums import WITH_ANSWER, Author, SignalState
from signals.models import Message, Signal

LAST_QUESTION = Subquery(
    Message.objects.filter(signal=OuterRef("pk"), author=Author.CITY).order_by("-at", "-id").values("id")[:1]
)


def _one(what: str, which) -> Concat:
    return Concat(Value(f"{what} "), Cast(which, TextField()), output_field=TextField())


# What lies there now, in a few letters. A second question, or a second answer after a dossier was reopened, differs.
CAME_BACK = Case(
    When(dossier__state__in=WITH_ANSWER, then=_one("ANSWER", "dossier__answered_on")),
    When(state=SignalState.QUESTION_ASKED, then=_one("QUESTION", LAST_QUESTION)),
    When(state__in=(SignalState.REFERRED, SignalState.NOT_TAKEN_UP), then=F("state")),
    default=Value(""),
    output_field=TextField(),
)
IS_NEW = ~Q(came_back="") & ~Q(voice__read=F("came_back"))


def passed_on(user) -> QuerySet[Signal]:
    """What workers of this person's organisations passed on, this person included, with what came back."""
    own = Organisation.objects.carried_on_by(user)
    return Signal.objects.filter(voice__organisation__in=own).annotate(came_back=CAME_BACK)


def with_news(user) -> QuerySet[Signal]:
    """What this person passed on, and of which something came back that is not read yet."""
    return passed_on(user).filter(IS_NEW, voice__by=user)
