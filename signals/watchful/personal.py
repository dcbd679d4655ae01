"""What points at one person in words that are about to be sent. It is pointed out; who wrote it decides (R14).

Nothing is sent anywhere or kept: the text comes in, and places in it come out.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _
from stdnum import iban
from stdnum.be import bis, nn

from signals.watchful.names import NAME

GAP = "…"  # what stands where something was removed, in any language
Span = tuple[int, int]


class Detail(models.TextChoices):
    """What it looks like, in words a young person reads."""

    LINK = "LINK", _("a link")
    EMAIL = "EMAIL", _("an e-mail address")
    BANK_ACCOUNT = "BANK_ACCOUNT", _("a bank account")
    NATIONAL_NUMBER = "NATIONAL_NUMBER", _("a national number")
    PHONE = "PHONE", _("a phone number")
    SOCIAL = "SOCIAL", _("an account name")
    NAME = "NAME", _("a name")


@dataclass(frozen=True)
class Found:
    """Something personal in a text, from `start` until just before `end`."""

    kind: Detail
    start: int
    end: int
    words: str


def personal_details(text: str) -> list[Found]:
    """Everything in the text that looks personal, in the order it stands there. Nothing overlaps."""
    left, found = _plain(text), []
    while spans := list(_next(left)):  # what was hidden by another find comes out in the next turn
        for kind, (start, end) in spans:
            found.append(Found(kind, start, end, text[start:end]))
            left = _covered(left, start, end)
    return sorted(found, key=lambda one: one.start)


def without(text: str, found: list[Found]) -> str:
    """The text with a gap in the place of each of these, and every other letter as it was."""
    for one in sorted(found, key=lambda one: one.start, reverse=True):
        text = text[: one.start] + GAP + text[one.end :]
    return text


def _next(left: str) -> Iterator[tuple[Detail, Span]]:
    for kind, find in FINDERS:
        for start, end in find(left):
            yield kind, (start, end)
            left = _covered(left, start, end)


def _covered(text: str, start: int, end: int) -> str:
    return text[:start] + GAP * (end - start) + text[end:]


def _plain(text: str) -> str:
    """Letter for letter as long as the text: any script's digits as 0 to 9, one kind of @, + and apostrophe."""
    return "".join(map(_plain_letter, text))


def _plain_letter(letter: str) -> str:
    if letter.isdecimal():
        return str(unicodedata.decimal(letter))
    if unicodedata.category(letter) == "Cf":  # marks of direction, joiners: nobody sees them
        return " "
    return {"＠": "@", "＋": "+", "’": "'", "‘": "'", "ʼ": "'", "\u2011": "-", "–": "-"}.get(letter, letter)


LINK = re.compile(r"(?:\bhttps?://|\bwww\.)[^\s…]+", re.IGNORECASE)
EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]++(?:@| ?[(\[]at[)\]] ?)[\w-]+(?:\.[\w-]+)+", re.IGNORECASE)
SITE = re.compile(
    r"(?<![\w.-])(?:[a-z0-9-]++\.)+"
    r"(?:(?:be|com|org|eu|nl|fr|tr|bg|ua|brussels|gent|vlaanderen)(?!\w)(?:/[^\s…]*)?|[a-z]{2,6}/[^\s…]+)",
    re.IGNORECASE,
)
PHONE = re.compile(
    r"(?<![\w+])(?<!\d[./-])(?!\d{1,2}[./-]\d{1,2}[./-]\d{2})"  # no day
    r"(?:\+ ?\d|\(?0\d|4[5-9])(?:[ \t./()-]{0,3}\d){7,13}(?!\d)"
)
NATIONAL_NUMBER = re.compile(r"(?<!\d)\d\d[ .-]?\d\d[ .-]?\d\d ?[ .-]? ?\d{3}[ .-]?\d\d(?!\d)")
WRITTEN_AS_ONE = re.compile(r"\d\d\.\d\d\.\d\d-\d{3}[.-]\d\d")
OLD_ACCOUNT = re.compile(r"(?<!\d)\d{3}-\d{7}-\d\d(?!\d)")
SHORTEST_IBAN = 15
IBAN = re.compile(r"(?<!\w)[A-Z]{2} ?\d\d(?:[ .-]?[A-Z0-9]){11,30}", re.IGNORECASE)
NETWORK = (
    r"(?:snap(?:chat)?|insta(?:gram)?|tik ?tok|discord|whats ?app|telegram|facebook|fb|messenger|viber|bereal|twitch"
    r"|roblox|fortnite|steam|psn|ig|sc)"
)
ACCOUNT = r"[\w.-]{3,}"
SOCIAL = re.compile(
    rf"(?<![\w@.])@(?P<at>\w[\w.]+)"
    rf"|\b{NETWORK}\w{{0,3}}(?: (?:naam|name|account|is|heet))* ?[:=] ?(?P<after>{ACCOUNT})"
    rf"|\b(?:mijn|m'n|my|mon|benim) {NETWORK}\w{{0,3}}(?: (?:naam|name|account))? (?:is|heet|est) (?P<own>{ACCOUNT})",
    re.IGNORECASE,
)


def _links(text: str) -> Iterator[Span]:
    yield from _whole(LINK, text)


def _sites(text: str) -> Iterator[Span]:
    yield from _whole(SITE, text)


def _whole(pattern: re.Pattern, text: str) -> Iterator[Span]:
    """What it matches, without the full stop of the sentence."""
    for match in pattern.finditer(text):
        yield match.start(), match.start() + len(match[0].rstrip(".,;:!?)]}'\"»”"))


def _emails(text: str) -> Iterator[Span]:
    return (match.span() for match in EMAIL.finditer(text))


def _bank_accounts(text: str) -> Iterator[Span]:
    for match in IBAN.finditer(text):
        ends = range(match.end(), match.start() + SHORTEST_IBAN - 1, -1)
        if end := next((end for end in ends if _is_iban(text[match.start() : end])), 0):
            yield match.start(), end
    yield from (match.span() for match in OLD_ACCOUNT.finditer(text))


def _is_iban(text: str) -> bool:
    return text[-1].isalnum() and iban.is_valid(text, check_country=False)  # not which banks there are today


def _national_numbers(text: str) -> Iterator[Span]:
    for match in NATIONAL_NUMBER.finditer(text):
        if nn.is_valid(match[0]) or bis.is_valid(match[0]) or WRITTEN_AS_ONE.fullmatch(match[0]):
            yield match.span()


def _phones(text: str) -> Iterator[Span]:
    return (match.span() for match in PHONE.finditer(text))


def _social(text: str) -> Iterator[Span]:
    for match in SOCIAL.finditer(text):
        if match["at"]:
            yield match.start(), match.start() + len(match[0].rstrip("."))
        else:
            start, end = match.span("after" if match["after"] else "own")
            yield start, end


def _names(text: str) -> Iterator[Span]:
    return (match.span("name") for match in NAME.finditer(text))


FINDERS: tuple[tuple[Detail, Callable[[str], Iterator[Span]]], ...] = (
    (Detail.LINK, _links),
    (Detail.EMAIL, _emails),
    (Detail.LINK, _sites),
    (Detail.BANK_ACCOUNT, _bank_accounts),
    (Detail.NATIONAL_NUMBER, _national_numbers),
    (Detail.PHONE, _phones),
    (Detail.SOCIAL, _social),
    (Detail.NAME, _names),
)
