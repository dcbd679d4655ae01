"""As `tests.builders`, for covenants, their indicators and how they are followed up."""

import datetime
import itertools
from decimal import Decimal
from hashlib import sha256

from covenants.document.content import content_of, offered
from covenants.enums import CovenantState, IndicatorKind, Side
from covenants.models import (
    AgreedHours,
    Blueprint,
    BudgetLine,
    Commitment,
    Covenant,
    Document,
    Indicator,
    Measurement,
    Reflection,
    Report,
    ReportingPeriod,
    Story,
)
from jos.shared.models import unique_slug
from jos.shared.time import today
from organisations.enums import Function
from organisations.models import Organisation, Partnership
from tests import builders

_numbers = itertools.count(1)
YEAR = 2026
STATEMENTS = ["Wie komt, kijkt toe.", "Wie komt, denkt mee.", "Wie komt, beslist mee."]


def make_covenant(
    party: Organisation | Partnership | None = None, *neighbourhoods, state: str = CovenantState.DRAFTING, **fields
) -> Covenant:
    """Over the year 2026, in any state, with what that state needs."""
    party = party or builders.make_organisation()
    of = {"partnership": party} if isinstance(party, Partnership) else {"organisation": party}
    title = fields.pop("title", f"Convenant {next(_numbers)}")
    if state in (CovenantState.OFFERED, CovenantState.SIGNED, CovenantState.MERGED):
        fields = {"accepted_by_city": True, "accepted_by_partner": True} | fields
    if state in (CovenantState.SIGNED, CovenantState.MERGED):
        fields.setdefault("signed_on", datetime.date(YEAR - 1, 12, 15))
    days = {"valid_from": datetime.date(YEAR, 1, 1), "valid_until": datetime.date(YEAR, 12, 31)}
    functions = {"functions": [Function.FREE_TIME.value, Function.BRIDGE.value]}
    covenant = Covenant.objects.create(
        **{"title": title, "slug": unique_slug(Covenant, title), "state": state} | of | days | functions | fields
    )
    covenant.neighbourhoods.set(neighbourhoods)
    return covenant


def make_hours(covenant: Covenant, function: str, hours: float, **fields) -> AgreedHours:
    return AgreedHours.objects.create(
        covenant=covenant, function=function, hours_per_week=Decimal(str(hours)), **fields
    )


def make_budget(covenant: Covenant, function: str, amount: float, year: int = YEAR) -> BudgetLine:
    return BudgetLine.objects.create(covenant=covenant, function=function, amount=Decimal(str(amount)), year=year)


def make_commitment(covenant: Covenant, side: str = Side.PARTNER, what: str = "Elke week een open avond", **fields):
    days = {"due_on": today() + datetime.timedelta(days=30)}
    return Commitment.objects.create(covenant=covenant, side=side, what=what, **days | fields)


def make_blueprint(name: str = "", kind: str = IndicatorKind.QUANTITATIVE, **fields) -> Blueprint:
    name = name or f"Blauwdruk {next(_numbers)}"
    measure = {"unit": "jongeren"} if kind == IndicatorKind.QUANTITATIVE else {"statements": STATEMENTS}
    return Blueprint.objects.create(
        **{"name": name, "slug": unique_slug(Blueprint, name), "kind": kind, "function": Function.FREE_TIME}
        | measure
        | fields
    )


def make_number(covenant: Covenant, function: str = Function.FREE_TIME, **fields) -> Indicator:
    """A quantitative indicator: from 20 young people to 40."""
    numbers = {"unit": "jongeren", "baseline": Decimal(20), "target": Decimal(40)}
    name = fields.pop("name", f"Indicator {next(_numbers)}")
    return Indicator.objects.create(
        covenant=covenant, kind=IndicatorKind.QUANTITATIVE, function=function, name=name, **numbers | fields
    )


def make_scale(covenant: Covenant, function: str = Function.FREE_TIME, **fields) -> Indicator:
    """A qualitative indicator: from the first of three statements to the third."""
    places = {"statements": STATEMENTS, "baseline_place": 1, "aim_place": 3}
    name = fields.pop("name", f"Indicator {next(_numbers)}")
    return Indicator.objects.create(
        covenant=covenant, kind=IndicatorKind.QUALITATIVE, function=function, name=name, **places | fields
    )


def balance(covenant: Covenant) -> None:
    """An indicator of each kind for each function it funds, as R10 asks."""
    for function in covenant.functions:
        make_number(covenant, function)
        make_scale(covenant, function)


def make_period(covenant: Covenant, starts_on: datetime.date | None = None, **fields) -> ReportingPeriod:
    """The first half of the year, to report on within a month."""
    starts_on = starts_on or covenant.valid_from
    ends_on = fields.pop("ends_on", starts_on + datetime.timedelta(days=180))
    fields.setdefault("due_on", ends_on + datetime.timedelta(days=30))
    return ReportingPeriod.objects.create(covenant=covenant, starts_on=starts_on, ends_on=ends_on, **fields)


def make_report(period: ReportingPeriod, side: str = Side.PARTNER, **fields) -> Report:
    return Report.objects.create(period=period, side=side, **fields)


def make_measurement(report: Report, indicator: Indicator, value: float | None, **fields) -> Measurement:
    exact = None if value is None else Decimal(str(value))
    return Measurement.objects.create(report=report, indicator=indicator, value=exact, **fields)


def make_reflection(report: Report, indicator: Indicator, place: int | None, **fields) -> Reflection:
    return Reflection.objects.create(report=report, indicator=indicator, place=place, **fields)


def make_story(report: Report, title: str = "", **fields) -> Story:
    told = {"text": "Vroeger bleef ze buiten staan, nu kookt ze mee.", "function": Function.FREE_TIME}
    title = title or f"Verhaal {next(_numbers)}"
    return Story.objects.create(report=report, title=title, **told | {"has_consent": True} | fields)


def make_whole(covenant: Covenant) -> Covenant:
    """All a text needs before it is offered for signature: hours, a budget, promises of both and R10; and accepted."""
    for function in covenant.functions:
        make_hours(covenant, function, 4)
        make_budget(covenant, function, 1000, year=covenant.valid_from.year)
    for side in Side:
        make_commitment(covenant, side)
    balance(covenant)
    covenant.total_budget = Decimal(1000) * len(covenant.functions)
    covenant.accepted_by_city = covenant.accepted_by_partner = True
    covenant.save()
    return covenant


def make_document(covenant: Covenant, **fields) -> Document:
    """As it was offered for signature, with something short in the place of its PDF."""
    content, pdf = offered(content_of(covenant), on=today()), f"%PDF-{covenant.slug}".encode()
    return Document.objects.create(
        **{"covenant": covenant, "content": content, "pdf": pdf, "sha256": sha256(pdf).hexdigest()} | fields
    )
