"""Which files a report takes, and what they really are: by their first bytes, whatever they are called."""

import io
import re
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import PurePath
from unicodedata import category

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _

from jos.shared.archives import check_archive
from jos.shared.imports import FileRefused
from jos.shared.tables.cells import tidy
from signals.sending.photos import read_photo

MOST_MEGABYTES = 10
MOST_FILES = 20  # with one report
LONGEST_NAME = 100

PDF, CSV, JPEG = "application/pdf", "text/csv", "image/jpeg"
_OFFICE = "application/vnd.openxmlformats-officedocument"
_INSIDE = {  # what an archive of this kind holds
    "xl/workbook.xml": (".xlsx", f"{_OFFICE}.spreadsheetml.sheet"),
    "word/document.xml": (".docx", f"{_OFFICE}.wordprocessingml.document"),
}
_OPEN_DOCUMENTS = {
    b"application/vnd.oasis.opendocument.spreadsheet": ".ods",
    b"application/vnd.oasis.opendocument.text": ".odt",
}
# Macros of Office, those of old spreadsheets, and those of OpenDocument; under another name the list of parts tells.
_MACROS = re.compile(r"(.*/)?vbaproject\.bin|xl/macrosheets/.+|scripts/.+|basic/.+(?<!script-l[bc])\.xml", re.I)
_MACRO_TYPES = re.compile(rb"macroenabled|macrosheet|vbaproject", re.I)
_PARTS = "[Content_Types].xml"
_DAMAGED = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError)
_PHOTO_STARTS = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"RIFF")
ACCEPTS = ".pdf,.xlsx,.docx,.ods,.odt,.csv,image/jpeg,image/png,image/webp"


@dataclass(frozen=True)
class ReadFile:
    """What is kept of an upload."""

    name: str
    content_type: str
    content: bytes


def read_file(upload: UploadedFile) -> ReadFile:
    """ValidationError says why a file is not taken, and what to do. Photos are written anew, without a place."""
    if (upload.size or 0) > MOST_MEGABYTES * 1024 * 1024:
        words = _("This file is larger than %(megabytes)d MB. Make it smaller.")
        raise ValidationError(words % {"megabytes": MOST_MEGABYTES})
    start = upload.read(16)
    upload.seek(0)
    if start.startswith(_PHOTO_STARTS):
        return ReadFile(_named(upload, ".jpg"), JPEG, read_photo(upload).content)
    content = upload.read()
    suffix, content_type = _kind(content, PurePath(upload.name or "").suffix.lower())
    return ReadFile(_named(upload, suffix), content_type, content)


def _kind(content: bytes, suffix: str) -> tuple[str, str]:
    if content.startswith(b"%PDF-"):
        return ".pdf", PDF
    if content.startswith(b"PK\x03\x04"):
        return _kind_of_archive(content)
    if suffix == ".csv" and _is_text(content):
        return ".csv", CSV
    raise _other_kind()


def _kind_of_archive(content: bytes) -> tuple[str, str]:
    try:
        check_archive(content)
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return _kind_inside(archive)
    except FileRefused as refusal:
        raise ValidationError(str(refusal)) from refusal
    except _DAMAGED as error:
        raise ValidationError(_("This archive is damaged. Save the file again and try once more.")) from error


def _kind_inside(archive: zipfile.ZipFile) -> tuple[str, str]:
    names = archive.namelist()
    types = _beginning(archive, _PARTS, 1024 * 1024).replace(b"\x00", b"")  # also where it is UTF-16
    if any(map(_MACROS.fullmatch, names)) or _MACRO_TYPES.search(types):
        raise ValidationError(_("There are macros in this file. Save it without, and try again."))
    for inside, kind in _INSIDE.items():
        if inside in names:
            return kind
    mimetype = _beginning(archive, "mimetype", 100).strip()
    if mimetype in _OPEN_DOCUMENTS:
        return _OPEN_DOCUMENTS[mimetype], mimetype.decode()
    raise _other_kind()


def _beginning(archive: zipfile.ZipFile, name: str, most: int) -> bytes:
    """Of one of its files, without unpacking all of it. Nothing where there is no such file."""
    if name not in archive.namelist():
        return b""
    with archive.open(name) as file:
        return file.read(most)


def _is_text(content: bytes) -> bool:
    return bool(content) and b"\x00" not in content


def _other_kind() -> ValidationError:
    return ValidationError(_("We do not take files of this kind. Send a photo, PDF, Word, Excel, OpenDocument or CSV."))


def _named(upload: UploadedFile, suffix: str) -> str:
    """As it was called, with the suffix of what it is, and without signs that turn its letters around."""
    seen = "".join(sign for sign in PurePath(upload.name or "").stem if category(sign) != "Cf")
    stem = tidy(seen).strip(". ")[:LONGEST_NAME]
    return f"{stem or 'file'}{suffix}"
