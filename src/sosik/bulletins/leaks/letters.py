"""Text reduced to its letters: what stays the same however it is spaced, cased, composed, widened or marked.

Two reductions. ``squeezed`` works on bytes and keeps whatever is not ASCII. ``letters`` works on characters: compatibility forms are
resolved, case is folded, marks, signs, spaces and invisible characters go. Hangul stays in syllables there; ``flat_letters`` also
takes syllables apart, so that jamo of any block compare equal.
"""

import re
import unicodedata
from functools import cache

import numpy as np
from attrs import field, frozen

_ALNUM = b"0123456789abcdefghijklmnopqrstuvwxyz"
LOWER = bytes(at + 32 if 65 <= at <= 90 else at for at in range(256))
JUNK = bytes(at for at in range(128) if LOWER[at] not in _ALNUM)
_FILLERS = {"\u115f", "\u1160", "\u3164", "\uffa0"}
_HANGUL = range(0xAC00, 0xD7A4)
_JAMO = (
    range(0x1100, 0x1200),
    range(0x3131, 0x318F),
    range(0xA960, 0xA980),
    range(0xD7B0, 0xD800),
    range(0xFFA1, 0xFFDD),
)
_DELETED, _SLOW = 0, 1
_TAILS = "ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"
_APART = {"ㄳ": "ㄱㅅ", "ㄵ": "ㄴㅈ", "ㄶ": "ㄴㅎ", "ㄺ": "ㄹㄱ", "ㄻ": "ㄹㅁ", "ㄼ": "ㄹㅂ", "ㄽ": "ㄹㅅ", "ㄾ": "ㄹㅌ", "ㄿ": "ㄹㅍ", "ㅀ": "ㄹㅎ", "ㅄ": "ㅂㅅ"}  # fmt: skip


def squeezed(raw: bytes) -> bytes:
    """ASCII letters in lower case and digits; every byte beyond ASCII; nothing else."""
    return raw.translate(LOWER, JUNK)


@frozen
class Letters:
    """``stream`` is UTF-8; ``at`` says of each UTF-16 unit of the text whether it stands in it.

    ``has_odd``: some letters are only seen by ``flat_letters``: jamo, ligatures, letters beyond the first plane.
    """

    stream: bytes = field(repr=False)
    at: np.ndarray = field(repr=False, eq=False)
    has_odd: bool


def letters(text: str) -> Letters:
    units = np.frombuffer(text.encode("utf-16-le", "surrogatepass"), "<u2")
    values = _table()[units]
    kept = values > _SLOW
    stream = values[kept].tobytes().decode("utf-16-le").encode()
    return Letters(stream, kept, bool((values == _SLOW).any()))


def flat_letters(text: str) -> str:
    """All letters and digits of the text, folded, Hangul taken apart into the jamo of the keyboard."""
    return text.translate(_FLAT)


class _Flat(dict[int, str]):
    """A letter's flat form, found out when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _folded(chr(code))
        return folded


def _folded(letter: str) -> str:
    if letter in _FILLERS or 0xD800 <= ord(letter) <= 0xDFFF:
        return ""
    resolved = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", letter).casefold())
    return "".join(_jamo(each) for each in resolved if unicodedata.category(each)[0] in "LN" and each not in _FILLERS)


_FLAT = _Flat()


def _jamo(letter: str) -> str:
    """A tail consonant as the lead that it looks like, a tail of two as two."""
    at = ord(letter) - 0x11A8
    if not 0 <= at < len(_TAILS):
        return letter
    return "".join(unicodedata.normalize("NFKD", each) for each in _APART.get(_TAILS[at], _TAILS[at]))


@cache
def _table() -> np.ndarray:
    """For each code unit its folded letter, or that it goes, or that only the flat form can say it."""
    table = np.zeros(0x10000, "<u2")
    for unit in range(0x80):
        folded = chr(unit).lower()
        table[unit] = ord(folded) if folded.isalnum() else _DELETED
    for unit in range(0x80, 0x10000):
        table[unit] = _unit(unit)
    table[_HANGUL.start : _HANGUL.stop] = np.arange(_HANGUL.start, _HANGUL.stop)
    return table


def _unit(unit: int) -> int:
    if unit in _HANGUL or 0xDC00 <= unit <= 0xDFFF or chr(unit) in _FILLERS:
        return _DELETED
    if 0xD800 <= unit <= 0xDBFF or any(unit in block for block in _JAMO):
        return _SLOW
    folded = _folded(chr(unit))
    return _DELETED if not folded else ord(folded) if len(folded) == 1 and ord(folded) < 0x10000 else _SLOW


@cache
def odd_letters() -> re.Pattern[str]:
    """Those that only ``flat_letters`` sees."""
    units = np.flatnonzero(_table() == _SLOW)
    kept = "".join(chr(unit) for unit in units if not 0xD800 <= unit <= 0xDFFF)
    return re.compile(f"[{re.escape(kept)}\U00010000-\U0010ffff]+")
