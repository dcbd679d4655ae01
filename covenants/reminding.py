"""Who hears which day comes near, came, or passed: of reports and of promises, both sides in the same way (R10)."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from covenants.enums import STILL_PROMISED, CovenantState, Side
from covenants.following_up.states import still_to_report, with_reports
from covenants.models import Commitment, ReportingPeriod
from jos.accounts.enums import Role
from jos.accounts.models import User
from organisations.models import Membership, Organisation

AROUND = datetime.timedelta(days=14)  # a mail leaves so long before a day, on it, and so long after it


@dataclass(frozen=True)
class Due:
    """What one side still has to report, and to keep."""

    periods: tuple[ReportingPeriod, ...] = ()
    commitments: tuple[Commitment, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.periods or self.commitments)

    def __len__(self) -> int:
        return len(self.periods) + len(self.commitments)


@dataclass(frozen=True)
class Reminders:
    """What leaves on a day."""

    about: Due
    to_partners: tuple[tuple[Membership, Due], ...]
    to_staff: tuple[User, ...]
    of_city: Due  # what staff read about
    without_coordinator: tuple[Organisation, ...]


def reminders(at: datetime.date) -> Reminders:
    """All whose day came nearer since the last mail about it. Five queries."""
    about = Due(
        tuple(period for period in periods(at) if still_to_report(period) and _came_nearer(period, at)),
        tuple(commitment for commitment in commitments(at) if _came_nearer(commitment, at)),
    )
    of_partners = _by_speaker(about)
    coordinators = Membership.objects.coordinators().filter(organisation__in=of_partners)
    members = tuple(coordinators.select_related("organisation", "user"))
    reached = {membership.organisation for membership in members}
    of_city = of_side(Side.CITY, about.periods, about.commitments)
    staff = User.objects.filter(role__in=(Role.STAFF, Role.ADMINISTRATOR), is_active=True) if of_city else ()
    return Reminders(
        about=about,
        to_partners=tuple((each, of_partners[each.organisation]) for each in members),
        to_staff=tuple(staff),
        of_city=of_city,
        without_coordinator=tuple(each for each in of_partners if each not in reached),
    )


def periods(at: datetime.date) -> QuerySet[ReportingPeriod]:
    """Those to report on soon, or too late already."""
    near = ReportingPeriod.objects.filter(settled_on=None, due_on__lte=at + AROUND)
    return with_reports(near.filter(covenant__state=CovenantState.SIGNED).select_related(*_PARTIES))


def commitments(at: datetime.date) -> QuerySet[Commitment]:
    """Promises of covenants that are signed, to be kept soon, or too late already."""
    near = Commitment.objects.standing().filter(state__in=STILL_PROMISED, due_on__lte=at + AROUND)
    return near.filter(covenant__state=CovenantState.SIGNED).select_related(*_PARTIES)


def of_side(side: str, periods: Iterable[ReportingPeriod], commitments: Iterable[Commitment]) -> Due:
    """What this side did not do yet."""
    return Due(
        tuple(period for period in periods if side in still_to_report(period)),
        tuple(commitment for commitment in commitments if commitment.side == side),
    )


def spoken_for_by(organisation: Organisation, due: Due) -> Due:
    """What of it is this organisation's to do: it speaks for the partner, or carries on who did."""
    return Due(
        tuple(period for period in due.periods if period.covenant.speaker.continued_as == organisation),
        tuple(each for each in due.commitments if each.covenant.speaker.continued_as == organisation),
    )


def last_mail_day(due_on: datetime.date, at: datetime.date) -> datetime.date | None:
    """The last day, until `at`, on which a mail leaves."""
    return max((day for day in (due_on - AROUND, due_on, due_on + AROUND) if day <= at), default=None)


_PARTIES = ("covenant__organisation__merged_into", "covenant__partnership__lead__merged_into")


def _came_nearer(each: ReportingPeriod | Commitment, at: datetime.date) -> bool:
    day = last_mail_day(each.due_on, at)
    return day is not None and (each.reminded_on is None or each.reminded_on < day)


def _by_speaker(about: Due) -> dict[Organisation, Due]:
    due = of_side(Side.PARTNER, about.periods, about.commitments)
    speakers = {each.covenant.speaker.continued_as for each in (*due.periods, *due.commitments)}
    return {speaker: spoken_for_by(speaker, due) for speaker in sorted(speakers, key=str)}
