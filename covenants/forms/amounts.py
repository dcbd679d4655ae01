"""Euros as people type and read them."""

import re
from decimal import Decimal

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from covenants.euros import in_euros
from organisations.forms.hours import PlainNumberInput

DIGITS = 10  # before the comma: what the database holds
CENT = Decimal("0.01")
SPACES = re.compile(r"[\s€]+")
WHOLE = re.compile(
    r"\d+|\d{1,3}(?P<mark>[.,'])\d{3}(?:(?P=mark)\d{3})*"
)  # 12500, 12.500, 12,500: cents have no three digits
CENTS = re.compile(r"[.,](\d{1,2})$")


class AmountInput(PlainNumberInput):
    """12.500 rather than 12500.00, in the way of the page's language."""

    def __init__(self, attrs: dict | None = None):
        super().__init__({"size": 12} | (attrs or {}))

    def format_value(self, value):
        return in_euros(value) if isinstance(value, Decimal) else super().format_value(value)


class AmountField(forms.Field):
    """An amount of euros, exact to the cent, with a comma or a point: in money it is clear what each stands for."""

    widget = AmountInput
    default_error_messages = {
        "invalid": _("“%(typed)s” is not an amount of euros. Write 12500 or 12.500,50."),
        "too_much": _("This is more than a budget can be."),
    }

    def to_python(self, value) -> Decimal | None:
        typed = str(value or "").strip()
        text = SPACES.sub("", typed)
        if not text:
            return None
        cents = CENTS.search(text)
        euros = text[: cents.start()] if cents else text
        if not euros.isascii() or not WHOLE.fullmatch(euros):
            raise ValidationError(self.error_messages["invalid"], code="invalid", params={"typed": typed[:40]})
        whole = re.sub(r"\D", "", euros).lstrip("0")
        if len(whole) > DIGITS:
            raise ValidationError(self.error_messages["too_much"], code="too_much")
        return Decimal(f"{whole or 0}.{cents[1] if cents else 0}").quantize(CENT)

    def in_words(self, value: Decimal) -> str:
        return in_euros(value)

    def has_changed(self, initial, data) -> bool:
        try:
            return self.to_python(data) != initial
        except ValidationError:
            return True
