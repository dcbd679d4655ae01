from django.core.management.base import BaseCommand, CommandError

from jos.accounts.actions import remove_second_step
from jos.accounts.models import User


class Command(BaseCommand):
    help = "Take away somebody's second step, when no administrator is left who can do so on the page People."

    def add_arguments(self, parser) -> None:
        parser.add_argument("email")

    def handle(self, *args, email: str, **options) -> None:
        user = User.objects.filter(email__iexact=email).first()
        if user is None:
            raise CommandError(f"Nobody has the address {email}.")
        remove_second_step(user, by=None)
        self.stdout.write(f"{user} can set up a new second step after signing in.")
