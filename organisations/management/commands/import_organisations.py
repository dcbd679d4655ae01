from jos.shared.commands import ImportCommand
from organisations.imports.organisations import apply_organisations, plan_organisations


class Command(ImportCommand):
    help = "Imports organisations from CSV or XLSX: name; kind; company_number; website; charter_signed_on."

    def plan(self, content, name, options):
        return plan_organisations(content, name, options)

    def apply(self, plan, options):
        apply_organisations(plan, by=None)
