"""A phone without script: what stands in the form of the open page is sent along with what is tapped."""

from html.parser import HTMLParser

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

WORDS = "Op het pleintje is het na 8 uur pikdonker.\nWe kunnen niet meer ballen."


class _Fields(HTMLParser):
    """What a browser would send of a page: hidden fields, the text area, and what is chosen."""

    def __init__(self, page: str):
        super().__init__(convert_charrefs=True)
        self.sent: list[tuple[str, str]] = []
        self.area = ""
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        said = dict(attrs)
        if tag == "textarea":
            self.area = said["name"]
            self.sent.append((self.area, ""))
        elif tag == "input" and (said.get("type") == "hidden" or "checked" in said):
            self.sent.append((said["name"], said.get("value", "")))

    def handle_endtag(self, tag):
        if tag == "textarea":
            self.area = ""

    def handle_data(self, data):
        if self.area:
            self.sent[-1] = (self.area, self.sent[-1][1] + data.removeprefix("\n"))


class Phone:
    """Walks through the screens of saying something."""

    address = reverse("signal_send")

    def __init__(self, client: Client, **headers):
        self.client, self.headers = client, headers
        self.taken(client.get(self.address, headers=headers))

    def taken(self, response: HttpResponse) -> HttpResponse:
        self.response, self.page = response, response.content.decode()
        self.fields = dict(_Fields(self.page).sent)
        return response

    def tap(self, **buttons_and_answers) -> HttpResponse:
        """Press a button, with what is filled in beside what the page holds itself."""
        sent = self.fields | buttons_and_answers
        return self.taken(self.client.post(self.address, sent, headers=self.headers))

    def to_check(self, text: str = WORDS, kind: str = "CONCERN", where: str = "", **about) -> "Phone":
        self.tap(text=text, kind=kind, to="where")
        self.tap(where=where)
        self.tap(**about, to="check")
        return self

    def send(self, **more) -> HttpResponse:
        return self.tap(to="send", **more)
