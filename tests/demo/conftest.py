import datetime

import pytest
import time_machine
from django.db import transaction

from jos.demo.city import build
from jos.demo.sizes import CITY
from jos.shared.time import today


@pytest.fixture(
    scope="module",
    params=[datetime.date(2026, 11, 21), datetime.date(2027, 3, 31), datetime.date(2028, 2, 29)],
    ids=str,
)
def city(request, django_db_setup, django_db_blocker):
    """The demo city as it is built on an ordinary day, on the last of a month and on a leap day."""
    noon = datetime.datetime.combine(request.param, datetime.time(12), tzinfo=datetime.UTC)
    with time_machine.travel(noon, tick=False), django_db_blocker.unblock(), transaction.atomic():
        build(CITY, at=today())
        yield
        transaction.set_rollback(True)
