"""A folder on disk, scanned file by file; what was clean before and is the same to the byte is not scanned again."""

import hashlib
import json
import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from attrs import evolve, field, frozen

from sosik.adapters.private_file import write_private
from sosik.bulletins.leaks.matching import Matcher
from sosik.bulletins.leaks.release import hash_of_hashes
from sosik.bulletins.leaks.scan import Hit, Scanned, scan_bundle, scan_name, scan_pieces
from sosik.bulletins.leaks.secret import Secret
from sosik.errors import InputMissing

_PIECE = 1 << 20
_VERSION = "leak scan 2"
"""Changes with the scanner, so that what an older one found clean is looked at again."""


@frozen
class FolderScan:
    """``unread`` are files that could not be scanned whole. ``bundle`` is the hash that a scan decision names."""

    files: int
    bytes: int
    hits: tuple[Hit, ...]
    unread: tuple[str, ...]
    bundle: str


class CleanBefore:
    """Tags of what was clean: keyed by the secrets through scrypt, so that the file tells neither them nor what was scanned."""

    def __init__(self, path: Path, secrets: Sequence[Secret]) -> None:
        self.path = path
        known = _read(path)
        self.salt = bytes.fromhex(known["salt"]) if known else os.urandom(16)
        words = "\n".join(f"{secret.line} {secret.text}" for secret in secrets)
        self.key = hashlib.scrypt(f"{_VERSION}\n{words}".encode(), salt=self.salt, n=1 << 14, r=8, p=1, dklen=32)
        self.before = set(known["clean"]) if known else set()
        self.now: set[str] = set()

    def tag(self, path: str, digest: str) -> str:
        return hashlib.blake2b(
            f"{path}\0{digest}".encode("utf-8", "surrogateescape"), key=self.key, digest_size=16
        ).hexdigest()

    def save(self) -> None:
        write_private(self.path, json.dumps({"salt": self.salt.hex(), "clean": sorted(self.now)}).encode())


def scan_folder(
    folder: Path, files: Sequence[Path], matcher: Matcher, clean: CleanBefore, *, first: int = 1
) -> Iterator["_OfFile"]:
    """Of each file of ``files`` what was found, in order. Its name counts as its bytes do; one that holds a secret is not told,
    but the number of the file among all, counted from ``first``.
    """
    for number, file in enumerate(files, start=first):
        part = _scanned(file, file.relative_to(folder).as_posix(), matcher, clean)
        if any(hit.in_name for hit in part.hits):
            told = f"(file {number})"
            part = evolve(part, told=told, hits=tuple(evolve(hit, path=told) for hit in part.hits))
        yield part


def files_under(folder: Path) -> list[Path]:
    """Every file and link, hidden ones too. Raises InputMissing."""
    if not folder.is_dir():
        raise InputMissing(file=folder.name)
    found = [Path(top, name) for top, _, names in os.walk(folder) for name in names]
    links = [Path(top, name) for top, names, _ in os.walk(folder) for name in names if Path(top, name).is_symlink()]
    empty = [Path(top) for top, names, held in os.walk(folder) if not names and not held and Path(top) != folder]
    return sorted([*found, *links, *empty])


@frozen
class _OfFile:
    path: str
    bytes: int
    digest: str
    hits: tuple[Hit, ...] = field(factory=tuple)
    is_whole: bool = True
    told: str | None = None


def summed(parts: Sequence[_OfFile]) -> FolderScan:
    return FolderScan(
        len(parts),
        sum(part.bytes for part in parts),
        tuple(hit for part in parts for hit in part.hits),
        tuple(part.told or part.path for part in parts if not part.is_whole),
        hash_of_hashes({part.path: part.digest for part in parts}),
    )


def scan_held(files: Mapping[str, bytes], matcher: Matcher) -> FolderScan:
    """The same of files that are held in memory."""
    found = scan_bundle(files, matcher)
    parts = []
    for number, (path, content) in enumerate(sorted(files.items()), start=1):
        one = found.get(path, Scanned(()))
        told = f"(file {number})" if any(hit.in_name for hit in one.hits) else None
        hits = tuple(evolve(hit, path=told) if told else hit for hit in one.hits)
        digest = hashlib.sha256(content).hexdigest()
        parts.append(_OfFile(path, len(content), digest, hits, one.is_whole, told))
    return summed(parts)


def _scanned(file: Path, name: str, matcher: Matcher, clean: CleanBefore) -> _OfFile:
    """A link is scanned for where it leads; a folder that is empty, for its name."""
    named = scan_name(name, matcher)
    if file.is_symlink():
        target = os.fsencode(file.readlink())
        held = scan_pieces(name, [target], matcher)
        return _OfFile(name, len(target), hashlib.sha256(target).hexdigest(), (*named.hits, *held.hits), held.is_whole)
    if file.is_dir():
        return _OfFile(name, 0, "", named.hits)
    try:
        digest, size = _digest(file)
        tag = clean.tag(name, digest)
        if tag not in clean.before or named.hits:
            held = scan_pieces(name, _pieces(file), matcher)
            if named.hits or held.hits or not held.is_whole:
                return _OfFile(name, size, digest, (*named.hits, *held.hits), held.is_whole)
    except OSError:
        return _OfFile(name, 0, "", named.hits, is_whole=False)
    clean.now.add(tag)
    return _OfFile(name, size, digest)


def _pieces(file: Path) -> Iterator[bytes]:
    with file.open("rb") as opened:
        while piece := opened.read(_PIECE):
            yield piece


def _digest(file: Path) -> tuple[str, int]:
    total, size = hashlib.sha256(), 0
    for piece in _pieces(file):
        total.update(piece)
        size += len(piece)
    return total.hexdigest(), size


def _read(path: Path) -> dict[str, str] | None:
    try:
        known = json.loads(path.read_text("utf-8"))
        return known if set(known) == {"salt", "clean"} and bytes.fromhex(known["salt"]) else None
    except (OSError, ValueError, TypeError):
        return None
