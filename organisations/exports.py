"""Organisations and offers as tables, in the columns of the imports, so that what goes out comes in without change."""

from collections.abc import Iterator
from decimal import Decimal

from django.db.models import QuerySet

from jos.shared.tables.cells import UNKNOWN
from jos.shared.tables.writing import Cell
from neighbourhoods.codes import SEPARATOR, Codes
from organisations.enums import Function
from organisations.imports.organisations import show
from organisations.models import Offer, Organisation
from organisations.schedule_reading import as_written

_AT_ONCE = 1000


def organisation_rows(organisations: QuerySet[Organisation]) -> Iterator[list[Cell]]:
    for organisation in organisations.iterator(chunk_size=_AT_ONCE):
        yield [
            organisation.name,
            organisation.kind,
            show("company_number", organisation.company_number),
            organisation.website,
            organisation.charter_signed_on,
        ]


def offer_rows(offers: QuerySet[Offer]) -> Iterator[list[Cell]]:
    """A row for each offer. Five queries, and four more for each further thousand."""
    codes = Codes()
    loaded = offers.select_related("organisation", "partnership", "place").prefetch_related(
        "functions", "reach", "moments"
    )
    for offer in loaded.iterator(chunk_size=_AT_ONCE):
        hours = {row.function: _hours(row.hours_per_week) for row in offer.functions.all()}
        yield [
            offer.organisation.name,
            offer.partnership.name if offer.partnership else "",
            SEPARATOR.join(codes.code_of(row.neighbourhood_id) for row in offer.reach.all()),
            offer.title,
            offer.work_form,
            *(hours.get(function) for function in Function.values),
            offer.age_min,
            offer.age_max,
            offer.valid_from,
            offer.valid_until,
            offer.place.name if offer.place and offer.place.warm else "",
            as_written(offer.moments.all(), offer.schedule),
            "yes" if offer.is_free else "no",
        ]


def _hours(hours: Decimal | None) -> Cell:
    return UNKNOWN if hours is None else hours.normalize() + 0  # 4, not 4.00
