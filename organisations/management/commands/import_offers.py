from jos.shared.commands import ImportCommand
from organisations.imports.offer_rows import COLUMNS
from organisations.imports.offers import apply_offers, plan_offers


class Command(ImportCommand):
    help = f"Imports offers from CSV or XLSX: {COLUMNS}."

    def plan(self, content, name, options):
        return plan_offers(content, name, options)

    def apply(self, plan, options):
        apply_offers(plan, by=None)
