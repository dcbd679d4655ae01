"""Which numbers cannot be, by their unit.

Who counts young people, hours, euros or a share of them, never gets below zero: such a number was typed wrong. A
score or a difference can. More than 100 % can be: of the places there are, 110 % may be taken.
"""

import re
from decimal import Decimal

from django.utils.translation import gettext as _

_BELOW_ZERO = re.compile(r"verschil|saldo|score|punt|differen|balance|point|graden|°", re.I)


def why_not(value: Decimal | None, unit: str) -> str:
    """What is wrong with a number of this unit, and what to do. Nothing where it can be."""
    if value is None or value >= 0 or _BELOW_ZERO.search(unit):
        return ""
    return _("“%(unit)s” are never less than 0. Leave the minus out, or correct the number.") % {"unit": unit}
