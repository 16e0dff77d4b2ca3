"""Pictures by Pillow: rebuilt from pixels alone, at one of few sizes and one quality, so that no source file can be matched."""

import io
import struct
import warnings
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path, PurePosixPath

import cv2
import numpy as np
from PIL import Image, ImageOps
from pillow_heif import register_heif_opener

from sosik.bulletins.picture import Rebuilt
from sosik.errors import PictureRefused

LONGEST = 1600
"""Pixels of the longer side at most; smaller pictures are scaled to a multiple of ``STEP``."""
STEP = 64
QUALITY = 82
_MOST_PIXELS = 80_000_000
_READ = ("JPEG", "PNG", "WEBP", "HEIF")
_PNG_KEPT = {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS"}
_WEBP_KEPT = {b"VP8 ", b"VP8L"}
_JPEG_KEPT = {0xC0, 0xC2, 0xC4, 0xDB, 0xDD}
_SUFFIXES = frozenset(
    {".html", ".xml", ".json", ".geojson", ".csv", ".css", ".md", ".txt", ".svg", ".js", ".parquet", ".pub", ".minisig"}
)
register_heif_opener()


class PillowPictures:
    """Serves ``bulletins.picture.Pictures``."""

    def rebuild(self, name: str, untrusted: bytes) -> Rebuilt:
        """JPEG from JPEG and HEIC, PNG from PNG, WebP from WebP. Raises PictureRefused."""
        opened = _opened(name, untrusted)
        kind = "JPEG" if opened.format in {"JPEG", "HEIF"} else str(opened.format)
        pixels = _pixels(name, opened, kind)
        out = io.BytesIO()
        pixels.save(out, kind, **_options(kind))
        content = out.getvalue()
        check_segments(name, content)
        faces, plates = _seen(pixels)
        return Rebuilt(content, {"JPEG": ".jpg", "PNG": ".png", "WEBP": ".webp"}[kind], *pixels.size, faces, plates)


def _opened(name: str, untrusted: bytes) -> Image.Image:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            opened = Image.open(io.BytesIO(untrusted), formats=_READ)
    except Exception as error:
        raise PictureRefused(file=name, why="it is no JPEG, PNG, WebP or HEIC") from error
    if opened.width * opened.height > _MOST_PIXELS:
        raise PictureRefused(file=name, why="it has too many pixels")
    if getattr(opened, "n_frames", 1) > 1 and opened.format != "HEIF":
        raise PictureRefused(file=name, why="it is animated")
    return opened


def _pixels(name: str, opened: Image.Image, kind: str) -> Image.Image:
    """Turned upright, scaled, and copied into a picture that knows nothing else."""
    try:
        upright = ImageOps.exif_transpose(opened)
        mode = (
            "RGBA"
            if kind != "JPEG" and "A" in upright.convert("RGBA").getbands() and upright.has_transparency_data
            else "RGB"
        )
        plain = upright.convert(mode)
    except Exception as error:
        raise PictureRefused(file=name, why="it is damaged or cut short") from error
    scale = min(1.0, LONGEST / max(plain.size))
    size = tuple(
        max(1, round(side * scale / STEP) * STEP or 1) if side * scale >= STEP else round(side * scale) or 1
        for side in plain.size
    )
    scaled = plain.resize((size[0], size[1]), Image.Resampling.LANCZOS)
    return Image.frombytes(mode, scaled.size, scaled.tobytes())


def _options(kind: str) -> dict[str, object]:
    if kind == "JPEG":
        return {"quality": QUALITY, "subsampling": 2, "optimize": True, "progressive": False}
    return {"quality": QUALITY, "method": 4} if kind == "WEBP" else {"optimize": True}


# --- what a published file may be made of -----------------------------------------------------------------------------


def check_published(files: Mapping[str, bytes]) -> None:
    """Every file of a bundle is of a kind that we write; pictures hold pixels alone. Raises PictureRefused."""
    for path, content in files.items():
        suffix = PurePosixPath(path).suffix.lower()
        if suffix in {".jpg", ".jpeg", ".png", ".webp"}:
            check_segments(path, content)
        elif suffix not in _SUFFIXES:
            raise PictureRefused(file=path, why="documents are not published as they were received")


def check_segments(name: str, content: bytes) -> None:
    """Raises PictureRefused when the file holds anything but what draws its pixels, or a byte after its end."""
    try:
        if content.startswith(b"\xff\xd8"):
            is_plain = _is_plain_jpeg(content)
        elif content.startswith(b"\x89PNG\r\n\x1a\n"):
            is_plain = all(kind in _PNG_KEPT for kind in _chunks(content, 8, ">", 4))
        else:
            is_plain = (
                content[:4] == b"RIFF"
                and content[8:12] == b"WEBP"
                and all(kind in _WEBP_KEPT or _is_alpha(content, kind) for kind in _chunks(content, 12, "<", 0))
            )
    except (struct.error, IndexError) as error:
        raise PictureRefused(file=name, why="it is damaged or cut short") from error
    if not is_plain:
        raise PictureRefused(file=name, why="it holds more than pixels")


def _is_alpha(content: bytes, kind: bytes) -> bool:
    """A see-through WebP needs its header and alpha; the header may announce nothing else."""
    return kind == b"ALPH" or (kind == b"VP8X" and content[20] & ~0x10 == 0)


def _chunks(content: bytes, at: int, order: str, checksum: int) -> Iterator[bytes]:
    """The kinds of chunks in turn; a kind that nobody knows stands for bytes after the end."""
    while at < len(content):
        if order == ">":
            size, kind = struct.unpack_from(">I4s", content, at)
            at += 8 + size + checksum
        else:
            kind, size = struct.unpack_from("<4sI", content, at)
            at += 8 + size + size % 2
        yield kind
        if kind == b"IEND" or at > len(content):
            break
    if at != len(content):
        yield b"?"


def _is_plain_jpeg(content: bytes) -> bool:
    """JFIF's own header of 16 bytes, tables, one frame, scans, and nothing after the end."""
    at = 2
    while True:
        marker = content[at + 1]
        if content[at] != 0xFF:
            return False
        if marker == 0xDA:
            end = content.find(b"\xff\xd9", at)
            return end == len(content) - 2
        size = struct.unpack_from(">H", content, at + 2)[0]
        if marker not in _JPEG_KEPT and not (marker == 0xE0 and size == 16 and content[at + 4 : at + 9] == b"JFIF\0"):
            return False
        at += 2 + size


# --- what a member is to look at --------------------------------------------------------------------------------------


def _seen(pixels: Image.Image) -> tuple[int, int]:
    """Faces and number plates; a detector misses some and sees some that are none."""
    grey = np.asarray(pixels.convert("L"))
    faces = _detector("haarcascade_frontalface_default.xml").detectMultiScale(grey, 1.1, 5, minSize=(24, 24))
    plates = _detector("haarcascade_russian_plate_number.xml").detectMultiScale(grey, 1.1, 4, minSize=(32, 10))
    return len(faces), len(plates)


@cache
def _detector(name: str) -> cv2.CascadeClassifier:
    return cv2.CascadeClassifier(str(Path(cv2.__file__).parent / "data" / name))
