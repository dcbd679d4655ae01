"""`manage.py import_statistics FILE --area-field F --period 2024 --column HEADER=STATISTIC`: figures of areas."""

from pathlib import Path

from django.core.management.base import CommandError
from django.utils.translation import gettext as _

from jos.shared.commands import ImportCommand, read_file
from neighbourhoods.imports.statistics.choices import Choices, Column, Preset, Scale, SpreadBy
from neighbourhoods.imports.statistics.planning import plan_statistics
from neighbourhoods.imports.statistics.plans import apply_statistics

AS_THEY_ARE = (
    "preset", "area_field", "level_field", "level", "sheet", "data_set",
    "old_name_field", "old_code_field", "spread_by", "population",
)  # fmt: skip


class Command(ImportCommand):
    help = "Import figures per neighbourhood and period from CSV, XLSX or JSON (docs/imports.md)."

    def add_arguments(self, parser) -> None:
        super().add_arguments(parser)
        parser.add_argument("--preset", choices=Preset.values, default=Preset.PLAIN.value, help="how it was published")
        parser.add_argument("--area-field", default="", help="the field that says which neighbourhood, by code or name")
        when = parser.add_mutually_exclusive_group()
        when.add_argument("--period-field", default="", help="the field with the period")
        when.add_argument("--period", default="", help="one period: 2024, 2023-2024 or 2024-Q3")
        parser.add_argument(
            "--column",
            action="append",
            default=[],
            metavar="HEADER=STATISTIC[@PERIOD]",
            help="a column, and the statistic (its name or slug) it holds; one that does not exist yet is made",
        )
        parser.add_argument("--adds-up", action="append", default=[], metavar="HEADER", help="new: adds up over areas")
        parser.add_argument("--fractions", action="append", default=[], metavar="HEADER", help="0.125 means 12.5 %%")
        parser.add_argument("--as-written", action="append", default=[], metavar="HEADER", help="0.5 means 0.5 %%")
        parser.add_argument("--level-field", default="", help="the field that says of what level an area is")
        parser.add_argument("--level", default="", help="only this level; also the source of the codes")
        parser.add_argument("--decimal", choices=[",", "."], default="", help="the sign before decimals")
        parser.add_argument(
            "--sheet", default="", help="of a workbook; otherwise the first with the fields and figures"
        )
        parser.add_argument("--data-set", default="", help="the data set of new statistics")
        self._add_old_borders(parser)

    def _add_old_borders(self, parser) -> None:
        parser.add_argument("--old-borders", type=Path, help="the borders the values are about: they are converted")
        parser.add_argument("--old-name-field", default="", help="the field with the name in the older borders")
        parser.add_argument("--old-code-field", default="", help="the field with the code in the older borders")
        parser.add_argument("--spread-by", choices=SpreadBy.values, default=SpreadBy.AREA.value)
        parser.add_argument("--population", default="", metavar="STATISTIC", help="inhabitants of today, to spread by")

    def plan(self, content, name, options):
        chosen = {key: options[key] for key in (*AS_THEY_ARE, "period_field", "period", "decimal")}
        columns = tuple(_column(text, options) for text in options["column"])
        kept = Choices(**chosen, columns=columns).kept()
        borders = options["old_borders"]
        return plan_statistics(content, name, kept | {"beside": read_file(borders) if borders else None})

    def apply(self, plan, options) -> None:
        apply_statistics(plan, by=None)


def _column(text: str, options) -> Column:
    """HEADER=STATISTIC, with @PERIOD behind it where the column has its own. A header may hold = itself."""
    header, sign, statistic = text.rpartition("=")
    name, _at, period = statistic.partition("@")
    if not sign or not header.strip() or not name.strip():
        raise CommandError(_("“%(text)s”: write --column HEADER=STATISTIC.") % {"text": text})
    header = " ".join(header.split())
    scale = Scale.FRACTIONS if header in options["fractions"] else ""
    scale = Scale.AS_WRITTEN if header in options["as_written"] else scale
    return Column(header, name.strip(), period.strip(), header in options["adds_up"], str(scale))
