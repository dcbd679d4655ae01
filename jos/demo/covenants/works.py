"""What partners really do, as the coverage engine counts it: agreements of the demo are made from it."""

import datetime
from collections import defaultdict
from fractions import Fraction

from organisations.coverage.loading import load_city
from organisations.enums import Function
from organisations.models import Organisation, Partnership

Hours = dict[Function, Fraction]  # a week, as far as they are known


class Works:
    """Hours a week by partner and neighbourhood, on the day the city is built."""

    def __init__(self, at: datetime.date) -> None:
        city = load_city(at, circles=False)
        self._hours: dict[tuple[type, int], dict[int, Hours]] = defaultdict(dict)
        for offer in city.offers:
            if offer.counts(at, None):
                self._add(offer, (Organisation, offer.organisation))
                if offer.partnership and city.partnership_of(offer):
                    self._add(offer, (Partnership, offer.partnership))

    def _add(self, offer, partner: tuple[type, int]) -> None:
        for area, share in offer.shares.items():
            hours = self._hours[partner].setdefault(area, defaultdict(Fraction))
            for function, per_week in offer.hours.items():
                hours[Function(function)] += Fraction(per_week or 0) * share

    def of(self, partner: Organisation | Partnership) -> dict[int, Hours]:
        """By the key of each neighbourhood, where it does most first."""
        hours = self._hours[type(partner), partner.pk]
        return dict(sorted(hours.items(), key=lambda item: (-sum(item[1].values()), item[0])))
