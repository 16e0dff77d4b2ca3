"""Compressed streams and archives inside a layer, unpacked piece by piece by the standard library's readers."""

import bz2
import io
import lzma
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import Protocol

from attrs import frozen

PIECE = 1 << 20
"""Bytes that are unpacked at a time."""
_TRIES = 20_000
_MAGIC = re.compile(rb"\x1f\x8b\x08|\x78[\x01\x5e\x9c\xda]|BZh[1-9]1AY&SY|\xfd7zXZ\x00|PK\x05\x06")
_END_OF_ZIP = 22


class Unpacker(Protocol):
    @property
    def eof(self) -> bool: ...

    def decompress(self, data: bytes, max_length: int = ...) -> bytes: ...


@frozen
class Packed:
    """One stream that begins at byte ``at`` of the layer. ``pieces`` ends early where the stream is broken."""

    name: str
    at: int
    pieces: Iterator[bytes]


class Locked(Exception):
    """An archive's member that is encrypted or packed in a way that nobody here can read."""


def packed(raw: bytes | memoryview, *, is_start: bool = True) -> Iterator[Packed]:
    """Every stream that something can be unpacked from. Its pieces may raise Locked."""
    view = memoryview(raw)
    for tries, match in enumerate(_MAGIC.finditer(view)):
        if tries > _TRIES:
            raise Locked
        at = match.start()
        magic = match[0][:2]
        if magic == b"PK":
            yield from _archive(view[: _end_of_archive(view, at)])
        elif magic == b"\x1f\x8b":
            yield from _begun("gzip", at, view, zlib.decompressobj(wbits=31))
        elif magic[:1] == b"\x78":
            yield from _begun("zlib", at, view, zlib.decompressobj())
        elif magic == b"BZ":
            yield from _begun("bzip2", at, view, bz2.BZ2Decompressor())
        else:
            yield from _begun("xz", at, view, lzma.LZMADecompressor())
    if is_start and _is_deflate(bytes(view[:1024])):
        yield from _begun("deflate", 0, view, zlib.decompressobj(wbits=-15))


def _begun(name: str, at: int, view: memoryview, unpacker: Unpacker) -> Iterator[Packed]:
    """Only what yields anything at all: most places that look like a beginning are none."""
    pieces = _pieces(view[at:], unpacker)
    first = next(pieces, b"")
    if first:
        yield Packed(name, at, _after(first, pieces))


def _is_deflate(head: bytes) -> bool:
    """A stream without a header: it ends in these bytes, or all of them unpack."""
    unpacker = zlib.decompressobj(wbits=-15)
    if len(head) < 2 or head[0] & 7 in {0, 6, 7}:
        return False
    try:
        unpacker.decompress(head, PIECE)
    except zlib.error:
        return False
    return unpacker.eof or len(head) == 1024


def _after(first: bytes, rest: Iterator[bytes]) -> Iterator[bytes]:
    yield first
    yield from rest


def _pieces(view: memoryview, unpacker: Unpacker) -> Iterator[bytes]:
    """A few bytes of input first, so that a false beginning costs little; then whole pieces."""
    at, step, held = 0, 512, b""
    while not unpacker.eof:
        feed = held or bytes(view[at : at + step])
        if not held:
            at, step = at + len(feed), PIECE
        try:
            piece = unpacker.decompress(feed, PIECE)
        except (zlib.error, OSError, EOFError, lzma.LZMAError, ValueError):
            return
        held = getattr(unpacker, "unconsumed_tail", b"")
        if piece:
            yield piece
        elif not feed:
            return


def _end_of_archive(view: memoryview, at: int) -> int:
    comment = int.from_bytes(view[at + 20 : at + 22], "little")
    return min(len(view), at + _END_OF_ZIP + comment)


def _archive(view: memoryview) -> Iterator[Packed]:
    try:
        archive = zipfile.ZipFile(io.BytesIO(view))
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return
    with archive:
        names = "\n".join(archive.namelist()) + "\n" + archive.comment.decode("utf-8", "replace")
        yield Packed("zip names", 0, iter([names.encode("utf-8", "replace")]))
        for member in archive.infolist():
            if not member.is_dir():
                yield Packed("zip", member.header_offset, _member(archive, member))


def _member(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Iterator[bytes]:
    try:
        with archive.open(member) as opened:
            while piece := opened.read(PIECE):
                yield piece
    except (RuntimeError, NotImplementedError) as error:
        raise Locked from error
    except (zipfile.BadZipFile, OSError, EOFError, zlib.error, lzma.LZMAError, ValueError):
        return
