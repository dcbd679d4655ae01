"""Values as people write them. Unknown is a question mark, never zero (R17)."""

from decimal import Decimal

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from covenants.indicators.adding_up import Amount
from covenants.templatetags.euros import euros
from jos.shared.charts import in_words

register = template.Library()


@register.filter
def amount(value: Amount | Decimal | None) -> SafeString:
    """30; ≥ 30 where it is at least so much; 30 + ? where a part of it is not known."""
    said = value if isinstance(value, Amount) else Amount(value)
    if said.value is None:
        return format_html('<abbr title="{}">?</abbr>', _("not known"))
    least = format_html('<abbr title="{}">≥ </abbr>', _("at least: the same people may count twice"))
    more = format_html('<abbr title="{}"> + ?</abbr>', _("and a part that is not known"))
    shown = in_words(said.value)
    return format_html("{}{}{}", least if said.is_at_least else "", shown, more if said.is_partial else "")


@register.filter
def whole_euros(value: Decimal | None) -> SafeString | str:
    """Without cents: for reading along a table. The table to save is exact."""
    return euros(None if value is None else value.quantize(Decimal(1)))
