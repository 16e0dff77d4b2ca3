"""One file against all secrets: its bytes, and all that they unpack and decode to, layer under layer."""

import hashlib
import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping

from attrs import evolve, field, frozen

from sosik.bulletins.leaks import charsets
from sosik.bulletins.leaks.escapes import unescaped
from sosik.bulletins.leaks.matching import Matcher
from sosik.bulletins.leaks.packed import Locked, packed
from sosik.bulletins.leaks.runs import decoded, inflated

WINDOW = 4 << 20
"""Bytes of a layer that are held at a time."""
OVERLAP = 64 << 10
"""Bytes that two windows share: no secret, however it is written, is longer."""
DEEPEST = 4
"""Decodings on top of each other. A charset counts as none."""
MOST = 4 << 30
"""Bytes that one file may unpack to; more is not scanned, and said."""
TRIED = 4 << 10
"""Layers up to this many bytes are searched for streams without a header."""
REVERSED = 64 << 10
"""Layers up to this many bytes are also read from the end."""
CHUNK = 64 << 10
NEAR = 256
_READABLE = re.compile(rb"(?:[\t\n\r\x20-\x7e]|[\xc2-\xf4][\x80-\xbf]{1,3}){24,}")


_TURNED = charsets.NAMES | {"reversed"}
"""After one of these a layer need not be read from the end: the bytes that it came from were."""
_UNBROKEN = re.compile(rb"[^\s<>\"']{16,}")
_DELIMITER = re.compile(rb"[>=,:'\"\s]")


@frozen
class Hit:
    """``offset`` is a byte of the file: of the secret, of the stream that holds it, or where the stretch of ``NEAR`` bytes begins that
    holds it escaped. ``secret`` is a line number.
    """

    path: str
    offset: int
    secret: int
    encoding: str
    in_name: bool = False


@frozen
class Scanned:
    """``is_whole`` is false when something in the file could not be read: locked, too deep to unpack, too much of it."""

    hits: tuple[Hit, ...]
    is_whole: bool = True


@frozen
class _Layer:
    raw: bytes = field(repr=False)
    names: tuple[str, ...] = ()
    at: int | None = None
    """The byte of the window that stands for the layer, where there is one."""
    depth: int = 0

    def below(self, name: str, raw: bytes, at: int | None = None, *, deeper: int = 1) -> "_Layer":
        return _Layer(raw, (*self.names, name), self.at if self.names else at, self.depth + deeper)


def scan_pieces(path: str, pieces: Iterable[bytes], matcher: Matcher) -> Scanned:
    """``pieces`` are the file's bytes in order. The same secret in the same encoding is told once a file."""
    found: dict[tuple[int, str], Hit] = {}
    state = _Scan(matcher)
    for start, window in _windows(pieces):
        finds = [find for find in state.finds(window) if find[:2] not in found]
        places = _places(window, matcher, {secret for secret, _, at in finds if at is None})
        for secret, encoding, at in finds:
            place = places.get(secret, 0) if at is None else at
            found.setdefault((secret, encoding), Hit(path, start + place, secret, encoding))
    return Scanned(tuple(found.values()), state.is_whole)


def _places(window: bytes, matcher: Matcher, secrets: set[int]) -> dict[int, int]:
    """Where the stretch of ``NEAR`` bytes begins in which each of the secrets is first found; those that only the whole holds are left out."""
    places: dict[int, int] = {}
    for start in range(0, len(window), CHUNK // 2):
        if secrets <= set(places):
            break
        chunk = window[start : start + CHUNK]
        for secret in _secrets_in(chunk, matcher) & secrets - set(places):
            low, high = 0, len(chunk)
            while high - low > NEAR:
                middle = (low + high) // 2
                low, high = (middle, high) if secret in _secrets_in(chunk[middle:], matcher) else (low, middle)
            places[secret] = start + low
    return places


def _secrets_in(chunk: bytes, matcher: Matcher) -> set[int]:
    return {secret for secret, _, _ in _Scan(matcher).finds(chunk)}


def scan_name(path: str, matcher: Matcher) -> Scanned:
    """The name itself, as it is published."""
    found = scan_pieces(path, [path.encode("utf-8", "surrogateescape")], matcher)
    return Scanned(tuple(evolve(hit, in_name=True) for hit in found.hits), found.is_whole)


def scan_bundle(files: Mapping[str, bytes], matcher: Matcher) -> dict[str, Scanned]:
    """Every file of a bundle, its name included, by its path; only those with something to tell."""
    found = {}
    for path, content in files.items():
        name, held = scan_name(path, matcher), scan_pieces(path, [content], matcher)
        if name.hits or held.hits or not held.is_whole:
            found[path] = Scanned((*name.hits, *held.hits), held.is_whole)
    return found


def _windows(pieces: Iterable[bytes]) -> Iterator[tuple[int, bytes]]:
    """Windows that share ``OVERLAP`` bytes, each with the place of its first byte."""
    start, held = 0, b""
    for piece in pieces:
        held += piece
        while len(held) > WINDOW + OVERLAP:
            yield start, held[:WINDOW]
            start, held = start + WINDOW - OVERLAP, held[WINDOW - OVERLAP :]
    yield start, held


class _Scan:
    """What is remembered within one file: layers seen already, and how much was unpacked."""

    def __init__(self, matcher: Matcher) -> None:
        self.matcher = matcher
        self.is_whole = True
        self.seen: set[bytes] = set()
        self.runs: set[bytes] = set()
        self.unpacked = 0

    def finds(self, window: bytes) -> Iterator[tuple[int, str, int | None]]:
        """Secret, encoding and place of each find; the shallow layers first, so that each is met by its shortest way.

        The place is None when the secret was met in what was decoded from many places of the window.
        """
        waiting = deque([_Layer(window)])
        while waiting:
            layer = waiting.popleft()
            digest = hashlib.blake2b(layer.raw, digest_size=16).digest()
            if digest in self.seen or not layer.raw:
                continue
            self.seen.add(digest)
            for find in self.matcher.finds(layer.raw):
                yield find.secret.line, _encoding(layer.names, find.encoding), layer.at if layer.names else find.at
            for below in self._below(layer):
                (waiting.appendleft if below.depth == layer.depth else waiting.append)(below)

    def _below(self, layer: _Layer) -> Iterator[_Layer]:
        if not charsets.NAMES & set(layer.names[-1:]):
            for name, text in charsets.read(layer.raw, self.matcher.reach):
                yield layer.below(name, text.encode("utf-8", "replace"), deeper=0)
        if layer.depth < DEEPEST:
            yield from self._decoded(layer)

    def _decoded(self, layer: _Layer) -> Iterator[_Layer]:
        yield from self._unpacked(layer)
        if layer.depth and len(layer.raw) <= TRIED and not layer.raw.isascii() and "deflate" not in layer.names:
            yield layer.below("deflate", b"\n\n\n\n".join(inflated(raw) for raw in _starts(layer.raw)))
        if len(layer.raw) <= REVERSED and layer.depth <= 1 and not _TURNED & set(layer.names):
            yield layer.below("reversed", _from_the_end(layer.raw))
        if not charsets.is_text(layer.raw):
            strings = b"\n\n\n\n".join(match[0] for match in _READABLE.finditer(layer.raw))
            if strings:
                yield layer.below("strings", strings, deeper=0)
            return
        for name, text in (*unescaped(layer.raw, self.matcher.reach), *decoded(layer.raw, self.runs)):
            yield layer.below(name, text)

    def _unpacked(self, layer: _Layer) -> Iterator[_Layer]:
        try:
            for one in packed(layer.raw):
                for start, window in _windows(self._counted(one.pieces)):
                    yield layer.below(one.name, window, one.at)
                    del start
        except Locked:
            self.is_whole = False

    def _counted(self, pieces: Iterable[bytes]) -> Iterator[bytes]:
        for piece in pieces:
            self.unpacked += len(piece)
            if self.unpacked > MOST:
                raise Locked
            yield piece


def _from_the_end(raw: bytes) -> bytes:
    """All of it; of a text that can be read as it stands and is no short one, only what is long and has no spaces."""
    if len(raw) <= TRIED or not charsets.is_text(raw):
        return raw[::-1]
    return b"\n".join(match[0][::-1] for match in _UNBROKEN.finditer(raw))


def _starts(raw: bytes) -> Iterator[bytes]:
    """The bytes after each place at which a stream without a header is likely to begin in a text."""
    yield raw
    for match in _DELIMITER.finditer(raw):
        yield raw[match.end() :]


def _encoding(names: tuple[str, ...], last: str) -> str:
    plain = [name for name in names if name != "strings"]
    return "+".join([*plain, *([] if last == "text" and plain else [last])])
