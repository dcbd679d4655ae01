from jos.shared.commands import ImportCommand
from organisations.imports.offers import apply_offers, plan_offers


class Command(ImportCommand):
    help = "Imports offers from CSV or XLSX; docs/imports.md names the columns."

    def plan(self, content, name, options):
        return plan_offers(content, name, options)

    def apply(self, plan, options):
        apply_offers(plan, by=None)
