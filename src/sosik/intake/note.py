"""What a writer sealed: words, photos, and where a reply may lie."""

import json
import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from attrs import field, frozen

from sosik.errors import EnvelopeRefused

BASES = ("eyewitness", "second-hand", "rumour")
LANGS = ("ko", "en", "zh")
_LONGEST = 5_000_000  # characters of text: what an account may have
_MOST_PHOTOS = 200
_ADDRESS = re.compile(r"[0-9a-f]{32}")
_RECIPIENT = re.compile(r"age1[ac-hj-np-z02-9]{58}")
_SERIES = re.compile(r"[a-z0-9-]{1,16}")
_NAME = re.compile(r"photo-\d{1,3}\.jpg")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")


@frozen
class Photo:
    name: str
    content: bytes = field(repr=False)


@frozen
class ReplyTo:
    """``address`` is a mailbox of the drop, ``recipient`` what a reply is sealed to."""

    address: str
    recipient: str


@frozen
class Note:
    """``told`` is the day on which the writer saw or heard it; ``series`` joins the instalments of one story."""

    text: str = field(repr=False)
    lang: str | None = None
    told: date | None = None
    basis: str | None = None
    series: str | None = None
    instalment: int = 1
    is_last: bool = False
    reply: ReplyTo | None = None
    photos: tuple[Photo, ...] = ()


def read_note(file: str, untrusted: Mapping[str, bytes]) -> Note:
    """The note out of the members of its archive; raises EnvelopeRefused. What is no photo that it names is refused too."""
    try:
        words = json.loads(untrusted["note.json"])
        return _note(file, words, untrusted)
    except (KeyError, ValueError, TypeError, AttributeError, RecursionError) as error:
        raise EnvelopeRefused(file=file, why="its words cannot be read") from error


def plain_note(file: str, untrusted: bytes) -> Note:
    """Words that somebody sealed by age alone; raises EnvelopeRefused for anything but text."""
    try:
        text = untrusted.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise EnvelopeRefused(file=file, why="it holds neither a note of the composer nor text") from error
    if not text.strip() or len(text) > _LONGEST or "\0" in text:
        raise EnvelopeRefused(file=file, why="it holds neither a note of the composer nor text")
    return Note(text=_readable(text))


def _readable(text: str) -> str:
    return _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def _note(file: str, words: Any, untrusted: Mapping[str, bytes]) -> Note:
    if words["note"] != 1:
        raise EnvelopeRefused(file=file, why="it was written by a newer composer")
    text = words["text"]
    if not isinstance(text, str) or len(text) > _LONGEST:
        raise EnvelopeRefused(file=file, why="its text is too long")
    return Note(
        text=_readable(text),
        lang=_one_of(words.get("lang"), LANGS),
        told=date.fromisoformat(words["told"]) if words.get("told") else None,
        basis=_one_of(words.get("basis"), BASES),
        series=_matching(words.get("series"), _SERIES),
        instalment=max(1, min(int(words.get("instalment") or 1), 999)),
        is_last=words.get("last") is True,
        reply=reply_to(words.get("reply")),
        photos=_photos(file, words.get("photos") or [], untrusted),
    )


def _photos(file: str, names: Sequence[object], untrusted: Mapping[str, bytes]) -> tuple[Photo, ...]:
    listed = [name for name in names if isinstance(name, str) and _NAME.fullmatch(name)]
    if len(listed) != len(names) or set(untrusted) - {"note.json"} != set(listed) or len(listed) > _MOST_PHOTOS:
        raise EnvelopeRefused(file=file, why="it holds other files than the photos that it names")
    return tuple(Photo(name, untrusted[name]) for name in dict.fromkeys(listed))


def reply_to(untrusted: object) -> ReplyTo | None:
    """A mailbox and whom to seal to; None when either is missing or no such thing."""
    said = untrusted if isinstance(untrusted, dict) else {}
    address, recipient = _matching(said.get("address"), _ADDRESS), _matching(said.get("recipient"), _RECIPIENT)
    return ReplyTo(address, recipient) if address and recipient else None


def _matching(said: object, pattern: re.Pattern[str]) -> str | None:
    return said if isinstance(said, str) and pattern.fullmatch(said) else None


def _one_of(said: object, known: tuple[str, ...]) -> str | None:
    return said if isinstance(said, str) and said in known else None
