"""Writing the parts of a draft. Each change of one is a change of the covenant (`covenants.actions.drafting.changing`).

What is typed over is the version of what was read: the covenant's for the grids and the schedule, and its own for an
article, a promise or an indicator, so that two colleagues may write two of those at once.
"""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import TypeVar

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from covenants.actions.drafting import changing
from covenants.models import AgreedHours, Article, BudgetLine, Commitment, Covenant, Indicator
from jos.shared.saving import save_new, save_version
from neighbourhoods.models import Neighbourhood

Row = TypeVar("Row", AgreedHours, BudgetLine)
Piece = TypeVar("Piece", bound=Article | Commitment | Indicator)
MOST = 200  # articles, promises or indicators of one covenant
TOO_MANY = _("There are %(most)d already, and nobody reads more. Take one out first, or say two things in one.")


@transaction.atomic
def set_hours(
    *,
    covenant: Covenant,
    neighbourhood: Neighbourhood | None,
    hours: Mapping[tuple[str, str], Decimal],
    version: int,
    by,
) -> Covenant:
    """The hours a week by function and age band in this neighbourhood, or over the whole reach, and no others."""
    changing(covenant, version=version, by=by)

    def new(key: tuple[str, str]) -> AgreedHours:
        return AgreedHours(covenant=covenant, neighbourhood=neighbourhood, function=key[0], age_band=key[1])

    saved = {(each.function, each.age_band): each for each in covenant.hours.filter(neighbourhood=neighbourhood)}
    _replace(saved, hours, "hours_per_week", new, by)
    return covenant


@transaction.atomic
def set_budget(*, covenant: Covenant, amounts: Mapping[tuple[int, str], Decimal], version: int, by) -> Covenant:
    """The euros by year and function, and no others; the budget in all stands on `covenant`, as it was typed."""
    changing(covenant, version=version, by=by)

    def new(key: tuple[int, str]) -> BudgetLine:
        return BudgetLine(covenant=covenant, year=key[0], function=key[1])

    saved = {(line.year, line.function): line for line in covenant.budget.all()}
    _replace(saved, amounts, "amount", new, by)
    return covenant


@transaction.atomic
def set_schedule(*, covenant: Covenant, version: int, by) -> Covenant:
    """When both sides report, as it was typed on `covenant`."""
    return changing(covenant, version=version, by=by)


@transaction.atomic
def add_to(covenant: Covenant, *, piece: Piece, by) -> Piece:
    """An article, a promise or an indicator more. ValidationError where there are more than anybody reads."""
    _change(covenant, by)
    if type(piece).objects.filter(covenant=covenant).count() >= MOST:
        raise ValidationError(TOO_MANY, params={"most": MOST})
    return save_new(piece, by=by)[0]


@transaction.atomic
def change_in(covenant: Covenant, *, piece: Piece, version: int, by) -> Piece:
    """One of them in other words, over the `version` that was read."""
    _change(covenant, by)
    save_version(piece, version=version, by=by)
    return piece


@transaction.atomic
def remove_from(covenant: Covenant, *, piece: Article | Commitment | Indicator, by) -> None:
    """Take it out. History keeps what it said."""
    _change(covenant, by)
    piece.delete_by(by)


def _change(covenant: Covenant, by) -> None:
    """Whatever else of it was written meanwhile: this piece stands beside that."""
    held = Covenant.objects.held().with_parties().get(pk=covenant.pk)
    changing(held, version=held.version, by=by)


def _replace(
    saved: Mapping[tuple, Row], typed: Mapping[tuple, Decimal], field: str, new: Callable[[tuple], Row], by
) -> None:
    """Only what differs leaves a trace in history."""
    for key in saved.keys() - typed.keys():
        saved[key].delete_by(by)
    for key, amount in typed.items():
        row = saved.get(key) or new(key)
        if getattr(row, field) != amount:
            setattr(row, field, amount)
            row.save_by(by)
