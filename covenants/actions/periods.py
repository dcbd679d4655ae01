"""The periods in which a covenant is followed up: made once both signed, and fitted when an amendment is merged."""

from django.db import transaction
from django.db.models import Q

from covenants.following_up.asked import UNWRITTEN
from covenants.following_up.schedule import Days, due_on, periods_of_covenant
from covenants.models import Covenant, ReportingPeriod
from jos.shared.saving import save_with


@transaction.atomic
def lay_out_periods(*, covenant: Covenant, by) -> None:
    """Make the periods that the text asks for. What somebody reported on, rated or talked about stays as it is.

    What such a period leaves of a new one is a period of its own: each day is reported on once. A period of the same
    days stays the same one: somebody may be typing a report on it, or hold a link to it.
    """
    periods = {Days(period.starts_on, period.ends_on): period for period in covenant.periods.all()}
    begun = [days for days, period in periods.items() if _is_begun(period)]
    wanted = [left for days in periods_of_covenant(covenant) for left in days.without(begun)]
    for days in set(periods).difference(begun, wanted):
        periods[days].delete_by(by)
    for days in wanted:
        due = due_on(days.ends_on, covenant)
        if days not in periods:
            ReportingPeriod(covenant=covenant, starts_on=days.starts_on, ends_on=days.ends_on, due_on=due).save_by(by)
        elif periods[days].due_on != due:
            save_with(periods[days], by=by, due_on=due, reminded_on=None)


def _is_begun(period: ReportingPeriod) -> bool:
    if period.talked_on or period.talk_asked_on or period.ratings.exists():
        return True
    holds_something = Q(version__gt=UNWRITTEN) | Q(stories__isnull=False) | Q(attachments__isnull=False)
    return period.reports.filter(holds_something).exists()
