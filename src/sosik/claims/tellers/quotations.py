"""Quotations of a text: their extent, and the text with what is quoted blanked out."""

import re

_QUOTED = re.compile(r"“[^“”\n]{0,4000}[”\n]|\"[^\"\n]{0,4000}[\"\n]|「[^「」\n]{0,4000}」|『[^『』\n]{0,4000}』")
_BLANK = "·"


def quotations(text: str) -> tuple[tuple[int, int], ...]:
    """Where each begins and ends, marks included; one that is never closed ends with its line."""
    return tuple((match.start(), match.end()) for match in _QUOTED.finditer(text))


def blanked(text: str, quoted: tuple[tuple[int, int], ...]) -> str:
    """As long as the text, with a dot for each quoted character, so that offsets stay."""
    pieces: list[str] = []
    at = 0
    for start, end in quoted:
        pieces += [text[at : start + 1], _BLANK * (end - start - 2), text[end - 1]]
        at = end
    return "".join([*pieces, text[at:]])
