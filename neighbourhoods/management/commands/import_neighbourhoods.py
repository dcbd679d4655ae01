"""`manage.py import_neighbourhoods FILE --name-field F --code-field F`: borders from GeoJSON or a zipped shapefile."""

import datetime

from jos.shared.commands import ImportCommand
from neighbourhoods.imports.choices import DEFAULT_SOURCE
from neighbourhoods.imports.neighbourhoods import apply_neighbourhoods, plan_neighbourhoods


class Command(ImportCommand):
    help = "Import the borders of neighbourhoods from GeoJSON or a zipped shapefile."

    def add_arguments(self, parser) -> None:
        super().add_arguments(parser)
        parser.add_argument("--name-field", required=True, help="the field that holds the name")
        parser.add_argument("--code-field", required=True, help="the field that holds the official code")
        parser.add_argument("--district-field", default="", help="the field that holds the district")
        parser.add_argument("--source", default=DEFAULT_SOURCE, help="whose codes these are (default: %(default)s)")
        parser.add_argument("--crs", default="", help="EPSG:4326, EPSG:31370 or EPSG:3812, if the file does not say it")
        parser.add_argument(
            "--end-missing",
            type=datetime.date.fromisoformat,
            metavar="DATE",
            help="end the neighbourhoods that are not in the file on this day",
        )

    def plan(self, content, name, options):
        end_missing = options["end_missing"]
        choices = {key: options[key] for key in ("name_field", "code_field", "district_field", "source", "crs")}
        return plan_neighbourhoods(content, name, choices | {"end_missing": str(end_missing or "")})

    def apply(self, plan, options) -> None:
        apply_neighbourhoods(plan, by=None)
