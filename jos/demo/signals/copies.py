"""A million signals: what was said, said again and again. Without history or voices, written by the database."""

from django.db import connection

from signals.enums import SignalSource
from signals.models import Signal

SAID = 10_000  # signals that are made one by one; larger cities repeat these
OWN = {"id", "reference", "created_with"}  # of each signal
FIRST = 10_000_000  # references of copies are numbers, and begin here


def copy_signals(amount: int) -> None:
    """So many more. What a worker says for a group is not repeated: it hangs together with more."""
    said = Signal.objects.filter(source=SignalSource.YOUNG_PERSON)
    last, times = Signal.objects.latest("pk").pk, -(-amount // said.count())
    columns = ", ".join(connection.ops.quote_name(f.attname) for f in Signal._meta.fields if f.name not in OWN)
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            WITH RECURSIVE again(number) AS (SELECT 0 UNION ALL SELECT number + 1 FROM again WHERE number < %s)
            INSERT INTO signals_signal ({columns}, reference)
            SELECT {columns}, CAST(%s + again.number * %s + signals_signal.id AS VARCHAR(8))
            FROM again CROSS JOIN signals_signal WHERE source = %s LIMIT %s
            """,  # noqa: S608 (names of columns)
            [times - 1, FIRST, last, SignalSource.YOUNG_PERSON, amount],
        )
