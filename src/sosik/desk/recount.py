"""Counting anew what accounts and decisions add up to, in a process of its own, while pages show the last count.

The process gets the member's identity over a pipe, reads the desk as any reader does, and ends with the pipe.
"""

import json
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from attrs import define, field, frozen

from sosik.errors import SosikError
from sosik.values.ids import AccountId

_PAUSE = 0.15  # several decisions in a row are counted once


@frozen
class Progress:
    """``number`` of ``of`` accounts are read; ``is_failed`` when the last count broke off."""

    is_counting: bool
    number: int = 0
    of: int = 0
    is_failed: bool = False


@define
class Recount:
    """``moved`` asks for a count; one runs at a time, and what moves meanwhile is counted after it.

    A count shows the moment at which it began: accounts that were ``touched`` since then are put right by ``settles``.
    """

    folder: Path
    secret: str = field(repr=False)
    progress: Progress = Progress(is_counting=False)
    counted: int = 0
    settles: Callable[[tuple[AccountId, ...]], None] = lambda _: None
    touched: set[AccountId] = field(factory=set)
    _asked: int = 0
    _event: threading.Event = field(factory=threading.Event)
    _stopped: bool = False
    _counting: threading.Lock = field(factory=threading.Lock)
    _child: subprocess.Popen[str] | None = None

    def start(self, *, is_current: bool) -> None:
        if not is_current:
            self.moved()
        threading.Thread(target=self._run, daemon=True, name="recount").start()

    def moved(self) -> None:
        self._asked += 1
        self.progress = Progress(is_counting=True)
        self._event.set()

    @property
    def is_current(self) -> bool:
        return self.counted == self._asked

    @contextmanager
    def halted(self) -> Iterator[None]:
        """A count that runs is broken off, and none begins inside: what it reads is about to be erased, and the keys change."""
        while not self._counting.acquire(timeout=_PAUSE):
            self._end_child()
        try:
            self._end_child()
            yield
        finally:
            self._counting.release()
            self.moved()

    def _end_child(self) -> None:
        child, self._child = self._child, None
        if child is not None:
            child.kill()
            child.wait()

    def stop(self) -> None:
        self._stopped = True
        self._event.set()
        if self._child is not None:
            self._child.kill()
            self._child.wait()

    def _run(self) -> None:
        while True:
            self._event.wait()
            if self._stopped:
                return
            threading.Event().wait(_PAUSE)
            self._event.clear()
            asked, self.touched = self._asked, set()
            with self._counting:
                is_done = self._count()
            with suppress(SosikError):
                self.settles(tuple(self.touched))
            self.counted = asked if is_done else self.counted
            self.progress = Progress(is_counting=self._asked != asked, is_failed=not is_done)

    def _count(self) -> bool:
        child = self._started()
        if child.stdin is None or child.stdout is None:
            return False
        try:
            child.stdin.write("count\n")
            child.stdin.flush()
            for line in child.stdout:
                said = json.loads(line)
                if "done" in said:
                    return bool(said["done"])
                self.progress = Progress(is_counting=True, number=said["number"], of=said["of"])
        except (OSError, ValueError):
            pass
        self._child = None
        return False

    def _started(self) -> "subprocess.Popen[str]":
        if self._child is None or self._child.poll() is not None:
            command = [sys.executable, "-m", "sosik.desk.recounting"]
            child = subprocess.Popen(  # noqa: S603 - our own program
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
            )
            if child.stdin is not None:
                child.stdin.write(json.dumps({"folder": str(self.folder), "secret": self.secret}) + "\n")
            self._child = child
        return self._child
