"""A folder of reports on disk, read file by file when asked for; links that lead out of it are refused."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from sosik.accounts.report import TEXT_FORMATS
from sosik.accounts.untrusted import UntrustedFile, suffix_of
from sosik.errors import InputLink, InputMissing, InputTooLarge

_READ_AT_MOST = 64 * 1024 * 1024
_ATTACH_AT_MOST = 512 * 1024 * 1024  # one at a time, so that a long recording fits too


class ReportFolder(Mapping[str, UntrustedFile]):
    """Names are listed once; a file's bytes are read each time it is asked for and held by nobody."""

    def __init__(self, root: Path, names: list[str]) -> None:
        self.root, self.names = root, dict.fromkeys(names)
        self._resolved = root.resolve()

    def __getitem__(self, name: str) -> UntrustedFile:
        if name not in self.names:
            raise KeyError(name)
        return _read(self.root / name, name, self._resolved)

    def __contains__(self, name: object) -> bool:
        return name in self.names

    def __iter__(self) -> Iterator[str]:
        return iter(self.names)

    def __len__(self) -> int:
        return len(self.names)


def read_reports(path: Path) -> ReportFolder:
    """One file with the neighbours that it may name, or every file of a folder and below it, hidden ones left out."""
    if path.is_file():
        return ReportFolder(path.parent, [path.name, *(file.name for file in _neighbours(path))])
    if not path.is_dir():
        raise InputMissing(file=path.name)
    return ReportFolder(path, sorted(_below(str(path), "")))


def read_attachment(path: Path) -> bytes:
    """A file that is attached by itself; raises InputMissing or InputTooLarge."""
    try:
        with path.open("rb") as handle:
            content = handle.read(_ATTACH_AT_MOST + 1)
    except OSError as error:
        raise InputMissing(file=path.name) from error
    if len(content) > _ATTACH_AT_MOST:
        raise InputTooLarge(file=path.name, limit_mb=_ATTACH_AT_MOST >> 20)
    return content


def _below(folder: str, prefix: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from _below(entry.path, f"{prefix}{entry.name}/")
            else:
                yield f"{prefix}{entry.name}"


def _neighbours(path: Path) -> list[Path]:
    """The sidecar of a single file, and the files beside it whose names it mentions: its attachments."""
    sidecar = path.with_suffix(".toml")
    mentions = path.read_bytes()[:_READ_AT_MOST] if suffix_of(path.name) in TEXT_FORMATS else b""
    if sidecar.is_file():
        mentions += sidecar.read_bytes()[:_READ_AT_MOST]
    beside = [file for file in sorted(path.parent.iterdir()) if file.is_file() and file.name.encode() in mentions]
    found = [sidecar, *beside] if sidecar.is_file() else beside
    return [file for file in dict.fromkeys(found) if file != path and file.suffix not in TEXT_FORMATS]


def _read(file: Path, name: str, root: Path) -> UntrustedFile:
    if not name.isascii() and name != name.encode("utf-8", "ignore").decode("utf-8"):
        return UntrustedFile(name, error=InputMissing(file=name.encode("utf-8", "replace").decode("utf-8")))
    try:
        if not file.resolve().is_relative_to(root):
            return UntrustedFile(name, error=InputLink(file=name))
        if not file.is_file():
            return UntrustedFile(name, error=InputMissing(file=name))
        with file.open("rb") as handle:
            content = handle.read(_READ_AT_MOST + 1)
    except OSError:
        return UntrustedFile(name, error=InputMissing(file=name))
    if len(content) > _READ_AT_MOST:
        return UntrustedFile(name, error=InputTooLarge(file=name, limit_mb=_READ_AT_MOST >> 20))
    return UntrustedFile(name, content)
