"""How a page is looked at on a walk past all of them: quickly, and each in the width and scheme whose turn it is."""

import itertools
from collections.abc import Iterator

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

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
# Empties the first form of the page that sends something, and sends it as a browser without our wishes would.
SEND_EMPTY = """
() => {
  const form = [...document.querySelectorAll("main form[method=post]")].find(form => form.querySelector(".field"))
  if (!form) return false
  form.noValidate = true
  for (const field of form.elements) {
    if (["checkbox", "radio"].includes(field.type)) field.checked = false
    else if (!["hidden", "submit", "button", "fieldset"].includes(field.type) && !field.disabled) field.value = ""
  }
  form.requestSubmit(form.querySelector("button.button--primary") || undefined)
  return true
}
"""


def looks() -> Iterator[tuple[int, str]]:
    return itertools.cycle(LOOKS)


def see(page: Page, look: tuple[int, str]) -> None:
    """Show the open page at a width and in a scheme, once all of it is there: a click waits for no style sheet."""
    width, scheme = look
    page.wait_for_load_state("load")
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme)


def barriers(page: Page, name: str, look: tuple[int, str]) -> list[str]:
    """What is wrong with the open page as it is seen now."""
    where = f"{name}, {look[0]} px, {look[1]}"
    found = [
        f"{where}: {violation['id']}: {violation['help']} at {node['target']}\n    {node['html']:.160}"
        for violation in Axe().run(page, options=AXE_OPTIONS).response["violations"]
        for node in violation["nodes"]
    ]
    if page.evaluate(SIDEWAYS):
        found.append(f"{where}: scrolls sideways")
    return found


def shifts(page: Page, name: str) -> list[str]:
    shifted = page.evaluate("window.shifted || 0")
    return [f"{name}: its layout shifts by {shifted:.3f}"] if shifted > MOST_SHIFT else []


def too_wide(page: Page, name: str) -> list[str]:
    page.set_viewport_size({"width": NARROWEST, "height": 256})
    return [f"{name}: scrolls sideways at {NARROWEST} px"] if page.evaluate(SIDEWAYS) else []
