"""Runs of letters that are bytes written as text: base64, base32, hex, on one line or wrapped over many."""

import base64
import binascii
import re
import zlib
from collections.abc import Callable, Iterable, Iterator

from sosik.bulletins.leaks.sense import holds_sense
from sosik.bulletins.leaks.wrapped import wrapped_runs

_BASE64 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_"
_BASE32 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_HEX = b"0123456789abcdefABCDEF"
_BETWEEN = b" :-,"
_LEAST = 12
_WORDS = re.compile(rb"[-_/+]*+(?:(?>(?:[A-Z]?[a-z]+|[0-9a-f]+)(?:[-_/+]+|\Z)))*+")
"""Words, numbers and lower-case hex, joined by signs: names of classes, paths and identifiers, no base64."""
_GLUED = 8
_TRIED = 64 << 10
_LEAST_BASE32 = 8
_URL_SAFE = bytes.maketrans(b"-_", b"+/")
_PREFIXED = re.compile(rb"(?:0[xX][0-9A-Fa-f]{2}[,;\s]*){4,}")
_PAD = b"\n\n\n\n"


def _class_of(alphabet: bytes, separators: bytes = b"") -> bytes:
    return bytes(ord("a") if at in alphabet else ord("s") if at in separators else ord(".") for at in range(256))


_IN_BASE64, _IN_BASE32, _IN_HEX = _class_of(_BASE64), _class_of(_BASE32), _class_of(_HEX)
_IN_SPACED = _class_of(_HEX, _BETWEEN)
_HEXES, _BASE32S = re.compile(rb"[0-9A-Fa-f]{12,}"), re.compile(rb"[A-Z2-7]{8,}")
_SPACED = re.compile(rb"(?:aas{1,2}){5,}aa")


def decoded(raw: bytes, seen: set[bytes]) -> Iterator[tuple[str, bytes]]:
    """All runs of one encoding together, once for each place at which its groups may begin; those ``seen`` already are left out."""
    wrapped = list(_new(wrapped_runs(raw, _LEAST), b"l", seen))
    runs = [*_new((run for run in _runs(raw, _IN_BASE64) if not _WORDS.fullmatch(run)), b"b", seen), *wrapped]
    if runs:
        yield from _at_phases("base64", runs, 4, _from_base64)
    hexes = [
        *_new((*_runs(raw, _IN_HEX), *_spaced(raw), *_prefixed(raw)), b"h", seen),
        *(each for run in wrapped for each in _HEXES.findall(run)),
    ]
    if hexes:
        yield from _at_phases("hex", hexes, 2, _from_hex)
    upper = [
        *_new(_runs(raw, _IN_BASE32, _LEAST_BASE32), b"u", seen),
        *(each for run in wrapped for each in _BASE32S.findall(run)),
    ]
    if upper:
        yield from _at_phases("base32", upper, 1, _from_base32)


def _new(runs: Iterable[bytes], kind: bytes, seen: set[bytes]) -> Iterator[bytes]:
    for run in runs:
        if (key := kind + run) not in seen:
            seen.add(key)
            yield run


def _at_phases(
    name: str, runs: Iterable[bytes], phases: int, decode: Callable[[bytes], bytes]
) -> Iterator[tuple[str, bytes]]:
    """Pieces are kept apart by whole words of four bytes, so that no charset loses its step."""
    for phase in range(phases):
        pieces = [decode(run[phase:]) for run in runs]
        yield from (
            (f"{name}+deflate", text) for piece in pieces for at in range(_GLUED) if (text := inflated(piece[at:]))
        )
        kept = [piece for piece in pieces if holds_sense(piece)]
        if kept:
            yield name, b"".join(piece + b"\n" * (-len(piece) % 4) + _PAD for piece in kept)


def _runs(raw: bytes, classes: bytes, least: int = _LEAST) -> Iterator[bytes]:
    """Every run of the alphabet that is long enough; found by a search for its shape, not letter by letter."""
    shape, needle, at = raw.translate(classes), b"a" * least, 0
    while (start := shape.find(needle, at)) >= 0:
        end = shape.find(b".", start)
        at = len(shape) if end < 0 else end
        run = raw[start:at]
        yield run


def _spaced(raw: bytes) -> Iterator[bytes]:
    shape = raw.translate(_IN_SPACED)
    if b"aasaasaasaasaasaa" not in shape and b"aassaassaassaassaassaa" not in shape:
        return
    for match in _SPACED.finditer(shape):
        yield raw[match.start() : match.end()].translate(None, _BETWEEN)


def _prefixed(raw: bytes) -> Iterator[bytes]:
    if raw.lower().count(b"0x") >= 4:
        for match in _PREFIXED.finditer(raw):
            yield re.sub(rb"0[xX]|[,;\s]", b"", match[0])


def _from_base64(run: bytes) -> bytes:
    whole = run.translate(_URL_SAFE, b"=")
    rest = len(whole) % 4
    return binascii.a2b_base64(whole + b"A" * (4 - rest) if rest in {2, 3} else whole[: len(whole) - rest])


def _from_hex(run: bytes) -> bytes:
    return binascii.unhexlify(run[: len(run) - len(run) % 2])


def _from_base32(run: bytes) -> bytes:
    return base64.b32decode(run + b"A" * (-len(run) % 8))


def inflated(raw: bytes) -> bytes:
    """What a deflate stream without a header says, which only a try can tell; nothing when it is none or does not end."""
    if len(raw) < 8 or raw[0] & 7 in {0, 6, 7}:
        return b""
    unpacker = zlib.decompressobj(wbits=-15)
    try:
        text = unpacker.decompress(raw, _TRIED)
    except zlib.error:
        return b""
    return text if len(text) >= 4 and (unpacker.eof or len(text) == _TRIED) else b""
