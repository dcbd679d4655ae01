"""Where a browser is on this machine, and how to get one where that is possible."""

import fcntl
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]


def find(playwright: Playwright) -> str | None:
    """CHROMIUM where it is set, then what the machine has, then playwright's own."""
    own = playwright.chromium.executable_path
    candidates = [os.environ.get("CHROMIUM"), *map(shutil.which, NAMES), own if Path(own).exists() else None]
    return next((path for path in candidates if path), None)


def install() -> None:
    """Playwright's own browser, or Debian's package where we may install one. One process at a time tries."""
    with (Path(tempfile.gettempdir()) / "jos-installs-chromium").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if any(map(shutil.which, NAMES)):  # another process just did it
            return
        attempts = [[sys.executable, "-m", "playwright", "install", "chromium"]]
        if os.geteuid() == 0 and shutil.which("apt-get"):
            attempts.append(["sh", "-c", "apt-get update && apt-get install --yes --no-install-recommends chromium"])
        for command in attempts:
            if subprocess.run(command, capture_output=True, timeout=300, check=False).returncode == 0:
                return
