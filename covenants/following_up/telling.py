"""What several say together, told so that nobody reads in it what one of them said. The whole rule stands here.

Five of them at least; never exactly; and a year is told once, when nothing of it changes any more: no two looks at it
differ by what one of them said (docs/decisions/0021-following-up-as-equals.md).
"""

import datetime
from collections.abc import Collection, Sequence
from decimal import Decimal
from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from jos.shared.time import in_words

FEWEST = 5  # of those who say it
FEWEST_PEOPLE = 5  # of whom it is said
LOWEST, HIGHEST = Decimal(2), Decimal(4)  # of a score from 1 to 5: beyond them it would be nearly everybody's
ROUNDED_TO = 5  # in a hundred


class Counted(NamedTuple):
    """By one organisation: for how many of its people an aspect holds."""

    those: int
    people: int


def told_from(year: int) -> datetime.date:
    """The day on which this year is told: its reports are in by then."""
    return datetime.date(year + 1, 4, 1)


def last_told(at: datetime.date) -> int:
    """The last year that is told on this day."""
    return at.year - 1 if at >= told_from(at.year - 1) else at.year - 2


def refuse_once_told(year: int, at: datetime.date) -> None:
    """ValidationError where something of this year would still change."""
    if year <= last_told(at):
        words = {"year": str(year), "day": in_words(told_from(year))}
        raise ValidationError(_("What was said of %(year)s is told since %(day)s. It stays as it is.") % words)


def score_of(scores: Sequence[float]) -> Decimal | None:
    """What these scores from 1 to 5 say together, to half a point, and never beyond the ends. None: too few.

    Whatever it says, each of them may have given anything from 1 to 5.
    """
    if len(scores) < FEWEST:
        return None
    halves = Decimal(round(2 * sum(scores) / len(scores))) / 2
    return min(max(halves, LOWEST), HIGHEST)


def score_in_words(score: Decimal) -> str:
    """3.5, or “at most 2”."""
    amount = {"amount": number_format(score.normalize() + 0)}
    if score <= LOWEST:
        return _("at most %(amount)s") % amount
    return _("at least %(amount)s") % amount if score >= HIGHEST else amount["amount"]


def percent_of(counted: Collection[Counted]) -> int | None:
    """The share of all their people, rounded. None: too few organisations or people.

    Also without any one of them, who knows what it said itself, five people are left on either side of the share. And
    none of them has more people than all others together: it would be its share that is told.
    """
    those, people = sum(each.those for each in counted), sum(each.people for each in counted)
    if len(counted) < FEWEST or not all(_says_little(each, those, people) for each in counted):
        return None
    return round(100 * those / people / ROUNDED_TO) * ROUNDED_TO


def _says_little(one: Counted, those: int, people: int) -> bool:
    """Of itself, and to itself of the others."""
    rest, rest_of_people = those - one.those, people - one.people
    return one.people <= rest_of_people and min(rest, rest_of_people - rest) >= FEWEST_PEOPLE
