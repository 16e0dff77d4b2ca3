"""A photo to pixels and back, inside the sandbox: what a picture library does wrong, it does in there."""

import io

from PIL import Image

from sosik.adapters.converter.answer import Answer, Refused, files

_MOST_PIXELS = 40_000_000
_QUALITY = 92


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
