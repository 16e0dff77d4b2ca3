"""A photo to pixels and back, inside the sandbox: what a picture library does wrong, it does in there."""

import io
from typing import Any

from PIL import Image, ImageOps
from pillow_heif import register_heif_opener

from sosik.adapters.converter.answer import Answer, Refused, files

_MOST_PIXELS = 40_000_000
_QUALITY = 92
_LONGEST = 1600
_OPTIONS: dict[str, dict[str, Any]] = {"JPEG": {"quality": _QUALITY}, "WEBP": {"lossless": True}}
_PUBLISHED = ("JPEG", "PNG", "WEBP", "HEIF")


def photo(content: bytes) -> Answer:
    """One JPEG from one JPEG, without anything that came beside the pixels."""
    try:
        with Image.open(io.BytesIO(content), formats=("JPEG",)) as opened:
            if opened.width * opened.height > _MOST_PIXELS:
                raise Refused("size")
            pixels = opened.convert("RGB")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise Refused("damaged") from error
    out = io.BytesIO()
    Image.frombytes("RGB", pixels.size, pixels.tobytes()).save(out, "JPEG", quality=_QUALITY)
    return files([("photo.jpg", out.getvalue())])


def picture(content: bytes) -> Answer:
    """One picture of a kind that is published, upright, no larger than that, and nothing that came beside its pixels.

    JPEG from JPEG and HEIC; PNG from PNG and WebP from WebP, without loss.
    """
    register_heif_opener()
    try:
        with Image.open(io.BytesIO(content), formats=_PUBLISHED) as opened:
            if opened.width * opened.height > _MOST_PIXELS:
                raise Refused("size")
            if getattr(opened, "n_frames", 1) > 1 and opened.format != "HEIF":
                raise Refused("animated")
            kind = "JPEG" if opened.format in {"JPEG", "HEIF"} else str(opened.format)
            mode = "RGBA" if kind != "JPEG" and opened.has_transparency_data else "RGB"
            pixels = ImageOps.exif_transpose(opened).convert(mode)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise Refused("damaged") from error
    pixels.thumbnail((_LONGEST, _LONGEST), Image.Resampling.LANCZOS)
    out = io.BytesIO()
    options = _OPTIONS.get(kind, {})
    Image.frombytes(mode, pixels.size, pixels.tobytes()).save(out, kind, **options)
    return files([(f"picture.{kind.lower()}", out.getvalue())])
