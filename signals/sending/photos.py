"""A photo is written anew: smaller, upright, and without what the camera added (place, time, device)."""

import io
from dataclasses import dataclass

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from PIL import ExifTags, Image, ImageOps

FORMATS = ("JPEG", "PNG", "WEBP")
TYPES = "image/jpeg,image/png,image/webp"  # a phone that makes others turns them into the first
MOST_PIXELS = 40_000_000
LONGEST_SIDE = 1600
QUALITY = 80
BROKEN = (OSError, ValueError, SyntaxError, EOFError, Image.DecompressionBombError, Image.DecompressionBombWarning)


@dataclass(frozen=True)
class PhotoFile:
    content: bytes  # JPEG
    width: int
    height: int


def read_photo(upload: UploadedFile) -> PhotoFile:
    """ValidationError says what is wrong, and what to do."""
    if (upload.size or 0) > settings.FILE_UPLOAD_MAX_MB * 1024 * 1024:
        raise ValidationError(_("This photo is too large. Choose a smaller one."), code="too_large")
    try:
        with Image.open(upload, formats=FORMATS) as image:
            if image.width * image.height > MOST_PIXELS:
                raise ValidationError(_("This photo is too large. Choose a smaller one."), code="too_large")
            image.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
            return _written_anew(image)
    except BROKEN as error:
        raise ValidationError(
            _("We cannot read this file. Choose a photo: JPEG, PNG or WebP."), code="no_photo"
        ) from error


def _written_anew(image: Image.Image) -> PhotoFile:
    """On a new sheet, so that nothing but what is seen comes along."""
    seen = image.convert("RGBA")
    sheet = Image.new("RGB", seen.size, "white")
    sheet.paste(seen, mask=seen)
    # How the camera was held comes along alone: what else it wrote may be broken.
    sheet.getexif()[ExifTags.Base.Orientation] = image.getexif().get(ExifTags.Base.Orientation)
    ImageOps.exif_transpose(sheet, in_place=True)
    content = io.BytesIO()
    sheet.save(content, "JPEG", quality=QUALITY, optimize=True)
    return PhotoFile(content.getvalue(), *sheet.size)
