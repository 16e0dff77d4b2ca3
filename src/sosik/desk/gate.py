"""The gate: locked until a member's key is given, and again after idle hours or on demand."""

import secrets
import threading
import time
from collections import deque
from collections.abc import Callable
from pathlib import Path

from attrs import define, field

from sosik.desk.open_desk import Desk
from sosik.errors import KeyWrong, SosikError

_TRIES, _WINDOW = 5, 60.0
_CHECK = 5.0


class TooManyTries(SosikError):
    code = "E-DESK-TRIES"
    exit_code = 6
    en = "Too many wrong passphrases: wait a minute, then try again. The desk stays locked."
    ko = "틀린 암호가 너무 많았습니다. 1분 뒤에 다시 시도해 주십시오. 데스크는 잠겨 있습니다."


@define
class Gate:
    """``opens`` turns an identity into an open desk, ``by_words`` a passphrase into an identity.

    ``relocks`` forgets every key: the program starts anew, locked, so that nothing of them is left in memory.
    """

    folder: Path
    opens: Callable[[str], Desk]
    by_words: Callable[[Path, str], str]
    relocks: Callable[[], None]
    idle_seconds: float
    desk: Desk | None = None
    welcome: str = field(factory=lambda: secrets.token_urlsafe(18), repr=False)
    _touched: float = field(factory=time.monotonic)
    _wrong: deque[float] = field(factory=lambda: deque(maxlen=_TRIES))
    _opening: threading.Lock = field(factory=threading.Lock)

    def unlock(self, words: str) -> Desk:
        """Raises KeyWrong, TooManyTries, DeskBusy or LedgerDamaged."""
        with self._opening:
            if self.desk is not None:
                return self.desk
            if len(self._wrong) == _TRIES and time.monotonic() - self._wrong[0] < _WINDOW:
                raise TooManyTries
            try:
                secret = self.by_words(self.folder, words)
            except KeyWrong:
                self._wrong.append(time.monotonic())
                raise
            return self.open_with(secret)

    def open_with(self, secret: str) -> Desk:
        self.desk = self.opens(secret)
        self.touch()
        return self.desk

    def touch(self) -> None:
        """A member did something."""
        self._touched = time.monotonic()

    def lock(self) -> None:
        desk, self.desk = self.desk, None
        try:
            if desk is not None:
                desk.close()
        finally:
            self.relocks()

    def watch(self) -> None:
        """Lock after idle hours; for a thread of its own."""
        while True:
            time.sleep(_CHECK)
            if self.desk is not None and time.monotonic() - self._touched > self.idle_seconds:
                self.lock()
                return
