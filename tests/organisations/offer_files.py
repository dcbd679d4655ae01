"""What the tests of offers files share: a small city, and the way from a file to what it did."""

from jos.shared.imports import ChangeKind
from organisations.imports.offers import OffersPlan, apply_offers, plan_offers
from organisations.models import Offer
from tests.builders import make_neighbourhood, make_organisation

SHORT = "organisation;neighbourhood_code;title;FREE_TIME;WELFARE\n"
FULL = (
    "organisation;partnership;neighbourhood_code;title;work_form;FREE_TIME;WELFARE;BRIDGE;SIGNAL;"
    "age_min;age_max;valid_from;valid_until;warm_place\n"
)


def make_city() -> None:
    """Two neighbourhoods, whose codes are text, and an organisation."""
    make_neighbourhood("Noord", code="44021")
    make_neighbourhood("Zuid", code="440210")
    make_organisation("De Kring vzw")


def plan(text: str) -> OffersPlan:
    return plan_offers(text.encode(), "offers.csv", {})


def run(text: str, by=None) -> OffersPlan:
    planned = plan(text)
    assert not planned.problems
    apply_offers(planned, by=by)
    return planned


def changes(planned: OffersPlan, kind: ChangeKind) -> dict[str, tuple[str, ...]]:
    return {change.label: change.details for change in planned.of_kind(kind)}


def areas(offer: Offer) -> list[str]:
    return [str(row) for row in offer.reach.all()]
