"""The figures a decision rested on, as its page says and draws them."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from jos.shared.charts import percent
from neighbourhoods.decisions.frozen import Frozen, FrozenFigure, FrozenPlace
from neighbourhoods.enums import Missing
from neighbourhoods.figures import Figure
from neighbourhoods.figures.periods import in_words as period_in_words
from neighbourhoods.figures.words import ABOUT, TOGETHER, number, score

MIDDLE = 50.0  # of the drawing: what adds nothing


@dataclass(frozen=True)
class FigureRow:
    """One statistic: its value here and in the city, and how far it moves the score."""

    name: str
    period: str
    here: str
    city: str
    adds: str  # empty where it has no say
    less: bool  # it says: less need than elsewhere
    x: str  # of its bar, and how wide: percents of the drawing
    width: str


@dataclass(frozen=True)
class PlaceInWords:
    """One neighbourhood of what was decided about."""

    name: str
    says: str
    rank: str
    rows: tuple[FigureRow, ...]

    @property
    def has_bars(self) -> bool:
        return any(row.adds for row in self.rows)


def places_in_words(frozen: Frozen) -> tuple[PlaceInWords, ...]:
    return tuple(
        PlaceInWords(place.name, str(place.says.label) if place.says else "", _rank(place, frozen), _rows(place))
        for place in frozen.places
    )


def _rank(place: FrozenPlace, frozen: Frozen) -> str:
    """How high it stands, and how sure that is."""
    if place.rank is None:
        return ""
    words = {"rank": place.rank, "low": place.rank_low, "high": place.rank_high, "of": frozen.of}
    if place.rank_low == place.rank_high:
        sentence = _("Place %(rank)d of %(of)d, however the weights move.") % words
    else:
        sentence = _("Place %(rank)d of %(of)d; between %(low)d and %(high)d when the weights move.") % words
    if place.score is None:
        return sentence
    return _("Score %(score)s.") % {"score": score(place.score)} + " " + sentence


def _rows(place: FrozenPlace) -> tuple[FigureRow, ...]:
    """What moves the score most stands first."""
    longest = max((abs(each.contribution or 0) for each in place.figures), default=0) or 1
    in_order = sorted(place.figures, key=lambda each: -abs(each.contribution or 0))
    return tuple(_row(each, longest) for each in in_order)


def _row(each: FrozenFigure, longest: float) -> FigureRow:
    adds = each.contribution
    width = MIDDLE * abs(adds or 0) / longest
    return FigureRow(
        name=each.name,
        period=period_in_words(each.period) if each.period else "",
        here=_figure(each.figure, each.unit),
        city=_figure(each.city, each.unit),
        adds="" if adds is None else score(adds),
        less=(adds or 0) < 0,
        x=percent(MIDDLE - width if (adds or 0) < 0 else MIDDLE),
        width=percent(width),
    )


def _figure(figure: Figure, unit: str) -> str:
    if figure.value is None:
        return str((figure.missing or Missing.UNKNOWN).label)
    text = f"{number(figure.value)}{TOGETHER}{unit}" if unit else number(figure.value)
    return f"{ABOUT}{TOGETHER}{text}" if figure.is_converted else text
