"""What somebody began and did not finish yet: invitations that nobody accepted, a file to import, half a form."""

import datetime
import secrets

from django.urls import reverse

from jos.accounts.models import User
from jos.dashboards.imports.importing import Outcome, confirm, keep, preview
from jos.demo.writing import moment, write
from jos.shared.enums import ImportKind
from jos.shared.models import Draft, FileImport, SavedView
from organisations.enums import InvitedAs, MemberRole
from organisations.models import Invitation, Organisation
from organisations.models.invitation import hash_token

SUMMER_PLANS = """\
organisation;partnership;neighbourhood_code;title;work_form;FREE_TIME;WELFARE;BRIDGE;SIGNAL;age_min;age_max;valid_from;valid_until
Speelwerking Rondom;;77103;Zomer op het plein;OUTREACH;12;;;1;6;15;{year}-07-01;{year}-08-31
Sportdienst Lindermonde;;77107;Sportweek op het gras;MOBILE;20;;;;6;18;{year}-07-05;{year}-07-09
Moeders aan Zet;Zomer in de wijk;77105;Koken met mama's;FIXED;3;2;;;;;{year}-07-01;{year}-08-31
Jobhuis Jong;Zomer in de wijk;77108;Vakantiewerk, wij helpen;FIXED;;;?;;16;25;{year}-05-01;{year}-08-31
"""
SPRING_PLANS = """\
organisation;neighbourhood_code;title;work_form;FREE_TIME;SIGNAL;age_min;age_max;valid_from;valid_until
FC Linderboys;77103;Voetbalkamp op het plein;FIXED;15;;8;14;{first};{last}
Circus Zonder Zaagsel;77108;Circusweek;FIXED;12;;6;12;{first};{last}
Straatkracht;77104;Nachtsport in de vakantie;OUTREACH;6;1;14;25;{first};{last}
"""
IMPORTED = SPRING_PLANS.count("{first}")  # offers


def write_invitations(house: Organisation, *, coordinator: User, at: datetime.date, staff: User) -> None:
    """Of the city and of a house, each time one that still works and one that came too late. Nobody has the tokens."""
    _write(None, "schepenkabinet", InvitedAs.POLICYMAKER, days=2, at=at, by=staff)
    _write(None, "stagiair", InvitedAs.STAFF, days=16, at=at, by=staff)
    _write(house, "nieuw", InvitedAs.MEMBER, days=3, at=at, by=coordinator)
    _write(house, "vergeten", InvitedAs.MEMBER, days=20, at=at, by=coordinator)
    leaderless = Organisation.objects.on(at).exclude(memberships__role=MemberRole.COORDINATOR).first()
    if leaderless:
        _write(leaderless, "trekker", InvitedAs.COORDINATOR, days=13, at=at, by=staff)


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


def apply_import(*, at: datetime.date, by: User) -> None:
    """Plans for a holiday some months from now, imported just now: it can still be undone."""
    first, last = at + datetime.timedelta(days=120), at + datetime.timedelta(days=131)
    content = SPRING_PLANS.format(first=first, last=last).encode()
    begun = keep(kind=ImportKind.OFFERS, name="vakantieplannen.csv", content=content, by=by)
    if confirm(begun.pk, fingerprint=preview(begun).fingerprint, by=by) != Outcome.WRITTEN:
        raise ValueError(preview(begun).problems)


def leave_drafts(house: Organisation, *, coordinator: User, staff: User, at: datetime.date) -> None:
    """Forms that were closed half-way, yesterday."""
    offer = {"title": ["Fietsen herstellen"], "description": ["Breng je fiets. Wij leren je hoe je ze herstelt."]}
    decision = {"reasons": ["De scholen vragen al een jaar om iets na 16 uur."]}
    drafts = [
        Draft(user=coordinator, form=reverse("offer_new", args=[house.slug]), typed=offer),
        Draft(user=staff, form=reverse("priority_new"), typed=decision),
    ]
    Draft.objects.bulk_create(drafts)
    Draft.objects.update(saved_at=moment(at - datetime.timedelta(days=1)))


def save_views(staff: User, policymaker: User) -> None:
    """What they ask again and again."""
    SavedView.objects.bulk_create(
        SavedView(user=user, page=page, name=name, query=query)
        for user, page, name, query in (
            (policymaker, "coverage", "Tieners zonder brug", "ages=12-15&lacks=BRIDGE"),
            (policymaker, "coverage", "Wat ontbreekt", "gaps=on"),
            (staff, "coverage", "Wat ontbreekt", "gaps=on"),
            (staff, "organisations", "Zelforganisaties", "kind=SELF_ORGANISATION"),
        )
    )
