"""What the pages about one's own report show: around its questions, and what was answered so far."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from covenants.following_up.asked import Asked, Cell, Measured, Placed
from covenants.indicators.adding_up import of_period
from covenants.indicators.words import amount_in_words
from covenants.models import Attachment, Indicator, Report, Story
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
    numbers = [Answer(each, number_says(asked, each, asked.measured)) for each in asked.numbers]
    places = [_place(each, asked.placed.get(each.pk)) for each in asked.scales]
    return numbers + places


def _place(indicator: Indicator, placed: Placed | None) -> Answer:
    return Answer(indicator, place_says(indicator, placed), placed.narrative if placed else "")


def number_says(asked: Asked, indicator: Indicator, measured: Mapping[Cell, Measured]) -> str:
    """What the whole and its parts say together. Nothing where nothing was said."""
    said = {cell: each for cell, each in measured.items() if cell.indicator == indicator.pk}
    values = {(cell.age_group, cell.neighbourhood): each.value for cell, each in said.items()}
    areas = [area.pk for area in asked.areas] if indicator.by_neighbourhood else []
    return amount_in_words(of_period(values, areas, indicator), indicator.unit) if said else ""


def place_says(indicator: Indicator, placed: Placed | None) -> str:
    """The statement that holds. Nothing where nothing was said."""
    return (indicator.statement(placed.place) or _("not known")) if placed else ""
