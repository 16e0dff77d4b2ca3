"""English names of places in a text: runs of capitalised words, the longest name first."""

import itertools
import re
from collections.abc import Iterator, Mapping
from typing import Protocol

from sosik.claims.gazetteer.entry import LINES, PlaceMention, name_key
from sosik.values.ids import PlaceId
from sosik.values.textspan import TextSpan

_WORD = re.compile(r"[^\W_]+(?:['’‘ʼ][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’]s$")
_UNIT = re.compile(r"[ -](County|City|Province|District|County's|Prefecture|county|province|city|district)\b")
Word = tuple[int, int, str]


class Known(Protocol):
    """What the finder asks of the gazetteer."""

    @property
    def names(self) -> Mapping[str, tuple[PlaceId, ...]]: ...

    @property
    def longest(self) -> Mapping[str, int]: ...

    def mention(self, start: int, end: int, name: str) -> PlaceMention: ...


def find_english(text: str, known: Known) -> Iterator[PlaceMention]:
    """Every place named, in order, none inside another."""
    words = [(match.start(), match.end(), name_key(_POSSESSIVE.sub("", match[0]))) for match in _WORD.finditer(text)]
    at = 0
    while at < len(words):
        size = _size(text, words, at, known)
        beyond = _size(text, words, at + 1, known) if words[at][2] == "the" and at + 1 < len(words) else 0
        if size == 0 or beyond >= size or (words[at][2] == "the" and _goes_on(text, words[at + size - 1][1])):
            at += 1
            continue
        start, end = words[at][0], words[at + size - 1][1]
        end -= len(text[start:end]) - len(_POSSESSIVE.sub("", text[start:end]))
        yield _worded(text, known.mention(start, end, _name(words[at : at + size])))
        at += size


def _name(words: list[Word]) -> str:
    return " ".join(word for _, _, word in words)


def _size(text: str, words: list[Word], at: int, known: Known) -> int:
    """How many words from here are a name; 0 for none."""
    for size in range(min(known.longest.get(words[at][2], 0), len(words) - at), 0, -1):
        chosen = words[at : at + size]
        if any(b[0] - a[1] > 2 or "\n" in text[a[1] : b[0]] for a, b in itertools.pairwise(chosen)):
            continue
        if _name(chosen) in known.names and (size > 1 or text[chosen[0][0]].isupper()) and _has_capital(text, chosen):
            return size
    return 0


def _worded(text: str, mention: PlaceMention) -> PlaceMention:
    """With the unit's word that follows, which may settle what kind of place is meant."""
    unit = _UNIT.match(text, mention.span.end)
    if unit is None:
        return mention
    provinces = tuple(entry for entry in mention.entries if entry.kind == "province")
    others = tuple(entry for entry in mention.entries if entry.kind not in {"province", "country", *LINES})
    settled = provinces if unit[1].lower() == "province" else others
    return PlaceMention(TextSpan(mention.span.start, unit.end()), settled or mention.entries)


def _goes_on(text: str, end: int) -> bool:
    """Another capitalised word follows: "the North Korean army" names no place by "the North"."""
    return text[end : end + 1] == " " and text[end + 1 : end + 2].isupper()


def _has_capital(text: str, words: list[Word]) -> bool:
    return any(text[start].isupper() for start, _, _ in words)
