"""`manage.py bench`: seeds cities of three sizes in a database of its own and measures the main pages in each."""

import logging
import tempfile
import time
from argparse import ArgumentParser
from pathlib import Path

from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import connection
from django.test import override_settings

from jos.demo.bench import Measured, machine, measure_all, table
from jos.demo.bench_load import WORKERS, measure_load
from jos.demo.bench_page import Sample
from jos.demo.city import build
from jos.demo.sizes import BUSY_CITY, METROPOLIS, REGION
from jos.shared.time import today

SIZES = {"city": BUSY_CITY, "metropolis": METROPOLIS, "region": REGION}
# The addresses of files need no collected files to be written.
PLAIN_FILES = {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
AS_IN_PRODUCTION = {"DEBUG": False, "WHITENOISE_AUTOREFRESH": False, "WHITENOISE_USE_FINDERS": False}


class Command(BaseCommand):
    help = "Measures the main pages in cities of three sizes, in a test database that is thrown away afterwards."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--size", action="append", choices=SIZES, help="only this one; can be repeated")
        parser.add_argument("--times", type=int, default=15, help="how often each page is opened")

    def handle(self, *, size: list[str] | None, times: int, **options) -> None:
        logging.disable(logging.WARNING)
        call_command("check")  # so that a page that cannot be loaded is known before minutes of seeding
        with tempfile.TemporaryDirectory() as folder, override_settings(STORAGES=PLAIN_FILES, **AS_IN_PRODUCTION):
            _use_database_in(Path(folder))
            try:
                self._measure([name for name in SIZES if not size or name in size], times)
            finally:
                connection.creation.destroy_test_db(connection.settings_dict["NAME"], verbosity=0)

    def _measure(self, names: list[str], times: int) -> None:
        self.stdout.write(f"{machine()}; median of {times}\n")
        smaller: dict[str, Measured] = {}
        for name in names:
            self.stdout.write(f"\n{name}: {_seed(name)}\n")
            measured = measure_all(times)
            self.stdout.write("\n".join(table(name, measured, smaller)))
            load = measure_load(Sample.pick())
            self.stdout.write(
                f"\nsending, {WORKERS} workers: {load.sending:.0f} a second; "
                f"a bare view that keeps one row: {load.floor:.0f} a second"
            )
            smaller = {page.page: page for page in measured}


def _use_database_in(folder: Path) -> None:
    """SQLite in a file, as it is used, rather than in memory."""
    if connection.vendor == "sqlite":
        connection.settings_dict["TEST"]["NAME"] = str(folder / "bench.sqlite3")
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)


def _seed(name: str) -> str:
    started = time.perf_counter()
    call_command("flush", interactive=False, verbosity=0)
    sizes = SIZES[name]
    build(sizes, at=today())
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")  # as the demo and a release do on SQLite, and autovacuum on PostgreSQL
    return (
        f"{sizes.neighbourhoods:,} neighbourhoods, {sizes.organisations:,} organisations, {sizes.offers:,} offers, "
        f"{sizes.signals:,} signals, {sizes.dossiers:,} dossiers, {sizes.covenants:,} covenants, "
        f"seeded in {time.perf_counter() - started:.0f} s"
    )
