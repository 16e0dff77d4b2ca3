"""Text with its language, normalised once."""

import unicodedata
from enum import StrEnum


class Lang(StrEnum):
    ko = "ko"
    en = "en"


def normalise(untrusted_text: str) -> str:
    r"""NFC with line ends as ``\\n``: the form in which every offset is counted."""
    return unicodedata.normalize("NFC", untrusted_text.replace("\r\n", "\n").replace("\r", "\n"))


def detect(text: str) -> Lang:
    """Korean when Hangul outweighs Latin letters three to seven, since Korean text carries Latin names, else English."""
    hangul = sum("가" <= char <= "힣" for char in text)
    latin = sum(char.isascii() and char.isalpha() for char in text)
    return Lang.ko if hangul * 7 > latin * 3 else Lang.en
