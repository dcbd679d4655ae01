"""One thing that asks for attention, as a home says it."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from jos.shared.capitals import capfirst
from organisations.enums import Function

IN_WORDS = (
    _("none"),
    pgettext_lazy("number", "one"),
    _("two"),
    _("three"),
    _("four"),
    _("five"),
    _("six"),
    _("seven"),
    _("eight"),
    _("nine"),
    _("ten"),
    _("eleven"),
    _("twelve"),
)


@dataclass(frozen=True)
class Item:
    """A sentence, and the one click to where it is done."""

    sentence: SafeString
    action: str  # what the button says
    where: str  # its address
    urgent: bool = False
    function: Function | None = None  # where it is about one


@dataclass(frozen=True)
class Topic:
    """What asks for attention about one thing."""

    name: str
    items: tuple[Item, ...]


def urgent_first(items: Iterable[Item]) -> tuple[Item, ...]:
    """In the order they came otherwise."""
    return tuple(sorted(items, key=lambda item: not item.urgent))


def number_in_words(number: int) -> str:
    """As one writes it: small numbers in words."""
    return str(IN_WORDS[number]) if number < len(IN_WORDS) else str(number)


def say(text: str, *, number: int = 0, **values) -> SafeString:
    """A sentence in which `<strong>` says what it is about. Values are escaped; a `{Number}` begins it."""
    words = number_in_words(number)
    return format_html(text, number=words, Number=capfirst(words), **values)
