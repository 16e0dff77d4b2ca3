"""A folder of reports on disk, read file by file; links that lead out of it are refused."""

from pathlib import Path

from sosik.accounts.report import TEXT_FORMATS, UntrustedFile
from sosik.errors import InputLink, InputMissing

_READ_AT_MOST = 64 * 1024 * 1024


def read_reports(path: Path) -> tuple[UntrustedFile, ...]:
    """One file with the neighbours that it may name, or every file of a folder and below it, hidden ones left out."""
    if path.is_file():
        beside = [path, *_neighbours(path)]
        return tuple(_read(file, path.parent) for file in beside)
    if not path.is_dir():
        raise InputMissing(file=path.name)
    files = [
        file
        for file in sorted(path.rglob("*"))
        if not _is_hidden(file, path) and (file.is_symlink() or not file.is_dir())
    ]
    return tuple(_read(file, path) for file in files)


def _neighbours(path: Path) -> list[Path]:
    """The sidecar of a single file, and the files beside it whose names it mentions: its attachments."""
    sidecar = path.with_suffix(".toml")
    mentions = path.read_bytes()[:_READ_AT_MOST]
    if sidecar.is_file():
        mentions += sidecar.read_bytes()[:_READ_AT_MOST]
    beside = [file for file in sorted(path.parent.iterdir()) if file.is_file() and file.name.encode() in mentions]
    found = [sidecar, *beside] if sidecar.is_file() else beside
    return [file for file in dict.fromkeys(found) if file != path and file.suffix not in TEXT_FORMATS]


def _is_hidden(file: Path, root: Path) -> bool:
    return any(part.startswith(".") for part in file.relative_to(root).parts)


def _read(file: Path, root: Path) -> UntrustedFile:
    name = file.relative_to(root).as_posix()
    try:
        if not file.resolve().is_relative_to(root.resolve()):
            return UntrustedFile(name, error=InputLink(file=name))
        if not file.is_file():
            return UntrustedFile(name, error=InputMissing(file=name))
        with file.open("rb") as handle:
            return UntrustedFile(name, handle.read(_READ_AT_MOST))
    except OSError:
        return UntrustedFile(name, error=InputMissing(file=name))
