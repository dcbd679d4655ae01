import pytest
from simple_history.utils import bulk_create_with_history, bulk_update_with_history

from jos.shared.history import because
from organisations.models import Organisation
from tests.builders import make_organisation

pytestmark = pytest.mark.django_db


def reasons() -> list[str]:
    return list(Organisation.history.order_by("history_id").values_list("history_change_reason", flat=True))


def test_history_says_why_one_by_one_and_in_bulk():
    with because("import 1"):
        kring = make_organisation("De Kring")
        brug = Organisation(name="De Brug", slug="de-brug", kind="SPORT")
        bulk_create_with_history([brug], Organisation)
        bulk_update_with_history([kring], Organisation, ["name"])
        kring.delete_by(None)
    assert reasons() == ["import 1"] * 4


def test_a_reason_ends_where_it_is_said():
    with because("import 1"), because("undo of import 1"):
        make_organisation()
    make_organisation()
    assert reasons() == ["undo of import 1", None]
