"""The mirror an organisation holds up to its own staff: given freely, changed and taken away as freely (R16)."""

from django.core.exceptions import PermissionDenied
from django.db import transaction

from covenants.following_up.telling import refuse_once_told
from covenants.models import StaffMirror
from covenants.permissions import organisations_with_a_mirror
from jos.shared.saving import save_new, save_version
from jos.shared.time import today


@transaction.atomic
def hold_mirror(*, mirror: StaffMirror, by) -> StaffMirror:
    """Give the counts of a year."""
    _require_own(mirror, by)
    refuse_once_told(mirror.year, today())
    return save_new(mirror, by=by)[0]


@transaction.atomic
def change_mirror(*, mirror: StaffMirror, version: int, by) -> StaffMirror:
    """Save it over `version`."""
    _require_own(mirror, by)
    stored = StaffMirror.objects.filter(pk=mirror.pk).values_list("year", flat=True)
    for year in (*stored, mirror.year):
        refuse_once_told(year, today())
    save_version(mirror, version=version, by=by)
    return mirror


@transaction.atomic
def take_mirror_away(*, mirror: StaffMirror, by) -> None:
    """Nobody asks why. What it said goes as well: it was given freely."""
    _require_own(mirror, by)
    key = mirror.pk
    mirror.delete_by(by)
    StaffMirror.history.filter(id=key).delete()


def _require_own(mirror: StaffMirror, by) -> None:
    if mirror.organisation not in organisations_with_a_mirror(by):
        raise PermissionDenied
