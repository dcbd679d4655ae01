from jos.shared.commands import ImportCommand
from neighbourhoods.imports.priorities import COLUMNS, apply_priorities, plan_priorities


class Command(ImportCommand):
    help = f"Imports priority decisions from CSV or XLSX: {COLUMNS}."

    def plan(self, content, name, options):
        return plan_priorities(content, name, options)

    def apply(self, plan, options):
        apply_priorities(plan, by=None)
