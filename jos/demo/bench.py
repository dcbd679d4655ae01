"""How long the main pages take, beside the least the database needs for the same question."""

import os
import platform
import statistics
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from django.core.cache import caches
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from jos.accounts.models import User
from jos.demo.bench_page import Page, Sample
from jos.demo.bench_pages import PAGES

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@dataclass(frozen=True)
class Measured:
    """One page in one city. With `failed` it says why there are no numbers."""

    page: str
    queries: int = 0
    milliseconds: float = 0
    processor: float = 0  # the least our own process worked for it: hardly changes on a busy machine
    floor: float = 0
    kilobytes: float = 0
    failed: str = ""

    @property
    def ratio(self) -> float:
        return self.milliseconds / self.floor if self.floor else 0


def measure_all(times: int) -> list[Measured]:
    sample = Sample.pick()
    values = sample.values()
    return [_measure(page, sample, values, times) for page in PAGES]


def _measure(page: Page, sample: Sample, values: Mapping[str, int | date], times: int) -> Measured:
    """One page that cannot be opened does not stop the others."""
    try:
        return _measure_page(page, sample, values, times)
    except Exception as error:
        return Measured(page.name, failed=f"{type(error).__name__}: {str(error)[:90]}")


def _measure_page(page: Page, sample: Sample, values: Mapping[str, int | date], times: int) -> Measured:
    """The page and its floor in turn, so that both meet the same machine. The first round only warms up."""
    client = Client(SERVER_NAME="localhost")
    if page.who:
        client.force_login(User.objects.get(email=page.email), backend=BACKEND)
    if page.typed:
        page.ask(client, sample)  # the first of a day, or of an hour, costs more than all that follow
    caches["process"].clear()  # the first visit pays for what the next ones find
    with CaptureQueriesContext(connection) as queries:
        response = page.ask(client, sample)
    counted = len(queries)  # read at once: the next request forgets them
    if response.status_code != 200:
        return Measured(page.name, failed=f"answers {response.status_code}")
    page.ask_floor(values)
    taken, worked, floors = [], [], []
    for _round in range(times):
        busy = time.process_time()
        taken.append(_milliseconds(lambda: page.ask(client, sample)))
        worked.append((time.process_time() - busy) * 1000)
        floors.append(_milliseconds(lambda: page.ask_floor(values)))
    return Measured(
        page=page.name,
        queries=counted,
        milliseconds=statistics.median(taken),
        processor=min(worked),
        floor=statistics.median(floors),
        kilobytes=len(response.content) / 1024,
    )


def _milliseconds(question: Callable[[], object]) -> float:
    started = time.perf_counter()
    question()
    return (time.perf_counter() - started) * 1000


def machine() -> str:
    """On what it was measured, so that numbers of different days can be told apart."""
    busy = os.getloadavg()[0]
    return (
        f"{os.cpu_count()} cores ({platform.machine()}) with a load of {busy:.1f} before it began, "
        f"Python {platform.python_version()}, {_database()}"
    )


def _database() -> str:
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT sqlite_version()")
            return f"SQLite {cursor.fetchone()[0]}"
        cursor.execute("SHOW server_version")
        return f"PostgreSQL {cursor.fetchone()[0].split()[0]}"


def table(size: str, measured: list[Measured], smaller: dict[str, Measured]) -> list[str]:
    """Lines of a Markdown table. `smaller`: the same pages in the city before, to say how the cost grows."""
    lines = [
        "| size | page | queries | ms | processor ms | floor ms | ratio | KB | grows |",
        "|---|---|--:|--:|--:|--:|--:|--:|--:|",
    ]
    for page in measured:
        if page.failed:
            lines.append(f"| {size} | {page.page} | {page.failed} |  |  |  |  |  |  |")
            continue
        before = smaller.get(page.page)
        grows = f"× {page.milliseconds / before.milliseconds:.1f}" if before and before.milliseconds else ""
        numbers = f"{page.milliseconds:.1f} | {page.processor:.1f} | {page.floor:.2f} | {page.ratio:.0f}"
        lines.append(f"| {size} | {page.page} | {page.queries} | {numbers} | {page.kilobytes:.0f} | {grows} |")
    return lines
