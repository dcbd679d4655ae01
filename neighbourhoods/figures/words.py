"""How a figure is written: its value with its unit, or why there is none. Never a bare dash, never a 0 for nothing."""

from django.utils.formats import get_format, number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from neighbourhoods.enums import Derivation, Missing
from neighbourhoods.figures import Figure
from neighbourhoods.models import Statistic

SHORT = {
    Missing.EMPTY: gettext_lazy("not filled in"),
    Missing.SUPPRESSED: gettext_lazy("kept secret"),
    Missing.NOT_APPLICABLE: gettext_lazy("not applicable"),
    Missing.UNKNOWN: pgettext_lazy("value", "unknown"),
    Missing.TOO_FEW: gettext_lazy("too few"),
}  # where there is room for a word or two; the label of the reason says it in full
TOGETHER = "\N{NO-BREAK SPACE}"
ABOUT = "≈"
IN_PERCENT = (Derivation.SHARE, Derivation.GROWTH)
OF_A_CHANGE = (Derivation.CHANGE, Derivation.GROWTH)


def unit_of(statistic: Statistic) -> str:
    """A share is in percent where nobody says otherwise."""
    return statistic.unit or ("%" if statistic.derivation in IN_PERCENT else "")


def number(value: float, *, signed: bool = False) -> str:
    """With as many decimals as say something: 21 346, 12.4, 0.27."""
    size = abs(value)
    places = 0 if size >= 100 or size == int(size) else 1 if size >= 1 else 2 if size >= 0.1 else 4
    text = f"{value:{'+' if signed else ''},.{places}f}"
    if float(text.replace(",", "")) == 0:
        text = "0"  # no +0, nor -0.0000
    return text.replace(",", TOGETHER).replace(".", get_format("DECIMAL_SEPARATOR")).replace("-", "−")


def score(value: float) -> str:
    """A score, and what a figure adds to one. Of one length, so that what stands under each other compares."""
    return f"{'−' if round(value, 2) < 0 else '+'}{number_format(round(abs(value), 2), 2)}"


def value_in_words(value: float, statistic: Statistic) -> str:
    """12,4 % or 1 392 inhabitants."""
    text, unit = bare_value(value, statistic), unit_of(statistic)
    return f"{text}{TOGETHER}{unit}" if unit else text


def bare_value(value: float, statistic: Statistic) -> str:
    """Without its unit. A change says which way."""
    return number(value, signed=statistic.derivation in OF_A_CHANGE)


def in_words(figure: Figure, statistic: Statistic) -> str:
    """In plain text, for a file, a picture or a reader that shows no marks."""
    if figure.value is None:
        return str((figure.missing or Missing.UNKNOWN).label)
    text = value_in_words(figure.value, statistic)
    return _("about %(figure)s") % {"figure": text} if figure.is_converted else text


def range_in_words(step, statistic: Statistic) -> str:
    """From the lowest to the highest of a step of the legend."""
    lowest, highest = (bare_value(value, statistic) for value in (step.lowest, step.highest))
    return lowest if lowest == highest else _("%(lowest)s to %(highest)s") % {"lowest": lowest, "highest": highest}
