from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import connection

from covenants.indicators.standard_blueprints import write_standard_blueprints
from signals.standard_themes import write_standard_themes


def gather_statistics() -> None:
    """How rows lie in the tables, so that SQLite picks the right index. PostgreSQL does so by itself."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")


class Command(BaseCommand):
    help = "All a new version needs before it serves: tables, shared cache, translations and static files."

    def handle(self, *args, verbosity: int, **options) -> None:
        call_command("migrate", interactive=False, verbosity=verbosity)
        call_command("createcachetable", verbosity=verbosity)
        write_standard_themes()
        write_standard_blueprints()
        gather_statistics()
        call_command("compile_translations", verbosity=verbosity)
        call_command("collectstatic", interactive=False, verbosity=min(verbosity, 1))
