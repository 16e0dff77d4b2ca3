"""Sentences of an account, as spans of its text."""

import re
from collections.abc import Sequence
from functools import lru_cache

from sosik.values.textspan import TextSpan

_END = re.compile(r"(?:(?<![.])[.]|[!?。]|…)+[\"'”’)\]」』]*(?=\s|$)|\n+")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Sgt|Capt|Maj|St|Mt|No|Nos|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|vs|ca|approx|Co|Inc|Prof|Rev|Gov|Sen|Rep|Pvt|Cpl|Fig|Art|Vol|pp?)"
    r"|\b[A-Z]|\b[A-Za-z]\.[A-Za-z]|\b[ap]\.\s?m|\b(?:e\.g|i\.e)|\d{1,2}\.\s?\d{1,2}|^\s*\d{1,2})$"
)
_ENDED = re.compile(r"[.!?。…][\"'”’)\]」』]*$")
_CAPTION = re.compile(
    r"^\W*(?:file photo|photo|picture|image|caption|자료 ?사진|사진|그림)\s*[:=/|]|[©ⓒ]", re.IGNORECASE
)
_HEADLINE = 160
_LONGEST = 3_000  # characters of a sentence
_TURN = re.compile(r"\s+")


@lru_cache(maxsize=4)  # every reader of one text asks
def split(text: str) -> tuple[TextSpan, ...]:
    """Every sentence in order, without the white space around it; a line break ends one.

    What runs on for longer than anybody writes is cut at a space, so that the time stays linear on any text.
    """
    found: list[TextSpan] = []
    start = 0
    for end in _ends(text):
        start = _cut(found, text, start, end)
        _append(found, text, start, end)
        start = end
    start = _cut(found, text, start, len(text))
    _append(found, text, start, len(text))
    return tuple(found)


def _cut(found: list[TextSpan], text: str, start: int, end: int) -> int:
    """Where the last piece of an endless sentence begins."""
    while end - start > _LONGEST:
        space = text.rfind(" ", start + 1, start + _LONGEST)
        until = space if space > start else start + _LONGEST
        _append(found, text, start, until)
        start = until
    return start


def _ends(text: str) -> list[int]:
    return [match.end() for match in _END.finditer(text) if not _continues(text, match)]


def _continues(text: str, match: re.Match[str]) -> bool:
    """A full stop after an abbreviation, an initial or inside a date such as ``11. 8.`` ends nothing."""
    if match[0] != ".":
        return False
    before = text[max(0, match.start() - 12) : match.start()]
    if not _ABBREVIATION.search(before):
        return False
    after = _TURN.sub("", text[match.end() : match.end() + 4])
    return bool(after) and after[0] != "\n"


def _append(found: list[TextSpan], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    right = len(piece.rstrip())
    if left < right:
        found.append(TextSpan(start + left, start + right))


_FIELD = re.compile(r"[A-Z가-힣][^\n:：]{1,38}[:：]\s*\S")
_FEWEST_FIELDS = 4


def with_forms_joined(text: str, lines: Sequence[TextSpan]) -> tuple[TextSpan, ...]:
    """The fields of a form, each a line of its own, put together: they tell of one thing."""
    out: list[TextSpan] = []
    run: list[TextSpan] = []
    for line in (*lines, None):
        if line is not None and _FIELD.match(text, line.start, line.end):
            run.append(line)
            continue
        out.extend([run[0].joined(run[-1])] if len(run) >= _FEWEST_FIELDS else run)
        run = []
        if line is not None:
            out.append(line)
    return tuple(out)


def without_headings(text: str, lines: Sequence[TextSpan]) -> tuple[TextSpan, ...]:
    """Without headlines and captions: lines above the first full sentence that do not end as one, and credits of pictures."""
    first = next((one for one in lines if _ENDED.search(one.words(text))), None)
    return tuple(line for line in lines if not _is_heading(text, line, first))


def _is_heading(text: str, line: TextSpan, first: TextSpan | None) -> bool:
    words = line.words(text)
    if _CAPTION.search(words):
        return True
    return len(words) < _HEADLINE and first is not None and line.end <= first.start and not _ENDED.search(words)
