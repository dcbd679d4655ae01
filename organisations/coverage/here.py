"""What of an offer's hours is for one area, as the coverage counts them: so that offers add up to their number."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from neighbourhoods.models import MovementCircle, Neighbourhood
from organisations.coverage.hours import Hours
from organisations.coverage.loading import load_shares
from organisations.models import Offer


def tell_hours_here(offers: Sequence[Offer], area: Neighbourhood | MovementCircle) -> None:
    """Give each function of an offer that also runs elsewhere its `hours_here`. One query, two for a circle."""
    divided = [offer for offer in offers if len(offer.neighbourhoods.all()) > 1]
    if not divided:
        return
    inside = {area.pk} if isinstance(area, Neighbourhood) else set(area.neighbourhoods.values_list("pk", flat=True))
    shares = load_shares(Offer.objects.filter(pk__in=[offer.pk for offer in divided]))
    for offer in divided:
        part = sum((share for pk, share in shares[offer.pk].items() if pk in inside), Fraction())
        for given in offer.functions.all():
            if part < 1 and given.hours_per_week is not None:
                given.hours_here = _part_of(given.hours_per_week, part)  # type: ignore[attr-defined]


def _part_of(hours: Decimal, part: Fraction) -> Decimal:
    return Hours(Fraction(hours) * part, some_known=True, some_unknown=False).rounded
