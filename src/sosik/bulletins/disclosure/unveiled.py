"""A text as a reader takes it in: full width, invisible characters, entities and markup undone, every character traced back."""

import html
import re
import unicodedata
from collections.abc import Iterator

from attrs import field, frozen

_MARKUP = re.compile(
    r"<!--.*?-->|</?[A-Za-z][^<>\n]{0,200}>|&(?:#\d{1,7}|#x[0-9A-Fa-f]{1,6}|[A-Za-z]{2,10});|(?<!\*)\*\*(?!\*)|`|\\(?=[^\w\s])",
    re.DOTALL,
)
_INVISIBLE = {"Cf", "Cc", "Mn", "Me"}
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−﹣－ㅡーᅳ⁃"), "-")
_TABLE = str.maketrans(
    _DASHES | {ord("⋅"): "·", ord("・"): "·", ord("ㆍ"): "·", ord("•"): "·", ord("．"): ".", ord("〇"): "0"}
)
_PLAIN = re.compile(r"[\x20-\x25\x27-\x29\x2b-\x3b\x3d-\x5b\x5d-\x5f\x61-\x7e\n가-힣]+")


@frozen
class Unveiled:
    """``text`` with the characters of the original that each of its characters came from: ``starts`` and ``ends``."""

    text: str
    starts: tuple[int, ...] = field(repr=False)
    ends: tuple[int, ...] = field(repr=False)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The characters of the original; empty stays where it is."""
        if start >= end:
            return (0, 0)
        return self.starts[start], self.ends[end - 1]


def unveil(text: str) -> Unveiled:
    """NFKC, one dash, one kind of space and digit; what is not seen is dropped. Nothing is lost: every character has its place."""
    out: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for start, end, shown in _pieces(text):
        out.append(shown)
        if len(shown) == end - start:
            starts += range(start, end)
            ends += range(start + 1, end + 1)
        else:
            starts += [start] * len(shown)
            ends += [end] * len(shown)
    return Unveiled("".join(out), tuple(starts), tuple(ends))


def _pieces(text: str) -> Iterator[tuple[int, int, str]]:
    """What is shown for each stretch of the text: plain runs as they stand."""
    at = 0
    while at < len(text):
        plain = _PLAIN.match(text, at)
        if plain:
            yield at, plain.end(), plain[0]
            at = plain.end()
            continue
        markup = _MARKUP.match(text, at)
        end = markup.end() if markup else at + 1
        yield at, end, "" if markup and text[at] != "&" else _shown(text[at:end])
        at = end


def _shown(piece: str) -> str:
    said = html.unescape(piece) if piece.startswith("&") else piece
    if said == "\n":
        return said
    return "".join(map(_character, unicodedata.normalize("NFKC", said.translate(_TABLE)).translate(_TABLE)))


def _character(one: str) -> str:
    if one.isspace():
        return " "
    if unicodedata.category(one) in _INVISIBLE:
        return ""
    if one.isdigit() and not one.isascii():
        return str(unicodedata.digit(one))
    return one
