"""`make pictures`: takes the pictures of the help pages in a demo city, and draws the one for where pages are shared.

Takes them in each language with a real browser, into static/img. Run it after a change of how pages look.
"""

import base64
import os
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from jos.public.pictures import LANGUAGES, PICTURES, Picture
from tests.browser import chromium

PROJECT = Path(__file__).parent.parent
IMAGES = PROJECT / "static" / "img"
PASSWORD = "welkom-in-lindermonde"
PORT = int(os.environ.get("PORT", "8765"))
BASE = f"http://localhost:{PORT}"
MARGIN = 16  # above the heading
LARGEST = 40_000  # bytes
QUALITIES = (70, 55, 40, 25, 15, 8)

SHARED = """<!doctype html><meta charset="utf-8"><style>
  body {{ margin: 0; display: grid; grid-template-columns: 1fr auto; align-items: center; gap: 60px; width: 1200px;
    height: 630px; padding: 0 90px; box-sizing: border-box; background: #ffcf3f; color: #1d1a2e;
    font: 850 150px/1 system-ui, sans-serif; letter-spacing: -0.05em; }}
  small {{ display: block; margin-top: 34px; font-size: 44px; font-weight: 700; letter-spacing: -0.02em; }}
  svg {{ width: 420px; height: 420px; padding: 40px; border-radius: 50%; background: #fffdf8; }}
</style><div>JOS<small>jeugdwerk in elke wijk</small></div>{flower}"""


def take_all() -> None:
    with demo_city(), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find(playwright), args=chromium.FLAGS)
        draw_shared(browser)
        for language in LANGUAGES:
            for name, picture in PICTURES.items():
                size = take(browser, name, picture, language)
                print(f"{name}-{language}: {size / 1000:.0f} kB")
        browser.close()


@contextmanager
def demo_city() -> Iterator[None]:
    """The demo, served from a database of its own."""
    with tempfile.TemporaryDirectory() as folder:
        database = {"DATABASE_URL": f"sqlite:///{folder}/demo.sqlite3", "DEMO": "1", "DEBUG": "1", "BASE_URL": BASE}
        env = os.environ | database | {"CACHE_URL": "locmemcache://"}
        for command in (["release"], ["demo"]):
            subprocess.run([sys.executable, "manage.py", *command], cwd=PROJECT, env=env, check=True)
        serve = [sys.executable, "manage.py", "runserver", str(PORT), "--noreload"]
        server = subprocess.Popen(serve, cwd=PROJECT, env=env, stderr=subprocess.DEVNULL)
        try:
            wait_for(f"{BASE}/-/live")
            yield
        finally:
            server.terminate()
            server.wait()


def wait_for(address: str, seconds: int = 30) -> None:
    for _second in range(seconds):
        try:
            urllib.request.urlopen(address).close()
            return
        except OSError:
            time.sleep(1)
    raise TimeoutError(address)


def take(browser: Browser, name: str, picture: Picture, language: str) -> int:
    """One picture, in its own fresh browser. Says how many bytes it takes."""
    page = browser.new_page(
        locale=language,
        viewport={"width": picture.width, "height": picture.height},
        color_scheme="light",
        reduced_motion="reduce",
    )
    if picture.who:
        sign_in(page, picture.who)
    page.goto(BASE + picture.address)
    if picture.link:
        page.goto(BASE + page.locator(picture.link).first.get_attribute("href"))
    content = photograph(page, picture)
    page.context.close()
    (IMAGES / "help").mkdir(exist_ok=True)
    (IMAGES / "help" / f"{name}-{language}.webp").write_bytes(content)
    return len(content)


def sign_in(page: Page, who: str) -> None:
    page.goto(f"{BASE}/account/login/")
    page.fill("input[name=login]", f"{who}@lindermonde.example")
    page.fill("input[name=password]", PASSWORD)
    page.press("input[name=password]", "Enter")
    page.wait_for_url(lambda address: "/account/login/" not in address)


def photograph(page: Page, picture: Picture) -> bytes:
    """From the heading down, as sharp as fits in the bytes a picture may take."""
    top = page.locator("main h1").first.bounding_box()["y"] - MARGIN
    clip = {"x": 0, "y": max(top, 0), "width": picture.width, "height": picture.height, "scale": 1}
    devtools = page.context.new_cdp_session(page)
    for quality in QUALITIES:
        options = {"format": "webp", "quality": quality, "clip": clip, "captureBeyondViewport": True}
        content = base64.b64decode(devtools.send("Page.captureScreenshot", options)["data"])
        if len(content) <= LARGEST:
            return content
    raise ValueError(f"{picture.address} does not fit in {LARGEST} bytes")


def draw_shared(browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 1200, "height": 630})
    page.set_content(SHARED.format(flower=(IMAGES / "favicon.svg").read_text()))
    page.screenshot(path=IMAGES / "share.png")
    page.context.close()


if __name__ == "__main__":
    take_all()
