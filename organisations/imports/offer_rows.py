"""What a row of an offers file says, and the same facts of the offers that exist, so that the two can be compared."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from jos.shared.imports import Problem
from jos.shared.tables import cells
from jos.shared.tables.reading import Columns, Row, RowReader, at_line
from neighbourhoods.codes import Codes
from organisations.enums import Function, OfferStatus, WorkForm
from organisations.imports.organisations import KnownOrganisations
from organisations.models import Offer, OfferFunction, OfferMoment, OfferNeighbourhood, Organisation, Partnership, Place
from organisations.schedule_reading import Schedule, as_written, read_schedule

_LATER = (
    *("work_form", *Function.values, "age_min", "age_max", "valid_from", "valid_until"),
    *("warm_place", "schedule", "free"),
)
COLUMNS = Columns(
    ("organisation", "partnership", "neighbourhood_code", "title", *_LATER), optional=("partnership", *_LATER)
)
Facts = dict[str, Any]  # by column, in a form that two equal facts share


@dataclass
class OfferRow:
    line: int
    facts: Facts
    organisation: Organisation
    neighbourhoods: tuple[int, ...]  # in the order of the file
    partnership: str  # as written
    warm_place: str  # as written

    @property
    def label(self) -> str:
        return f"{self.organisation.name}: {self.facts['title']}"


@dataclass
class KnownOffer:
    """An offer that exists, with the facts in the columns that the file has."""

    offer: Offer
    functions: list[OfferFunction]
    reach: list[OfferNeighbourhood]
    moments: list[OfferMoment]
    facts: Facts

    @property
    def label(self) -> str:
        return f"{self.offer.organisation.name}: {self.facts['title']}"


class OfferParser:
    """Reads rows, with what it must know to understand their cells."""

    def __init__(self, columns: tuple[str, ...], codes: Codes, organisations: KnownOrganisations):
        self.columns = columns
        self._parsers: dict[str, Callable[[str], Any]] = {
            "organisation": cells.required(organisations.named),
            "partnership": cells.text_of(Partnership._meta.get_field("name")),
            "neighbourhood_code": codes.find_all,
            "title": cells.required(cells.text_of(Offer._meta.get_field("title"))),
            "work_form": cells.choice_of(WorkForm),
            **dict.fromkeys(Function.values, cells.hours),
            **dict.fromkeys(("age_min", "age_max"), cells.age),
            **dict.fromkeys(("valid_from", "valid_until"), cells.date),
            "warm_place": cells.text_of(Place._meta.get_field("name")),
            "schedule": _schedule,
            "free": cells.yes_or_no,
        }

    def read(self, row: Row, problems: list[Problem]) -> OfferRow | None:
        """The row, or None after noting what is wrong with it."""
        before = len(problems)
        reader = RowReader(row, problems)
        said = {column: reader.read(column, self._parsers[column]) for column in self.columns}
        if len(problems) == before:
            _check(said, reader)
        return self._row(row.line, said) if len(problems) == before else None

    def _row(self, line: int, said: dict[str, Any]) -> OfferRow:
        facts = said | {
            "organisation": said["organisation"].pk,
            "neighbourhood_code": frozenset(said["neighbourhood_code"]),
        }
        if "work_form" in said:
            facts["work_form"] = said["work_form"] or WorkForm.FIXED.value
        for column in ("partnership", "warm_place"):
            if column in said:
                facts[column] = cells.same(said[column])
        return OfferRow(
            line,
            facts,
            said["organisation"],
            said["neighbourhood_code"],
            said.get("partnership", ""),
            said.get("warm_place", ""),
        )


def _schedule(text: str) -> Schedule:
    """Days and hours where the words are clear; the rest has to fit."""
    schedule = read_schedule(text)
    cells.text_of(Offer._meta.get_field("schedule"))(schedule.words)
    return schedule


def _check(said: dict[str, Any], reader: RowReader) -> None:
    """What the cells of a row must have in common."""
    if all(said.get(function) is None for function in Function.values):
        reader.problems.append(
            Problem(at_line(reader.row.line), _("Say which function this is: hours a week, or ? where unknown."))
        )
    lowest, highest = said.get("age_min"), said.get("age_max")
    if lowest is not None and highest is not None and highest < lowest:
        reader.refuse("age_max", _("The highest age is below the lowest."))
    start, end = said.get("valid_from"), said.get("valid_until")
    if start and end and end < start:
        reader.refuse("valid_until", _("The end date is before the start date."))


def known_offers(organisations: Iterable[Organisation], columns: tuple[str, ...]) -> list[KnownOffer]:
    """The published offers and drafts of these organisations, published first. Four queries."""
    keys = {organisation.pk for organisation in organisations}
    found = Offer.objects.filter(organisation__in=keys).exclude(status=OfferStatus.ARCHIVED)
    offers = sorted(
        found.select_related("organisation", "partnership", "place"),
        key=lambda offer: (offer.status != OfferStatus.PUBLISHED, offer.pk),
    )
    functions = _by_offer(OfferFunction.objects.filter(offer__organisation__in=keys).order_by("id"))
    moments = _by_offer(OfferMoment.objects.filter(offer__organisation__in=keys).order_by("weekday", "starts_at"))
    reach = _by_offer(OfferNeighbourhood.objects.filter(offer__organisation__in=keys).order_by("id"))
    return [_known(offer, functions[offer.pk], reach[offer.pk], moments[offer.pk], columns) for offer in offers]


def _by_offer(rows) -> dict[int, list]:
    found: dict[int, list] = defaultdict(list)
    for row in rows:
        found[row.offer_id].append(row)
    return found


def _known(offer: Offer, functions, reach, moments, columns: tuple[str, ...]) -> KnownOffer:
    facts = facts_of(offer, functions, reach, moments)
    return KnownOffer(offer, functions, reach, moments, {column: facts[column] for column in columns})


def facts_of(
    offer: Offer,
    functions: Iterable[OfferFunction],
    reach: Iterable[OfferNeighbourhood],
    moments: Iterable[OfferMoment],
) -> Facts:
    hours = {row.function: cells.UNKNOWN if row.hours_per_week is None else row.hours_per_week for row in functions}
    return {
        "organisation": offer.organisation_id,
        "partnership": cells.same(offer.partnership.name) if offer.partnership else "",
        "neighbourhood_code": frozenset(row.neighbourhood_id for row in reach),
        "title": cells.tidy(offer.title),
        "work_form": offer.work_form,
        **{function: hours.get(function) for function in Function.values},
        "age_min": offer.age_min,
        "age_max": offer.age_max,
        "valid_from": offer.valid_from,
        "valid_until": offer.valid_until,
        "warm_place": cells.same(offer.place.name) if offer.place and offer.place.warm else "",
        "schedule": read_schedule(
            as_written(moments, offer.schedule)
        ),  # words that read as days and hours are no difference
        "free": offer.is_free,
    }
