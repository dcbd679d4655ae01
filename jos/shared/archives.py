"""Zip archives that people send us: XLSX files and zipped shapefiles."""

import io
import zipfile

from django.utils.translation import gettext as _

from jos.shared.imports import FileRefused

MOST_FILES = 1000
MOST_MEGABYTES = 200  # unpacked


def check_archive(content: bytes) -> None:
    """Refuse what is no zip, or one that unpacks to far more than anybody means to send.

    Python never unpacks more of a file than the archive's list declares, so the declared sizes are a real limit.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            files = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError, OSError) as error:
        raise FileRefused(_("This archive is damaged. Save the file again and try once more.")) from error
    if len(files) > MOST_FILES or sum(file.file_size for file in files) > MOST_MEGABYTES * 1024 * 1024:
        raise FileRefused(
            _("This archive unpacks to more than %(megabytes)d MB or %(files)d files. Send a smaller one.")
            % {"megabytes": MOST_MEGABYTES, "files": MOST_FILES}
        )
    if any(file.flag_bits & 0x1 for file in files):
        raise FileRefused(_("This archive has a password. Send one without."))
