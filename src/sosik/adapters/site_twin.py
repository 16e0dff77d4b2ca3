"""The twin of a large site: a folder beside it with the same files, by hard links, that takes a change in place of the whole.

The twin holds nothing that the site does not hold: when a command ends, both are the same. After a kill it may be of the release before,
or half way; then it is mended by the next release, from what its files are and not from what is remembered.
"""

import ctypes
import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from attrs import frozen

_TWIN = "sosik-twin"


@frozen
class Stamp:
    """What a file's entry on the disk says: another file, or one that somebody changed, has another."""

    inode: int
    size: int
    changed_ns: int


@frozen
class Change:
    """Paths that are new or hold other bytes, and paths that are to go."""

    fresh: frozenset[str]
    gone: frozenset[str] = frozenset()


def twin_of(out: Path) -> Path:
    return out.with_name(f".{out.name}.{_TWIN}")


def stamps(folder: Path) -> dict[str, Stamp]:
    """Of every plain file below it, by its path; empty where there is no folder."""
    return {path: _stamp(entry.stat(follow_symlinks=False)) for path, entry in _files(folder)}


def is_twin(twin: Path, out: Path) -> bool:
    """The same names, and behind each the very same file."""
    return twin.is_dir() and not twin.is_symlink() and _inodes(twin) == _inodes(out)


def mended(twin: Path, out: Path, change: Change | None = None) -> None:
    """The twin made to hold what the site holds: where the change says that they differ, or wherever they do."""
    if change is not None and twin.is_dir():
        _removed(twin, change.gone)
        _linked(twin, out, change.fresh)
        return
    if twin.is_symlink() or not twin.is_dir():
        twin.unlink(missing_ok=True)
        twin.mkdir()
    here, there = _inodes(twin), _inodes(out)
    _removed(twin, here.keys() - there.keys())
    _linked(twin, out, (path for path, inode in there.items() if here.get(path) != inode))
    twin.chmod(0o755)


def changed(folder: Path, change: Change, files: Mapping[str, bytes]) -> dict[str, Stamp]:
    """The change in the folder, on the disk when it returns. A file is written anew and never in place, since its links share it."""
    written: dict[str, Stamp] = {}
    _removed(folder, change.gone)
    _folders(folder, change.fresh)
    for path in sorted(change.fresh):
        written[path] = _write(folder / path, files[path])
    _on_disk(folder, change.fresh)
    return written


def _write(file: Path, content: bytes) -> Stamp:
    new = file.with_name(f"{file.name}.new")
    opened = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644)
    try:
        with open(opened, "wb", closefd=False) as out:
            out.write(content)
        os.fchmod(opened, 0o644)
        found = _stamp(os.fstat(opened))
    finally:
        os.close(opened)
    new.rename(file)
    return found


def _linked(twin: Path, out: Path, paths: Iterable[str]) -> None:
    every = sorted(paths)
    _folders(twin, every)
    for path in every:
        (twin / path).unlink(missing_ok=True)
        os.link(out / path, twin / path)


def _removed(folder: Path, paths: Iterable[str]) -> None:
    for path in sorted(paths):
        file = folder / path
        shutil.rmtree(file) if file.is_dir() and not file.is_symlink() else file.unlink(missing_ok=True)
        for parent in file.relative_to(folder).parents:
            if str(parent) != "." and not any((folder / parent).iterdir()):
                (folder / parent).rmdir()


def _folders(folder: Path, paths: Iterable[str]) -> None:
    for name in sorted({path.rpartition("/")[0] for path in paths} - {""}):
        made = folder / name
        made.mkdir(parents=True, exist_ok=True)
        while made != folder:
            made.chmod(0o755)
            made = made.parent


def _on_disk(folder: Path, paths: Iterable[str]) -> None:
    """Everything flushed at once where the system can flush one file system, else file by file."""
    if sys.platform.startswith("linux"):
        opened = os.open(folder, os.O_RDONLY)
        try:
            if ctypes.CDLL(None, use_errno=True).syncfs(opened) == 0:
                return
        except (OSError, AttributeError):
            pass
        finally:
            os.close(opened)
    for path in (*paths, "."):
        opened = os.open(folder / path, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)


def _inodes(folder: Path) -> dict[str, int]:
    return {path: entry.inode() for path, entry in _files(folder)}


def _files(folder: Path, below: str = "") -> Iterator[tuple[str, "os.DirEntry[str]"]]:
    """Everything that is no folder, links too."""
    if not folder.is_dir():
        return
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _files(folder / entry.name, f"{below}{entry.name}/")
            else:
                yield f"{below}{entry.name}", entry


def _stamp(found: os.stat_result) -> Stamp:
    return Stamp(found.st_ino, found.st_size, found.st_mtime_ns)
