"""Which charsets a layer, or a stretch of it, may be written in when it is not UTF-8."""

import re
from collections.abc import Iterator
from functools import cache

import numpy as np

_UTF7 = re.compile(rb"\+[A-Za-z0-9+/]{2,}-?")
_RUN = 4
"""Readable characters in a row that make a stretch of text in a wide charset."""
_WIDE = (("utf-16-le", "<u2"), ("utf-16-be", ">u2"), ("utf-32-le", "<u4"), ("utf-32-be", ">u4"))
_SAMPLE = 4096
_SPACES = bytes([9, 10, 11, 12, 13, 27])


NAMES = frozenset({"utf-7", "cp949", *(name for name, _ in _WIDE)})


def read(raw: bytes) -> Iterator[tuple[str, str]]:
    """Each charset, other than UTF-8, that some of the bytes may be in, with the text of that stretch."""
    if b"+" in raw and _UTF7.search(raw):
        yield "utf-7", raw.decode("utf-7", "replace")
    if raw.isascii() and b"\0" not in raw:
        return
    if not is_utf8(raw):
        text = _korean(raw.decode("cp949", "replace"))
        if text:
            yield "cp949", text
    elif b"\0" not in raw:
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
        count = (len(raw) - phase) // width
        if count < _RUN - 1:
            continue
        codes = np.frombuffer(raw, kind, count, phase)
        readable = _readable()[np.minimum(codes, 0xFFFF)]
        edges = np.flatnonzero(np.diff(np.concatenate(([False], readable, [False]))))
        for start, end in edges.reshape(-1, 2):
            if end - start >= _RUN - 1:
                yield raw[phase + width * int(start) : phase + width * int(end)].decode(name, "replace")


def _korean(text: str) -> str:
    """The readable stretches that hold more than ASCII."""
    units = np.frombuffer(text.encode("utf-16-le", "surrogatepass"), "<u2")
    readable = _readable()[units]
    edges = np.flatnonzero(np.diff(np.concatenate(([False], readable, [False]))))
    found = [units[start:end] for start, end in edges.reshape(-1, 2) if end - start >= _RUN - 1]
    return "\n\n".join(part.tobytes().decode("utf-16-le") for part in found if int(part.max()) > 0x7F)


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


def is_utf8(raw: bytes) -> bool:
    """A character that is cut off at either end does not count against it."""
    start = next((at for at in range(min(4, len(raw))) if not 0x80 <= raw[at] < 0xC0), 0)
    try:
        raw[start:].decode()
    except UnicodeDecodeError as error:
        return start + error.start >= len(raw) - 3 and error.start > 0
    return True
