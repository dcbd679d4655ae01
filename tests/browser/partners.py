"""What tests of a partner on a phone share."""

import datetime

from playwright.sync_api import Locator, Page

LONG_AGO = datetime.date(2025, 1, 1)


def card(page: Page, title: str) -> Locator:
    """Of one's own offer with this title."""
    return page.locator("li.card").filter(has=page.get_by_role("link", name=title, exact=True))
