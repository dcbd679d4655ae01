"""Style sheets are written in parts that each fit in a head, and each sent as one file that asks for no other."""

import re

from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

STYLE_SHEETS = ("css/jos.css", "css/young.css")  # for professionals, and a small one for phones
PART = re.compile(r'@import url\("([\w.-]+)"\) layer\(([\w-]+)\);')


class JosStaticFilesStorage(CompressedManifestStaticFilesStorage):
    def post_process(self, paths, dry_run=False, **options):
        for sheet in () if dry_run else STYLE_SHEETS:
            whole = joined(sheet, paths)
            self.delete(sheet)
            self.save(sheet, ContentFile(whole.encode()))
            paths[sheet] = (self, sheet)
        yield from super().post_process(paths, dry_run=dry_run, **options)


def joined(sheet: str, paths: dict) -> str:
    """A style sheet with each part in its layer, where its import stood. `paths`: where each file was found."""

    def text(name: str) -> str:
        storage, path = paths[name]
        with storage.open(path) as file:
            return file.read().decode()

    def part(found: re.Match) -> str:
        return f"@layer {found[2]} {{\n{text(f'css/{found[1]}')}}}\n"

    return PART.sub(part, text(sheet))
