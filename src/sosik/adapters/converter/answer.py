"""What the converting process may answer: plain words, or the reason for which it gives none."""

import base64
import re
from typing import Any

TEXT_LIMIT = (
    5_000_000  # characters; the limit of an account's text in bytes is checked again by whoever reads the answer
)
FILES_LIMIT, FILES_BYTES = 2_000, 48_000_000
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]|[\ud800-\udfff]")
_GAPS = re.compile(r"\n{3,}")

Answer = dict[str, Any]


class Refused(Exception):
    """The file is not converted; the message is one of the reasons that the other side knows."""


def answer(text: str, **known: str | None) -> Answer:
    """Text without what no writer put there: control characters, spaces at the ends of lines, heaps of empty lines."""
    if len(text) > TEXT_LIMIT:
        raise Refused("size")
    lines = (line.rstrip() for line in _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).split("\n"))
    return {"text": _GAPS.sub("\n\n", "\n".join(lines)).strip(), **{key: word for key, word in known.items() if word}}


def files(found: list[tuple[str, bytes]]) -> Answer:
    return {"files": [[name, base64.b64encode(content).decode("ascii")] for name, content in found]}
