"""What the rules look at: plain, frozen facts without a database."""

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from organisations.coverage.enums import AreaKind
from organisations.enums import GOES_TO_YOUNG_PEOPLE, Function, OrganisationKind, WorkForm

AGE_BAND = re.compile(r"(\d{1,2})-(\d{1,2})", re.ASCII)


@dataclass(frozen=True)
class Ages:
    """An age band in years, both ends included."""

    lowest: int
    highest: int

    @classmethod
    def parse(cls, text: str) -> "Ages":
        """From "12-15". ValueError where it is no band."""
        found = AGE_BAND.fullmatch(text)
        if not found or int(found[1]) > int(found[2]):
            raise ValueError(text)
        return cls(int(found[1]), int(found[2]))

    def __str__(self) -> str:
        return f"{self.lowest}-{self.highest}"


@dataclass(frozen=True, slots=True, eq=False)
class OfferFacts:
    """A published offer. Its period is the days on which both the offer runs and its organisation is active."""

    pk: int
    organisation: int
    hours: Mapping[Function, Decimal | None]  # a week, by function; None: unknown
    shares: Mapping[int, Fraction]  # of those hours, by neighbourhood it reaches
    partnership: int | None = None
    valid_from: datetime.date | None = None
    valid_until: datetime.date | None = None
    age_min: int | None = None
    age_max: int | None = None
    kind: str = OrganisationKind.YOUTH_WORK  # of the organisation
    work_form: str = WorkForm.FIXED
    warm_place_in: int | None = None  # the neighbourhood of the warm place where it is held
    unconfirmed: bool = False

    @property
    def goes_to_young_people(self) -> bool:
        return self.work_form in GOES_TO_YOUNG_PEOPLE

    def counts(self, at: datetime.date, ages: Ages | None) -> bool:
        """Its period holds `at`, both ends included, and its ages overlap the band; without ages it is for all."""
        return (
            (self.valid_from is None or self.valid_from <= at)
            and (self.valid_until is None or at <= self.valid_until)
            and (
                ages is None
                or (
                    (self.age_min is None or self.age_min <= ages.highest)
                    and (self.age_max is None or ages.lowest <= self.age_max)
                )
            )
        )


@dataclass(frozen=True)
class Selection:
    """The offers of some kinds of partners, or in some work forms; of all, where none is named."""

    kinds: frozenset[str] = frozenset()
    work_forms: frozenset[str] = frozenset()

    @property
    def leaves_out(self) -> bool:
        """No norm can be laid beside what is left."""
        return bool(self.kinds or self.work_forms)

    def holds(self, offer: OfferFacts) -> bool:
        return (not self.kinds or offer.kind in self.kinds) and (
            not self.work_forms or offer.work_form in self.work_forms
        )


EVERYTHING = Selection()


@dataclass(frozen=True, eq=False)
class PartnershipFacts:
    """A partnership that holds on the day asked, with those who are members on that day."""

    name: str
    members: frozenset[int]


@dataclass(frozen=True)
class AreaFacts:
    """A neighbourhood, or a movement circle: the union of its neighbourhoods."""

    kind: AreaKind
    pk: int
    name: str
    neighbourhoods: frozenset[int]
    priority: bool = False
    codes: tuple[str, ...] = ()
    slug: str = ""
    district: str = ""

    @property
    def code(self) -> str:
        """The first it got is the one it is shown with."""
        return self.codes[0] if self.codes else ""


@dataclass(frozen=True)
class CityFacts:
    """All there is to know to judge the areas on the day `at`. Offers: of that day and of a year earlier."""

    at: datetime.date
    areas: tuple[AreaFacts, ...]
    offers: tuple[OfferFacts, ...]
    organisations: Mapping[int, str]  # names
    partnerships: Mapping[int, PartnershipFacts] = field(default_factory=dict)

    def partnership_of(self, offer: OfferFacts) -> PartnershipFacts | None:
        """The partnership it runs for, while that holds and its organisation is a member."""
        partnership = None if offer.partnership is None else self.partnerships.get(offer.partnership)
        return partnership if partnership and offer.organisation in partnership.members else None
