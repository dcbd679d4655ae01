"""Each change of a movement circle, with who made it."""

from django.db import transaction

from jos.shared.saving import save_new, save_version
from neighbourhoods.models import MovementCircle, Neighbourhood


@transaction.atomic
def create_circle(*, circle: MovementCircle, neighbourhoods: list[Neighbourhood], by) -> MovementCircle:
    """Save a new movement circle with the neighbourhoods it spans."""
    circle, is_new = save_new(circle, by=by, named=circle.name)
    if is_new:
        circle.neighbourhoods.set(neighbourhoods)
    return circle


@transaction.atomic
def change_circle(*, circle: MovementCircle, version: int, neighbourhoods: list[Neighbourhood], by) -> None:
    """Save what was typed over `version`, and the neighbourhoods the circle spans."""
    save_version(circle, version=version, by=by)
    circle._history_user = by  # for the neighbourhoods as well
    circle.neighbourhoods.set(neighbourhoods)
