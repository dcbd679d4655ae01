from jos.shared.commands import ImportCommand
from organisations.imports.organisations import COLUMNS, apply_organisations, plan_organisations


class Command(ImportCommand):
    help = f"Imports organisations from CSV or XLSX: {COLUMNS}."

    def plan(self, content, name, options):
        return plan_organisations(content, name, options)

    def apply(self, plan, options):
        apply_organisations(plan, by=None)
