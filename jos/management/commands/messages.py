from pathlib import Path

import polib
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from jos import translations


class Command(BaseCommand):
    help = "Bring the translations (.po) in step with the texts in code and templates, and say what is missing."

    def add_arguments(self, parser) -> None:
        parser.add_argument("--check", action="store_true", help="change nothing; fail where something is missing")

    def handle(self, *args, check: bool, **options) -> None:
        for language in translations.LANGUAGES:
            path = Path(settings.LOCALE_PATHS[0]) / language.code / "LC_MESSAGES" / "django.po"
            catalogue = polib.pofile(str(path)) if path.exists() else polib.POFile()
            if not check:
                path.parent.mkdir(parents=True, exist_ok=True)
                catalogue = translations.updated(settings.BASE_DIR, catalogue, language)
                catalogue.save(str(path))
            faults = translations.faults(settings.BASE_DIR, catalogue, language)
            for fault in faults:
                self.stdout.write(fault)
            if check and faults:
                raise CommandError(f"{path}: {len(faults)} texts to translate, and to drop.")
            self.stdout.write(f"{language.code}: {len(catalogue)} texts, {len(faults)} to translate.")
