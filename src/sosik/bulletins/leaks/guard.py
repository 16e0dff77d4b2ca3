"""Does a short secret stand where its letters met? Across words, the letters of a short name meet by chance."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from itertools import pairwise

_JOINS = re.compile(r"[\s\"'`+.,&()]*[\"'`]\s*[+.,&]?\s*[\"'`][\s\"'`()]*")
_PHONE = re.compile(r"[\s\-‐-―./()·]{1,3}")
_TAG = re.compile(r"<[^<>]{0,200}>")


def stands(text: str, places: Iterable[int], secret: str) -> bool:
    """``places`` are where the letters of the find stand in ``text``; ``secret`` as its owner wrote it."""
    at = [int(place) for place in places]
    gaps = [_visible(text[left + 1 : right]) for left, right in pairwise(at)]
    own = _gaps_of(secret)
    if len(own) == len(gaps) and any(own):
        kept = [gap for gap, expected in zip(gaps, own, strict=True) if expected]
        others = [gap for gap, expected in zip(gaps, own, strict=True) if not expected]
        if all(not gap or _is_break(gap) for gap in others):
            return any(kept) or _is_bounded(text, at[0], at[-1])
    if _is_lettered(gaps):
        return True
    is_number = secret.replace("-", "").replace(" ", "").isdigit()
    return _is_bounded(text, at[0], at[-1]) and (_is_even(gaps) or (is_number and _is_phone(gaps)))


def _is_lettered(gaps: Sequence[str]) -> bool:
    """Letter by letter, with one and the same sign between nearly all of them: nothing is so written by chance."""
    usual = max(gaps, key=gaps.count, default="")
    return all(gaps) and gaps.count(usual) * 5 >= len(gaps) * 4


def _is_even(gaps: Sequence[str]) -> bool:
    """No gaps, or one between every two letters, or none but breaks of a line or of a string."""
    return all(gaps) or all(not gap or _is_break(gap) for gap in gaps)


def _is_phone(gaps: Sequence[str]) -> bool:
    parts = [gap for gap in gaps if gap]
    return len(parts) <= 4 and all(_PHONE.fullmatch(gap) or _is_break(gap) for gap in parts)


def _is_break(gap: str) -> bool:
    return bool(_JOINS.fullmatch(gap)) or ("\n" in gap and not gap.strip())


def _gaps_of(secret: str) -> list[bool]:
    at = [place for place, letter in enumerate(secret) if letter.isalnum()]
    return [bool(_visible(secret[left + 1 : right])) for left, right in pairwise(at)]


def _visible(gap: str) -> str:
    """What a reader sees between two letters: not the invisible, not marks upon a letter, not tags."""
    return "".join(
        each
        for each in _TAG.sub("", gap)
        if unicodedata.category(each) not in {"Cf", "Mn", "Me", "Cc", "Cs"} or each in "\t\n\r"
    )


def _is_bounded(text: str, first: int, last: int) -> bool:
    before, after = text[first - 1 : first], text[last + 1 : last + 2]
    return not _goes_on(before, text[first]) and not _goes_on(text[last], after)


def _goes_on(left: str, right: str) -> bool:
    """Two digits, or two Latin letters of one word; Hangul takes endings and stands without spaces."""
    if not left or not right:
        return False
    if left.isdigit() and right.isdigit():
        return True
    if not (_is_latin(left) and _is_latin(right)):
        return False
    return not (left.islower() and right.isupper())


def _is_latin(letter: str) -> bool:
    return letter.isalpha() and ord(letter) < 0x250
