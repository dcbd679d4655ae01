"""Which neighbourhoods come first by the figures: a weighing, asked from a terminal or by another tool."""

import csv
import json
import math
from collections.abc import Callable, Iterable
from decimal import Decimal
from difflib import get_close_matches
from typing import TypeVar

from django.core.management.base import CommandError, CommandParser
from django.utils.translation import gettext as _

from jos.shared.commands import DataCommand
from jos.shared.tables import cells
from jos.shared.tables.writing import Cell
from jos.shared.time import today
from neighbourhoods.codes import Codes
from neighbourhoods.enums import Method
from neighbourhoods.figures import periods
from neighbourhoods.models import Statistic, Weighing
from neighbourhoods.weighing import Ranking, weigh
from neighbourhoods.weighing.table import columns, decisions_giving_priority, rows

Named = TypeVar("Named", Statistic, Weighing)
Items = list[tuple[Statistic, float]]


class Command(DataCommand):
    help = "Says which neighbourhoods come first by the figures, how sure that is, and what each figure adds."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--weighing", metavar="SLUG", help="a weighing that was saved: its last version")
        parser.add_argument(
            "--weights",
            metavar="STATISTIC=WEIGHT,...",
            help="statistics by slug or name; a negative weight where more is better",
        )
        parser.add_argument("--method", choices=Method.values, help="zscore (if no weighing says otherwise) or rank")
        parser.add_argument("--period", metavar="P", help="no figures of later than this year, school year or quarter")
        parser.add_argument("--format", choices=["table", "csv", "json"], default="table")

    def handle(self, *, weighing: str | None, weights: str | None, period: str | None, **options) -> None:
        if weighing is not None and weights is not None:
            raise CommandError(_("Choose one of --weighing and --weights."))
        items, method = (read_weights(weights), Method.ZSCORE) if weights is not None else saved_weights(weighing)
        ranking = weigh(items, options["method"] or method, period=read_period(period))
        writers = {"json": self.write_json, "csv": self.write_csv, "table": self.write_table}
        writers[options["format"]](ranking)

    def write_json(self, ranking: Ranking) -> None:
        self.stdout.write(json.dumps(as_json(ranking), ensure_ascii=False, indent=2))

    def write_csv(self, ranking: Ranking) -> None:
        writer = csv.writer(self.stdout, lineterminator="\n")
        writer.writerow(columns(ranking))
        writer.writerows(map(as_text, row) for row in rows(ranking, today()))

    def write_table(self, ranking: Ranking) -> None:
        lines = [table_header(), *table_lines(ranking)]
        widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
        for line in lines:
            self.stdout.write("  ".join(map(str.ljust, line, widths)).rstrip())


def read_period(text: str | None) -> str | None:
    try:
        return None if text is None else periods.parse(text)
    except ValueError as error:
        raise CommandError(str(error)) from error


def read_weights(text: str) -> Items:
    """From "arm=2,groen=-1". A name may have commas of its own."""
    items: Items = []
    named, known = "", list(Statistic.objects.all())
    for piece in text.split(","):
        named += piece
        if "=" in piece:
            name, _equals, number = named.rpartition("=")
            items.append((find(name, known, no_statistic), read_weight(name, number)))
            named = ""
        else:
            named += ","
    if named:
        raise CommandError(_("Give each statistic a weight: STATISTIC=WEIGHT,STATISTIC=WEIGHT."))
    if len({statistic for statistic, _weight in items}) < len(items):
        raise CommandError(_("One statistic stands there twice."))
    return items


def read_weight(name: str, text: str) -> float:
    try:
        weight = float(text)
    except ValueError:
        weight = math.nan
    if not math.isfinite(weight):
        raise CommandError(
            _("The weight of “%(name)s” is no number: “%(text)s”. Write it as 2 or 0.5.")
            % {"name": name.strip(), "text": text.strip()}
        )
    if not weight:
        raise CommandError(_("The weight of “%(name)s” is 0: then leave it out.") % {"name": name.strip()})
    return weight


def saved_weights(slug: str | None) -> tuple[Items, str]:
    """Those of the last version of a weighing; without a name, of the only one there is."""
    known = list(Weighing.objects.all())
    if slug is None and len(known) != 1:
        raise CommandError(
            _("Say which weighing: --weighing %(slugs)s.") % {"slugs": slugs_of(known)}
            if known
            else _("There is no weighing yet. Give the weights: --weights STATISTIC=WEIGHT,...")
        )
    version = (known[0] if slug is None else find(slug, known, no_weighing)).versions.first()
    if version is None:
        raise CommandError(_("Nothing was saved of this weighing yet."))
    return [(item.statistic, item.weight) for item in version.items.select_related("statistic")], version.method


def find(text: str, known: list[Named], refusal: Callable[[str, list[Named]], str]) -> Named:
    """By slug, or else by name."""
    wanted = text.strip().casefold()
    for key in ("slug", "name"):
        for record in known:
            if getattr(record, key).casefold() == wanted:
                return record
    raise CommandError(refusal(text.strip(), known))


def no_statistic(text: str, known: list[Statistic]) -> str:
    said = _("There is no statistic “%(text)s”.") % {"text": text}
    words = {word: record.slug for record in known for word in (record.slug, record.name.casefold())}
    alike = dict.fromkeys(words[word] for word in get_close_matches(text.casefold(), words))
    if alike:
        return said + " " + _("Did you mean: %(slugs)s?") % {"slugs": ", ".join(alike)}
    return said + " " + _("There are: %(slugs)s.") % {"slugs": slugs_of(known)}


def no_weighing(text: str, known: list[Weighing]) -> str:
    said = _("There is no weighing “%(text)s”.") % {"text": text}
    return said + " " + _("There are: %(slugs)s.") % {"slugs": slugs_of(known)}


def slugs_of(known: Iterable[Statistic | Weighing]) -> str:
    return ", ".join(record.slug for record in known) or _("none yet")


def as_json(ranking: Ranking) -> list[dict]:
    codes, decided = Codes(), decisions_giving_priority(today())
    return [
        {
            "code": codes.code_of(place.neighbourhood.pk),
            "name": place.neighbourhood.name,
            "score": place.score,
            "rank": place.rank,
            "rank_low": place.rank_low,
            "rank_high": place.rank_high,
            "contributions": dict(place.contributions),
            "missing": list(place.missing),
            "worst_quarter_count": place.worst_quarter_count,
            "priority": place.neighbourhood.pk in decided,
            "decided_on": as_day(decided.get(place.neighbourhood.pk)),
        }
        for place in ranking.places
    ]


def as_day(day) -> str | None:
    return day.isoformat() if day else None


def as_text(cell: Cell) -> str:
    """As other tools read it, with a decimal point. Only text can be taken for a formula."""
    if cell is None:
        return ""
    if isinstance(cell, Decimal):
        return f"{cell:f}"
    return cells.guard(cell) if isinstance(cell, str) else str(cell)


def table_header() -> list[str]:
    return [
        *(_("rank"), _("from–to"), _("code"), _("name"), _("score")),
        *(_("worst quarter"), _("priority"), _("missing")),
    ]


def table_lines(ranking: Ranking) -> list[list[str]]:
    codes, decided = Codes(), decisions_giving_priority(today())
    return [
        [
            str(place.rank or "-"),
            f"{place.rank_low}–{place.rank_high}" if place.rank else "-",
            codes.code_of(place.neighbourhood.pk),
            place.neighbourhood.name,
            "-" if place.score is None else f"{place.score:.2f}",
            str(place.worst_quarter_count),
            _("yes") if place.neighbourhood.pk in decided else _("no"),
            ", ".join(place.missing),
        ]
        for place in ranking.places
    ]
