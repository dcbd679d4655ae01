"""Small helpers every template can use without loading them."""

from decimal import Decimal
from functools import lru_cache

from django import template
from django.forms.utils import flatatt
from django.template.defaultfilters import stringfilter
from django.urls import reverse
from django.utils.formats import number_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from jos.shared.addresses import full_address
from jos.shared.capitals import capfirst

register = template.Library()
register.simple_tag(full_address)
register.filter("capfirst", stringfilter(capfirst), is_safe=True)  # in the place of Django's


@register.inclusion_tag("components/nav_link.html", takes_context=True)
def nav_link(context, name: str, label: str) -> dict:
    """A link of the navigation, which says where one is."""
    url, path = reverse(name), context["request"].path
    inside = path.startswith(url) and url != reverse("home")
    return {"url": url, "label": label, "current": "page" if path == url else "true" if inside else ""}


@register.filter
def as_options(groups: list[tuple[str | None, list[dict], int]]) -> SafeString:
    """The choices of a list, written at once: a template for each is slow where a city has many neighbourhoods."""
    return format_html_join("\n", "{}", ((_options(name, choices),) for name, choices, _index in groups))


def _options(group: str | None, choices: list[dict]) -> SafeString:
    """Those of a group; one that stands by itself is in a group of its own, without a name."""
    if not group:
        return _option(*choices)
    each = format_html_join("\n", "{}", ((_option(choice),) for choice in choices))
    return format_html('<optgroup label="{}">{}</optgroup>', group, each)


def _option(choice: dict) -> SafeString:
    chosen = flatatt(choice["attrs"]) if choice["attrs"] else ""  # most are not
    return format_html('<option value="{}"{}>{}</option>', choice["value"], chosen, choice["label"])


@register.filter
def as_ticks(groups: list[tuple[str | None, list[dict], int]]) -> SafeString:
    """Choices to tick, none of them in groups. What lies inside its label needs no name to belong to it."""
    choices = (choice for _group, some, _index in groups for choice in some)
    each = ((one["type"], one["name"], one["value"], _without_id(one["attrs"]), one["label"]) for one in choices)
    return format_html_join("", '<label><input type="{}" name="{}" value="{}"{}>{}</label>', each)


def _without_id(attrs: dict) -> SafeString:
    return flatatt({name: value for name, value in attrs.items() if name != "id"})


@register.filter
def hours(value: Decimal | None, and_more: bool = False) -> SafeString:
    """Hours a week, short: "4 h", or "4+ h" where some are not known. Unknown is a question mark, never zero (R17)."""
    return _hours(value, and_more, get_language())


@lru_cache(maxsize=4096)  # a page of a large city has a thousand, most of them alike
def _hours(value: Decimal | None, and_more: bool, _language: str) -> SafeString:
    if value is None:
        return format_html('<abbr title="{}">?</abbr>', _("hours not known"))
    number = value.quantize(Decimal("0.1"))
    text = number_format(number, decimal_pos=0 if number == number.to_integral() else 1)
    # The space stands inside: between two tags it would be squeezed out of a table.
    more = format_html('<abbr title="{}">+ </abbr>', _("and hours that are not known")) if and_more else ""
    return format_html("{}{} <small>{}</small>", text, more, pgettext("hours, after a number", "h"))


@register.filter
def ages(record) -> str:
    """For whom, in words: "6 to 11 years", "from 16 years", "all ages". Of anything with `age_min` and `age_max`."""
    lowest, highest = record.age_min, record.age_max
    if lowest is None and highest is None:
        return _("all ages")
    if highest is None:
        return _("from %(age)s years") % {"age": lowest}
    if lowest is None:
        return _("up to %(age)s years") % {"age": highest}
    return _("%(lowest)s to %(highest)s years") % {"lowest": lowest, "highest": highest}


@register.filter
def codes(record, name: str) -> str:
    """A list of codes in words: "Dutch, Turkish"."""
    field = record._meta.get_field(name)
    return ", ".join(str(field.codes(code).label) for code in getattr(record, name) if code in field.codes.values)


@register.filter
def company_number(value: str) -> str:
    """As people write it: 0400.378.485."""
    return f"{value[:4]}.{value[4:7]}.{value[7:]}" if len(value) == 10 else value
