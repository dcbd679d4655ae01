"""What every command on the portal's data says where it cannot work."""

import pytest
from django.core.management import CommandError, call_command, get_commands, load_command_class
from django.db import DatabaseError, connection, transaction

from jos.shared import commands

OF_THE_DATA = [
    *("coverage", "priority", "signals"),
    *(name for name in get_commands() if name.startswith("import_")),
]


class Lost(commands.DataCommand):
    """Asks for a table that is not there."""

    def handle(self, *args, **options) -> None:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SELECT * FROM nowhere")


def test_without_its_tables_a_command_says_what_to_do(db, monkeypatch):
    monkeypatch.setattr(commands, "tables_are_up_to_date", lambda: False)
    with pytest.raises(CommandError, match="Run first: manage"):
        call_command(Lost())


def test_another_fault_of_the_database_is_not_hidden(db):
    with pytest.raises(DatabaseError, match="nowhere"):
        call_command(Lost())


@pytest.mark.parametrize("name", OF_THE_DATA)
def test_each_command_on_the_data_does_so(name):
    assert isinstance(load_command_class(get_commands()[name], name), commands.DataCommand)
