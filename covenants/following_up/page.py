"""What the pages about one's own report show: around its questions, and what was answered so far."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from covenants.following_up.asked import Asked
from covenants.following_up.numbers import in_words
from covenants.following_up.states import state_of
from covenants.indicators.adding_up import Amount, of_period
from covenants.models import Attachment, Indicator, Report, Story
from jos.shared.time import today
from signals.watchful.personal import Found, personal_details


@dataclass(frozen=True)
class Answer:
    """What one side said of an indicator, in words. Nothing said is no answer yet."""

    indicator: Indicator
    says: str
    narrative: str = ""


def report_page(report: Report) -> dict[str, Any]:
    """Of whom and of when it is, the promises of this side, its stories and its files."""
    asked = Asked(report)
    files = Attachment.objects.filter(report=report).defer("content") if report.pk else ()
    return {
        "report": report,
        "period": report.period,
        "covenant": asked.covenant,
        "state": state_of(report.period, today()),
        "commitments": asked.commitments,
        "stories": list(Story.objects.filter(report=report)) if report.pk else [],
        "files": list(files),
    }


def looks_personal(report: Report) -> list[Found]:
    """What seems to point at one person in the words of the report: a reason to look again (R14)."""
    placed = (each.narrative for each in Asked(report).placed.values())
    texts = (report.how_it_went, report.hindered, report.needs, *placed)
    return [found for text in texts for found in personal_details(text)]


def answers(report: Report) -> list[Answer]:
    """To read it once more before it is sent."""
    asked = Asked(report)
    return [*(_number(asked, each) for each in asked.numbers), *(_place(asked, each) for each in asked.scales)]


def _number(asked: Asked, indicator: Indicator) -> Answer:
    said = {cell: each for cell, each in asked.measured.items() if cell.indicator == indicator.pk}
    values = {(cell.age_group, cell.neighbourhood): each.value for cell, each in said.items()}
    areas = [area.pk for area in asked.areas] if indicator.by_neighbourhood else []
    amount = of_period(values, areas, indicator)
    return Answer(indicator, amount_in_words(amount, indicator) if said else "")


def amount_in_words(amount: Amount, indicator: Indicator) -> str:
    """With its unit."""
    if amount.value is None:
        return _("not known")
    value = f"{in_words(amount.value)} {indicator.unit}"
    return _("at least %(value)s") % {"value": value} if amount.is_at_least else value


def _place(asked: Asked, indicator: Indicator) -> Answer:
    placed = asked.placed.get(indicator.pk)
    if placed is None:
        return Answer(indicator, "")
    return Answer(indicator, statement(indicator, placed.place) or _("not known"), placed.narrative)


def statement(indicator: Indicator, place: int | None) -> str:
    """The statement at this place, from 1. Nothing where there is none."""
    return str(indicator.statements[place - 1]) if place and place <= len(indicator.statements) else ""
