"""Outside formats by way of a process in bubblewrap: no network, nothing to write to, little memory, little time."""

import base64
import binascii
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from attrs import define

import sosik
from sosik.accounts.conversion import Converted
from sosik.accounts.untrusted import UntrustedFile
from sosik.errors import InputArchive, InputEmpty, InputTooLong, InputUnreadable, NoSandbox, SosikError

_ALIKE = {".htm": ".html", ".xhtml": ".html", ".tgz": ".tar", ".gz": ".tar"}
_ARCHIVES = {".zip", ".tar"}
_SYSTEM = ("/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/etc/ld.so.cache", "/etc/alternatives")
_SECONDS = 30.0  # by the clock on the wall, for one file
_EMPTY, _LONG = {"no article", "no body"}, {"size"}


@define
class Bubblewrap:
    """A converter for ``take``. ``program`` is bubblewrap's path, None where the machine has none: then all is refused."""

    program: str | None = None
    seconds: float = _SECONDS

    @classmethod
    def found(cls) -> "Bubblewrap":
        return cls(shutil.which("bwrap"))

    def convert(self, file: UntrustedFile) -> Converted:
        """Raises NoSandbox, InputUnreadable, InputArchive, InputEmpty or InputTooLong."""
        if not self._works:
            raise NoSandbox(file=file.name)
        kind = _ALIKE.get(file.suffix, file.suffix)
        return _read(file, kind, self._answer(file, kind))

    @cached_property
    def _works(self) -> bool:
        """Whether the machine lets us shut a process in: some containers do not."""
        if self.program is None:
            return False
        done = subprocess.run(  # noqa: S603 - our own words alone
            [*self._shut(), "/usr/bin/env", "true"], capture_output=True, check=False, timeout=_SECONDS, env={}
        )
        return done.returncode == 0

    def _answer(self, file: UntrustedFile, kind: str) -> Any:
        command = [*self._shut(), sys.executable, "-I", "-m", "sosik.adapters.converter.inside", kind]
        with _memory(file.content) as source, _memory(b"") as target:
            try:
                done = subprocess.run(  # noqa: S603 - a format that we know, and our own words
                    command,
                    stdin=source,
                    stdout=target,
                    stderr=subprocess.DEVNULL,
                    check=False,
                    timeout=self.seconds,
                    env={},
                )
            except subprocess.TimeoutExpired as error:
                raise _refused(file, kind, "it takes too long") from error
            if done.returncode != 0:
                raise _refused(file, kind, "its converter stopped")
            with os.fdopen(os.dup(target), "rb") as answer:
                answer.seek(0)
                return _loaded(answer.read())

    def _shut(self) -> list[str]:
        shut = ["--unshare-all", "--die-with-parent", "--new-session", "--cap-drop", "ALL", "--clearenv"]
        said = [("LANG", "C.UTF-8"), ("HOME", "/tmp"), ("PATH", "/usr/bin:/bin")]  # noqa: S108 - the sandbox's own
        shut += [word for name, value in said for word in ("--setenv", name, value)]
        shut += ["--dev", "/dev", "--size", "1048576", "--tmpfs", "/tmp"]  # noqa: S108 - first, since we may be installed below
        for path in (*_SYSTEM, *_python()):
            shut += ["--ro-bind-try", path, path]
        return [str(self.program), *shut, "--chdir", "/tmp"]  # noqa: S108


def _python() -> list[str]:
    """Where the interpreter, its libraries and this package lie."""
    package = str(Path(sosik.__file__).resolve().parents[1])
    paths = {sys.base_prefix, sys.prefix, sys.base_exec_prefix, package}
    return sorted(path for path in paths if path not in {"/", "/usr"})


@contextmanager
def _memory(content: bytes) -> Iterator[int]:
    """A file in memory alone: what a source sent is not written to a disk in passing."""
    handle = os.memfd_create("sosik")
    try:
        view = memoryview(content)
        while view:
            view = view[os.write(handle, view) :]
        os.lseek(handle, 0, os.SEEK_SET)
        yield handle
    finally:
        os.close(handle)


def _loaded(untrusted: bytes) -> Any:
    """None where it is no JSON."""
    try:
        return json.loads(untrusted)
    except (ValueError, RecursionError):
        return None


def _refused(file: UntrustedFile, kind: str, why: str) -> SosikError:
    return (InputArchive if kind in _ARCHIVES else InputUnreadable)(file=file.name, why=why)


_WHY = {
    "damaged": "it is damaged",
    "encrypted": "it is locked by a password",
    "entities": "it declares entities",
    "depth": "its elements lie too deep",
    "links": "it holds links",
    "names": "its names lead out of it",
    "size": "it holds too much",
    "animated": "it is animated",
}


def _read(file: UntrustedFile, kind: str, untrusted: Any) -> Converted:
    """The checked answer: the process has read what nobody vouches for, so that its words are checked too."""
    if not isinstance(untrusted, dict):
        raise _refused(file, kind, _WHY["damaged"])
    why = str(untrusted.get("refused") or "")
    if why in _EMPTY:
        raise InputEmpty(file=file.name)
    if why in _LONG and kind not in _ARCHIVES:
        raise InputTooLong(file=file.name, limit_mb=5)
    if why:
        raise _refused(file, kind, _WHY.get(why, _WHY["damaged"]))
    try:
        return Converted(
            text=str(untrusted.get("text", "")),
            title=" ".join(str(untrusted["title"]).split())[:300] if untrusted.get("title") else None,
            published=_day(untrusted.get("published")),
            received=_day(untrusted.get("received")),
            files=tuple(
                UntrustedFile(f"{file.name}/{name}", base64.b64decode(content))
                for name, content in untrusted.get("files", [])
            ),
        )
    except (ValueError, TypeError, binascii.Error) as error:
        raise _refused(file, kind, _WHY["damaged"]) from error


def _day(said: object) -> date | None:
    return date.fromisoformat(str(said)) if said else None
