from django.core.management.base import BaseCommand

from jos.shared.drafts import KEPT_FOR, forgotten


class Command(BaseCommand):
    help = f"Forget what somebody typed and did not send within {KEPT_FOR.days} days. Run it once a day."

    def add_arguments(self, parser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="only say how many")

    def handle(self, *args, dry_run: bool, **options) -> None:
        found = forgotten()
        number = found.count() if dry_run else found.delete()[0]
        self.stdout.write(f"{number} drafts {'to forget' if dry_run else 'forgotten'}")
