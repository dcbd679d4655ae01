"""How one goes from page to page, and how a page is looked at: quickly, and in the width and scheme whose turn it is.

A click waits for nothing: on a busy machine whoever looks straight after it sees the page before, or half of the
next. So what leads to another page is pressed with `press`, `tap` or `enter`, and what htmx brings is waited for.
"""

import itertools
from collections.abc import Iterator

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Locator, Page

AXE_OPTIONS = {
    "resultTypes": ["violations"],
    "rules": {"target-size": {"enabled": True}},
    "preload": False,  # it would copy style sheets into the page, which our policy refuses
}
# Any three in a row hold every width and both schemes.
LOOKS = ((360, "light"), (768, "dark"), (1280, "light"), (360, "dark"), (768, "light"), (1280, "dark"))
PHONE = {"width": 360, "height": 740}
NARROWEST = 320  # of 1280 pixels, four times enlarged
MOST_SHIFT = 0.02
WATCH = """
new PerformanceObserver(list => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifted = (window.shifted || 0) + entry.value
}).observe({type: "layout-shift", buffered: true})
"""
SIDEWAYS = "document.scrollingElement.scrollWidth > window.innerWidth"
# Empties the first form of the page that sends something, to send it as a browser without our wishes would.
EMPTY = """
() => {
  const form = [...document.querySelectorAll("main form[method=post]")].find(form => form.querySelector(".field"))
  if (!form) return false
  form.noValidate = true
  for (const field of form.elements) {
    if (["checkbox", "radio"].includes(field.type)) field.checked = false
    else if (!["hidden", "submit", "button", "fieldset"].includes(field.type) && !field.disabled) field.value = ""
  }
  window.send = () => form.requestSubmit(form.querySelector("button.button--primary") || undefined)
  return true
}
"""


def press(target: Locator) -> None:
    """Click on what leads to another page, until all of that page is there."""
    with target.page.expect_navigation():
        target.click()


def tap(target: Locator) -> None:
    """The same with a thumb."""
    with target.page.expect_navigation():
        target.tap()


def enter(target: Locator) -> None:
    """The same with the keyboard."""
    with target.page.expect_navigation():
        target.press("Enter")


def send_empty(page: Page) -> bool:
    """Whether the page has a form, which is then sent without anything in it."""
    if not page.evaluate(EMPTY):
        return False
    with page.expect_navigation():
        page.evaluate("send()")
    return True


def looks() -> Iterator[tuple[int, str]]:
    return itertools.cycle(LOOKS)


def see(page: Page, look: tuple[int, str]) -> None:
    """Show the open page at a width and in a scheme, once all of it is there."""
    width, scheme = look
    page.wait_for_load_state("load")
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme)


def barriers(page: Page, name: str, look: tuple[int, str]) -> list[str]:
    """What is wrong with the open page as it is seen now."""
    where = f"{name}, {look[0]} px, {look[1]}"
    if not page.evaluate("'axe' in window"):  # it is faster the second time
        page.evaluate(AXE_SCRIPT)
    found = [
        f"{where}: {violation['id']}: {violation['help']} at {node['target']}\n    {node['html']:.160}"
        for violation in page.evaluate("options => axe.run(options).then(({violations}) => violations)", AXE_OPTIONS)
        for node in violation["nodes"]
    ]
    if page.evaluate(SIDEWAYS):
        found.append(f"{where}: scrolls sideways")
    return found


def shifts(page: Page, name: str) -> list[str]:
    """What shifts does so each time. On a busy machine a table may be drawn in two goes, once."""
    if _shifted(page) > MOST_SHIFT:
        page.reload()
    shifted = _shifted(page)
    return [f"{name}: its layout shifts by {shifted:.3f}"] if shifted > MOST_SHIFT else []


def _shifted(page: Page) -> float:
    return page.evaluate("window.shifted || 0")


def too_wide(page: Page, name: str) -> list[str]:
    page.set_viewport_size({"width": NARROWEST, "height": 256})
    return [f"{name}: scrolls sideways at {NARROWEST} px"] if page.evaluate(SIDEWAYS) else []
