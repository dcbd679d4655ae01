"""Who helps when a signal is too slow. The city names them in its settings; those of Flanders stand here."""

from dataclasses import dataclass

from django.conf import settings
from django.core.checks import Error
from django.utils.translation import gettext as _


@dataclass(frozen=True)
class HelpLine:
    name: str
    phone: str
    text: str  # what for
    url: str = ""

    @property
    def dials(self) -> str:
        """The number as a phone dials it."""
        return "".join(sign for sign in self.phone if sign.isdigit() or sign == "+")

    @property
    def site(self) -> str:
        """Its address as people say it."""
        return self.url.partition("://")[2].removeprefix("www.").rstrip("/")


def help_lines() -> list[HelpLine]:
    """Those of the city, or else those of Flanders. The first one is for danger now, the most needed come next."""
    return [HelpLine(**line) for line in settings.HELP_LINES] or _of_flanders()


def _of_flanders() -> list[HelpLine]:
    return [
        HelpLine("112", "112", _("In danger now? Police, ambulance or fire brigade. Day and night.")),
        HelpLine("Awel", "102", _("Talk about anything, for children and young people."), "https://awel.be"),
        HelpLine("1712", "1712", _("Questions about violence or abuse."), "https://1712.be"),
        HelpLine(
            "Zelfmoordlijn", "1813", _("When you think about suicide. Day and night."), "https://www.zelfmoord1813.be"
        ),
        HelpLine("Tele-Onthaal", "106", _("Somebody who listens, day and night."), "https://www.tele-onthaal.be"),
        HelpLine("JAC", "0800 13 500", _("Free help with anything, from 12 to 25 years."), "https://www.jac.be"),
    ]


def wrong_help_lines(**_asked) -> list[Error]:
    """What the city wrote in its settings is read when the portal starts, not when somebody is in need."""
    try:
        help_lines()
    except TypeError as error:
        return [Error(f"HELP_LINES: a list of objects with name, phone, text and url. {error}", id="signals.E001")]
    return []
