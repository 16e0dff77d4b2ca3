"""Which charsets a layer, or a stretch of it, may be written in when it is not UTF-8."""

import binascii
import re
from collections.abc import Iterator
from functools import cache

import numpy as np

from sosik.bulletins.leaks.nearby import around

_SHIFT = re.compile(rb"\+([A-Za-z0-9+/]*)-?")
_JAMO_AS_ASCII = re.compile(rb"1(?:[1-c]1){5}")
"""The letters of a keyboard in UTF-16 are bytes of ASCII."""
_RUN = 4
"""Readable characters in a row that make a stretch of text in a wide charset."""
_WIDE = (("utf-16-le", "<u2"), ("utf-16-be", ">u2"), ("utf-32-le", "<u4"), ("utf-32-be", ">u4"))
_SMALL = 4096
_WHOLE = 64 << 10
"""Bytes up to which a layer is never taken for a window that begins within a character."""
_LONG_RUN = 12
"""Characters in a row that bytes without sense do not give in a legacy charset."""
_SAMPLE = 4096
_SPACES = bytes([9, 10, 11, 12, 13, 27])


NAMES = frozenset({"utf-7", "cp949", *(name for name, _ in _WIDE)})


def read(raw: bytes, reach: int) -> Iterator[tuple[str, str]]:
    """Each charset, other than UTF-8, that some of the bytes may be in, with the text of that stretch; of UTF-7, ``reach`` bytes around."""
    if b"+" in raw:
        yield from (("utf-7", text) for text in _shifted(raw, reach))
    if raw.isascii() and b"\0" not in raw and not _JAMO_AS_ASCII.search(raw):
        return
    if not (is_utf8(raw) if len(raw) > _WHOLE else _decodes(raw)):
        text = _korean(raw.decode("cp949", "replace"), _RUN - 1 if len(raw) <= _SMALL or is_text(raw) else _LONG_RUN)
        if text:
            yield "cp949", text
    elif b"\0" not in raw and not raw.isascii():
        return
    for name, kind in _WIDE:
        if kind.endswith("2") or raw.count(b"\0\0") >= _RUN:
            text = "\n\n".join(_stretches(raw, name, kind))
            if text:
                yield name, text


def _stretches(raw: bytes, name: str, kind: str) -> Iterator[str]:
    """Runs of readable characters, from each byte at which the first may begin."""
    width = int(kind[-1])
    for phase in range(width):
        codes = np.frombuffer(raw, kind, max(0, len(raw) - phase) // width, phase)
        kept = _long_runs(_readable()[np.minimum(codes, 0xFFFF)], _RUN - 1)
        if kept.any():
            yield _apart(codes, kept).astype(kind).tobytes().decode(name, "replace")


def _shifted(raw: bytes, reach: int) -> Iterator[str]:
    """The neighbourhoods of what is readable once it is shifted back; nothing where nothing is."""
    spans = [match.span() for match in _SHIFT.finditer(raw) if _unshifted(match) != match[0]]
    for start, end in around(spans, reach, len(raw)):
        yield _SHIFT.sub(_unshifted, raw[start:end]).decode("utf-8", "replace")


def _unshifted(match: re.Match[bytes]) -> bytes:
    """The characters that the letters of a shift stand for, when each can be read; else the letters. ``+-`` is a plus."""
    letters = match[1]
    if match[0] == b"+-":
        return b"+"
    whole = len(letters) * 6 // 16 * 2
    units = binascii.a2b_base64(letters + b"A" * (-len(letters) % 4))[:whole]
    if not units or not _readable()[np.frombuffer(units, ">u2")].all():
        return match[0]
    return units.decode("utf-16-be", "replace").encode()


def _korean(text: str, least: int) -> str:
    """The readable stretches that hold more than ASCII."""
    units = np.frombuffer(text.encode("utf-16-le", "surrogatepass"), "<u2")
    kept = _long_runs(_readable()[units], least, units > 0x7F)
    return _apart(units, kept).astype("<u2").tobytes().decode("utf-16-le", "replace")


def _long_runs(readable: np.ndarray, least: int, wanted: np.ndarray | None = None) -> np.ndarray:
    """Where runs of readable characters stand that are long enough, and hold one that is wanted."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], readable, [False]))))
    starts, ends = edges[::2], edges[1::2]
    good = ends - starts >= least
    if wanted is not None:
        before = np.concatenate(([0], np.cumsum(wanted)))
        good &= before[ends] > before[starts]
    turns = np.zeros(len(readable) + 1, np.int8)
    turns[starts[good]] += 1
    turns[ends[good]] -= 1
    return np.cumsum(turns[:-1], dtype=np.int8).astype(bool)


def _apart(codes: np.ndarray, kept: np.ndarray) -> np.ndarray:
    """The kept codes, with an empty line between two runs."""
    at = np.flatnonzero(kept)
    breaks = np.flatnonzero(np.diff(at) > 1) + 1
    return np.insert(codes[at], np.repeat(breaks, 2), 10)


@cache
def _readable() -> np.ndarray:
    """ASCII, Hangul, Latin with its marks, and the signs and blanks that go with them."""
    table = np.zeros(0x10000, bool)
    for first, last in (
        *((0x20, 0x7E), (0xA0, 0x36F), (0x1100, 0x11FF), (0x180E, 0x180E), (0x2000, 0x206F), (0x3000, 0x303F)),
        *((0x3131, 0x318E), (0xAC00, 0xD7A3), (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF), (0xFF01, 0xFFDC)),
    ):
        table[first : last + 1] = True
    table[list(_SPACES)] = True
    return table


def is_text(raw: bytes) -> bool:
    """Few control bytes, and UTF-8 or mostly ASCII: worth reading for escapes."""
    sample = raw[:_SAMPLE]
    control = sample.translate(None, bytes([*_SPACES, *range(32, 127), *range(128, 256)]))
    if len(control) > 8 + len(sample) // 50:
        return False
    return is_utf8(sample) or len(sample.translate(None, bytes(range(128, 256)))) * 10 >= len(sample) * 4


def _decodes(raw: bytes) -> bool:
    try:
        raw.decode()
    except UnicodeDecodeError:
        return False
    return True


def is_utf8(raw: bytes) -> bool:
    """A character that is cut off at either end does not count against it."""
    start = next((at for at in range(min(4, len(raw))) if not 0x80 <= raw[at] < 0xC0), 0)
    try:
        raw[start:].decode()
    except UnicodeDecodeError as error:
        return start + error.start >= len(raw) - 3 and error.start > 0
    return True
