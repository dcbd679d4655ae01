"""Words young people read, in the place of those that professionals use."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from signals.enums import Author, DidItChange, SignalState

CHANGED = {
    DidItChange.YES: pgettext_lazy("did it change?", "Yes"),
    DidItChange.A_BIT: pgettext_lazy("did it change?", "A bit"),
    DidItChange.NOT_YET: pgettext_lazy("did it change?", "Not yet"),
}
WHO = {Author.SENDER: _("You"), Author.CITY: _("The youth service")}
STATE = {
    SignalState.RECEIVED: _("It is with us"),
    SignalState.QUESTION_ASKED: _("We asked you something"),
    SignalState.BUNDLED: _("We look at it together with what others say"),
    SignalState.REFERRED: _("Somebody else can help better"),
    SignalState.NOT_TAKEN_UP: _("We cannot do anything with it"),
}
