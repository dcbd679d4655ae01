"""Amendments of the demo: a copy of what both signed, changed, and merged where both signed that too."""

import datetime
from decimal import Decimal

from django.utils import timezone

from covenants.amending.copying import copy_about, text_of
from covenants.amending.merging import merge_text
from covenants.enums import CovenantState, CovenantStep
from covenants.models import AgreedHours, Article, BudgetLine, Commitment, Covenant, CovenantMove, Indicator
from jos.demo.covenants.documents import write_documents
from jos.demo.covenants.pattern import Amendment
from jos.demo.covenants.steps import A_DAY, take_steps
from jos.demo.covenants.text import budget_of
from jos.demo.covenants.told import Text, Told
from jos.demo.covenants.writing import write_covenant_rows, write_text
from jos.demo.past import Past
from jos.demo.writing import moment
from jos.shared.models import unique_slug
from jos.shared.time import months_later

MORE_HOURS = Decimal(4)
SOON = 60  # days


def write_amendments(all_told: list[Told], *, at: datetime.date) -> None:
    for told in all_told:
        for amendment in told.pattern.amendments:
            changed = _tell(told, amendment, at)
            if changed.covenant.state == CovenantState.MERGED:
                _merge(changed, told.covenant)


def _tell(told: Told, amendment: Amendment, at: datetime.date) -> Told:
    covenant, past = copy_about(told.covenant), Past()
    covenant.amends = told.covenant
    covenant.slug = unique_slug(Covenant, covenant.title)
    covenant.city_reason_for_less = amendment.city_reason
    covenant.partner_reason_for_less = amendment.partner_reason
    if amendment.steps.count("sign"):
        covenant.council_decision = f"{(at - A_DAY * amendment.ago).year}/GR/{240 + told.number * 7}"
    if amendment.months:
        covenant.valid_until = months_later(covenant.valid_until + A_DAY, amendment.months) - A_DAY
    changed = Told(told.number, told.pattern, covenant, told.people, told.neighbourhoods, told.circles)
    take_steps(changed, amendment.steps, last=at - A_DAY * amendment.ago, past=past, why=amendment.why)
    changed.text = _copied(told, covenant)
    _change(changed, amendment)
    write_covenant_rows([changed], past)
    write_text([changed])
    _write_move(told, CovenantStep.AMEND, changed)
    write_documents([changed])
    return changed


def _copied(told: Told, into: Covenant) -> Text:
    covenant = told.covenant
    return Text(
        articles=[Article(covenant=into, **text_of(row)) for row in covenant.articles.all()],
        hours=[AgreedHours(covenant=into, **text_of(row)) for row in covenant.hours.all()],
        budget=[BudgetLine(covenant=into, **text_of(row)) for row in covenant.budget.all()],
        commitments=[Commitment(covenant=into, copy_of=row, **text_of(row)) for row in covenant.commitments.in_text()],
        indicators=[Indicator(covenant=into, copy_of=row, **text_of(row)) for row in covenant.indicators.standing()],
    )


def _change(told: Told, amendment: Amendment) -> None:
    text = told.text
    place = max(article.position for article in text.articles) + 10
    text.articles.append(
        Article(covenant=told.covenant, position=place, heading=amendment.heading, text=amendment.because)
    )
    if amendment.more:
        gaining = _most(text.hours, amendment.more)
        gaining.hours_per_week += MORE_HOURS
    if amendment.less:
        losing = _most(text.hours, amendment.less)
        losing.hours_per_week = max(Decimal(round(losing.hours_per_week)) / 2, Decimal("0.5"))
    since = (told.moves[-1].at + A_DAY * SOON).year  # what was spent before, was spent
    text.budget = [line for line in text.budget if line.year < since]
    text.budget += [line for line in budget_of(told, text.hours) if line.year >= since]
    told.covenant.total_budget = sum((line.amount for line in text.budget), Decimal(0))


def _most(hours: list[AgreedHours], function: str) -> AgreedHours:
    return max((row for row in hours if row.function == function), key=lambda row: row.hours_per_week)


def _write_move(told: Told, step: CovenantStep, changed: Told) -> None:
    """In the trail of the covenant itself: on the day of the amendment's first step, or of its last one."""
    own = changed.moves[0 if step == CovenantStep.AMEND else -1]
    state = told.covenant.state
    CovenantMove.objects.create(
        covenant=told.covenant, step=step, side=own.side, source=state, target=state, by=own.by,
        at=own.at + datetime.timedelta(minutes=1), other=changed.covenant,
    )  # fmt: skip


def _merge(changed: Told, covenant: Covenant) -> None:
    """As signing it does, and then on the day it was signed."""
    started, last = timezone.now(), changed.moves[-1]
    merge_text(changed.covenant, covenant, by=last.by)
    base = Told(changed.number, changed.pattern, covenant, changed.people, [], [])
    _write_move(base, CovenantStep.MERGE, changed)
    day = changed.covenant.signed_on or datetime.date.today()
    for rows in (covenant.articles, covenant.hours, covenant.budget, covenant.commitments, covenant.indicators):
        rows.model.history.filter(covenant=covenant, history_date__gte=started).update(history_date=moment(day))
    Covenant.history.filter(id=covenant.pk, history_date__gte=started).update(history_date=moment(day))
