"""Whatever is typed into whatever form: a clear answer, never a crash. Forms are found on their pages, not listed."""

import itertools
from html.parser import HTMLParser
from urllib.parse import urlencode, urljoin

import pytest
from django.conf import settings
from django.db import transaction
from django.urls import reverse, reverse_lazy

from jos.shared import saved_views
from tests.route_table import ROWS
from tests.test_routes import cast, world  # noqa: F401 (fixtures)

# What an administrator sees, the files to download apart.
PAGES = [(row[1], row[2]) for row in ROWS if row[0] == "GET" and row[-1] == "ok" and not row[2].endswith("csv")]
ON_EVERY_PAGE = {reverse_lazy(name) for name in ("account_logout", "set_language", "switch_organisation")}
ASKED = {
    *(word for words in saved_views.PAGES.values() for word in words),
    *("page", "p", "public", "step", "view", "where", "age", "day", "wheelchair", "language", "show", "area", "all"),
}
HOSTILE = {
    "nothing": "",
    "huge": "9" * 40,
    "negative": "-1",
    "no number": "NaN",
    "float": "1e400",
    "no date": "2026-02-30",
    "long": "a" * 20_000,
    "right to left": "\u202eneppo \u2066lekker\u2069",
    "formula": "=1+1|' /C calc'!A1",
    "markup": "<script>alert(1)</script>{{ 7|add:7 }}%s%(x)s",
    "quotes": "' OR 1=1 --\\",
    "emoji": "👩‍👩‍👧‍👦½²",
}


class Forms(HTMLParser):
    """The forms of a page: method, address, and the names of their fields."""

    def __init__(self, page: str):
        super().__init__()
        self.found: list[tuple[str, str, list[str]]] = []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        said = dict(attrs)
        if tag == "form":
            self.found.append((said.get("method", "get").lower(), said.get("action", ""), []))
        elif tag in ("input", "select", "textarea", "button") and said.get("name") and self.found:
            self.found[-1][2].append(said["name"])


@pytest.fixture
def administrator_browser(client, world, administrator):  # noqa: F811
    client.force_login(administrator)
    return client


@pytest.mark.django_db
@pytest.mark.parametrize(("name", "about"), PAGES, ids=lambda value: value)
def test_no_form_breaks_on_what_is_typed(administrator_browser, world, name, about):  # noqa: F811
    address = reverse(name, args=world[about])
    page = administrator_browser.get(address).content.decode(errors="replace")  # a file has no forms
    session = administrator_browser.cookies[settings.SESSION_COOKIE_NAME].value

    for method, action, fields in Forms(page).found:
        if action in ON_EVERY_PAGE and name != "home":
            continue
        for what, text in HOSTILE.items():
            said = dict.fromkeys(fields, text)
            administrator_browser.cookies[settings.SESSION_COOKIE_NAME] = session  # signing out is a form as well
            with transaction.atomic():  # whatever it did is undone
                target = urljoin(address, action)
                if method == "get":
                    response = administrator_browser.get(f"{target.partition('?')[0]}?{urlencode(said)}")
                else:
                    response = administrator_browser.post(target, said)
                    if "draft" in fields:  # what was typed is kept, and shown again
                        assert administrator_browser.get(address).status_code == 200, f"{what} kept of {address}"
                transaction.set_rollback(True)
            assert response.status_code < 500, f"{what} in {target}"


@pytest.mark.django_db
@pytest.mark.parametrize(("name", "about"), [(row[1], row[2]) for row in ROWS if row[0] == "GET" and row[-1] == "ok"])
def test_no_page_breaks_on_what_is_asked_of_it(administrator_browser, world, name, about):  # noqa: F811
    """Links ask as well, and everybody can change those."""
    for text in ("0001-01-01", "9999-12-31", HOSTILE["markup"]):
        asked = urlencode([(word, text) for word in ASKED for _twice in range(2)])
        response = administrator_browser.get(f"{reverse(name, args=world[about])}?{asked}")

        assert response.status_code in (200, 302, 403, 404)
        assert "<script>alert" not in b"".join(response).decode(errors="replace")


@pytest.mark.django_db
@pytest.mark.parametrize(("name", "about"), [page for page in PAGES if page[1] != "-"], ids=lambda value: value)
def test_no_page_breaks_on_what_its_address_says(administrator_browser, world, name, about):  # noqa: F811
    address = reverse(name, args=world[about])
    for value, argument in itertools.product(map(str, world[about]), ["9" * 40, "0", "a" * 300, "é", "..", "%"]):
        hostile = address.replace(f"/{value}/", f"/{urlencode({'': argument})[1:]}/")

        assert administrator_browser.get(hostile).status_code in (200, 302, 404), hostile
