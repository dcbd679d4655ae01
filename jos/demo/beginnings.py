"""What somebody began and did not finish yet: invitations that nobody accepted, a file to import."""

import datetime
import secrets

from jos.accounts.models import User
from jos.dashboards.importing import keep
from jos.demo.writing import moment, write
from jos.shared.enums import ImportKind
from jos.shared.models import FileImport
from organisations.enums import InvitedAs
from organisations.models import Invitation, Organisation
from organisations.models.invitation import hash_token

SUMMER_PLANS = """\
organisation;partnership;neighbourhood_code;title;work_form;FREE_TIME;WELFARE;BRIDGE;SIGNAL;age_min;age_max;valid_from;valid_until
Speelwerking Rondom;;77103;Zomer op het plein;OUTREACH;12;;;1;6;15;{year}-07-01;{year}-08-31
Sportdienst Lindermonde;;77107;Sportweek op het gras;MOBILE;20;;;;6;18;{year}-07-05;{year}-07-09
Moeders aan Zet;Zomer in de wijk;77105;Koken met mama's;FIXED;3;2;;;;;{year}-07-01;{year}-08-31
Jobhuis Jong;Zomer in de wijk;77108;Vakantiewerk, wij helpen;FIXED;;;?;;16;25;{year}-05-01;{year}-08-31
"""


def write_invitations(house: Organisation, *, coordinator: User, at: datetime.date, staff: User) -> None:
    """Of the city and of a house, each time one that still works and one that came too late. Nobody has the tokens."""
    _write(None, "schepenkabinet", InvitedAs.POLICYMAKER, days=2, at=at, by=staff)
    _write(None, "stagiair", InvitedAs.STAFF, days=16, at=at, by=staff)
    _write(house, "nieuw", InvitedAs.MEMBER, days=3, at=at, by=coordinator)
    _write(house, "vergeten", InvitedAs.MEMBER, days=20, at=at, by=coordinator)


def _write(organisation: Organisation | None, who: str, invited_as: InvitedAs, *, days: int, at, by: User) -> None:
    sent_on = at - datetime.timedelta(days=days)
    invitation = Invitation(
        email=f"{who}@example.org",
        organisation=organisation,
        invited_as=invited_as,
        token_hash=hash_token(secrets.token_hex()),
        invited_by=by,
        sent_at=moment(sent_on),
    )
    write([invitation], by=by, on=sent_on)


def begin_import(*, at: datetime.date, by: User) -> None:
    """Plans for the next summer, uploaded yesterday: the preview waits for a decision."""
    content = SUMMER_PLANS.format(year=at.year + 1).encode()
    begun = keep(kind=ImportKind.OFFERS, name="zomerplannen.csv", content=content, by=by)
    FileImport.objects.filter(pk=begun.pk).update(created_at=moment(at - datetime.timedelta(days=1)))
