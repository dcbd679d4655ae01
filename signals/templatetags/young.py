"""What the pages for young people need everywhere: the languages of the city, and links that keep the chosen one."""

from dataclasses import dataclass

from django import template
from django.conf import settings
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import get_language, get_language_info

from signals.help_lines import help_lines

register = template.Library()
register.simple_tag(help_lines)


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
    chosen = getattr(context["request"], "language", "")
    return reverse(name) + (f"?{urlencode({'language': chosen})}" if chosen else "")
