"""The pictures in the help pages: what of the portal each shows. `make pictures` takes them, in a demo city."""

from dataclasses import dataclass

LANGUAGES = ("nl", "en")


@dataclass(frozen=True)
class Picture:
    """`who` signs in (a demo account; empty: nobody) and opens `address`, or the first page that `link` leads to.

    The picture begins at the heading of the page.
    """

    who: str
    address: str
    link: str = ""
    width: int = 960
    height: int = 600


def phone(who: str, address: str, link: str = "") -> Picture:
    return Picture(who, address, link, width=390, height=640)


PICTURES = {
    "find": phone("", "/find/"),
    "found": phone("", "/find/?where=garenmarkt&day=3"),
    "find-map": Picture("", "/find/?view=map"),
    "offer": phone("", "/find/?where=&day=3", link=".find h3 a"),
    "own-offers": phone("huis", "/our-offer/"),
    "offer-form": phone("huis", "/our-offer/", link="a[href$='/edit/']"),
    "new-offer": phone("huis", "/our-offer/", link="a[href$='/offers/new/']"),
    "part": Picture("huis", "/our-offer/", link="a[href$='/part/']"),
    "members": Picture("huis", "/our-offer/", link="a[href$='/members/']"),
    "service-offers": phone("dienst", "/our-offer/"),
    "sheet": Picture("dienst", "/neighbourhoods/", link="main a[href^='/neighbourhoods/']"),
    "organisation": Picture("dienst", "/organisations/", link="main li.card a"),
    "home-staff": Picture("staf", "/"),
    "unconfirmed": Picture("staf", "/offers/unconfirmed/"),
    "imports": Picture("staf", "/imports/"),
    "duplicates": Picture("staf", "/organisations/duplicates/"),
    "priorities": Picture("staf", "/priorities/"),
    "weighing": Picture("huis", "/weighings/kansen-voor-jongeren/", width=1280, height=720),
    "home-policymaker": Picture("beleid", "/"),
    "coverage": Picture("beleid", "/coverage/", width=1100, height=760),
    "changes": Picture("beleid", "/coverage/?since=2026-01-01", width=1100, height=820),
    "need": Picture("beleid", "/need/", width=1200, height=860),
    "decision": Picture("beleid", "/priorities/", link="main .decisions a:text('Papiermolen')", height=1000),
}
