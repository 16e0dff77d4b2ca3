"""Pictures for shared links: an SVG without a word drawn by vl-convert, kept as pixels alone."""

import io

import vl_convert
from PIL import Image


class DrawnPreviews:
    """Serves ``public.instruments.PreviewPainter``."""

    def painted(self, svg: str) -> bytes:
        with Image.open(io.BytesIO(vl_convert.svg_to_png(svg))) as drawn:
            few = drawn.convert("RGB").quantize(48, dither=Image.Dither.NONE)
        out = io.BytesIO()
        few.save(out, "PNG", optimize=True)
        return out.getvalue()
