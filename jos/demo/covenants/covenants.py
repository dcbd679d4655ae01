"""Makes the covenants of the demo in memory: with whom, when, where, and the steps they took."""

import datetime

from covenants.enums import Rhythm, Side
from covenants.following_up.schedule import SHORTEST, Days, as_stored
from covenants.models import Covenant
from jos.accounts.models import User
from jos.demo.areas import Areas, chance_for
from jos.demo.covenants.pattern import Pattern
from jos.demo.covenants.steps import A_DAY, take_steps
from jos.demo.covenants.text import Texts
from jos.demo.covenants.told import Told
from jos.demo.covenants.works import Hours, Works
from jos.demo.past import Past
from jos.shared.models import unique_slug
from jos.shared.time import months_later
from organisations.enums import MemberRole, OrganisationKind
from organisations.models import Membership, Organisation, Partnership

MOST_AREAS = 3
SIGNED_BEFORE = 14  # days before it begins, at least
OWN_MONTHS, OWN_DAYS = 4, 45  # of periods on dates of their own, and to report: one of them is always due


class Covenants:
    """Tells one after the other; what follows another comes after it."""

    def __init__(self, areas: Areas, past: Past, at: datetime.date, by: User) -> None:
        self.areas, self.past, self.at, self.staff = areas, past, at, by
        parties: list[Organisation | Partnership] = [
            *Organisation.objects.all(),
            *Partnership.objects.select_related("lead"),
        ]
        self.parties = {str(party): party for party in parties}
        coordinators = Membership.objects.filter(role=MemberRole.COORDINATOR).select_related("user").order_by("-pk")
        self.coordinators = {each.organisation_id: each.user for each in coordinators}
        services = {
            o.name: o for o in parties if isinstance(o, Organisation) and o.kind == OrganisationKind.CITY_SERVICE
        }
        self.texts, self.works = Texts(chance_for("covenants"), services), Works(at)
        self.slugs: set[str] = set()
        self.told: list[Told] = []

    @property
    def partners(self) -> list[str]:
        """With whom the city can agree: everybody who has a coordinator, but for its own services."""
        return [name for name, party in self.parties.items() if self._is_partner(party)]

    def _is_partner(self, party: Organisation | Partnership) -> bool:
        if isinstance(party, Partnership) or party.kind == OrganisationKind.CITY_SERVICE:
            return False
        return party.holds_on(self.at) and party.pk in self.coordinators

    def tell(self, pattern: Pattern) -> Told:
        party = self.parties[pattern.partner]
        before = next((told.covenant for told in self.told if told.covenant.title == pattern.follows), None)
        covenant = self._covenant(pattern, party, before)
        works = self.works.of(party)
        told = Told(
            number=len(self.told),
            pattern=pattern,
            covenant=covenant,
            people={Side.CITY: self.staff, Side.PARTNER: self.coordinators[covenant.speaker.pk]},
            neighbourhoods=self._neighbourhoods(pattern, works),
            circles=[circle for circle in self.areas.circles if circle.name == pattern.where],
        )
        self.texts.write(told, works)
        take_steps(told, pattern.steps, last=self._last_day(told), past=self.past, why=pattern.why)
        self.told.append(told)
        return told

    def _covenant(self, pattern: Pattern, party: Organisation | Partnership, before: Covenant | None) -> Covenant:
        start = before.valid_until + A_DAY if before else self._start(pattern)
        covenant = Covenant(
            title=pattern.title,
            slug=unique_slug(Covenant, pattern.title, self.slugs),
            organisation=party if isinstance(party, Organisation) else None,
            partnership=party if isinstance(party, Partnership) else None,
            valid_from=start,
            valid_until=months_later(start, pattern.months) - A_DAY,
            functions=pattern.functions.split(),
            rhythm=pattern.rhythm,
            is_light=pattern.light,
            follows=before,
            council_decision=f"{start.year - (start.month < 7)}/GR/{117 + len(self.told) * 13}",
        )
        if pattern.rhythm == Rhythm.OWN:
            covenant.report_within_days = OWN_DAYS
            covenant.own_periods = as_stored(self._own_periods(covenant))
        return covenant

    def _start(self, pattern: Pattern) -> datetime.date:
        """The first day of the half-year that many months ago; for what is still to come: of the next one."""
        day = months_later(self.at, 6 if pattern.since < 0 else -pattern.since)
        return datetime.date(day.year, 7 if day.month > 6 else 1, 1)

    def _own_periods(self, covenant: Covenant) -> list[Days]:
        """Of so many months each, one of which ended with the month before this one."""
        starts = [covenant.valid_from]
        boundary = self.at.replace(day=1)
        while boundary > covenant.valid_from:
            boundary = months_later(boundary, -OWN_MONTHS)
        while (boundary := months_later(boundary, OWN_MONTHS)) <= covenant.valid_until:
            if (boundary - starts[-1]).days >= SHORTEST:
                starts.append(boundary)
        ends = [start - A_DAY for start in starts[1:]] + [covenant.valid_until]
        return [Days(*each) for each in zip(starts, ends, strict=True)]

    def _neighbourhoods(self, pattern: Pattern, works: dict[int, Hours]) -> list:
        """Where the partner does most, or begins; a circle names its own, and the whole city names none."""
        if pattern.where != "here":
            return []
        by_key = {area.pk: area for area in self.areas.neighbourhoods}
        here = [by_key[pk] for pk in list(works)[:MOST_AREAS]]
        return here or [self.areas.neighbourhoods[len(self.told) % len(by_key)]]

    def _last_day(self, told: Told) -> datetime.date:
        if not told.pattern.is_signed:
            return self.at - A_DAY * told.pattern.ago
        return min(told.covenant.valid_from - A_DAY * (SIGNED_BEFORE + told.number * 5 % 20), self.at - A_DAY * 5)
