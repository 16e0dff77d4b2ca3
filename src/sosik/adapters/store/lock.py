"""One writer at a time: a lock of the operating system's, which goes with the process, however it dies."""

import fcntl
import os
import time
from pathlib import Path

from sosik.adapters.private_file import disk_errors
from sosik.errors import DeskBusy

WAIT_SECONDS = 60.0
_PAUSE = 0.05


class WriterLock:
    """Held from ``take`` to ``give``; raises DeskBusy when another process holds it for longer than ``wait`` seconds."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._handle: int | None = None

    @property
    def is_held(self) -> bool:
        return self._handle is not None

    def take(self, wait: float = WAIT_SECONDS) -> None:
        with disk_errors():
            handle = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        end = time.monotonic() + wait
        while True:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                if time.monotonic() >= end:
                    os.close(handle)
                    raise DeskBusy(seconds=f"{wait:g}") from error
                time.sleep(_PAUSE)
            else:
                self._handle = handle
                return

    def give(self) -> None:
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None
