"""A folder that is made beside its place, whole or not there; and a copy of one that may only be read."""

import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sosik.adapters.private_file import flush_folder
from sosik.adapters.store.folder import DeskFolder
from sosik.errors import DeskChanged, FolderTaken

_TRIES = 3
_OURS = ("*.toml", "*.age", "*-*.db", "*-*.db-wal", "members/*.age")


@contextmanager
def made_beside(path: Path) -> Iterator[Path]:
    """Yields a new folder, which takes the place of ``path`` when all went well. Raises FolderTaken when there is something."""
    if path.exists() and (not path.is_dir() or any(path.iterdir())):
        raise FolderTaken(desk=path.name)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with _locked(path.parent):
        _swept(path)
        beside = Path(tempfile.mkdtemp(prefix=f".{path.name}.new.", dir=path.parent))
        held = _held(beside)
    try:
        yield beside
        beside.replace(path)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
        os.close(held)
    flush_folder(path.parent)


def sweep_beside(path: Path) -> None:
    """Remove what was being made there when its process was killed: nobody holds it any more."""
    if any(path.parent.glob(f".{path.name}.new.*")):
        with suppress(OSError), _locked(path.parent):
            _swept(path)


@contextmanager
def readable(folder: DeskFolder) -> Iterator[DeskFolder]:
    """The folder itself; where nothing may be written to it, a copy of its sealed files in a temporary folder.

    A database with a log can be read only where its index may be written. Raises DeskChanged when it is written to elsewhere all the while.
    """
    if os.access(folder.path, os.W_OK):
        yield folder
        return
    with tempfile.TemporaryDirectory() as place:
        yield _copied(folder, Path(place))


def _copied(folder: DeskFolder, place: Path) -> DeskFolder:
    for number in range(_TRIES):
        before, copy = folder.state(), place / str(number)
        for file in (found for pattern in _OURS for found in folder.path.glob(pattern)):
            there = copy / file.relative_to(folder.path)
            there.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with suppress(FileNotFoundError):
                shutil.copyfile(file, there)
        if folder.state() == before:
            return DeskFolder(copy)
    raise DeskChanged


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _held(folder: Path) -> int:
    handle = os.open(folder, os.O_RDONLY)
    fcntl.flock(handle, fcntl.LOCK_EX)
    return handle


def _swept(path: Path) -> None:
    for left in path.parent.glob(f".{path.name}.new.*"):
        handle = os.open(left, os.O_RDONLY)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            shutil.rmtree(left, ignore_errors=True)
        except BlockingIOError:
            continue
        finally:
            os.close(handle)
