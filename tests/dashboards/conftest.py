import pytest
from django.core.cache import caches


@pytest.fixture(autouse=True)
def nothing_remembered():
    """The homes remember the city for a few minutes; each test meets its own city."""
    caches["process"].clear()
