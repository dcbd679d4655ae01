"""Who signs in to the demo: one account per role, all with the same password."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from jos.accounts.enums import Role
from organisations.enums import MemberRole

PASSWORD = "welkom-in-lindermonde"  # noqa: S105 (printed for everybody, on a machine with fictional data only)
DOMAIN = "lindermonde.example"


@dataclass(frozen=True)
class Account:
    mailbox: str
    name: str
    what: Promise  # said in the table of accounts
    role: str = ""
    member_of: tuple[tuple[str, MemberRole], ...] = ()

    @property
    def email(self) -> str:
        return f"{self.mailbox}@{DOMAIN}"


COORDINATOR, MEMBER = MemberRole.COORDINATOR, MemberRole.MEMBER

ACCOUNTS = (
    Account("beheer", "Bea De Wilde", _("administrator"), Role.ADMINISTRATOR),
    Account("staf", "Staf Claes", _("youth service"), Role.STAFF),
    Account("beleid", "Paula Goossens", _("policymaker"), Role.POLICYMAKER),
    Account("huis", "Cem Arslan", _("coordinator of a big house"), member_of=(("Jeugdhuis De Kaaihal", COORDINATOR),)),
    Account("medewerker", "Mira Jacobs", _("member of an organisation"), member_of=(("Jeugdhuis De Kaaihal", MEMBER),)),
    Account(
        "zelforganisatie",
        "Yousra El Amrani",
        _("coordinator of a self-organisation"),
        member_of=(("Moeders aan Zet", COORDINATOR),),
    ),
    Account("dienst", "Sil Wouters", _("city service"), member_of=(("Sportdienst Lindermonde", COORDINATOR),)),
    Account(
        "twee",
        "Noor De Backer",
        _("in two organisations"),
        member_of=(("Straatkracht", COORDINATOR), ("Boksclub De Gouden Handschoen", MEMBER)),
    ),
)
STAFF_EMAIL, POLICYMAKER_EMAIL = ACCOUNTS[1].email, ACCOUNTS[2].email
