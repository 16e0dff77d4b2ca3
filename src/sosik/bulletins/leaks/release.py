"""The gate of a release: the hash of the very bytes that leave, and what must be true of them."""

import hashlib
import json
from collections.abc import Collection, Iterable, Mapping

from attrs import frozen

from sosik.accounts.decision import Decision, DecisionKind
from sosik.bulletins.leaks.matching import Matcher
from sosik.bulletins.leaks.passages import Passages
from sosik.bulletins.leaks.scan import scan_bundle
from sosik.errors import DecisionRefused, ReleaseHit, ReleaseLeaks, ReleaseUnread, ReleaseUnscanned
from sosik.values.ids import MemberId, SourceHandle

_VERDICTS = ("clean", "hit")
_HEX = set("0123456789abcdef")


def bundle_hash(files: Mapping[str, bytes]) -> str:
    """SHA-256 over every path with the SHA-256 of its bytes, in the order of the paths; nothing else of the folder counts."""
    return hash_of_hashes({path: hashlib.sha256(content).hexdigest() for path, content in files.items()})


def hash_of_hashes(hashes: Mapping[str, str]) -> str:
    return hashlib.sha256(json.dumps(sorted(hashes.items()), ensure_ascii=True).encode()).hexdigest()


@frozen
class Release:
    """``sources`` are those behind the editions: one scan by a handler or trustee is due for each."""

    hash: str
    sources: frozenset[SourceHandle]


def check_passages(files: Mapping[str, bytes], passages: Passages, matcher: Matcher) -> None:
    """Raises ReleaseLeaks, which names a file and an account, or ReleaseUnread."""
    for path, scanned in scan_bundle(files, matcher).items():
        if scanned.hits:
            raise ReleaseLeaks(path=path, account=passages.owners[scanned.hits[0].secret])
        if not scanned.is_whole:
            raise ReleaseUnread(path=path)


def check_scans(release: Release, decisions: Iterable[Decision], *, is_demo: bool) -> None:
    """Raises ReleaseHit when a member found something, ReleaseUnscanned when a source has no scan of these bytes.

    A hit stands until the member who found it decides that the same bytes are clean. A demo has no vault: its missing scans
    are taken as made.
    """
    told: dict[tuple[SourceHandle, MemberId], str] = {}
    for one in decisions:
        if one.kind is DecisionKind.scan and one.about["bundle"] == release.hash:
            told[SourceHandle(one.about["source"]), one.member] = str(one.about["verdict"])
    if "hit" in told.values():
        raise ReleaseHit(bundle=release.hash)
    missing = sorted(release.sources - {source for source, _ in told})
    if missing and not is_demo:
        raise ReleaseUnscanned(bundle=release.hash, sources=", ".join(missing))


def check_scan(decision: Decision, sources: Collection[SourceHandle], line: int, file: str) -> None:
    """Refuses a scan of nobody known, of what is no hash, or with a word that is no verdict."""
    bundle, source = str(decision.about["bundle"]), decision.about["source"]
    if len(bundle) != hashlib.sha256().digest_size * 2 or not set(bundle) <= _HEX:
        raise DecisionRefused(file=file, line=line, why="bundle is not a hash")
    if source not in sources:
        raise DecisionRefused(file=file, line=line, why="the source is unknown")
    if decision.about["verdict"] not in _VERDICTS:
        raise DecisionRefused(file=file, line=line, why="verdict is neither clean nor hit")
