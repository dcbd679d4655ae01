"""For whom there is help, each with a page of its own."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class HelpRole:
    slug: str
    name: str | Promise
    promise: str | Promise  # what the page helps with


ROLES = (
    HelpRole("visitor", _("Young people, parents and everybody else"), _("Find something to do, and come by.")),
    HelpRole("partner", _("Partner organisations"), _("Keep your offer right, alone or with colleagues.")),
    HelpRole("service", _("City services"), _("Show what your service does, and see who else is there.")),
    HelpRole("staff", _("The youth service"), _("Keep the whole picture right, and help others do so.")),
    HelpRole("policymaker", _("Policymakers"), _("See what is missing where, and what changed.")),
)
