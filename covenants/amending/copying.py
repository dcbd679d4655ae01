"""What a covenant says, copied into another one: an amendment of it, or the covenant that follows it."""

from django.db import models

from covenants.models import AgreedHours, Article, BudgetLine, Commitment, Covenant, Indicator
from covenants.models.indicators import Measure

ABOUT = (
    "title",
    "organisation_id",
    "partnership_id",
    "valid_from",
    "valid_until",
    "functions",
    "total_budget",
    "rhythm",
    "own_periods",
    "report_within_days",
    "is_light",
)
# What the text says of each part. A commitment's state and an indicator's values are no part of it.
TEXT_OF: dict[type[models.Model], tuple[str, ...]] = {
    Article: ("position", "heading", "text"),
    AgreedHours: ("function", "age_band", "neighbourhood_id", "hours_per_week"),
    BudgetLine: ("year", "function", "amount"),
    Commitment: ("side", "what", "owner_id", "due_on"),
    Indicator: (
        *(field.attname for field in Measure._meta.get_fields()),
        "blueprint_id",
        "measured_by",
        "position",
        "baseline",
        "target",
        "need",
        "why_backwards",
        "baseline_place",
        "aim_place",
    ),
}


def text_of(record: models.Model) -> dict:
    """What a part of the text says, by field."""
    return {name: getattr(record, name) for name in TEXT_OF[type(record)]}


def copy_about(covenant: Covenant) -> Covenant:
    """A draft, not saved yet, with the same parties, period and agreements about following up."""
    return Covenant(**{name: getattr(covenant, name) for name in ABOUT})


def copy_parts(covenant: Covenant, into: Covenant, *, by) -> None:
    """Give a new draft all that the other one says. Commitments and indicators remember what they are a copy of."""
    copy_areas(covenant, into, by=by)
    for record in (*covenant.articles.all(), *covenant.hours.all(), *covenant.budget.all()):
        type(record)(covenant=into, **text_of(record)).save_by(by)  # type: ignore[misc]
    for record in (*covenant.commitments.in_text(), *covenant.indicators.standing()):
        type(record)(covenant=into, copy_of=record, **text_of(record)).save_by(by)


def copy_areas(covenant: Covenant, into: Covenant, *, by) -> None:
    into._history_user = by
    into.neighbourhoods.set(covenant.neighbourhoods.without_borders())
    into.circles.set(covenant.circles.all())
