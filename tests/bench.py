"""`make bench`: the bench on SQLite and on PostgreSQL, one after the other. Options go on to `manage.py bench`."""

import importlib
import os
import subprocess
import sys

DATABASES = ("sqlite", "postgresql")


def bench(options: list[str]) -> None:
    """On the database that TEST_DATABASE names."""
    importlib.import_module("tests.environment")  # reads TEST_DATABASE before Django's settings are read
    import django
    from django.core.management import call_command

    django.setup()
    call_command("bench", *options)


def bench_everywhere(options: list[str]) -> None:
    for database in DATABASES:
        command = [sys.executable, "-m", "tests.bench", *options]
        subprocess.run(command, env=os.environ | {"TEST_DATABASE": database}, check=True)


if __name__ == "__main__":
    run = bench if "TEST_DATABASE" in os.environ else bench_everywhere
    run(sys.argv[1:])
