from django import template
from django.utils.translation import get_language

from jos.public.pictures import LANGUAGES, PICTURES

register = template.Library()


@register.inclusion_tag("public/help/picture.html")
def help_picture(name: str, alt: str) -> dict:
    """A picture of the portal itself, in the language of who reads; it takes its place before it is there."""
    language = get_language()
    return {
        "picture": PICTURES[name],
        "file": f"img/help/{name}-{language if language in LANGUAGES else LANGUAGES[0]}.webp",
        "alt": alt,
    }
