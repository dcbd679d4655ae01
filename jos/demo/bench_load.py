"""How many signals a second two gunicorn workers keep, beside how many rows a bare Django view does.

Who sends runs on the same machine, so both numbers are lower than they would be with phones that send.
"""

import contextlib
import http.client
import itertools
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from urllib.parse import urlencode, urlsplit, urlunsplit

from django.conf import settings
from django.db import connection

from jos.demo.bench_page import Sample
from jos.demo.bench_signal_pages import sent

WORKERS, AT_ONCE = 2, 4
WARM_UP, REQUESTS = 40, 400
CSRF = "a" * 32
PORTAL, BARE = "jos.demo.bench_portal", "jos.demo.bench_bare"
Request = tuple[str, str, dict[str, str]]  # address, body, headers


@dataclass(frozen=True)
class Load:
    """Requests a second."""

    sending: float
    floor: float


def measure_load(sample: Sample) -> Load:
    numbers = itertools.count()
    return Load(
        sending=_per_second(PORTAL, lambda: _sending(sample, next(numbers))),
        floor=_per_second(BARE, lambda: ("/", "", {})),
    )


def _sending(sample: Sample, number: int) -> Request:
    """Each from an address of its own, as one address may send only so many an hour."""
    body = urlencode(sent(sample) | {"csrfmiddlewaretoken": CSRF})
    return (
        "/signal/",
        body,
        {
            "Content-Type": "application/x-www-form-urlencoded",
            "Cookie": f"csrftoken={CSRF}",
            "X-Forwarded-For": f"10.{number // 65536 % 256}.{number // 256 % 256}.{number % 256}",
        },
    )


def _per_second(application: str, make: Callable[[], Request]) -> float:
    with _serving(application) as port, ThreadPoolExecutor(AT_ONCE) as senders:
        list(senders.map(lambda request: _send(port, request), [make() for _n in range(WARM_UP)]))
        requests = [make() for _n in range(REQUESTS)]
        started = time.perf_counter()
        list(senders.map(lambda request: _send(port, request), requests))
        return REQUESTS / (time.perf_counter() - started)


def _send(port: int, request: Request) -> None:
    address, body, headers = request
    answer = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        answer.request("POST", address, body, {"Host": "localhost"} | headers)
        response = answer.getresponse()
        if response.status != http.HTTPStatus.OK:
            raise RuntimeError(f"answers {response.status}")
        response.read()
    finally:
        answer.close()


@contextlib.contextmanager
def _serving(application: str) -> Iterator[int]:
    """Gunicorn as in production, on a free port, on the database of the bench."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "gunicorn", "--bind", f"127.0.0.1:{port}", application]
    quiet = subprocess.DEVNULL
    server = subprocess.Popen(command, env=_environment(), stdout=quiet, stderr=quiet)  # noqa: S603 (our own)
    try:
        _wait_for(port)
        yield port
    finally:
        server.terminate()
        server.wait(timeout=30)


def _environment() -> dict[str, str]:
    return os.environ | {
        "DATABASE_URL": _database_url(),
        "SECRET_KEY": settings.SECRET_KEY,
        "WEB_CONCURRENCY": str(WORKERS),
        "DEMO": "true",
        "DEBUG": "false",
        "TRUSTED_PROXIES": "1",
    }


def _database_url() -> str:
    name = str(connection.settings_dict["NAME"])
    if connection.vendor == "sqlite":
        return f"sqlite:///{name}"
    return urlunsplit(urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}"))


def _wait_for(port: int) -> None:
    for _try in range(150):
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        time.sleep(0.2)
    raise RuntimeError("gunicorn does not start")
