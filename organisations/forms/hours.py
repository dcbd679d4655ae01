"""Hours as people type and read them."""

from decimal import Decimal

from django import forms
from django.utils.formats import number_format


class PlainNumberInput(forms.TextInput):
    """4 rather than 4.00, and 4.5 rather than 4.50, with the comma or point of the page's language.

    Not the browser's own number field: in an English browser that drops a comma, and 2,5 becomes 25.
    """

    def __init__(self, attrs: dict | None = None):
        super().__init__({"inputmode": "decimal", "autocomplete": "off", "size": 6} | (attrs or {}))

    def format_value(self, value):
        if not isinstance(value, Decimal):
            return super().format_value(value)  # what somebody typed comes back as it was
        text = f"{value:f}"
        return number_format(text.rstrip("0").rstrip(".") if "." in text else text, use_l10n=True)


class HoursField(forms.DecimalField):
    """A number people also write with a comma."""

    widget = PlainNumberInput

    def to_python(self, value):
        return super().to_python(value.replace(",", ".") if isinstance(value, str) else value)

    def in_words(self, value: Decimal) -> str:
        return PlainNumberInput().format_value(value)
