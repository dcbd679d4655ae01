"""What young people do on a phone of 360 pixels with script off: in at most five screens and eight taps."""

import re

import pytest
from PIL import Image
from playwright.sync_api import Locator, Page, expect

from signals.models import Photo, Signal
from tests.browser.walking import PHONE, barriers, see, tap
from tests.builders import make_neighbourhood
from tests.signal_builders import make_theme

MOST_SCREENS, MOST_TAPS = 5, 8
MOST_BYTES, MOST_SCRIPT = 60 * 1024, 15 * 1024
WORDS = "Op het pleintje is het na 8 uur pikdonker. We kunnen niet meer ballen."

pytestmark = pytest.mark.django_db(transaction=True)


class Thumb:
    """Counts what is tapped, and which screens are seen."""

    def __init__(self, page: Page):
        self.page, self.taps, self.screens = page, 0, 1

    def on(self, target: Locator) -> None:
        self.taps += 1
        target.tap()

    def to_next(self, target: Locator) -> None:
        self.taps += 1
        self.screens += 1
        tap(target)


@pytest.fixture
def city():
    make_theme("School", slug="school")
    west = {"path": "M0 0l500 0 0 1000-500 0z", "box": [0, 0, 500, 1000]}
    east = {"path": "M500 0l500 0 0 1000-500 0z", "box": [500, 0, 1000, 1000]}
    return make_neighbourhood("Rabot", **west), make_neighbourhood("Muide", **east)


@pytest.fixture
def phone(new_page, city) -> Page:
    page = new_page(viewport=PHONE, has_touch=True, locale="en-GB", java_script_enabled=False)
    page.goto("/signal/")
    return page


@pytest.fixture
def thumb(phone) -> Thumb:
    return Thumb(phone)


def write(thumb: Thumb, text: str = WORDS) -> None:
    thumb.on(thumb.page.locator("textarea"))
    thumb.page.keyboard.type(text)
    thumb.on(thumb.page.get_by_text("This should be better"))
    thumb.to_next(thumb.page.get_by_role("button", name="Next"))


def send(thumb: Thumb) -> None:
    thumb.page.wait_for_timeout(3000)  # who reads what stands there takes longer
    thumb.to_next(thumb.page.get_by_role("button", name="Send", exact=True))


def test_everything_is_said_in_five_screens_and_eight_taps(thumb):
    page = thumb.page
    write(thumb)
    thumb.to_next(page.get_by_role("button", name="Rabot", exact=True))
    thumb.on(page.get_by_text("School"))
    thumb.on(page.get_by_text("12–15"))
    thumb.to_next(page.get_by_role("button", name="Next"))
    expect(page.get_by_text(WORDS)).to_be_visible()
    send(thumb)

    expect(page.get_by_role("heading", name="Sent. Thank you!")).to_be_visible()
    assert re.fullmatch(r"(\w{4}-){2}\w{4}", page.locator("#code").inner_text())
    assert thumb.screens <= MOST_SCREENS
    assert thumb.taps <= MOST_TAPS
    signal = Signal.objects.get()
    assert (signal.text, signal.neighbourhood.name, signal.theme.name) == (WORDS, "Rabot", "School")
    assert not page.context.cookies()


def test_a_place_can_be_tapped_on_the_map(thumb):
    write(thumb)
    shape = thumb.page.locator(".where-map").bounding_box()

    with thumb.page.expect_navigation():
        thumb.page.touchscreen.tap(shape["x"] + shape["width"] * 0.75, shape["y"] + shape["height"] / 2)

    expect(thumb.page.get_by_text("It is about Muide.")).to_be_visible()


def test_a_phone_number_goes_with_one_tap(thumb):
    page = thumb.page
    write(thumb, "Bel mij op 0470 12 34 56.")
    thumb.to_next(page.get_by_role("button", name="I'd rather not say"))
    thumb.to_next(page.get_by_role("button", name="Next"))
    expect(page.locator("mark")).to_have_text("0470 12 34 56")

    tap(page.get_by_role("button", name="Take out 0470 12 34 56"))

    expect(page.locator("mark")).to_have_count(0)
    send(thumb)
    assert Signal.objects.get().text == "Bel mij op …."


def test_a_photo_goes_along(thumb, tmp_path):
    Image.new("RGB", (300, 200), "red").save(tmp_path / "photo.png")
    page = thumb.page
    write(thumb)
    thumb.to_next(page.get_by_role("button", name="I'd rather not say"))
    thumb.to_next(page.get_by_role("button", name="Next"))
    page.get_by_label("A photo with it?").set_input_files(tmp_path / "photo.png")
    send(thumb)

    expect(page.get_by_role("heading", name="Sent. Thank you!")).to_be_visible()
    assert Photo.objects.count() == 1


def test_the_browsers_own_way_back_loses_nothing(thumb):
    page = thumb.page
    write(thumb)

    tap(page.get_by_role("button", name="Back"))

    expect(page.locator("textarea")).to_have_value(WORDS)
    expect(page.get_by_label("This should be better")).to_be_checked()


@pytest.mark.parametrize("name", ["Next", "This should be better", "Leave this page"])
def test_what_is_pressed_is_large_enough(phone, name):
    target = phone.get_by_text(name, exact=True)
    least = 44 if name == "Leave this page" else 60

    box = phone.locator(".choices label").first.bounding_box() if name.startswith("This") else target.bounding_box()

    assert box["height"] >= least


def test_the_way_out_stays_in_sight(thumb):
    write(thumb)
    thumb.page.mouse.wheel(0, 5000)
    thumb.page.wait_for_timeout(300)

    box = thumb.page.get_by_role("link", name="Leave this page").bounding_box()

    assert 0 <= box["y"] < 60


def test_the_first_view_weighs_little(new_page, city):
    page, weights = new_page(viewport=PHONE), {}
    page.on("response", lambda response: weights.update({response.url: len(response.body())}))
    page.goto("/signal/", wait_until="networkidle")

    assert sum(weights.values()) < MOST_BYTES
    assert sum(size for url, size in weights.items() if url.endswith(".js")) < MOST_SCRIPT


@pytest.mark.parametrize("language", ["en", "ar"])
def test_no_screen_bars_anybody(new_page, city, language):
    """With script, since that is what looks; also from right to left, four times enlarged, and with an error."""
    page, complaints = new_page(viewport=PHONE, locale="en-GB"), []

    def look(name: str) -> None:
        for width, scheme in ((360, "light"), (360, "dark"), (768, "light"), (1280, "dark"), (320, "light")):
            see(page, (width, scheme))
            complaints.extend(barriers(page, f"{name} ({language})", (width, scheme)))

    def go(button: str) -> None:
        with page.expect_navigation():
            page.locator(button).first.click()

    page.goto(f"/signal/?language={language}")
    look("words")
    go(".go")
    look("words, with an error")
    page.locator("textarea").fill("Hij slaat mij. Bel 0470 12 34 56")
    page.locator(".choices label").first.click()
    go(".go")
    look("where")
    go(".choice--none")
    look("about")
    go(".go")
    look("check")
    page.wait_for_timeout(1500)
    go(".go")
    look("sent")
    assert page.locator("#code").count() == 1
    assert not complaints, "\n".join(complaints)


def test_leaving_takes_the_page_out_of_the_way_back(new_context, city):
    page = new_context(viewport=PHONE, locale="en-GB").new_page()
    page.route("https://www.meteo.be/**", lambda route: route.fulfill(body="rain"))
    page.goto("/signal/help/")
    page.goto("/signal/")

    page.get_by_role("link", name="Leave this page").click()
    page.wait_for_url("https://www.meteo.be/")
    page.go_back()

    expect(page).to_have_url(re.compile("/signal/help/$"))
