"""Sentences of a text whose lines may be wrapped in the middle of one."""

import re
from collections.abc import Iterator

from sosik.claims.sentences import split
from sosik.values.textspan import TextSpan

# A line of fifty characters or more that ends in no stop goes on in the next, unless that is empty or begins a list.
_WRAP = re.compile(r"(?<=[^\n]{50})(?<![.!?:…。])\n(?=[ \t]*[^\s\-*•·\d])")
# No sentence of a person is longer; what is, is cut, so that the time stays in proportion to the text.
_LONGEST = 1200


def unwrapped(text: str) -> str:
    """The same length, with a space for each line break that ends no sentence."""
    return _WRAP.sub(" ", text)


def sentences_of(flat: str) -> Iterator[TextSpan]:
    """Each sentence, one that is too long in pieces that end at a space where there is one."""
    for span in split(flat):
        start = span.start
        while span.end - start > _LONGEST:
            space = flat.rfind(" ", start + _LONGEST // 2, start + _LONGEST)
            end = space if space > 0 else start + _LONGEST
            yield TextSpan(start, end)
            start = end
        yield TextSpan(start, span.end)
