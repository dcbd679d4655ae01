from pathlib import Path

import polib
from django.conf import settings
from django.core.management.base import BaseCommand


def compile_translations(root: Path) -> list[Path]:
    """Write the .mo of every .po under `root` that is newer than it, and say which."""
    written = []
    for source in sorted(root.glob("*/LC_MESSAGES/*.po")):
        compiled = source.with_suffix(".mo")
        if not compiled.exists() or compiled.stat().st_mtime <= source.stat().st_mtime:
            polib.pofile(str(source)).save_as_mofile(str(compiled))
            written.append(compiled)
    return written


class Command(BaseCommand):
    help = "Compile the translations (.po) to what Django reads (.mo), without gettext."

    def handle(self, *args, verbosity: int, **options) -> None:
        for root in settings.LOCALE_PATHS:
            for compiled in compile_translations(Path(root)):
                if verbosity:
                    self.stdout.write(f"Compiled {compiled.parent.parent.name}.")
