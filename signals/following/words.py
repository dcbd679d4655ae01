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

# What stands above the page after a button was pressed.
DO_NOT_FIT = _("This number and this code do not belong together. Look again, and try once more.")
TOO_OFTEN = _("That was wrong too often. Wait until %(time)s, and try again.")
NO_ANSWER_NEEDED = _("We do not need an answer to this any more.")
ANSWER_SENT = _("Your answer is sent.")
NEW_ANSWER_FIRST = _("There is a new answer on its way first.")
THANKS = _("Thank you for telling us. You can change it later.")
