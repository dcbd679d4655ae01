"""Partnerships and warm places that an offers file names: those that exist, and those it proposes to make."""

from collections import defaultdict

from django.utils.translation import gettext as _
from simple_history.utils import bulk_create_with_history, bulk_update_with_history

from jos.shared.imports import Change, ChangeKind, Problem
from jos.shared.models import unique_slug
from jos.shared.tables.cells import same
from jos.shared.tables.reading import at_column
from organisations.imports.offer_rows import OfferRow
from organisations.models import Organisation, Partnership, PartnershipMember, Place


class Partnerships:
    """An unknown partnership is proposed, led by the first organisation in the file that acts on its behalf."""

    def __init__(self) -> None:
        self._known = {same(partnership.name): partnership for partnership in Partnership.objects.order_by("-id")}
        self._members = {
            *PartnershipMember.objects.values_list("partnership__name", "organisation"),
            *Partnership.objects.values_list("name", "lead"),
        }
        self._new: list[Partnership] = []
        self._joining: dict[str, list[Organisation]] = defaultdict(list)  # by the name of the partnership
        self.notes: list[Problem] = []

    def named(self, name: str) -> Partnership | None:
        return self._known[same(name)] if name else None

    def ask_for(self, row: OfferRow) -> None:
        """Make sure that the partnership of this row exists, with its organisation as a member."""
        if not row.partnership:
            return
        partnership = self._known.get(same(row.partnership)) or self._propose(row)
        if (partnership.name, row.organisation.pk) not in self._members:
            self._members.add((partnership.name, row.organisation.pk))
            self._joining[partnership.name].append(row.organisation)

    def _propose(self, row: OfferRow) -> Partnership:
        partnership = Partnership(name=row.partnership, lead=row.organisation)
        self._known[same(row.partnership)] = partnership
        self._new.append(partnership)
        why = _("There is no partnership “%(name)s” yet. The import makes it, led by %(lead)s.")
        values = {"name": partnership.name, "lead": row.organisation.name}
        self.notes.append(Problem(at_column(row.line, "partnership"), why % values))
        return partnership

    def changes(self) -> list[Change]:
        proposed = {partnership.name: partnership for partnership in self._new}
        changes = []
        for name, joining in self._joining.items():
            details = [_("led by %(name)s") % {"name": proposed[name].lead.name}] if name in proposed else []
            details += [_("new member: %(name)s") % {"name": organisation.name} for organisation in joining]
            kind = ChangeKind.NEW if name in proposed else ChangeKind.CHANGED
            changes.append(Change(kind, _("partnership %(name)s") % {"name": name}, tuple(details)))
        return changes

    def write(self, *, by) -> None:
        slugs = set(Partnership.objects.values_list("slug", flat=True))
        for partnership in self._new:
            partnership.slug = unique_slug(Partnership, partnership.name, slugs)
        bulk_create_with_history(self._new, Partnership, default_user=by)
        by_name = {partnership.name: partnership for partnership in self._known.values()}
        members = [
            PartnershipMember(partnership=by_name[name], organisation=organisation)
            for name, joining in self._joining.items()
            for organisation in joining
        ]
        bulk_create_with_history(members, PartnershipMember, default_user=by)


class WarmPlaces:
    """A warm place is found by its name among those of the organisation where the offer is, or it is made there."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, str], list[Place]] = defaultdict(list)
        for place in Place.objects.order_by("-warm", "id"):
            self._known[place.organisation_id, same(place.name)].append(place)
        self._new: list[Place] = []
        self._warmed: list[Place] = []
        self._of_line: dict[int, Place] = {}

    def of(self, row: OfferRow) -> Place | None:
        return self._of_line.get(row.line)

    def ask_for(self, row: OfferRow) -> None:
        """Find or propose the place of this row."""
        if not row.warm_place:
            return
        places = self._known[row.organisation.pk, same(row.warm_place)]
        place = next((place for place in places if place.neighbourhood_id in row.neighbourhoods), None)
        if place is None:
            place = Place(
                organisation=row.organisation,
                name=row.warm_place,
                neighbourhood_id=row.neighbourhoods[0],
                warm=True,
            )
            places.append(place)
            self._new.append(place)
        elif not place.warm:
            place.warm = True
            self._warmed.append(place)
        self._of_line[row.line] = place

    def changes(self, names: dict[int, str]) -> list[Change]:
        """In words; `names` are those of the neighbourhoods."""
        new = [
            Change(ChangeKind.NEW, _("warm place %(name)s") % {"name": place.name}, (names[place.neighbourhood_id],))
            for place in self._new
        ]
        warmed = [
            Change(ChangeKind.CHANGED, _("place %(name)s") % {"name": place.name}, (_("becomes a warm place"),))
            for place in self._warmed
        ]
        return new + warmed

    def write(self, *, by) -> None:
        bulk_create_with_history(self._new, Place, default_user=by)
        for place in self._warmed:
            place.version += 1
        bulk_update_with_history(self._warmed, Place, ["warm", "version"], default_user=by)
