"""A text as the rules read it: lines that were broken for their width put together, capitals of a telex made small.

It is as long as the text, character for character, so that every span found in it is a span of the text.
"""

import re
from functools import lru_cache
from itertools import groupby, pairwise

_WRAPPED = 50  # a line that is broken for its width has this many characters at least
_WIDEST = 120  # ... and the widest line of its paragraph no more than this
_RAGGED = 10  # characters that may be left empty at the end of a line
_A_PAIR = 2
_STOPPED = re.compile(r"[.!?:…。][\"'”’)\]]*$")
_LISTED = re.compile(r"[\s\-*•·–—]|\d+[.)]\s|\Z")
# Two lines and more that each open with a short Korean heading and a colon.
_FIELD = r"[ \t]*[가-힣][가-힣 ]{0,9}\s?[:：][ \t]*[^\n]{1,200}"
_FIELDS = re.compile(rf"(?<![^\n]){_FIELD}(?:\n{_FIELD})+")
_SMALL = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz")
_SMALL_SHARE = 0.2  # a text with fewer small letters than this is written in capitals
_CAPITALS = re.compile(r"[^a-z\n]*[A-Z][^a-z\n]*")
_RUN = re.compile(r"[A-Z][^a-z\n]{18}")  # what every line of capitals holds
_FEWEST = 20  # capitals that make a line one of capitals, not of an abbreviation
_BRACKETED = re.compile(r"\[(\d{1,4}|(?!of |to |by |and )[A-Za-z][A-Za-z ,.'\-]{1,70})\](?!\()")
_DASHED = re.compile(r"(?<=[^\d\s]) - (?=[^\d\s])")  # a hyphen that stands for a dash
_RAISED = re.compile(
    r"(?:\A|(?<=[.!?]\s)|(?<=[.!?]\s\s)|(?<=[\]:]\s)|(?<=-\s)|(?<=\n))[\s\"'“\[(]*[a-z]"
    r"|\bi(?=['’ ])|(?<=\d )(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b|\b(?:mr|mrs|ms|dr|gen|col|lt|sgt|capt|maj|st|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)(?=\.)|\b[a-z](?=\.(?:[a-z]\.| [a-z]))|(?<=\b[a-z]\.)[a-z](?=\.)|\b(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b"
)


@lru_cache(maxsize=4)
def plain(text: str) -> str:
    """The text with a space for each line break that ends no sentence, and without capitals where all are capitals."""
    return _recased(_without_brackets(_forms_joined(_DASHED.sub(" – ", unwrapped(text)))))


def _forms_joined(text: str) -> str:
    """The fields of a form, one a line, as one paragraph: 일시: ..., 장소: ..., 피해: ... are of one event."""
    return _FIELDS.sub(lambda match: match[0].replace("\n", " "), text) if ":" in text else text


def unwrapped(text: str) -> str:
    """The same length, with a space for each line break that was made for the width of the page.

    Such a line is about as wide as its paragraph allows: the first word of the next one had no room in it.
    """
    if "\n" not in text:
        return text
    lines = text.split("\n")
    widest = max(map(len, lines))
    blocks = [list(block) for _, block in groupby(lines, key=lambda line: not line.strip())]
    return "\n".join(_joined(block, widest) for block in blocks)


def _joined(block: list[str], widest: int) -> str:
    width = max(map(len, block)) if len(block) > _A_PAIR else widest
    pieces = [block[0]]
    for line, following in pairwise(block):
        pieces += [" " if _is_broken(line, following, width) else "\n", following]
    return "".join(pieces)


def _is_broken(line: str, following: str, width: int) -> bool:
    size = len(line.rstrip())
    if not _WRAPPED <= size <= width <= _WIDEST or _STOPPED.search(line) or _LISTED.match(following):
        return False
    word = following.find(" ")
    return size + 1 + (word if word >= 0 else len(following)) > width - _RAGGED


def _without_brackets(text: str) -> str:
    """An editor's brackets within a sentence, turned to spaces; those around a number only lose their marks."""
    if "[" not in text:
        return text
    return _BRACKETED.sub(lambda match: f" {match[1]} " if match[1].isdigit() else " " * len(match[0]), text)


def _recased(text: str) -> str:
    if _RUN.search(text) is None:
        return text
    small = sum(map(str.islower, text))
    large = sum(map(str.isupper, text))
    if large < _FEWEST:
        return text
    if small < _SMALL_SHARE * (small + large):
        return _lowered(text)
    if large < small // 40:
        return text
    return _CAPITALS.sub(_lowered_line, text)


def _lowered_line(match: re.Match[str]) -> str:
    """A headline in capitals; a run of capitals within a line is an abbreviation."""
    line, text = match[0], match.string
    whole = (match.start() == 0 or text[match.start() - 1] == "\n") and text[match.end() : match.end() + 1] in {
        "",
        "\n",
    }
    return _lowered(line) if whole and sum(map(str.isupper, line)) >= _FEWEST else line


def _lowered(text: str) -> str:
    return _RAISED.sub(_raised, text.translate(_SMALL))


def _raised(match: re.Match[str]) -> str:
    """A word that always has a capital, or the opening of a sentence, whose last character is its first letter."""
    words = match[0]
    return words.capitalize() if words.isalpha() else words[:-1] + words[-1].upper()
