"""What is done with organisations, and with the places and contacts they have."""

from typing import TypeVar

from django.db import transaction

from jos.shared.saving import save_new, save_version
from organisations.models import Contact, Organisation, Place

Possession = TypeVar("Possession", Place, Contact)


@transaction.atomic
def create_organisation(*, organisation: Organisation, by) -> Organisation:
    return save_new(organisation, by=by, named=organisation.name)[0]


@transaction.atomic
def change_organisation(*, organisation: Organisation, version: int, by) -> Organisation:
    save_version(organisation, version=version, by=by)
    return organisation


@transaction.atomic
def add_to_organisation(*, record: Possession, by) -> Possession:
    """Add a place or a contact."""
    return save_new(record, by=by)[0]


@transaction.atomic
def change_possession(*, record: Place | Contact, version: int, by) -> None:
    """Change a place or a contact."""
    save_version(record, version=version, by=by)


@transaction.atomic
def remove_contact(*, contact: Contact, by) -> None:
    contact.delete_by(by)
