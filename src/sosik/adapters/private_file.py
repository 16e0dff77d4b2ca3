"""Files that are whole or not there, for their owner alone."""

import contextlib
import os
from collections.abc import Iterator
from errno import EACCES, EDQUOT, EFBIG, ENOSPC, EPERM, EROFS
from pathlib import Path

from sosik.errors import DeskReadOnly, DiskFull

_BLOCK = 4096


def write_private(path: Path, content: bytes) -> None:
    """With mode 0600, on the disk when the call returns; a failure leaves what stood there."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    beside = path.with_name(path.name + ".part")
    with disk_errors():
        try:
            handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            beside.replace(path)
        except OSError:
            beside.unlink(missing_ok=True)
            raise
        flush_folder(path.parent)


def flush_folder(folder: Path) -> None:
    """Names too are on the disk only once their folder is."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def flush_file(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextlib.contextmanager
def overwrite_old(path: Path, at_most: int = 1 << 20) -> Iterator[None]:
    """Once the file was replaced or removed, its old bytes are written over: what a disk without copies then forgets."""
    try:
        old = os.open(path, os.O_WRONLY)
    except OSError:
        yield
        return
    try:
        yield
        if os.fstat(old).st_nlink == 0:
            for at in range(0, min(os.fstat(old).st_size, at_most), _BLOCK):
                os.pwrite(old, bytes(_BLOCK), at)
            os.fsync(old)
    finally:
        os.close(old)


@contextlib.contextmanager
def disk_errors() -> Iterator[None]:
    """A full or read-only disk in the catalogue's words."""
    try:
        yield
    except OSError as error:
        if error.errno in {ENOSPC, EDQUOT, EFBIG}:
            raise DiskFull from error
        if error.errno in {EACCES, EPERM, EROFS}:
            raise DeskReadOnly from error
        raise
