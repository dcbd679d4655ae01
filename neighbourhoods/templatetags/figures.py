"""Figures in a page. `{{ figure|figure:statistic }}` writes all of them, so that none is shown in another way."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from neighbourhoods.enums import Missing
from neighbourhoods.figures import Figure, periods, words
from neighbourhoods.models import Statistic

register = template.Library()
register.filter("period", periods.in_words)
register.filter("figure_words", words.in_words)  # without marks, for what is read aloud or drawn
register.filter("unit", words.unit_of)
register.filter("range", words.range_in_words)
register.filter("score", words.score)


@register.filter
def figure(shown: Figure, statistic: Statistic) -> SafeString:
    """The value with its unit, marked where it is an estimate; or the reason why there is none."""
    return _written(shown, shown.value is not None and words.value_in_words(shown.value, statistic))


@register.filter
def bare_figure(shown: Figure, statistic: Statistic) -> SafeString:
    """The same without the unit, for a column that says it above."""
    return _written(shown, shown.value is not None and words.bare_value(shown.value, statistic))


def _written(shown: Figure, text: str | bool) -> SafeString:
    if not text:
        why = shown.missing or Missing.UNKNOWN
        return format_html('<abbr class="no-figure" title="{}">{}</abbr>', why.label, words.SHORT[why])
    if not shown.is_converted:
        return format_html("{}", text)
    estimate = _("an estimate: converted from older borders")
    return format_html('<abbr class="estimate" title="{}">{} {}</abbr>', estimate, words.ABOUT, text)
