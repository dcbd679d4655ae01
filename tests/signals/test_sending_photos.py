"""Photos: three formats, not too large, and written anew without what the camera added (quality.md, Safe)."""

import io
from unittest import mock

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, PngImagePlugin

from signals.sending import photos
from signals.sending.photos import LONGEST_SIDE, read_photo

GPS, MAKER, ORIENTATION = 0x8825, 0x010F, 0x0112
SECRET = "Rosalie"


def upload(image: Image.Image, kind: str = "JPEG", **options) -> SimpleUploadedFile:
    content = io.BytesIO()
    image.save(content, kind, **options)
    return SimpleUploadedFile(f"{SECRET}.any", content.getvalue())


def opened(photo) -> Image.Image:
    return Image.open(io.BytesIO(photo.content))


@pytest.mark.parametrize(
    ("kind", "mode"),
    [
        *(("JPEG", mode) for mode in ("RGB", "L", "CMYK")),
        *(("PNG", mode) for mode in ("RGB", "RGBA", "L", "LA", "P", "1", "I;16")),
        *(("WEBP", mode) for mode in ("RGB", "RGBA")),
    ],
)
def test_three_formats_come_out_as_jpeg(kind, mode):
    file = upload(Image.new(mode, (40, 30)), kind)

    photo = read_photo(file)

    assert opened(photo).format == "JPEG"
    assert (photo.width, photo.height) == opened(photo).size == (40, 30)


@pytest.mark.parametrize("kind", ["GIF", "TIFF", "BMP", "ICO"])
def test_no_other_format_is_read(kind):
    with pytest.raises(ValidationError, match="JPEG, PNG or WebP"):
        read_photo(upload(Image.new("RGB", (40, 30)), kind))


def test_what_the_camera_added_is_gone():
    exif = Image.Exif()
    exif[MAKER] = SECRET
    exif.get_ifd(GPS)[1] = "N"
    with_all = upload(
        Image.new("RGB", (40, 30)), exif=exif, comment=SECRET, xmp=SECRET.encode(), icc_profile=SECRET.encode() * 99
    )
    assert SECRET.encode() in with_all.read()
    with_all.seek(0)

    photo = read_photo(with_all)

    assert SECRET.encode() not in photo.content
    assert not opened(photo).getexif()
    assert opened(photo).info.keys() <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_what_was_written_into_other_formats_is_gone_as_well(kind):
    text = PngImagePlugin.PngInfo()
    text.add_itxt("Author", SECRET)
    options = {"pnginfo": text} if kind == "PNG" else {"xmp": SECRET.encode()}
    file = upload(Image.new("RGB", (40, 30)), kind, **options)
    assert SECRET.encode() in file.read()
    file.seek(0)

    assert SECRET.encode() not in read_photo(file).content


def test_a_photo_stands_upright():
    exif = Image.Exif()
    exif[ORIENTATION] = 6  # the phone was held upright
    image = Image.new("RGB", (40, 20), "blue")
    image.paste("red", (0, 0, 20, 20))

    photo = read_photo(upload(image, exif=exif))

    assert (photo.width, photo.height) == (20, 40)
    red, _green, blue = opened(photo).getpixel((10, 3))
    assert red > blue


@pytest.mark.filterwarnings("ignore::UserWarning")
def test_a_photo_with_broken_notes_of_its_camera_stands_upright_as_well():
    exif = Image.Exif()
    exif[MAKER], exif[ORIENTATION] = SECRET, 6
    exif.get_ifd(GPS)[2] = (51.0, 2.0, 3.0)
    whole = upload(Image.new("RGB", (40, 20)), exif=exif).read()
    maker, width = b"\x01\x0f\x00\x02", b"\x01\x00\x00\x02"  # a width in letters
    assert maker in whole

    photo = read_photo(SimpleUploadedFile("x.jpg", whole.replace(maker, width)))

    assert (photo.width, photo.height) == (20, 40)


def test_what_is_see_through_becomes_white():
    photo = read_photo(upload(Image.new("RGBA", (4, 4), (0, 0, 0, 0)), "PNG"))

    assert opened(photo).getpixel((1, 1)) == (255, 255, 255)


def test_a_large_photo_is_made_smaller():
    photo = read_photo(upload(Image.new("RGB", (4000, 1000))))

    assert (photo.width, photo.height) == (LONGEST_SIDE, 400)


def test_more_than_forty_megapixels_is_too_large():
    with mock.patch.object(photos, "MOST_PIXELS", 1199), pytest.raises(ValidationError, match="too large"):
        read_photo(upload(Image.new("RGB", (40, 30))))
    assert photos.MOST_PIXELS == 40_000_000


def test_a_bomb_is_refused_before_it_unfolds():
    bomb = upload(Image.new("1", (20_000, 20_000)), "PNG")
    assert bomb.size < 100_000

    with pytest.raises(ValidationError):
        read_photo(bomb)


def test_a_file_of_too_many_megabytes_is_refused(settings):
    settings.FILE_UPLOAD_MAX_MB = 0

    with pytest.raises(ValidationError, match="too large"):
        read_photo(upload(Image.new("RGB", (40, 30))))


@pytest.mark.parametrize("part", [0, 1, 12, 100, 300])
def test_half_a_photo_is_no_photo(part):
    whole = upload(Image.effect_noise((60, 60), 50)).read()

    with pytest.raises(ValidationError, match="cannot read"):
        read_photo(SimpleUploadedFile("x.jpg", whole[:part]))


@pytest.mark.parametrize(
    "content", [b"<svg/>", b"MZ\x90", b"\x89PNG\r\n\x1a\n" + b"\x00" * 50, b"RIFF\xff\xff\xff\xffWEBP"]
)
def test_what_only_looks_like_a_photo_is_none(content):
    with pytest.raises(ValidationError, match="cannot read"):
        read_photo(SimpleUploadedFile("x.jpg", content))
