"""The library of indicators, each change with who made it."""

from django.db import transaction

from covenants.models import Blueprint
from jos.shared.saving import save_new, save_version


@transaction.atomic
def create_blueprint(*, blueprint: Blueprint, by) -> Blueprint:
    return save_new(blueprint, by=by, named=blueprint.name)[0]


@transaction.atomic
def change_blueprint(*, blueprint: Blueprint, version: int, by) -> Blueprint:
    """From now on. Covenants that apply it keep the words they have: both sides signed those."""
    save_version(blueprint, version=version, by=by)
    return blueprint
