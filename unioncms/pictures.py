"""Pictures that editors bring: read by Pillow, made small, written anew.

What reaches readers is never the file that came in: its pixels are turned upright, scaled down and written as WebP, so
that neither a place (GPS in a telephone's picture) nor anything hidden in the file goes along.
"""

import warnings
from hashlib import sha256
from io import BytesIO

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import models
from PIL import ExifTags, Image, ImageOps

FORMATS = ("JPEG", "PNG", "WEBP")
MAX_BYTES = 20 * 1024 * 1024
MAX_PIXELS = 60_000_000
WIDEST = 1280
QUALITY = 80
SIDEWAYS = (5, 6, 7, 8)  # orientations that change height and width


def remake(data: bytes) -> bytes:
    """`data` as a WebP of at most WIDEST pixels across; ValidationError when it is no picture to be used."""
    if len(data) > MAX_BYTES:
        raise ValidationError(f"图片太大：上限 {MAX_BYTES // 1024 // 1024} MB。")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # the size is looked at below
            with Image.open(BytesIO(data), formats=FORMATS) as picture:
                if picture.width * picture.height > MAX_PIXELS:
                    raise ValidationError("图片的像素太多，请先缩小。")
                picture = _shrink(picture)
    except ValidationError:
        raise
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise ValidationError("读不出这张图片，请用 JPEG、PNG 或 WebP。") from error
    out = BytesIO()
    picture.save(out, "WEBP", quality=QUALITY, method=4)
    return out.getvalue()


def _shrink(picture: Image.Image) -> Image.Image:
    """Upright, in plain colours, and small: made small first, since each copy of a large one takes its room again."""
    mode = "RGBA" if picture.has_transparency_data else "RGB"
    if picture.mode in ("1", "P"):  # these would lose whole pixels
        picture = picture.convert(mode)
    box = (WIDEST, WIDEST * 4)
    is_on_its_side = picture.getexif().get(ExifTags.Base.Orientation) in SIDEWAYS
    picture.thumbnail(box[::-1] if is_on_its_side else box)
    return ImageOps.exif_transpose(picture).convert(mode)


class PictureFormField(forms.FileField):
    widget = forms.ClearableFileInput

    def clean(self, data, initial=None):
        upload = super().clean(data, initial)
        if not data or upload is initial or not hasattr(upload, "read"):
            return upload
        if upload.size > MAX_BYTES:
            raise ValidationError(f"图片太大：上限 {MAX_BYTES // 1024 // 1024} MB。")
        made = remake(upload.read())
        return ContentFile(made, name=f"{sha256(made).hexdigest()[:24]}.webp")


class PictureField(models.ImageField):
    """An uploaded picture, remade on its way in, in the folder `pictures` of the media."""

    def __init__(self, verbose_name=None, **kwargs):
        super().__init__(verbose_name, **{"upload_to": "pictures", **kwargs})

    def deconstruct(self):
        name, _, args, kwargs = super().deconstruct()
        return name, "django.db.models.ImageField", args, kwargs

    def formfield(self, **kwargs):
        return models.Field.formfield(
            self, **{**kwargs, "form_class": PictureFormField, "max_length": self.max_length}
        )
