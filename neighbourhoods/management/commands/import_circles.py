from jos.shared.commands import ImportCommand
from neighbourhoods.imports.circles import COLUMNS, apply_circles, plan_circles


class Command(ImportCommand):
    help = f"Imports movement circles from CSV or XLSX: {COLUMNS}."

    def plan(self, content, name, options):
        return plan_circles(content, name, options)

    def apply(self, plan, options):
        apply_circles(plan, by=None)
