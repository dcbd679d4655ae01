"""What one side tells of a period: drafted by whoever writes for that side, sent, and corrected until it is settled."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from covenants.following_up.asked import UNWRITTEN, Numbers, Places, cell_of, outside
from covenants.following_up.sending import in_the_way_of_sending, still_to_say, what_goes_along
from covenants.models import Measurement, Reflection, Report, ReportingPeriod
from jos.shared.saving import ChangedMeanwhile, claim_version, save_with


def begun(period: ReportingPeriod, side: str) -> Report:
    """The report of this side, made where nobody wrote in it yet: a story or a file can come before the first word.

    Call it inside a transaction: what is refused, leaves no empty report.
    """
    report, _is_new = Report.objects.get_or_create(period=period, side=side, defaults={"version": UNWRITTEN})
    report.period = period
    return report


@transaction.atomic
def save_report(*, report: Report, numbers: Numbers, places: Places, version: int, by) -> Report:
    """Save a draft over `version`: what was typed on `report`, and each number and place that changed."""
    stored = _held(report)
    claim_version(report, version=version)
    refuse_once_sent(stored)
    _refuse_other_days(numbers, report.period)
    report.save_by(by)
    _save_numbers(report, numbers, by)
    _save_places(report, places, by)
    return report


@transaction.atomic
def submit_report(*, report: Report, version: int, along: str, by) -> Report:
    """Send it as it was read: in `version`, and with the stories and files of `along`. The other side reads it then."""
    stored = _held(report)
    refuse_once_sent(stored)
    claim_version(report, version=version)
    if what_goes_along(report) != along:
        raise ChangedMeanwhile
    if lacking := [*in_the_way_of_sending(report), *still_to_say(report)]:
        raise ValidationError(lacking)
    report.submitted_at, report.submitted_by = timezone.now(), by
    report.save_by(by)
    return report


@transaction.atomic
def correct_report(*, report: Report, by) -> Report:
    """Take it back to correct it. What both sides agreed of the talk was about another report."""
    period = ReportingPeriod.objects.select_for_update().get(pk=report.period_id)
    report = _held(report)
    if period.settled_on:
        raise ValidationError(_("This period is settled together: its reports stay as they are."))
    if not report.submitted_at:
        raise ValidationError(_("This report was not sent yet."))
    save_with(report, by=by, submitted_at=None, submitted_by=None)
    if period.agreed_by_city or period.agreed_by_partner:
        save_with(period, by=by, agreed_by_city=False, agreed_by_partner=False)
    return report


def refuse_once_sent(report: Report) -> None:
    if report.submitted_at:
        raise ValidationError(_("This report was sent. Take it back first, to correct it."))


def _held(report: Report) -> Report:
    """As it is stored, made where nobody wrote in it yet: a refusal undoes that. Nobody else touches it meanwhile."""
    report.pk = begun(report.period, report.side).pk
    report._state.adding = False
    return Report.objects.select_for_update(of=("self",)).select_related("period").get(pk=report.pk)


def _refuse_other_days(numbers: Numbers, period: ReportingPeriod) -> None:
    days = (each.measured_on for each in numbers.values() if each and each.measured_on)
    if other := next((day for day in days if not period.holds(day)), None):
        raise ValidationError(outside(other, period))


def _save_numbers(report: Report, numbers: Numbers, by) -> None:
    stored = {cell_of(each): each for each in Measurement.objects.filter(report=report)}
    for cell, measured in numbers.items():
        row = stored.get(cell)
        if measured is None:
            if row:
                row.delete_by(by)
            continue
        row = row or Measurement(report=report, indicator_id=cell.indicator, age_group=cell.age_group)
        row.neighbourhood_id = cell.neighbourhood
        row.value, row.measured_on, row.note = measured.value, measured.measured_on, measured.note
        row.save_by(by)


def _save_places(report: Report, places: Places, by) -> None:
    stored = {each.indicator_id: each for each in Reflection.objects.filter(report=report)}
    for indicator, placed in places.items():
        row = stored.get(indicator)
        if placed is None:
            if row:
                row.delete_by(by)
            continue
        row = row or Reflection(report=report, indicator_id=indicator)
        row.place, row.narrative = placed.place, placed.narrative
        row.save_by(by)
