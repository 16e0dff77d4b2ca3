"""Where sealed files wait for the desk: whole or not there, without an hour."""

import hashlib
import os
import secrets
import shutil
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from attrs import define, field

from sosik.adapters.private_file import flush_folder
from sosik.intake.sealed_head import HEAD_LENGTH, is_sealed_head, is_sealed_size
from sosik.intake.sizes import SIZES

LIMIT = SIZES[-1]
_KEPT_DAYS, _FUZZ_DAYS = 30, 15
_FREE = 4 * LIMIT  # bytes of the disk that stay free, so that nothing begun is cut off


class Full(Exception):
    """The disk or the number of uploads at once allows no more now."""


class NotSealed(Exception):
    """The bytes are no envelope."""


class TooLarge(Exception):
    """More bytes than any envelope has."""


@define
class Spool:
    """``folder``/in holds sealed files by their hash; ``folder``/mailboxes the replies; what begins with a dot is not whole."""

    folder: Path

    @classmethod
    def at(cls, folder: Path) -> "Spool":
        """Made when missing. What an earlier run left unfinished is removed: nobody was told that it was kept."""
        for part in ("in", "mailboxes"):
            (folder / part).mkdir(mode=0o700, parents=True, exist_ok=True)
        for left in (folder / "in").glob(".*"):
            left.unlink(missing_ok=True)
        return cls(folder)

    def begin(self) -> "Upload":
        """Raises Full."""
        if shutil.disk_usage(self.folder).free < _FREE:
            raise Full
        return Upload(self.folder / "in")

    def expire(self, today: date) -> int:
        """Remove what has waited 30 to 44 days: how long, its own name says, so that a day of removal tells no day of arrival."""
        gone = 0
        for path in self._whole():
            arrived = datetime.fromtimestamp(path.stat().st_mtime, UTC).date()
            if today - arrived > timedelta(days=_KEPT_DAYS + int(path.name[:8], 16) % _FUZZ_DAYS):
                path.unlink(missing_ok=True)
                gone += 1
        return gone

    def _whole(self) -> Iterator[Path]:
        return (path for path in (self.folder / "in").iterdir() if not path.name.startswith("."))


@define
class Upload:
    """One file on its way in; ``keep`` or ``discard`` ends it."""

    _folder: Path
    _path: Path = field(init=False)
    _handle: int = field(init=False)
    _hash: "hashlib._Hash" = field(init=False, factory=hashlib.sha256)
    _head: bytes = field(init=False, default=b"")
    length: int = field(init=False, default=0)

    def __attrs_post_init__(self) -> None:
        self._path = self._folder / f".{secrets.token_hex(16)}"
        self._handle = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)

    def write(self, chunk: bytes) -> None:
        """Raises TooLarge, or NotSealed as soon as the head shows it."""
        self.length += len(chunk)
        if self.length > LIMIT:
            raise TooLarge
        if len(self._head) < HEAD_LENGTH:
            self._head += chunk[: HEAD_LENGTH - len(self._head)]
            if len(self._head) == HEAD_LENGTH and not is_sealed_head(self._head):
                raise NotSealed
        self._hash.update(chunk)
        view = memoryview(chunk)
        while view:
            view = view[os.write(self._handle, view) :]

    def keep(self) -> str:
        """The receipt; the file is on the disk under it when this returns. Raises NotSealed."""
        if not is_sealed_size(self.length) or not is_sealed_head(self._head):
            raise NotSealed
        receipt = self._hash.hexdigest()
        _set_midnight(self._handle)
        os.fsync(self._handle)
        self._path.replace(self._folder / receipt)
        _set_midnight(self._folder)
        flush_folder(self._folder)
        self._close()
        return receipt

    def discard(self) -> None:
        self._close()
        self._path.unlink(missing_ok=True)

    def _close(self) -> None:
        if self._handle >= 0:
            os.close(self._handle)
        self._handle = -1


def _set_midnight(path: int | Path) -> None:
    """A file bears the day of its arrival and nothing finer; so does the folder that it came into."""
    midnight = datetime.now(UTC).replace(hour=0, minute=0, second=0, microsecond=0).timestamp()
    os.utime(path, (midnight, midnight))
