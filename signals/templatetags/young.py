"""What the pages for young people need everywhere: the languages of the city, and links that keep the chosen one."""

from dataclasses import dataclass

from django import template
from django.conf import settings
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.http import urlencode
from django.utils.safestring import SafeString
from django.utils.translation import get_language, get_language_info

from jos.shared.time import in_words
from organisations.enums import AgeBand
from signals.help_lines import help_lines
from signals.sending.steps import KINDS
from signals.watchful.personal import Found

register = template.Library()
register.simple_tag(help_lines)
register.filter("young_day", in_words, expects_localtime=True)


@dataclass(frozen=True)
class Language:
    code: str
    name: str  # as those who speak it call it
    is_right_to_left: bool


def _language(code: str) -> Language:
    known = get_language_info(code)
    return Language(code, known["name_local"].capitalize(), known["bidi"])


@register.simple_tag
def young_languages() -> list[Language]:
    """Those a city speaks to young people, the one of this page first."""
    codes = [code for code, _name in settings.SIGNAL_LANGUAGES]
    return [_language(code) for code in sorted(codes, key=lambda code: code != get_language())]


@register.simple_tag(takes_context=True)
def young_url(context, name: str) -> str:
    """The address of another page for young people, in the language that was chosen here."""
    chosen = getattr(context.get("request"), "language", "")
    return reverse(name) + (f"?{urlencode({'language': chosen})}" if chosen else "")


@register.simple_tag
def marked(text: str, details: list[Found]) -> SafeString:
    """The text, with what looks personal marked in its place."""
    parts, end = [], 0
    for found in details:
        parts += [(text[end : found.start],), (format_html("<mark>{}</mark>", found.words),)]
        end = found.end
    return format_html_join("", "{}", [*parts, (text[end:],)])


@register.filter
def young_kind(kind: str) -> str:
    """What it is, as it was asked."""
    return str(dict(KINDS)[kind])  # type: ignore[index]


@register.filter
def young_age(band: str) -> str:
    return AgeBand(band).short
