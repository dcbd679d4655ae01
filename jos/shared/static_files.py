"""The style sheet is written in parts that each fit in a head, and sent as one file that asks for no other."""

import re

from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

STYLE_SHEET = "css/jos.css"
PART = re.compile(r'@import url\("([\w.-]+)"\) layer\(([\w-]+)\);')


class JosStaticFilesStorage(CompressedManifestStaticFilesStorage):
    def post_process(self, paths, dry_run=False, **options):
        if not dry_run:
            self.delete(STYLE_SHEET)
            self.save(STYLE_SHEET, ContentFile(joined(paths).encode()))
            paths[STYLE_SHEET] = (self, STYLE_SHEET)
        yield from super().post_process(paths, dry_run=dry_run, **options)


def joined(paths: dict) -> str:
    """The style sheet with each part in its layer, where its import stood. `paths`: where each file was found."""

    def text(name: str) -> str:
        storage, path = paths[name]
        with storage.open(path) as file:
            return file.read().decode()

    def part(found: re.Match) -> str:
        return f"@layer {found[2]} {{\n{text(f'css/{found[1]}')}}}\n"

    return PART.sub(part, text(STYLE_SHEET))
