"""`manage.py demo`: a fictional city to look around in, and who signs in to it."""

from argparse import ArgumentParser

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils.translation import gettext as _

from jos.accounts.models import User
from jos.demo.accounts import ACCOUNTS, PASSWORD, STAFF_EMAIL
from jos.demo.city import build
from jos.demo.signals.followed import FOLLOWED
from jos.demo.sizes import CITY, Sizes
from jos.management.commands.release import gather_statistics
from jos.shared.time import today
from neighbourhoods.models import Neighbourhood
from organisations.models import Organisation
from signals.tracking import in_groups


class Command(BaseCommand):
    help = "Fills an empty database with a fictional city and prints who signs in. What is there already stays."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--reset", action="store_true", help="throw the demo city away and build it anew")
        parser.add_argument("--scale", type=int, default=1, help="so many times larger (20 at most)")

    def handle(self, *, reset: bool, scale: int, **options) -> None:
        if not settings.LOCAL:
            raise CommandError(_("The demo is for your own machine: set DEMO=true. Nothing was changed."))
        if not 1 <= scale <= 20:
            raise CommandError(_("--scale goes from 1 to 20."))
        if not _is_there() and _holds_something_else():
            raise CommandError(_("This database holds something else than the demo city. Use an empty one."))
        if reset or not _is_there():
            self._build(CITY.times(scale), reset)
            gather_statistics()
        self._print_accounts()

    @transaction.atomic
    def _build(self, sizes: Sizes, reset: bool) -> None:
        if reset:
            call_command("flush", interactive=False, verbosity=0)
        build(sizes, at=today())
        self.stdout.write(
            _("%(city)s: %(neighbourhoods)s neighbourhoods, %(organisations)s organisations, %(offers)s offers.")
            % {"city": settings.CITY_NAME, **vars(sizes), "organisations": Organisation.objects.count()}
        )

    def _print_accounts(self) -> None:
        width = max(len(account.email) for account in ACCOUNTS)
        self.stdout.write("\n" + _("Sign in with one of these and the password %(password)s") % {"password": PASSWORD})
        for account in ACCOUNTS:
            self.stdout.write(f"  {account.email:<{width}}  {account.name} ({account.what})")
        self.stdout.write("\n" + _("Follow a signal without an account, with its reference and its code"))
        for followed in FOLLOWED:
            self.stdout.write(f"  {in_groups(followed.reference)}  {in_groups(followed.code)}  ({followed.what})")


def _is_there() -> bool:
    return User.objects.filter(email=STAFF_EMAIL).exists()


def _holds_something_else() -> bool:
    return any(model.objects.exists() for model in (User, Neighbourhood, Organisation))
