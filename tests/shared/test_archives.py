import io
import zipfile

import pytest

from jos.shared import archives
from jos.shared.imports import FileRefused


def packed(**files: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def test_an_ordinary_archive_passes():
    archives.check_archive(packed(a=b"a" * 1000, b=b""))


def test_an_archive_that_unpacks_to_far_too_much_is_refused():
    bomb = packed(a=bytes(150 * 1024 * 1024), b=bytes(51 * 1024 * 1024))
    assert len(bomb) < 1024 * 1024
    with pytest.raises(FileRefused, match="more than 200 MB"):
        archives.check_archive(bomb)


def test_an_archive_with_far_too_many_files_is_refused(monkeypatch):
    monkeypatch.setattr(archives, "MOST_FILES", 2)
    archives.check_archive(packed(a=b"", b=b""))
    with pytest.raises(FileRefused, match="2 files"):
        archives.check_archive(packed(a=b"", b=b"", c=b""))


@pytest.mark.parametrize(
    "content",
    [b"", b"PK\x03\x04", b"no zip at all", packed(a=b"x")[:-10]],
    ids=[
        "empty",
        "its first bytes",
        "text",
        "cut off",
    ],  # an archive holds the time: as a name it would differ per worker
)
def test_what_is_no_archive_is_refused(content):
    with pytest.raises(FileRefused, match="damaged"):
        archives.check_archive(content)
