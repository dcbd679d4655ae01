"""R10: enough in stories beside the numbers. Each function a covenant funds is looked at in both ways, or not offered
for signature."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from covenants.enums import IndicatorKind
from covenants.models import Covenant
from jos.shared.capitals import capfirst
from organisations.enums import Function


@dataclass(frozen=True)
class Missing:
    """A kind of indicator that a function lacks."""

    function: Function
    kind: IndicatorKind

    def __str__(self) -> str:
        words = {"function": capfirst(self.function.label)}
        if self.kind == IndicatorKind.QUALITATIVE:
            return _("%(function)s has no indicator in statements and stories yet.") % words
        return _("%(function)s has no indicator in numbers yet.") % words


def missing_for_balance(covenant: Covenant) -> list[Missing]:
    """What is lacking before it can be offered for signature; nothing once it is in balance.

    One query; none for a covenant that was read with its indicators.
    """
    there = {(each.function, each.kind) for each in covenant.indicators.all() if each.dropped_on is None}
    wanted = ((function, kind) for function in Function if function in covenant.functions for kind in IndicatorKind)
    return [Missing(function, kind) for function, kind in wanted if (function.value, kind.value) not in there]
