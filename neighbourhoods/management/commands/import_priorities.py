from jos.shared.commands import ImportCommand
from neighbourhoods.imports.priorities import apply_priorities, plan_priorities


class Command(ImportCommand):
    help = "Imports priority decisions from CSV or XLSX: area; valid_from; valid_until; reasons; decided_by."

    def plan(self, content, name, options):
        return plan_priorities(content, name, options)

    def apply(self, plan, options):
        apply_priorities(plan, by=None)
