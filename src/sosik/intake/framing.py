"""Inside the seal: a line with the length of a zip archive, the archive, zeros up to the size. The archive is opened elsewhere."""

import re

from sosik.errors import EnvelopeRefused

_LINE = re.compile(rb"length (\d{1,9})\n")


def framed(archive: bytes) -> bytes:
    return b"length %d\n" % len(archive) + archive


def is_framed(untrusted: bytes) -> bool:
    """Whether it begins as the composer writes it."""
    return bool(_LINE.match(untrusted))


def unframed(file: str, untrusted: bytes) -> bytes:
    """The archive; raises EnvelopeRefused when anything but zeros follows it, or when it is cut."""
    line = _LINE.match(untrusted)
    if line is None:
        raise EnvelopeRefused(file=file, why="it was not written by the composer")
    end = line.end() + int(line[1])
    if end > len(untrusted):
        raise EnvelopeRefused(file=file, why="it is cut short")
    if untrusted[end:].strip(b"\0"):
        raise EnvelopeRefused(file=file, why="something follows its end")
    return untrusted[line.end() : end]
